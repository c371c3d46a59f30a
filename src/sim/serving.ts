import { stepStore } from '../parts/feature-store/step.ts';
import { takeRetries } from '../parts/gateway/retry-ring.ts';
import { ATTEMPTS } from '../parts/model-server/cells.ts';
import { addServed, clearServed, createServed, serveStep, type Served } from '../parts/model-server/serve.ts';
import { refusedSoFar, refill, throttledShare } from './serving-gateway.ts';
import { addFailure, fail, REFUSED_MS } from './serving-failures.ts';
import { holdWorkers, prepareGroups } from './serving-plan.ts';
import { settle, type Use } from './serving-settle.ts';
import type { ServingState } from './serving-state.ts';
import type { Conditions, GroupPlan, ServingParams } from './serving-types.ts';

const SAME_AGE = 0.0125; // s: answers whose waits differ by less are put on the grid together

const servedBy: Served[] = []; // by place of the plan; filled in every step
const several = createServed();
const perSecond = new Float64Array(ATTEMPTS);
const groupRates = new Float64Array(ATTEMPTS);
const use: Use = { workers: 0, cores: 0, coresInAll: 0, pods: 0, waitSum: 0, answered: 0 };

/**
 * One second of the serving path: gateway, pods, feature store and the calls between them. A pool steps once while nothing waits in it
 * and its load is well below its capacity, five times otherwise; pools that wait for one store, or meet retries, step together.
 * Source: model.md A.2–A.5, performance.md §2 and §7.
 * @param now seconds since the start, a whole number
 */
export function stepServing(state: ServingState, params: ServingParams, conditions: Conditions, now: number): void {
  const plans = prepareGroups(state, params, conditions, now);
  const { totals } = state;
  const shed = 1 - (1 - conditions.shedShare) * (1 - throttledShare(state, params.gateway));
  const first = conditions.rate * (1 - shed);
  totals.first += conditions.rate;
  if (shed > 0) {
    totals.shedAtGateway += conditions.rate * shed;
    addFailure(state, conditions.rate * shed, 1);
  }
  const attemptsBefore = totals.attempts;
  const refusedBefore = refusedSoFar(state);
  use.workers = use.cores = use.coresInAll = use.pods = use.waitSum = use.answered = 0;
  const retrying = params.gateway.attempts > 1 || state.ring.due.length > 0; // retries outlive a setting that allows no more
  const waitingTogether = storeIsBusy(plans, state, first);
  if (retrying || waitingTogether || plans.length === 0) stepTogether(state, params, conditions, plans, first, now, waitingTogether);
  else stepApart(state, params, conditions, plans, first, now);
  refill(state, params.gateway, first, attemptsBefore, refusedBefore);
  state.workersBusy = use.pods > 0 ? use.workers / use.pods / params.server.workersPerPod : 0;
  state.cpuShare = use.coresInAll > 0 ? use.cores / use.coresInAll : 0;
  state.queueWaitMs = use.answered > 0 ? (use.waitSum / use.answered) * 1000 : 0;
  let queued = 0;
  for (let i = state.groups.length - 1; i >= 0; i--) {
    const group = state.groups[i]!;
    queued += group.cells.total * group.count;
    if (group.phase === 'draining' && group.cells.count === 0) state.groups.splice(i, 1);
  }
  state.queued = queued;
}

/** Nothing waits at the store and nobody retries: each pool goes its own way through the second. */
function stepApart(
  state: ServingState,
  params: ServingParams,
  conditions: Conditions,
  plans: readonly GroupPlan[],
  first: number,
  now: number,
): void {
  state.totals.attempts += first;
  let lookups = 0;
  for (let g = 0; g < plans.length; g++) lookups += first * plans[g]!.weight * plans[g]!.lookupShare;
  stepStore(state.store, params.store, lookups, openPods(state), conditions.fetchCutSeconds, conditions.partitionFactor, 1);
  const step = (servedBy[0] ??= createServed());
  for (let g = 0; g < plans.length; g++) {
    const plan = plans[g]!;
    const { group } = plan;
    groupRates[0] = (first * plan.weight) / group.count;
    if (!isBusy(plan, first)) {
      serveStep(group, params.server, now, 1, groupRates, plan.capacity, null, 1, step);
      settle(state, params, conditions, plan, step, now + 1, 1, 1, use);
    } else stepBusy(state, params, conditions, plan, now);
  }
}

