import { normalCdf, normalQuantile } from '../../kernel/math.ts';
import { criticalZ } from './proportions.ts';

/**
 * How much a comparison of two rates needs, and what it can see: two-sided, unpooled variance; a significant result on the wrong side
 * is not counted as power. Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, chapter 4.
 */

/**
 * Trials that the treatment needs so that a true change of the rate is found with this power; rounded up.
 * @param controlRate,treatmentRate in [0, 1] @param alpha two-sided @param power chance of finding it
 * @param controlPerTreatment trials in control for each in treatment @returns Infinity where the rates are equal
 */
export function trialsNeeded(controlRate: number, treatmentRate: number, alpha: number, power: number, controlPerTreatment = 1): number {
  const z = criticalZ(alpha) + normalQuantile(power);
  const change = treatmentRate - controlRate;
  const spread = treatmentRate * (1 - treatmentRate) + (controlRate * (1 - controlRate)) / controlPerTreatment;
  return change === 0 ? Infinity : Math.ceil((z * z * spread) / (change * change));
}

/** The chance that a true change is found with so many trials in each arm. NaN where nothing varies. */
export function powerOf(controlRate: number, treatmentRate: number, controlTrials: number, treatmentTrials: number, alpha: number): number {
  const variance = (controlRate * (1 - controlRate)) / controlTrials + (treatmentRate * (1 - treatmentRate)) / treatmentTrials;
  const change = treatmentRate < controlRate ? controlRate - treatmentRate : treatmentRate - controlRate;
  return normalCdf(change / Math.sqrt(variance) - criticalZ(alpha));
}

/**
 * The smallest true fall of the rate that is found with this power, as a share of 1: where `powerOf` reaches it, a quadratic equation.
 * @returns Infinity where even a fall to 0 would be missed
 */
export function detectableFall(controlRate: number, controlTrials: number, treatmentTrials: number, alpha: number, power: number): number {
  const z = criticalZ(alpha) + normalQuantile(power);
  const perTreatment = (z * z) / treatmentTrials;
  const varied = controlRate * (1 - controlRate);
  const a = 1 + perTreatment;
  const b = perTreatment * (2 * controlRate - 1);
  const c = z * z * (varied / controlTrials + varied / treatmentTrials);
  const fall = (b + Math.sqrt(b * b + 4 * a * c)) / (2 * a);
  return fall <= controlRate ? fall : Infinity;
}
