import { createStoreDemand, stepStore, type StoreState } from '../../parts/feature-store/step.ts';
import { takeRetries } from '../../parts/gateway/retry-ring.ts';
import { ATTEMPTS } from '../../parts/model-server/cells.ts';
import { clearServed, createArriving, createServed, serveStep, type Served } from '../../parts/model-server/serve.ts';
import { addFailure, fail, REFUSED_MS } from './failures.ts';
import { refillBudget, refusedSoFar, slideThrottle, throttledShare } from './gateway.ts';
import { holdWorkers, prepareGroups } from './plan.ts';
import { createUse, settle } from './settle.ts';
import { clearToll, createToll, takeToll } from './toll.ts';
import type { ServingState } from './path-state.ts';
import type { Conditions, GroupPlan, ServingParams } from './types.ts';

const STEADY = 0.02; // of the store's capacity

const servedBy: Served[] = []; // by place of the plan; filled in every step
const perSecond = new Float64Array(ATTEMPTS);
const arriving = createArriving();
const demand = createStoreDemand();
const use = createUse();
const toll = createToll();

/**
 * One second of the serving path: gateway, pods, feature store and the calls between them. A pool by itself is stepped once, exactly;
 * pools that wait for one store, or meet retries, step together, five times, since they move each other.
 * Numbers travel in objects that are used again: as arguments of a call they would be boxed, thousands of times an episode.
 * Source: model.md A.2–A.5, performance.md §2 and §7.
 * @param now seconds since the start, a whole number
 */
export function stepServing(state: ServingState, params: ServingParams, conditions: Conditions, now: number): void {
  const plans = prepareGroups(state, params, conditions, now);
  const { totals } = state;
  const { gateway } = params;
  const shed = 1 - (1 - conditions.shedShare) * (1 - throttledShare(state, gateway));
  const first = conditions.rate * (1 - shed);
  totals.first += conditions.rate;
  if (shed > 0) {
    totals.shedAtGateway += conditions.rate * shed;
    addFailure(state, conditions.rate * shed, 1);
  }
  const attemptsBefore = totals.attempts;
  const refusedBefore = refusedSoFar(state);
  use.workers = use.cores = use.coresInAll = use.pods = use.waitSum = use.answered = 0;
  demand.pods = openPods(state);
  demand.cutSeconds = conditions.fetchCutSeconds;
  demand.partitionFactor = conditions.partitionFactor;
  perSecond[0] = first;
  const retrying = gateway.attempts > 1 || state.ring.due.length > 0; // retries outlive a setting that allows no more
  const waitingTogether = storeIsBusy(plans, state);
  if (retrying || waitingTogether || plans.length === 0) stepTogether(state, params, conditions, plans, now, waitingTogether);
  else stepApart(state, params, conditions, plans, now);
  if (gateway.attempts > 1) refillBudget(state, gateway, first);
  if (gateway.adaptiveThrottlingK !== null) slideThrottle(state, totals.attempts - attemptsBefore, refusedSoFar(state) - refusedBefore);
  state.cpuShare = use.coresInAll > 0 ? use.cores / use.coresInAll : 0;
  state.queueWaitMs = use.answered > 0 ? (use.waitSum / use.answered) * 1000 : 0;
  let queued = 0;
  for (let i = state.groups.length - 1; i >= 0; i--) {
    const group = state.groups[i]!;
    queued += group.cells.total * group.count;
    if (group.cells.count === 0 && group.phase === 'draining') state.groups.splice(i, 1);
  }
  state.queued = queued;
  state.workersBusy = use.pods > 0 ? (use.workers + queued) / use.pods / params.server.workersPerPod : 0; // what waits for a core sits at a worker
}

/** Nothing waits at the store and nobody retries: each pool goes its own way through the second. */
function stepApart(state: ServingState, params: ServingParams, conditions: Conditions, plans: readonly GroupPlan[], now: number): void {
  const first = perSecond[0]!;
  state.totals.attempts += first;
  let lookups = 0;
  for (let g = 0; g < plans.length; g++) lookups += first * plans[g]!.weight * plans[g]!.lookupShare;
  demand.lookupsPerSecond = lookups;
  demand.seconds = 1;
  stepStore(state.store, params.store, demand);
  clearToll(toll);
  takeToll(toll, state.store, 1);
  const { calm, queue } = params.steps;
  const served = (servedBy[0] ??= createServed());
  arriving.attempts = 1;
  arriving.watch = null;
  for (let g = 0; g < plans.length; g++) {
    const plan = plans[g]!;
    arriving.perSecond[0] = (first * plan.weight) / plan.group.count;
    arriving.capacity = plan.capacity;
    const steps = isBusy(plan, arriving.perSecond[0]) ? queue : calm;
    arriving.seconds = 1 / steps;
    clearServed(served, 1);
    for (let s = 0; s < steps; s++) {
      arriving.from = now + s * arriving.seconds;
      serveStep(plan.group.cells, params.server, arriving, served);
    }
    settle(state, params, conditions, plan, arriving, served, toll, use);
  }
}

