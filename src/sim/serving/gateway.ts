import type { GatewayParams } from '../../parts/gateway/params.ts';
import { spendRetryBudget } from '../../parts/gateway/retries.ts';
import { adaptiveDropShare } from '../../parts/gateway/throttling.ts';
import type { ServingState } from './path-state.ts';

const BUDGET_SECONDS = 10; // of unused retry budget that is kept
const THROTTLE_KEEP = 1 - 1 / 120; // of the throttling window, a second

/** What the backend has refused of what reached it, so far. */
export const refusedSoFar = ({ totals }: ServingState): number => totals.shedDeadline + totals.shedFull + totals.noBackend;

/** Share that the gateway drops by itself: adaptive throttling (SRE book, Handling overload) over a window of about two minutes. */
export const throttledShare = (state: ServingState, gateway: GatewayParams): number =>
  gateway.adaptiveThrottlingK === null ? 0 : adaptiveDropShare(state.throttleRequests, state.throttleAccepts, gateway.adaptiveThrottlingK);

/** What a second's first attempts add to the retry budget, where there is one. */
export function refillBudget(state: ServingState, gateway: GatewayParams, first: number): void {
  const share = gateway.retryBudgetShare;
  if (share !== null) spendRetryBudget(state.ring, first, 0, share, share * first * BUDGET_SECONDS);
}

/** Slides the throttling window by one second in which so many attempts were made and refused. */
export function slideThrottle(state: ServingState, attempts: number, refused: number): void {
  state.throttleRequests = state.throttleRequests * THROTTLE_KEEP + attempts;
  state.throttleAccepts = state.throttleAccepts * THROTTLE_KEEP + attempts - refused;
}
