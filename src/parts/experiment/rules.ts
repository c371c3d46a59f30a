import { obrienFlemingBound, pocockBound } from './boundaries.ts';
import type { ExperimentParams } from './params.ts';
import { criticalZ, intervalOf, type Estimate } from './proportions.ts';

/** What the rule that was agreed on beforehand says after a look. */
export type Decision = 'continue' | 'stop-for-harm' | 'ramp' | 'conclude' | 'distrust';

/**
 * How large |z| must be at a look for the rule to call the difference real: Infinity where it does not read, NaN for the always-valid
 * rule, which reads its own p value. @param look 1 is the first
 */
export function boundAt({ rule, looks, alpha }: ExperimentParams, look: number): number {
  if (rule === 'always-valid') return NaN;
  if (look < 1) return Infinity;
  if (rule === 'every-look') return criticalZ(alpha);
  if (rule === 'single-look') return look === looks ? criticalZ(alpha) : Infinity;
  if (look > looks) return Infinity; // nothing of alpha is left after the last planned look
  return rule === 'pocock' ? pocockBound(looks, alpha) : obrienFlemingBound(look, looks, alpha);
}

/** What a look has to go by. */
export interface Reading {
  readonly look: number;
  readonly estimate: Estimate;
  readonly z: number; // of that estimate
  readonly alwaysValidP: number; // the smallest so far
  readonly mismatch: boolean; // the split is not the one designed
  readonly leastTrials: number; // of the smaller arm
}

/**
 * Stops for harm where the rule's bound is crossed on the harmful side, ramps where the interval excludes a loss beyond the margin, and
 * concludes when the planned looks are used up. A look that cannot be read (z is NaN) decides nothing.
 */
export function decide(params: ExperimentParams, reading: Reading): Decision {
  const { look, estimate, z, alwaysValidP, mismatch, leastTrials } = reading;
  if (look < 1 || leastTrials < params.leastTrials || Number.isNaN(z)) return 'continue';
  if (mismatch) return 'distrust';
  const sign = params.harm === 'fall' ? 1 : -1; // of a good difference
  const real = params.rule === 'always-valid' ? alwaysValidP <= params.alpha : Math.abs(z) >= boundAt(params, look);
  if (real && sign * z < 0) return 'stop-for-harm';
  const { low, high } = intervalOf(estimate, params.clearConfidence);
  const reads = params.rule !== 'single-look' || look === params.looks;
  if (reads && (params.harm === 'fall' ? low : -high) > -params.clearMargin) return 'ramp';
  return look >= params.looks ? 'conclude' : 'continue';
}
