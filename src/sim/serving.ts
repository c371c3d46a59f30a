import { spendRetryBudget } from '../parts/gateway/retries.ts';
import { adaptiveDropShare } from '../parts/gateway/throttling.ts';
import { bookRetry, RETRY_STEP, takeRetries } from '../parts/gateway/retry-ring.ts';
import type { GatewayParams } from '../parts/gateway/params.ts';
import { ATTEMPTS } from '../parts/model-server/cells.ts';
import type { PodGroup } from '../parts/model-server/group.ts';
import { createServed, serveStep, type Served } from '../parts/model-server/serve.ts';
import { stepStore, type StoreState } from '../parts/feature-store/step.ts';
import { countAt } from '../parts/gateway/latency-grid.ts';
import { depositAnswered } from './serving-deposit.ts';
import { holdWorkers, prepareGroups } from './serving-plan.ts';
import type { Conditions, GroupPlan, ServingParams } from './serving-types.ts';
import type { ServingState } from './serving-state.ts';

const EMPTY_503_MS = 12; // a refusal at once
const BUDGET_SECONDS = 10; // of unused retry budget that is kept
const servedBy: Served[] = []; // by place of the plan; filled in every step
const perSecond = new Float64Array(ATTEMPTS);
const groupRates = new Float64Array(ATTEMPTS);

/**
 * One second of the serving path: gateway, pods, feature store and the calls between them. One step while nothing waits and load is
 * well below capacity, five steps otherwise. Source: model.md A.2–A.5, performance.md §2 and §7.
 * @param now seconds since the start, a whole number
 */
export function stepServing(state: ServingState, params: ServingParams, conditions: Conditions, now: number): void {
  const plans = prepareGroups(state, params, conditions, now);
  const throttled = throttle(state, params.gateway);
  const shed = 1 - (1 - conditions.shedShare) * (1 - throttled);
  const first = conditions.rate * (1 - shed);
  state.totals.first += conditions.rate;
  state.totals.shedAtGateway += conditions.rate * shed;
  if (shed > 0) addFailure(state, conditions.rate * shed, 1);
  const steps = isBusy(plans, first) || storeIsBusy(plans, state.store, first) ? params.steps.busy : params.steps.calm;
  const dt = 1 / steps;
  const attempts = state.ring.due.length > 0 ? ATTEMPTS : params.gateway.attempts; // retries outlive a setting that allows no more
  const attemptsBefore = state.totals.attempts;
  const refusedBefore = refusedSoFar(state);
  let workers = 0;
  let cores = 0;
  let coresAll = 0;
  let pods = 0;
  let waitSum = 0;
  let answered = 0;
  for (let s = 0; s < steps; s++) {
    const at = now + s * dt;
    for (let a = 0; a < ATTEMPTS; a++) perSecond[a] = 0;
    perSecond[0] = first;
    const retries = takeRetries(state.ring, at, dt, perSecond);
    state.totals.attempts += (first + retries) * dt;
    state.totals.retries += retries * dt;
    if (plans.length === 0) {
      for (let a = 0; a < ATTEMPTS; a++) fail(state, params.gateway, a, perSecond[a]! * dt, at + dt, EMPTY_503_MS, 'noBackend');
      continue;
    }
    let lookups = 0;
    if (s > 0) holdWorkers(plans, state.store, params);
    for (let g = 0; g < plans.length; g++) {
      const plan = plans[g]!;
      const { group } = plan;
      const served = (servedBy[g] ??= createServed());
      for (let a = 0; a < attempts; a++) groupRates[a] = (perSecond[a]! * plan.weight) / group.count;
      serveStep(group, params.server, at, dt, groupRates, plan.capacity, plan.watch, attempts, served);
      lookups += served.total * group.count * plan.lookupShare;
    }
    stepStore(state.store, params.store, lookups / dt, openPods(state), conditions.fetchCutSeconds, conditions.partitionFactor, dt);
    for (let g = 0; g < plans.length; g++) {
      const plan = plans[g]!;
      const { group } = plan;
      const served = servedBy[g]!;
      account(state, params, conditions, plan, served, at, dt, attempts);
      waitSum += served.ageSum * group.count;
      answered += served.total * group.count;
      const busyCores = ((served.total / dt) * plan.cpuMs) / 1000;
      const busyWorkers = (served.total / dt) * plan.heldSeconds + plan.atStore;
      group.busyCores = busyCores < plan.cores ? busyCores : plan.cores;
      group.busyWorkers = busyWorkers < params.server.workersPerPod ? busyWorkers : params.server.workersPerPod;
      group.capacity = plan.capacity;
      plan.meter.cpuSeconds += group.busyCores * dt * group.count;
      plan.meter.coreSeconds += plan.cores * dt * group.count;
      plan.meter.requests += served.total * group.count;
      plan.meter.waitSum += served.ageSum * group.count;
      workers += group.busyWorkers * group.count * dt;
      cores += group.busyCores * group.count * dt;
      coresAll += plan.cores * group.count * dt;
      pods += group.count * dt;
    }
  }
  refill(state, params.gateway, first, attemptsBefore, refusedBefore);
  state.workersBusy = pods > 0 ? workers / pods / params.server.workersPerPod : 0;
  state.cpuShare = coresAll > 0 ? cores / coresAll : 0;
  state.queueWaitMs = answered > 0 ? (waitSum / answered) * 1000 : 0;
  let queued = 0;
  for (const group of state.groups) queued += group.cells.total * group.count;
  state.queued = queued;
  for (let i = state.groups.length - 1; i >= 0; i--) {
    const group = state.groups[i]!;
    if (group.phase === 'draining' && group.cells.count === 0) state.groups.splice(i, 1);
  }
}