/** A pool with a backlog goes through a second in finer steps; those whose answers waited alike are settled together. */
function stepBusy(state: ServingState, params: ServingParams, conditions: Conditions, plan: GroupPlan, now: number): void {
  const step = servedBy[0]!;
  const steps = params.steps.busy;
  const dt = 1 / steps;
  let unsettled = 0;
  let age = 0;
  clearServed(several, 1);
  for (let s = 0; s < steps; s++) {
    serveStep(plan.group, params.server, now + s * dt, dt, groupRates, plan.capacity, null, 1, step);
    const own = step.total > 0 ? step.ageSum / step.total : age;
    const moved = own - age;
    if (unsettled > 0 && (moved > SAME_AGE || moved < -SAME_AGE)) {
      settle(state, params, conditions, plan, several, now + s * dt, unsettled * dt, 1, use);
      clearServed(several, 1);
      unsettled = 0;
    }
    if (unsettled === 0) age = own;
    addServed(several, step);
    unsettled++;
  }
  settle(state, params, conditions, plan, several, now + 1, unsettled * dt, 1, use);
}

/** All pools in step: what waits at the store holds workers of all of them, and retries come back to all of them. */
function stepTogether(
  state: ServingState,
  params: ServingParams,
  conditions: Conditions,
  plans: readonly GroupPlan[],
  first: number,
  now: number,
  waitingTogether: boolean,
): void {
  let busy = waitingTogether;
  for (let g = 0; g < plans.length && !busy; g++) busy = isBusy(plans[g]!, first);
  const steps = busy ? params.steps.busy : params.steps.calm;
  const dt = 1 / steps;
  const attempts = state.ring.due.length > 0 ? ATTEMPTS : params.gateway.attempts;
  for (let s = 0; s < steps; s++) {
    const at = now + s * dt;
    perSecond.fill(0);
    perSecond[0] = first;
    const retries = takeRetries(state.ring, at, dt, perSecond);
    state.totals.attempts += (first + retries) * dt;
    state.totals.retries += retries * dt;
    if (plans.length === 0) {
      for (let a = 0; a < ATTEMPTS; a++) fail(state, params.gateway, a, perSecond[a]! * dt, at + dt, REFUSED_MS, 'noBackend');
      continue;
    }
    if (s > 0) holdWorkers(plans, state.store, params);
    let lookups = 0;
    for (let g = 0; g < plans.length; g++) {
      const plan = plans[g]!;
      const { group } = plan;
      const served = (servedBy[g] ??= createServed());
      for (let a = 0; a < attempts; a++) groupRates[a] = (perSecond[a]! * plan.weight) / group.count;
      serveStep(group, params.server, at, dt, groupRates, plan.capacity, plan.watch, attempts, served);
      lookups += served.total * group.count * plan.lookupShare;
    }
    stepStore(state.store, params.store, lookups / dt, openPods(state), conditions.fetchCutSeconds, conditions.partitionFactor, dt);
    for (let g = 0; g < plans.length; g++) settle(state, params, conditions, plans[g]!, servedBy[g]!, at + dt, dt, attempts, use);
  }
}

/** Pods that hold store connections: all that have started. */
function openPods(state: ServingState): number {
  let pods = 0;
  for (const group of state.groups) if (group.phase !== 'booting') pods += group.count;
  return pods;
}

/** Whether requests wait in a pool, or are about to. @param rate requests/s at the gateway */
const isBusy = (plan: GroupPlan, rate: number): boolean =>
  plan.group.cells.count > 0 || plan.capacity < (1.05 * rate * plan.weight) / plan.group.count;

/** Whether lookups wait at the busiest partition, or are about to: a pool with a backlog makes as many as it can. */
function storeIsBusy(plans: readonly GroupPlan[], state: ServingState, rate: number): boolean {
  const { store } = state;
  if (store.queue > 0) return true;
  let lookups = 0;
  for (let g = 0; g < plans.length; g++) {
    const plan = plans[g]!;
    const arriving = rate * plan.weight;
    const most = plan.capacity * plan.group.count;
    lookups += (plan.group.cells.count > 0 && most > arriving ? most : arriving) * plan.lookupShare;
  }
  return lookups > 0.95 * store.capacity;
}
