import { exp, log, normalQuantile } from '../../kernel/math.ts';

/** Trials and successes. */
export interface Counted {
  readonly trials: number;
  readonly successes: number;
}

/** How far a group's rate lies from what the rest's would lead one to expect. */
export interface Contrast {
  readonly change: number; // relative: −0.36 where a third fewer succeed
  readonly low: number; // of a 95 % interval
  readonly high: number;
  readonly z: number; // of its logarithm
}

/** Variance of the logarithm of a rate, by the delta method. */
const logVariance = ({ trials, successes }: Counted): number => (1 - successes / trials) / successes;
const logRate = ({ trials, successes }: Counted): number => log(successes / trials);
const usable = ({ trials, successes }: Counted): boolean => trials > 0 && successes > 0;

/**
 * A group's rate over the rest's, against the same ratio before; where there is no before, against none (a ratio of 1). What moves
 * everyone alike cancels. Source: the ratio of two rates on the log scale, Fleiss, Levin and Paik, chapter 6. NaN where a side of it
 * has no successes.
 */
export function contrastOf(group: Counted, rest: Counted, before: { readonly group: Counted; readonly rest: Counted } | null): Contrast {
  if (!usable(group) || !usable(rest)) return { change: NaN, low: NaN, high: NaN, z: NaN };
  let apart = logRate(group) - logRate(rest);
  let variance = logVariance(group) + logVariance(rest);
  if (before !== null && usable(before.group) && usable(before.rest)) {
    apart -= logRate(before.group) - logRate(before.rest);
    variance += logVariance(before.group) + logVariance(before.rest);
  }
  const sd = Math.sqrt(variance);
  const half = normalQuantile(0.975) * sd;
  return { change: exp(apart) - 1, low: exp(apart - half) - 1, high: exp(apart + half) - 1, z: apart / sd };
}
