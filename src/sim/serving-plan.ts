import { exp } from '../kernel/math.ts';
import { localHitShare, type StoreState } from '../parts/feature-store/step.ts';
import { CELL_MS, responseCdf } from '../parts/gateway/latency-grid.ts';
import { becomeReady, cpuMsPerRequest, heavyCardExtraMs, mergeAlike, type PodGroup } from '../parts/model-server/group.ts';
import type { ModelServerParams, VersionParams } from '../parts/model-server/params.ts';
import { queueOf, relaxationSeconds } from '../parts/model-server/queueing.ts';
import type { ClientWatch } from '../parts/model-server/serve.ts';
import type { Conditions, GroupPlan, ServingParams } from './serving-types.ts';
import { meterOf, type ServingState } from './serving-state.ts';

const pool: GroupPlan[] = [];
const plans: GroupPlan[] = [];
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

export const meanResponseSeconds = (server: ModelServerParams): number =>
  (server.responseMedianMs / 1000) * (server.serviceShape === 'exponential' ? 1 : exp((server.responseSigma * server.responseSigma) / 2));

const decays = { tauCold: -1, cold: 0, tauGap: -1, gap: 0 };

/** Boots, warms and merges pods, and works out what each serving group faces in the coming second. */
export function prepareGroups(state: ServingState, params: ServingParams, conditions: Conditions, now: number): readonly GroupPlan[] {
  const { server, store } = params;
  if (decays.tauCold !== server.coldTauSeconds) {
    decays.tauCold = server.coldTauSeconds;
    decays.cold = exp(-1 / server.coldTauSeconds);
  }
  if (decays.tauGap !== store.cacheFillTauSeconds) {
    decays.tauGap = store.cacheFillTauSeconds;
    decays.gap = exp(-1 / store.cacheFillTauSeconds);
  }
  let serving = 0;
  for (const group of state.groups) {
    if (group.phase === 'booting' && group.readyAt <= now) becomeReady(group, server, now, store.snapshotSeconds);
    if (group.phase === 'serving') serving += group.count;
    group.coldExcess *= decays.cold;
    if (group.snapshotUntil <= now) group.cacheGap *= decays.gap;
  }
  if (now % 15 === 0 && state.groups.length > 1) mergeAlike(state.groups, now);
  plans.length = 0;
  for (const group of state.groups) {
    if (group.phase === 'booting') continue;
    const slot = plans.length;
    const plan = pool[slot] ?? ({} as GroupPlan);
    pool[slot] = plan;
    fillPlan(plan, group, state, params, conditions, now, serving);
    plans.push(plan);
  }
  holdWorkers(plans, state.store, params);
  for (const plan of plans) stationaryWait(plan, plan.group, conditions, server, plan.cpuBound);
  return serving === 0 ? drainingOnly() : plans;
}

/** With no serving pod every new request fails; what drains goes on draining in its own queue. */
function drainingOnly(): readonly GroupPlan[] {
  plans.length = 0;
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
  const version = versionParams(server, group.version);
  const alive = group.snapshotUntil > now;
  const hit = localHitShare(store, group.cacheGap, alive);
  const misses = conditions.hotKeyShare * (1 - hit);
  plan.group = group;
  plan.meter = meterOf(state, group.version);
  plan.weight = group.phase === 'draining' ? 0 : weightOf(state, conditions, group, serving);
  plan.cpuMs = cpuMsPerRequest(server, version, conditions.heavyCardCpuFactor) * (1 + group.coldExcess);
  plan.cores = server.coresPerPod * conditions.podCapacityFactor;
  plan.lookupShare = conditions.storeOpen ? misses : 0;
  plan.localHits = conditions.hotKeyShare * hit;
  plan.slowShare =
    conditions.upstreamOpen && conditions.mixture !== null ? conditions.slowShare * (alive ? 1 - conditions.snapshotMerchantShare : 1) : 0;
  plan.mixture = plan.slowShare > 0 ? conditions.mixture : null;
  const calls = plan.mixture === null ? 0 : plan.mixture.calls;
  plan.callsPerRequest = conditions.upstreamOpen ? 1 - plan.slowShare + plan.slowShare * calls : 0;
  plan.timeoutsPerRequest = plan.mixture === null ? 0 : plan.slowShare * calls * plan.mixture.timeoutProbability;
  plan.degradedShare =
    (conditions.storeOpen ? 0 : 1 - hit) +
    (conditions.upstreamOpen ? 0 : 1) +
    (plan.mixture === null ? 0 : plan.slowShare * plan.mixture.missShare);
  plan.heldSeconds = meanResponseSeconds(server) + (plan.mixture === null ? 0 : plan.slowShare * plan.mixture.meanSeconds);
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
  for (const plan of plans) lookups += plan.weight * plan.lookupShare;
  const most = params.store.connectionsPerPod + params.store.waitersPerPod;
  for (const plan of plans) {
    const own = lookups > 0 ? (store.queue * plan.weight * plan.lookupShare) / lookups / plan.group.count : 0;
    plan.atStore = own < most ? own : most;
    const byCpu = (plan.cores * 1000) / plan.cpuMs;
    const free = server.workersPerPod - plan.atStore;
    const byWorkers = (free > 1 ? free : 1) / plan.heldSeconds;
    plan.cpuBound = byCpu < byWorkers;
    plan.capacity = plan.cpuBound ? byCpu : byWorkers;
  }
}

function weightOf(state: ServingState, conditions: Conditions, group: PodGroup, serving: number): number {
  if (conditions.weights === null) return group.count / serving;
  let same = 0;
  let known = 0;
  for (const other of state.groups) {
    if (other.phase !== 'serving') continue;
    if (other.version === group.version) same += other.count;
    known += ((conditions.weights.get(other.version) ?? 0) * other.count) / countOf(state, other.version);
  }
  const share = conditions.weights.get(group.version) ?? 0;
  return known > 0 ? ((share / known) * group.count) / same : group.count / serving;
}

function countOf(state: ServingState, version: string): number {
  let pods = 0;
  for (const group of state.groups) if (group.phase === 'serving' && group.version === version) pods += group.count;
  return pods;
}

/**
 * The wait that chance alone causes below saturation: Allen–Cunneen over the pod's own servers, following load with the queue's
 * relaxation time 1/(cμ(1−√ρ)²). Source: model.md §1.1.
 */
function stationaryWait(plan: GroupPlan, group: PodGroup, conditions: Conditions, server: ModelServerParams, cpuBound: boolean): void {
  const load = (conditions.rate * (1 - conditions.shedShare) * plan.weight) / group.count / plan.capacity;
  const target = load < 0.98 ? load : 0.98;
  const settle = relaxationSeconds(plan.capacity, target);
  group.rho += (target - group.rho) / (settle > 1 ? settle : 1);
  plan.waitProbability = 0;
  plan.waitRate = 1;
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
