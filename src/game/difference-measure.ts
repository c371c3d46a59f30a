import type { MetricInfo } from '../domain/metric.ts';

/** Middle of the finite values; NaN where there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

const MAD_TO_SD = 1.4826; // of normal noise

/** Spread by the median absolute deviation, on the scale of a standard deviation. */
export function robustSpread(values: readonly number[]): number {
  const middle = median(values);
  return MAD_TO_SD * median(values.map((value) => Math.abs(value - middle)));
}

/** Medians of all stretches of a length, half a length apart: how far a stretch wanders while all is well. */
export function stretchMedians(values: readonly number[], length: number): readonly number[] {
  const medians: number[] = [];
  const step = Math.max(1, length >> 1);
  for (let end = values.length; end - length >= 0; end -= step) medians.push(median(values.slice(end - length, end)));
  return medians;
}

const BOUNDLESS = 10_000; // times typical: such a band only says that there is no bound
const BAND_SPREADS = 3; // a normal band is taken to reach three spreads to either side

/** The spread that a normal band stands for; 0 where it says nothing. */
export function bandSpread({ normal }: Pick<MetricInfo, 'normal'>): number {
  const { low, high, typical } = normal;
  const half = Math.max(high - typical, typical - low);
  if (!Number.isFinite(half) || half > BOUNDLESS * Math.max(Math.abs(typical), 1)) return 0;
  return half / BAND_SPREADS;
}

export interface Shift {
  readonly before: number; // medians
  readonly during: number;
  readonly spreads: number; // signed: how many spreads it moved
}

const LEAST_SAMPLES = 3;
const STILL_SHARE = 0.1; // of its larger figure, for a series that never moved and has no band: a flag that goes up counts as ten spreads
const LEAST_STRETCHES = 4; // for their spread to say anything

/**
 * How far a stretch lies from the healthy one before it: the modified z-score of the stretch's median.
 *
 * The score (x − median) / (1.4826 × MAD) and its cut-off of 3.5 are those of Iglewicz and Hoaglin, How to Detect and Handle
 * Outliers (ASQC, 1993), also in the NIST/SEMATECH e-Handbook, 1.3.5.17. Medians, as one scrape gone astray must not rank a chart first.
 * A series that hardly moves has a MAD near 0 and would turn any wiggle into a finding, and neighbouring scrapes resemble each other,
 * so the spread is never taken smaller than that of whole stretches while all was well, or than the metric's own normal band says.
 *
 * @param before values of the healthy stretch, in order of time
 * @param during values of the stretch in question
 */
export function shiftOf(metric: Pick<MetricInfo, 'normal'>, before: readonly number[], during: readonly number[]): Shift | null {
  const [was, is] = [before, during].map((values) => values.filter(Number.isFinite)) as [number[], number[]];
  if (was.length < LEAST_SAMPLES || is.length < LEAST_SAMPLES) return null;
  const stretches = stretchMedians(was, is.length);
  const wander = stretches.length < LEAST_STRETCHES ? 0 : robustSpread(stretches);
  const [from, to] = [median(was), median(is)];
  if (from === to) return { before: from, during: to, spreads: 0 };
  const known = Math.max(robustSpread(was), wander, bandSpread(metric));
  const spread = known > 0 ? known : Math.max(Math.abs(from), Math.abs(to)) * STILL_SHARE;
  return { before: from, during: to, spreads: (to - from) / spread };
}
