import { differenceOf, type Arm, type Estimate } from './proportions.ts';

/** A difference that is freed of the arms' different mix. */
export interface MixAdjusted extends Estimate {
  readonly coveredShare: number; // of all trials, in strata that both arms have
}

/**
 * The post-stratified difference: the differences within strata, weighted by each stratum's share of all trials of both arms. Where one
 * arm drew more of a stratum than the other, the raw difference holds that too; this one does not. A stratum that an arm lacks is left
 * out. Source: Miratrix, Sekhon and Yu, J. R. Stat. Soc. B 75 (2013).
 * @param control,treatment by stratum @returns NaN where no stratum is in both arms
 */
export function mixAdjustedDifference(control: readonly Arm[], treatment: readonly Arm[]): MixAdjusted {
  let all = 0;
  let covered = 0;
  let difference = 0;
  let variance = 0;
  control.forEach((inControl, stratum) => {
    const treated = treatment[stratum]!;
    const weight = inControl.trials + treated.trials;
    all += weight;
    if (inControl.trials === 0 || treated.trials === 0) return;
    covered += weight;
    const within = differenceOf(inControl, treated);
    difference += weight * within.difference;
    variance += weight * weight * within.variance;
  });
  return { difference: difference / covered, variance: variance / covered / covered, coveredShare: covered / all };
}
