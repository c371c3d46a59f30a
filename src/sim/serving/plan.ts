import { exp } from '../../kernel/math.ts';
import type { FeatureStoreParams } from '../../parts/feature-store/params.ts';
import { localHitShare, type StoreState } from '../../parts/feature-store/step.ts';
import { CELL_MS, responseCdf } from '../../parts/gateway/latency-grid.ts';
import { oldestArrival } from '../../parts/model-server/cells.ts';
import { becomeReady, cpuMsPerRequest, heavyCardExtraMs, mergeAlike, type PodGroup } from '../../parts/model-server/group.ts';
import type { ModelServerParams, VersionParams } from '../../parts/model-server/params.ts';
import { queueOf, relaxationSeconds } from '../../parts/model-server/queueing.ts';
import type { VersionShare } from '../../parts/rollout/step.ts';
import type { ClientWatch } from '../../parts/model-server/serve.ts';
import { createPlan, type Conditions, type GroupPlan, type ServingParams } from './types.ts';
import { meterOf, type ServingState } from './path-state.ts';

const LONG_QUEUE_SECONDS = 0.5; // twice the wait past which chance adds nothing: it may fall within the second

const pool: GroupPlan[] = [];
const plans: GroupPlan[] = [];
const NONE: readonly GroupPlan[] = [];
const watches = new Map<string, ClientWatch>();

/** How likely an answer comes within a time, without queue: looked up by the step. Source: model.md A.3. */
function watchOf(server: ModelServerParams, timeoutMs: number): ClientWatch {
  const key = `${server.serviceShape} ${server.responseMedianMs} ${server.responseSigma} ${timeoutMs}`;
  let watch = watches.get(key);
  if (watch === undefined) {
    const size = Math.ceil(timeoutMs / CELL_MS) + 2;
    const table = new Float64Array(size);
    for (let k = 0; k < size; k++) table[k] = responseCdf(server.serviceShape, server.responseMedianMs, server.responseSigma, k * CELL_MS);
    watch = { timeoutSeconds: timeoutMs / 1000, withinSeconds: table, cellSeconds: CELL_MS / 1000 };
    watches.set(key, watch);
  }
  return watch;
}

const versionParams = (server: ModelServerParams, id: string): VersionParams => {
  for (const version of server.versions) if (version.id === id) return version;
  throw new Error(`expected a model version of the system, got "${id}" in a pod group`);
};

/** What follows from the parameters alone, worked out once for them. */
interface Constants {
  readonly server: ModelServerParams;
  readonly store: FeatureStoreParams;
  readonly coldKept: number; // of a cold pod's excess, a second later
  readonly gapKept: number; // of a cache's gap, a second later
  readonly responseSeconds: number; // mean, without any queue
}

let constants: Constants | null = null;

function constantsOf(server: ModelServerParams, store: FeatureStoreParams): Constants {
  if (constants === null || constants.server !== server || constants.store !== store) {
    const spread = server.serviceShape === 'exponential' ? 1 : exp((server.responseSigma * server.responseSigma) / 2);
    constants = {
      server,
      store,
      coldKept: exp(-1 / server.coldTauSeconds),
      gapKept: exp(-1 / store.cacheFillTauSeconds),
      responseSeconds: (server.responseMedianMs / 1000) * spread,
    };
  }
  return constants;
}

/** Boots, warms and merges pods, and works out what each serving group faces in the coming second. */
export function prepareGroups(state: ServingState, params: ServingParams, conditions: Conditions, now: number): readonly GroupPlan[] {
  const { server, store } = params;
  const { coldKept, gapKept } = constantsOf(server, store);
  let serving = 0;
  for (let i = 0; i < state.groups.length; i++) {
    const group = state.groups[i]!;
    if (group.readyAt <= now && group.phase === 'booting') becomeReady(group, server, now, store.snapshotSeconds);
    if (group.phase === 'serving') serving += group.count;
    group.coldExcess *= coldKept;
    if (group.snapshotUntil <= now) group.cacheGap *= gapKept;
  }
  if (now % 15 === 0 && state.groups.length > 1) mergeAlike(state.groups, now);
  if (serving === 0) return NONE; // every request fails
  let count = 0;
  for (let i = 0; i < state.groups.length; i++) {
    const group = state.groups[i]!;
    if (group.phase === 'booting') continue;
    const plan = (pool[count] ??= createPlan(group, meterOf(state, group.version), server));
    fillPlan(plan, group, state, params, conditions, now, serving);
    plans[count++] = plan;
  }
  if (plans.length > count) plans.length = count;
  holdWorkers(plans, state.store, params);
  for (let g = 0; g < plans.length; g++) stationaryWait(plans[g]!, conditions, server, now);
  return plans;
}

