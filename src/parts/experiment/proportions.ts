import { normalCdf, normalQuantile } from '../../kernel/math.ts';

// No installed library computes these, and a published one would call the engine's exp: they stand on kernel/math and kernel/special.

/** What one arm of an experiment, or one stratum of it, has counted. */
export interface Arm {
  readonly trials: number; // users, sessions or requests, by what is randomised
  readonly successes: number;
}

/** An estimate of treatment minus control, as shares of 1, with the variance of the estimate. */
export interface Estimate {
  readonly difference: number;
  readonly variance: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Share of successes; NaN without trials. */
export const rate = ({ trials, successes }: Arm): number => successes / trials;

const varianceOfRate = (arm: Arm): number => (rate(arm) * (1 - rate(arm))) / arm.trials;

/** Treatment minus control, its variance from each arm's own rate (unpooled, as intervals want it). NaN where an arm is empty. */
export const differenceOf = (control: Arm, treatment: Arm): Estimate => ({
  difference: rate(treatment) - rate(control),
  variance: varianceOfRate(control) + varianceOfRate(treatment),
});

/**
 * z of the two-proportion test: under the hypothesis of no difference both arms share one rate (pooled).
 * NaN where an arm is empty, or where nobody or everybody has succeeded.
 */
export function pooledZ(control: Arm, treatment: Arm): number {
  const pooled = (control.successes + treatment.successes) / (control.trials + treatment.trials);
  return (rate(treatment) - rate(control)) / Math.sqrt(pooled * (1 - pooled) * (1 / control.trials + 1 / treatment.trials));
}

/** The chance of a standard normal at least this far from 0, on either side. */
export const twoSidedP = (z: number): number => 2 * normalCdf(z < 0 ? z : -z);

/** The value of |z| that a single two-sided test at this level must exceed. */
export const criticalZ = (alpha: number): number => -normalQuantile(alpha / 2);

/** The normal (Wald) interval of an estimate. @param confidence such as 0.95 */
export function intervalOf({ difference, variance }: Estimate, confidence: number): Interval {
  const half = criticalZ(1 - confidence) * Math.sqrt(variance);
  return { low: difference - half, high: difference + half };
}
