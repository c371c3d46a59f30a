import { ONE, ZERO } from '../../kernel/zero.ts';
import { exp } from '../../kernel/math.ts';
import type { FeatureStoreParams } from './params.ts';

export interface StoreState {
  queue: number; // lookups waiting for or being read from the busiest partition
  capacity: number; // lookups/s in the last step
  delaySeconds: number; // what a lookup waits that entered in the last step, mean
  connections: number;
  rebalanced: number; // 1 once the partition has been split
  overflowShare: number; // of the lookups of the last step, refused at once
  cutShare: number; // of the lookups of the last step, cut by the fetch timeout
  lookups: number; // /s in the last step
}

export const createStore = (): StoreState => ({
  queue: ZERO,
  capacity: ZERO,
  delaySeconds: ZERO,
  connections: ZERO,
  rebalanced: 0,
  overflowShare: ZERO,
  cutShare: ZERO,
  lookups: ZERO,
});

/** Share of hot-key lookups that a pod's own memory answers. */
export function localHitShare(params: FeatureStoreParams, cacheGap: number, snapshotAlive: boolean): number {
  return snapshotAlive ? params.snapshotHitShare : params.localHitShare * (1 - cacheGap);
}

/** How much of the cache gap is left after `seconds` of filling. */
export const cacheGapAfter = (params: FeatureStoreParams, seconds: number): number => exp(-seconds / params.cacheFillTauSeconds);

/** Who of those arriving has no place in a queue with a bound. Calls under way are not taken back when the bound falls. */
const beyond = (queue: number, bound: number, arriving: number): number =>
  queue <= bound ? 0 : queue - bound < arriving ? queue - bound : arriving;

/** What the busiest partition meets in one step. Reused between steps. */
export interface StoreDemand {
  lookupsPerSecond: number; // that reach the store
  pods: number; // that hold connections
  cutSeconds: number; // after which callers give up; they leave the queue
  partitionFactor: number;
  seconds: number;
}

export const createStoreDemand = (): StoreDemand => ({
  lookupsPerSecond: ZERO,
  pods: ZERO,
  cutSeconds: ZERO,
  partitionFactor: ONE,
  seconds: ONE,
});

/**
 * One step of the busiest partition: a first-in first-out queue whose outstanding calls are bounded by the pods' connections and
 * waiters, and whose capacity falls with the number of connections it has to serve. Source: calibration of the scenario, model.md A.5.
 */
export function stepStore(state: StoreState, params: FeatureStoreParams, demand: StoreDemand): void {
  const { lookupsPerSecond, pods, cutSeconds, partitionFactor, seconds: dt } = demand;
  const { rebalancedFactor } = params;
  state.connections = pods * params.connectionsPerPod;
  const crowd = 1 + params.connectionContention * (state.connections / params.normalConnections - 1);
  const capacity =
    (params.hotPartitionPerSecond * partitionFactor * (state.rebalanced === 1 ? rebalancedFactor : 1)) / (crowd > 0.5 ? crowd : 0.5);
  const before = state.queue;
  const arriving = lookupsPerSecond * dt;
  const room = pods * (params.connectionsPerPod + params.waitersPerPod);
  const patience = cutSeconds * capacity;
  let queue = before + arriving - capacity * dt;
  if (queue < 0) queue = 0;
  const overflow = beyond(queue, room, arriving);
  queue -= overflow;
  const cut = beyond(queue, patience, arriving);
  queue -= cut;
  state.overflowShare = arriving > 0 ? overflow / arriving : 0;
  state.cutShare = arriving > 0 ? cut / arriving : 0;
  state.queue = queue;
  state.capacity = capacity;
  state.lookups = lookupsPerSecond;
  state.delaySeconds = (before + queue) / 2 / capacity;
}