function fillPlan(
  plan: GroupPlan,
  group: PodGroup,
  state: ServingState,
  params: ServingParams,
  conditions: Conditions,
  now: number,
  serving: number,
): void {
  const { server, store, gateway } = params;
  if (plan.group !== group || plan.server !== server) {
    plan.group = group;
    plan.server = server;
    plan.version = versionParams(server, group.version);
    plan.meter = meterOf(state, group.version);
  }
  const { version } = plan;
  const alive = group.snapshotUntil > now;
  const hit = localHitShare(store, group.cacheGap, alive);
  const misses = conditions.hotKeyShare * (1 - hit);
  plan.weight =
    group.phase === 'draining'
      ? 0
      : conditions.weights === null
        ? group.count / serving
        : weightOf(state, conditions.weights, group, serving);
  plan.cpuMs = cpuMsPerRequest(server, version, conditions.heavyCardCpuFactor) * (1 + group.coldExcess);
  plan.cores = server.coresPerPod * conditions.podCapacityFactor;
  plan.lookupShare = conditions.storeOpen ? misses : 0;
  plan.localHits = conditions.hotKeyShare * hit;
  plan.slowShare =
    conditions.upstreamOpen && conditions.slowCalls !== null
      ? conditions.slowShare * (alive ? 1 - conditions.snapshotMerchantShare : 1)
      : 0;
  plan.slowCalls = plan.slowShare > 0 ? conditions.slowCalls : null;
  const calls = plan.slowCalls === null ? 0 : plan.slowCalls.attemptsPerRequest;
  plan.callsPerRequest = conditions.upstreamOpen ? 1 - plan.slowShare + plan.slowShare * calls : 0;
  plan.timeoutsPerRequest = plan.slowCalls === null ? 0 : plan.slowShare * calls * plan.slowCalls.timeoutProbability;
  plan.degradedShare = conditions.storeOpen ? 0 : 1 - hit;
  plan.fieldlessShare = !conditions.upstreamOpen ? 1 : plan.slowCalls === null ? 0 : plan.slowShare * plan.slowCalls.missShare;
  plan.heldSeconds =
    constantsOf(server, store).responseSeconds + (plan.slowCalls === null ? 0 : plan.slowShare * plan.slowCalls.meanSeconds);
  plan.coldMs = group.coldExcess > 0.01 ? plan.cpuMs - plan.cpuMs / (1 + group.coldExcess) : 0;
  plan.heavyShare = version.heavyCardCost > 0 && conditions.heavyCardCpuFactor > 1 ? version.heavyCardShare : 0;
  plan.heavyMs = plan.heavyShare > 0 ? heavyCardExtraMs(version, conditions.heavyCardCpuFactor) : 0;
  plan.watch = gateway.attempts > 1 ? watchOf(server, gateway.clientTimeoutMs) : null;
}

/**
 * How many workers of each pod wait for the store, and what a pod can then answer; the store's queue moves it within a second.
 * A call under way holds its worker, so the calls at the store are the workers that wait for it.
 */
export function holdWorkers(plans: readonly GroupPlan[], store: StoreState, params: ServingParams): void {
  const { server } = params;
  let lookups = 0;
  for (let g = 0; g < plans.length; g++) lookups += plans[g]!.weight * plans[g]!.lookupShare;
  const most = params.store.connectionsPerPod + params.store.waitersPerPod;
  for (let g = 0; g < plans.length; g++) {
    const plan = plans[g]!;
    const own = lookups > 0 ? (store.queue * plan.weight * plan.lookupShare) / lookups / plan.group.count : 0;
    plan.atStore = own < most ? own : most;
    const byCpu = (plan.cores * 1000) / plan.cpuMs;
    const free = server.workersPerPod - plan.atStore;
    const byWorkers = (free > 1 ? free : 1) / plan.heldSeconds;
    plan.cpuBound = byCpu < byWorkers;
    plan.capacity = plan.cpuBound ? byCpu : byWorkers;
  }
}

/** A group's share of traffic where someone has set how versions share it: among those that serve. */
function weightOf(state: ServingState, weights: readonly VersionShare[], group: PodGroup, serving: number): number {
  let known = 0;
  let own = 0;
  for (let i = 0; i < weights.length; i++) {
    const one = weights[i]!;
    if (one.version === group.version) own = one.share;
    if (countOf(state, one.version) > 0) known += one.share;
  }
  return known > 0 ? ((own / known) * group.count) / countOf(state, group.version) : group.count / serving;
}

function countOf({ groups }: ServingState, version: string): number {
  let pods = 0;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    if (group.phase === 'serving' && group.version === version) pods += group.count;
  }
  return pods;
}

/**
 * The wait that chance alone causes below saturation: Allen–Cunneen over the pod's own servers, following load with the queue's
 * relaxation time 1/(cμ(1−√ρ)²). Source: model.md §1.1.
 */
function stationaryWait(plan: GroupPlan, conditions: Conditions, server: ModelServerParams, now: number): void {
  const { group, cpuBound } = plan;
  const load = (conditions.rate * (1 - conditions.shedShare) * plan.weight) / group.count / plan.capacity;
  const target = load < 0.98 ? load : 0.98;
  const settle = relaxationSeconds(plan.capacity, target);
  group.rho += (target - group.rho) / (settle > 1 ? settle : 1);
  plan.waitProbability = 0;
  plan.waitRate = 1;
  if (group.cells.count > 0 && now - oldestArrival(group.cells) > LONG_QUEUE_SECONDS) return; // the queue is all of the wait
  const servers = Math.max(1, Math.round(cpuBound ? plan.cores : server.workersPerPod));
  if (group.rho < (servers < 8 ? 0.05 : servers < 32 ? 0.5 : 0.8)) return; // with that many servers nobody waits as long as a millisecond
  const queue = queueOf(
    group.rho * plan.capacity,
    servers / plan.capacity,
    servers,
    server.serviceShape === 'exponential' ? 1 : server.serviceCv2,
  );
  plan.waitProbability = queue.waitShare;
  plan.waitRate = 1 / queue.waiterSeconds;
}
