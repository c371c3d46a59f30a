import type { MetricInfo } from '../domain/metric.ts';
import { studentTTwoSided } from '../kernel/special.ts';

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
  readonly readings: number; // of the healthy stretch that differ from the one before; 1 where it never moved, Infinity where a flag went up
}

const LEAST_SAMPLES = 3;
const STILL_SHARE = 0.1; // of its larger figure, for a series that never moved and has no band: a flag that goes up counts as ten spreads
const LEAST_STRETCHES = 4; // for their spread to say anything

/** Readings that differ from the one before: a figure that is counted once a day and scraped every hour is one reading for 24 scrapes. */
export const readingsOf = (values: readonly number[]): number => values.filter((value, i) => i === 0 || value !== values[i - 1]).length;

/** Of values most of which are equal, so that their MAD is 0. */
function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length);
}

/**
 * How far a stretch lies from the healthy one before it: the modified z-score of the stretch's median.
 *
 * The score (x − median) / (1.4826 × MAD) and its cut-off of 3.5 are those of Iglewicz and Hoaglin, How to Detect and Handle
 * Outliers (ASQC, 1993), also in the NIST/SEMATECH e-Handbook, 1.3.5.17. Medians, as one scrape gone astray must not rank a chart first.
 * A series that hardly moves has a MAD near 0 and would turn any wiggle into a finding, and neighbouring scrapes resemble each other,
 * so the spread is never taken smaller than that of whole stretches while all was well, or than the metric's own normal band says.
 * Where most values are equal both are 0: then it is never smaller than the standard deviation, to which the few others count.
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
  const readings = readingsOf(was);
  if (from === to) return { before: from, during: to, spreads: 0, readings };
  const seen = Math.max(robustSpread(was), wander);
  const known = Math.max(seen > 0 ? seen : standardDeviation(was), bandSpread(metric));
  if (known > 0) return { before: from, during: to, spreads: (to - from) / known, readings };
  const still = Math.max(Math.abs(from), Math.abs(to)) * STILL_SHARE;
  return { before: from, during: to, spreads: (to - from) / still, readings: Infinity };
}

const CUT_OFF = 3.5; // Iglewicz and Hoaglin
const FALSE_ALARMS = 0.01; // of stretches in which nothing happened, the most that may report anything
const CERTAIN = 12; // spreads, which is four times as far as a normal band reaches: needs no more readings to be believed

/**
 * Whether a shift is more than chance among all that were compared. The chance of a false alarm is shared out evenly over the series
 * (Bonferroni), and a spread that rests on few readings is trusted less, as Student's t says; neighbouring readings resemble each other,
 * so only every second one counts.
 * @param compared how many series the stretch was looked at in
 */
export function standsOut({ spreads, readings }: Shift, compared: number): boolean {
  const far = Math.abs(spreads);
  if (far < CUT_OFF || readings === Infinity) return far >= CUT_OFF;
  if (readings === 1 || far >= CERTAIN) return far >= CERTAIN;
  return studentTTwoSided(far, Math.max(1, Math.floor(readings / 2) - 1)) <= FALSE_ALARMS / compared;
}