/** Pods that hold store connections: all that have started. */
function openPods(state: ServingState): number {
  let pods = 0;
  for (const group of state.groups) if (group.phase !== 'booting') pods += group.count;
  return pods;
}

function isBusy(plans: readonly GroupPlan[], rate: number): boolean {
  for (const plan of plans) {
    if (plan.group.cells.count > 0) return true;
    if (plan.capacity < (1.05 * rate * plan.weight) / plan.group.count) return true;
  }
  return false;
}

/** Whether lookups wait at the busiest partition, or are about to. */
function storeIsBusy(plans: readonly GroupPlan[], store: StoreState, rate: number): boolean {
  if (store.queue > 0) return true;
  let lookups = 0;
  for (const plan of plans) lookups += rate * plan.weight * plan.lookupShare;
  return lookups > 0.95 * store.capacity;
}

/** What one group's step did: failures and retries booked, answers put on the meter's grid. */
function account(
  state: ServingState,
  params: ServingParams,
  conditions: Conditions,
  plan: GroupPlan,
  served: Served,
  at: number,
  dt: number,
  attempts: number,
): void {
  const n = plan.group.count;
  const gateway = params.gateway;
  const totals = state.totals;
  let lost = 0;
  totals.expired += served.expired * n;
  for (let a = 0; a < attempts; a++) {
    const late = served.shedDeadline[a]! * n;
    if (late > 0) fail(state, gateway, a, late, at + dt, params.server.queueDeadlineMs, 'shedDeadline');
    const full = served.shedFull[a]! * n;
    if (full > 0) fail(state, gateway, a, full, at + dt, EMPTY_503_MS, 'shedFull');
    lost += served.attempts[a]!;
  }
  const failures = served.failures;
  for (let k = 0; k < failures.count; k++) retry(state, gateway, failures.attempt[k]!, failures.amount[k]! * n, failures.at[k]!, true);
  const total = lost * n;
  if (total <= 0) return;
  const age = served.ageSum / served.total;
  const lookups = total * plan.lookupShare;
  let refused = 0;
  if (!conditions.storeDefaults) {
    const full = lookups * state.store.overflowShare;
    const cut = lookups * Math.min(state.store.cutShare, 1 - state.store.overflowShare);
    if (full > 0) addFailure(state, full, age * 1000 + EMPTY_503_MS);
    if (cut > 0) addFailure(state, cut, (age + conditions.fetchCutSeconds) * 1000);
    refused = full + cut;
    totals.storeRefused += refused;
  }
  totals.answered += total - refused;
  if (plan.watch !== null) {
    let inTime = 0;
    for (let a = 0; a < ATTEMPTS; a++) inTime += served.inTime[a]!;
    totals.inTime += inTime * n;
    totals.lateWatched += total - inTime * n;
  }
  totals.lookups += lookups;
  totals.hotLookups += total * conditions.hotKeyShare;
  totals.localHits += total * plan.localHits;
  totals.outboundCalls += total * plan.callsPerRequest;
  totals.outboundTimeouts += total * plan.timeoutsPerRequest;
  totals.degraded +=
    total * plan.degradedShare +
    (conditions.storeDefaults
      ? lookups * (state.store.cutShare > state.store.overflowShare ? state.store.cutShare : state.store.overflowShare)
      : 0);
  const fetched = total > refused ? (lookups - refused) / (total - refused) : 0; // who was refused a fetch is not among the answered
  depositAnswered(plan, total - refused, fetched, age, conditions, state.store);
}

type FailureKind = 'shedDeadline' | 'shedFull' | 'noBackend';

function fail(
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
function retry(state: ServingState, gateway: GatewayParams, attempt: number, amount: number, at: number, timedOut: boolean): void {
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
    if (!timedOut) addFailure(state, lost, EMPTY_503_MS);
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
  addFailure(state, lost, 900);
}

/** What the backend has refused of what reached it, so far. */
const refusedSoFar = (state: ServingState): number => state.totals.shedDeadline + state.totals.shedFull + state.totals.noBackend;

/** Share that the gateway drops by itself: adaptive throttling (SRE book, Handling overload) over a window of about two minutes. */
function throttle(state: ServingState, gateway: GatewayParams): number {
  if (gateway.adaptiveThrottlingK === null) return 0;
  return adaptiveDropShare(state.throttleRequests, state.throttleAccepts, gateway.adaptiveThrottlingK);
}

/** Refills the retry budget and slides the throttling window by one second. */
function refill(state: ServingState, gateway: GatewayParams, first: number, attemptsBefore: number, refusedBefore: number): void {
  if (gateway.retryBudgetShare !== null)
    spendRetryBudget(state.ring, first, 0, gateway.retryBudgetShare, gateway.retryBudgetShare * first * BUDGET_SECONDS);
  const keep = 1 - 1 / 120;
  const requests = state.totals.attempts - attemptsBefore;
  state.throttleRequests = state.throttleRequests * keep + requests;
  state.throttleAccepts = state.throttleAccepts * keep + requests - (refusedSoFar(state) - refusedBefore);
}
