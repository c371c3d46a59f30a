import { exp, log } from '../../kernel/math.ts';
import type { Estimate } from './proportions.ts';

/**
 * The mixture sequential probability ratio test: its p value holds at whatever moment one chooses to look and stop.
 * Source: Johari, Koomen, Pekelis and Walsh, "Peeking at A/B tests", KDD 2017.
 * @param tau standard deviation, as a share of 1, of the differences that are expected beforehand
 * @returns the likelihood ratio Λ of "some difference" to "none"; Infinity beyond e^709, NaN where the variance is 0 (nothing varied yet)
 */
export function mixtureLikelihoodRatio({ difference, variance }: Estimate, tau: number): number {
  const wide = variance + tau * tau;
  return variance > 0 ? exp(0.5 * log(variance / wide) + (tau * tau * difference * difference) / (2 * variance * wide)) : NaN;
}

/** The p value that a ratio allows; a sequence of looks keeps the smallest. NaN: no reading. */
export const alwaysValidP = (likelihoodRatio: number): number => (likelihoodRatio < 1 ? 1 : 1 / likelihoodRatio);
