import { ZERO } from '../../kernel/zero.ts';
import type { Exposure } from './exposure.ts';
import type { SuccessesParams } from './params.ts';

export interface SuccessesState {
  lostEur: number; // successes lost against a night without trouble; below 0 where it went better
  lostPerMinute: number; // € a minute, in the last tick
  delayEur: number; // a release that comes later
  pageEur: number; // people who were paged
  costEur: number; // training, running twice, samples thrown away
}

export const createSuccesses = (): SuccessesState => ({
  lostEur: ZERO,
  lostPerMinute: ZERO,
  delayEur: ZERO,
  pageEur: ZERO,
  costEur: ZERO,
});

/**
 * Books what a tick lost against what a night without trouble would have brought, in expected successes.
 * @param counts whether it is booked: before the trouble nothing is
 */
export function bookSuccesses(state: SuccessesState, params: SuccessesParams, exposure: Exposure, seconds: number, counts: boolean): void {
  let lost = 0;
  for (let cell = 0; cell < exposure.arrivals.length; cell += 1)
    lost += exposure.arrivals[cell]! * (exposure.planned[cell]! - exposure.success[cell]!);
  const eur = counts ? lost * params.eurPerSuccess : 0;
  state.lostEur += eur;
  state.lostPerMinute = (eur * 60) / seconds;
}

/** What it has cost since the start, in euro. */
export const successesEur = (state: SuccessesState): number => state.lostEur + state.delayEur + state.pageEur + state.costEur;

/** The estimate of the impact rate from the pager's metric alone, the same function whatever the cause. €/min. @param worse how far it is off, on the bad side */
export const pagerEstimate = (params: SuccessesParams, worse: number): number =>
  worse > 0 ? (params.pagerEurPerMinute * worse) / params.pagerUnit : 0;
