import { ZERO } from '../../kernel/zero.ts';
import type { Taken } from '../decisions/policy.ts';
import type { OutcomesParams } from './params.ts';

export interface OutcomesState {
  decisionsEur: number; // beyond what a world without faults has cost by now
  staffEur: number;
  oneOffEur: number;
  eurPerHour: number; // of decisions and staff, at this moment
}

export const createOutcomes = (): OutcomesState => ({ decisionsEur: ZERO, staffEur: ZERO, oneOffEur: ZERO, eurPerHour: ZERO });

/** Share of offers that are accepted. */
export function acceptance(params: OutcomesParams, { rows, positives, movedPositives }: Taken): number {
  if (!(rows > 0)) return NaN;
  const accepted =
    (positives - movedPositives) * params.acceptedIfPositive +
    movedPositives * params.acceptedIfMoved +
    (rows - positives) * params.acceptedIfNegative;
  return accepted / rows;
}

/** How much more a wrongly selected row costs that waits for its verdict. */
export function waitFactor(params: OutcomesParams, waitHours: number): number {
  if (params.longWaitHours <= params.waitHours) return 1;
  const share = (waitHours - params.waitHours) / (params.longWaitHours - params.waitHours);
  return 1 + (params.longWaitFactor - 1) * Math.min(1, Math.max(0, share));
}

/** What decisions on some rows cost, in euro. @param selected of all rows */
export function costOf(params: OutcomesParams, all: Taken, selected: Taken, waitHours: number): number {
  const negatives = selected.rows - selected.positives;
  const restPositives = all.positives - selected.positives;
  const restNegatives = all.rows - selected.rows - restPositives;
  const matrix =
    selected.positives * params.selectedPositiveEur +
    negatives * params.selectedNegativeEur * waitFactor(params, waitHours) +
    restPositives * params.restPositiveEur +
    restNegatives * params.restNegativeEur;
  if (params.offerEur === 0 || !(selected.rows > 0)) return matrix;
  const accepted = selected.rows * acceptance(params, selected);
  return matrix + (selected.rows - accepted) * params.offerEur - accepted * params.acceptedEur;
}

/** An hour passes. @param decisionsEur,staffEur beyond what is normal in that hour */
export function bookHour(state: OutcomesState, decisionsEur: number, staffEur: number): void {
  state.decisionsEur += decisionsEur;
  state.staffEur += staffEur;
  state.eurPerHour = decisionsEur + staffEur;
}

export const outcomesEur = (state: OutcomesState): number => state.decisionsEur + state.staffEur + state.oneOffEur;

/** The estimate of the impact rate from the pager's metric alone, whatever the cause. €/min */
export const pagerEstimate = (params: OutcomesParams, value: number): number => {
  const rate = (value - params.pagerNormal) * params.pagerEurPerMinute;
  return value === value && rate > 0 ? rate : 0;
};
