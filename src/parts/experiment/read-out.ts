import type { Arm, Interval } from './proportions.ts';
import type { ChiSquare } from './ratio-mismatch.ts';
import type { Decision } from './rules.ts';

/** A difference as it is shown: treatment minus control, shares of 1. */
export interface ShownDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval; // at the confidence of the parameters
  readonly z: number;
  readonly p: number; // two-sided, as if this were the only look
}

/** One stratum, read alone: of many strata some look bad by chance. */
export interface StratumReadOut {
  readonly stratum: string;
  readonly control: Arm;
  readonly treatment: Arm;
  readonly raw: ShownDifference;
}

/** What an experiment shows when it is read. NaN: there is nothing to compute it from. */
export interface ReadOut {
  readonly control: Arm;
  readonly treatment: Arm;
  readonly controlRate: number;
  readonly treatmentRate: number;
  readonly raw: ShownDifference; // whatever the arms are made of
  readonly split: ChiSquare; // arm sizes against the design
  readonly mismatch: boolean; // they are not those designed: nothing else here can be trusted
  readonly mix: ChiSquare; // strata of the one arm against those of the other
  readonly mixAdjusted: ShownDifference; // post-stratified
  readonly coveredShare: number; // of trials, in strata that both arms have
  readonly strata: readonly StratumReadOut[];
  readonly trialsNeeded: number; // in treatment, at this split, to find the smallest effect that must not be missed
  readonly power: number; // of finding that effect with the trials so far
  readonly detectableChange: number; // what these trials would find with the planned power
  readonly look: number; // looks taken, this one with them
  readonly bound: number; // of |z| at this look, by the rule
  readonly alwaysValidP: number; // smallest of all looks
  readonly falsePositiveRate: number; // of so many looks at this alpha without correction, were there no difference
  readonly decision: Decision;
}
