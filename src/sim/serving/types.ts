import { ZERO } from '../../kernel/zero.ts';
import type { FeatureStoreParams } from '../../parts/feature-store/params.ts';
import type { GatewayParams } from '../../parts/gateway/params.ts';
import type { PodGroup } from '../../parts/model-server/group.ts';
import type { ModelServerParams, VersionParams } from '../../parts/model-server/params.ts';
import type { ClientWatch } from '../../parts/model-server/serve.ts';
import type { VersionShare } from '../../parts/rollout/step.ts';
import type { VersionMeter } from './path-state.ts';
import type { SlowCalls } from '../../parts/upstream/slow-calls.ts';

/** Into how many steps a second is cut, and between how many mixtures the called service's slowness lies. */
export interface ServingSteps {
  readonly calm: number; // while nothing waits and load is well below capacity
  readonly queue: number; // of a pool that has a backlog and nothing to do with others: its fluid queue is exact in any step
  readonly busy: number; // of pools that move each other: they wait for one store, or clients try again
  readonly slowness: number; // steps up to the called service's median, between which its delays are mixed; up to twice as many
}

/**
 * 0.2 s: the step at which metastability comes out as an event simulation says (performance.md §4). Retries arrive by that much.
 * Between 8 to 16 mixtures a doubling, the 95th percentile of a night is within half a percent of that between a thousand times as many.
 */
export const SERVING_STEPS: ServingSteps = { calm: 1, queue: 1, busy: 5, slowness: 8 };

export interface ServingParams {
  readonly gateway: GatewayParams;
  readonly server: ModelServerParams;
  readonly store: FeatureStoreParams;
  readonly steps: ServingSteps;
}

/** What the rest of the world asks of the serving path in this second. */
export interface Conditions {
  rate: number; // requests/s at the gateway
  shedShare: number;
  heavyCardCpuFactor: number;
  podCapacityFactor: number;
  hotKeyShare: number;
  partitionFactor: number;
  fetchCutSeconds: number;
  storeDefaults: boolean; // a cut fetch is scored with cached or default features
  storeOpen: boolean; // the breaker towards the store lets calls pass
  upstreamOpen: boolean; // the breaker towards the upstream service lets calls pass
  slowShare: number; // of requests, that meet the slow upstream shard
  snapshotMerchantShare: number;
  slowCalls: SlowCalls | null; // null while the slow shard answers as it normally does
  weights: readonly VersionShare[] | null; // of traffic; null: equal share per pod
}

/** What one group of pods faces in this second. Pooled: filled anew every second. */
export interface GroupPlan {
  group: PodGroup;
  server: ModelServerParams;
  version: VersionParams;
  meter: VersionMeter;
  weight: number; // share of requests
  cpuMs: number;
  cores: number;
  heldSeconds: number; // worker time of a request, without the store
  atStore: number; // workers per pod that wait for the store
  cpuBound: boolean; // CPU bounds the pod, not workers
  capacity: number; // requests/s per pod
  lookupShare: number; // requests that read the busiest partition
  localHits: number;
  callsPerRequest: number;
  timeoutsPerRequest: number;
  degradedShare: number; // scored without features of the store, whatever the store does
  fieldlessShare: number; // scored without the upstream service's field
  coldMs: number;
  heavyShare: number;
  heavyMs: number;
  waitProbability: number;
  waitRate: number; // /s
  slowShare: number;
  slowCalls: SlowCalls | null;
  watch: ClientWatch | null;
}

export const createPlan = (group: PodGroup, meter: VersionMeter, server: ModelServerParams): GroupPlan => ({
  group,
  server,
  version: server.versions.find((version) => version.id === group.version)!,
  meter,
  weight: ZERO,
  cpuMs: ZERO,
  cores: ZERO,
  heldSeconds: ZERO,
  atStore: ZERO,
  cpuBound: false,
  capacity: ZERO,
  lookupShare: ZERO,
  localHits: ZERO,
  callsPerRequest: ZERO,
  timeoutsPerRequest: ZERO,
  degradedShare: ZERO,
  fieldlessShare: ZERO,
  coldMs: ZERO,
  heavyShare: ZERO,
  heavyMs: ZERO,
  waitProbability: ZERO,
  waitRate: ZERO,
  slowShare: ZERO,
  slowCalls: null,
  watch: null,
});