/**
 * All pools in step: what waits at the store holds workers of all of them, and retries come back to all of them. While the store's
 * delay hardly moves, a second is settled as a whole.
 */
function stepTogether(
  state: ServingState,
  params: ServingParams,
  conditions: Conditions,
  plans: readonly GroupPlan[],
  now: number,
  waitingTogether: boolean,
): void {
  const first = perSecond[0]!;
  const { store } = state;
  let busy = waitingTogether;
  for (let g = 0; g < plans.length && !busy; g++) busy = isBusy(plans[g]!, (first * plans[g]!.weight) / plans[g]!.group.count);
  const steps = busy ? params.steps.busy : params.steps.calm;
  const dt = 1 / steps;
  const attempts = state.ring.due.length > 0 ? ATTEMPTS : params.gateway.attempts;
  let steady = false;
  arriving.attempts = attempts;
  arriving.seconds = dt;
  demand.seconds = dt;
  for (let s = 0; s < steps; s++) {
    arriving.from = now + s * dt;
    for (let a = 1; a < ATTEMPTS; a++) perSecond[a] = 0;
    if (attempts > 1) state.totals.retries += takeRetries(state.ring, arriving.from, dt, perSecond) * dt;
    for (let a = 0; a < attempts; a++) state.totals.attempts += perSecond[a]! * dt;
    if (plans.length === 0) {
      for (let a = 0; a < ATTEMPTS; a++) fail(state, params.gateway, a, perSecond[a]! * dt, arriving.from + dt, REFUSED_MS, 'noBackend');
      continue;
    }
    if (s > 0) holdWorkers(plans, store, params);
    const afresh = s === 0 || !steady;
    if (afresh) clearToll(toll);
    let lookups = 0;
    for (let g = 0; g < plans.length; g++) {
      const plan = plans[g]!;
      const { group } = plan;
      const served = (servedBy[g] ??= createServed());
      for (let a = 0; a < attempts; a++) arriving.perSecond[a] = (perSecond[a]! * plan.weight) / group.count;
      arriving.capacity = plan.capacity;
      arriving.watch = plan.watch;
      if (afresh) clearServed(served, attempts);
      const before = served.total;
      serveStep(group.cells, params.server, arriving, served);
      lookups += (served.total - before) * group.count * plan.lookupShare;
    }
    demand.lookupsPerSecond = lookups / dt;
    stepStore(store, params.store, demand);
    takeToll(toll, store, dt);
    if (s === 0) steady = attempts === 1 && isSteady(store);
    if (steady && s + 1 < steps) continue;
    for (let g = 0; g < plans.length; g++) settle(state, params, conditions, plans[g]!, arriving, servedBy[g]!, toll, use);
  }
}

/** Whether what waits at the store keeps its length: its delay moves by less than 20 ms in a second. */
const isSteady = (store: StoreState): boolean => {
  const joining = store.lookups * (1 - store.overflowShare - store.cutShare);
  const change = joining - store.capacity;
  return change < STEADY * store.capacity && change > -STEADY * store.capacity;
};

/** Pods that hold store connections: all that have started. */
function openPods(state: ServingState): number {
  let pods = 0;
  for (let i = 0; i < state.groups.length; i++) if (state.groups[i]!.phase !== 'booting') pods += state.groups[i]!.count;
  return pods;
}

/** Whether requests wait in a pool, or are about to. @param rate requests/s to a pod */
const isBusy = (plan: GroupPlan, rate: number): boolean => plan.group.cells.count > 0 || plan.capacity < 1.05 * rate;

/** Whether lookups wait at the busiest partition, or are about to: a pool with a backlog makes as many as it can. */
function storeIsBusy(plans: readonly GroupPlan[], state: ServingState): boolean {
  const { store } = state;
  if (store.queue > 0) return true;
  const rate = perSecond[0]!;
  let lookups = 0;
  for (let g = 0; g < plans.length; g++) {
    const plan = plans[g]!;
    const arriving = rate * plan.weight;
    const most = plan.capacity * plan.group.count;
    lookups += (plan.group.cells.count > 0 && most > arriving ? most : arriving) * plan.lookupShare;
  }
  return lookups > 0.95 * store.capacity;
}
