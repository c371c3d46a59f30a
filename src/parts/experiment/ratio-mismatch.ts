import { chiSquareTail } from '../../kernel/special.ts';

export interface ChiSquare {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/**
 * Sample ratio mismatch: do the arms have the sizes that the design gave them? Where they do not, whatever sends trials to the arms
 * (or loses them) is broken, and no other figure of the experiment can be trusted.
 * Source: Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments", KDD 2019.
 * @param trials counted, by arm @param shares as designed, by arm, above 0, sum 1
 */
export function sampleRatioTest(trials: readonly number[], shares: readonly number[]): ChiSquare {
  const total = trials.reduce((sum, n) => sum + n, 0);
  let chiSquare = 0;
  trials.forEach((n, arm) => {
    const expected = total * shares[arm]!;
    chiSquare += ((n - expected) * (n - expected)) / expected;
  });
  return { chiSquare, degreesOfFreedom: trials.length - 1, p: chiSquareTail(chiSquare, trials.length - 1) };
}

/**
 * Pearson's test of homogeneity: are the arms made of the same strata? Arms of the right sizes may still hold different people.
 * Strata that hold nobody do not count. NaN where an arm is empty or fewer than two strata are left.
 * @param control,treatment trials by stratum
 */
export function sameMixTest(control: readonly number[], treatment: readonly number[]): ChiSquare {
  const controls = control.reduce((sum, n) => sum + n, 0);
  const treated = treatment.reduce((sum, n) => sum + n, 0);
  let chiSquare = 0;
  let strata = 0;
  control.forEach((inControl, stratum) => {
    const both = inControl + treatment[stratum]!;
    if (both === 0) return;
    strata += 1;
    const off = inControl - (both * controls) / (controls + treated); // the same in both arms, with opposite sign
    chiSquare += (off * off * (controls + treated) * (1 / controls + 1 / treated)) / both;
  });
  return { chiSquare, degreesOfFreedom: strata - 1, p: chiSquareTail(chiSquare, strata - 1) };
}
