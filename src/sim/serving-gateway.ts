import type { GatewayParams } from '../parts/gateway/params.ts';
import { spendRetryBudget } from '../parts/gateway/retries.ts';
import { adaptiveDropShare } from '../parts/gateway/throttling.ts';
import type { ServingState } from './serving-state.ts';

const BUDGET_SECONDS = 10; // of unused retry budget that is kept
const THROTTLE_KEEP = 1 - 1 / 120; // of the throttling window, a second

/** What the backend has refused of what reached it, so far. */
export const refusedSoFar = ({ totals }: ServingState): number => totals.shedDeadline + totals.shedFull + totals.noBackend;

/** Share that the gateway drops by itself: adaptive throttling (SRE book, Handling overload) over a window of about two minutes. */
export const throttledShare = (state: ServingState, gateway: GatewayParams): number =>
  gateway.adaptiveThrottlingK === null ? 0 : adaptiveDropShare(state.throttleRequests, state.throttleAccepts, gateway.adaptiveThrottlingK);

/** Refills the retry budget and slides the throttling window by one second. */
export function refill(state: ServingState, gateway: GatewayParams, first: number, attemptsBefore: number, refusedBefore: number): void {
  if (gateway.retryBudgetShare !== null)
    spendRetryBudget(state.ring, first, 0, gateway.retryBudgetShare, gateway.retryBudgetShare * first * BUDGET_SECONDS);
  const requests = state.totals.attempts - attemptsBefore;
  state.throttleRequests = state.throttleRequests * THROTTLE_KEEP + requests;
  state.throttleAccepts = state.throttleAccepts * THROTTLE_KEEP + requests - (refusedSoFar(state) - refusedBefore);
}
