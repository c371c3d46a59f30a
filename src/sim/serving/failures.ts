import { countAt } from '../../parts/gateway/latency-grid.ts';
import type { GatewayParams } from '../../parts/gateway/params.ts';
import { spendRetryBudget } from '../../parts/gateway/retries.ts';
import { bookRetry, RETRY_STEP } from '../../parts/gateway/retry-ring.ts';
import type { PodGroup } from '../../parts/model-server/group.ts';
import type { ServingState } from './path-state.ts';

export const REFUSED_MS = 12; // a 503 at once
const RESET_MS = 900; // how long a request that a killed pod held had taken, mean

export type FailureKind = 'shedDeadline' | 'shedFull' | 'noBackend';

/** Books requests that the backend refused: tried again where that is allowed, else failed with the time that elapsed. */
export function fail(
  state: ServingState,
  gateway: GatewayParams,
  attempt: number,
  amount: number,
  at: number,
  elapsedMs: number,
  kind: FailureKind,
): void {
  if (amount <= 0) return;
  state.totals[kind] += amount;
  if (gateway.attempts > 1) retry(state, gateway, attempt, amount, at, false);
  else {
    state.totals.abandoned += amount;
    addFailure(state, amount, elapsedMs);
  }
}

/** A failed attempt is tried again while attempts and budget last; else the client has failed for good. */
export function retry(state: ServingState, gateway: GatewayParams, attempt: number, amount: number, at: number, timedOut: boolean): void {
  let again = attempt + 1 < gateway.attempts ? amount : 0;
  if (again > 0 && gateway.retryBudgetShare !== null) again = spendRetryBudget(state.ring, 0, again, gateway.retryBudgetShare, Infinity);
  const lost = amount - again;
  if (again > 0) {
    let backoff = gateway.backoffBaseMs / 1000;
    for (let k = 0; k < attempt; k++) backoff *= 2;
    bookRetry(state.ring, attempt + 1, again, at + (backoff > RETRY_STEP ? backoff : RETRY_STEP));
  }
  if (lost > 0) {
    state.totals.abandoned += lost;
    if (attempt + 1 < gateway.attempts) state.totals.retriesDenied += lost;
    if (!timedOut) addFailure(state, lost, REFUSED_MS);
  }
}

export function addFailure(state: ServingState, amount: number, elapsedMs: number): void {
  countAt(state.failCounts, amount, elapsedMs);
  state.failSum += amount * elapsedMs;
}

/** Requests that wait in pods which are killed: their connections are reset. */
export function loseQueue(state: ServingState, group: PodGroup): void {
  const lost = group.cells.total * group.count;
  if (lost <= 0) return;
  state.totals.lostAtRestart += lost;
  addFailure(state, lost, RESET_MS);
}
