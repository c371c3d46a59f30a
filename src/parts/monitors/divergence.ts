import { log } from '../../kernel/math.ts';

/** How far a window's histogram lies from the reference's, over the same bins. */
export interface Divergence {
  readonly psi: number; // population stability index: Σ(a − e)·ln(a/e), 0 and up
  readonly jsDistance: number; // square root of the Jensen–Shannon divergence, natural logarithm, 0 to √ln 2
  readonly kl: number; // Kullback–Leibler divergence of the window from the reference, nats
  readonly totalVariation: number; // half of what the shares differ by, 0 to 1
  readonly hellinger: number; // 0 to 1
  readonly largestShift: number; // of one bin's share, 0 to 1
  readonly ks: number; // largest distance of the two running sums, for bins that have an order
}

/** The share that stands in for an empty bin, where a logarithm needs one. Source: evidentlyai/evidently, PSI. */
export const EMPTY_SHARE = 0.0001;

const totalOf = (counts: ArrayLike<number>): number => {
  let total = 0;
  for (let bin = 0; bin < counts.length; bin += 1) total += counts[bin] as number;
  return total;
};

const UNKNOWN: Divergence = { psi: NaN, jsDistance: NaN, kl: NaN, totalVariation: NaN, hellinger: NaN, largestShift: NaN, ks: NaN };

/** The population stability index alone, bit for bit as `divergence` has it: a third of its logarithms, where nothing else is read. */
export function stabilityIndex(reference: ArrayLike<number>, window: ArrayLike<number>): number {
  const referenceTotal = totalOf(reference);
  const windowTotal = totalOf(window);
  if (!(referenceTotal > 0 && windowTotal > 0)) return NaN;
  let psi = 0;
  for (let bin = 0; bin < reference.length; bin += 1) {
    const e = (reference[bin] as number) / referenceTotal;
    const a = (window[bin] as number) / windowTotal;
    const filledE = e === 0 ? EMPTY_SHARE : e;
    const filledA = a === 0 ? EMPTY_SHARE : a;
    psi += (filledA - filledE) * log(filledA / filledE);
  }
  return psi;
}

/**
 * All distances of two histograms, in one pass. The bins are the reference's and stay fixed. Figures are NaN where either is empty.
 * Source: definitions as in scipy and Evidently.
 * @param reference, window counts or shares by bin, in the same order; each is scaled to a sum of 1
 */
export function divergence(reference: ArrayLike<number>, window: ArrayLike<number>): Divergence {
  const [referenceTotal, windowTotal] = [totalOf(reference), totalOf(window)];
  if (!(referenceTotal > 0 && windowTotal > 0)) return UNKNOWN;
  let [psi, js, kl, variation, hellinger, largestShift, ks, running] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let bin = 0; bin < reference.length; bin += 1) {
    const e = (reference[bin] as number) / referenceTotal;
    const a = (window[bin] as number) / windowTotal;
    const shift = Math.abs(a - e);
    const middle = (a + e) / 2;
    const [filledE, filledA] = [e === 0 ? EMPTY_SHARE : e, a === 0 ? EMPTY_SHARE : a];
    psi += (filledA - filledE) * log(filledA / filledE);
    if (a > 0) kl += a * log(a / filledE);
    if (a > 0) js += (a / 2) * log(a / middle);
    if (e > 0) js += (e / 2) * log(e / middle);
    variation += shift;
    const root = Math.sqrt(a) - Math.sqrt(e);
    hellinger += root * root;
    if (shift > largestShift) largestShift = shift;
    running += a - e;
    if (Math.abs(running) > ks) ks = Math.abs(running);
  }
  return {
    psi,
    jsDistance: js < 0 ? 0 : Math.sqrt(js), // rounding alone takes it below 0
    kl,
    totalVariation: variation / 2,
    hellinger: Math.sqrt(hellinger / 2),
    largestShift,
    ks,
  };
}
