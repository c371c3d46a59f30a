import { ZERO } from '../../kernel/zero.ts';
import { createClassGrid, type ClassGrid } from '../../parts/gateway/class-grid.ts';
import { createGrid, LATENCY_EDGES_MS, type ShiftGrid } from '../../parts/gateway/latency-grid.ts';
import { createRetryRing, type RetryRing } from '../../parts/gateway/retry-ring.ts';
import { createStore, type StoreState } from '../../parts/feature-store/step.ts';
import { createGroup, type PodGroup } from '../../parts/model-server/group.ts';
import type { SlowCalls } from '../../parts/upstream/slow-calls.ts';

/** Requests counted since the start, by what became of them. Amounts are fluid: fractions are fine. */
export interface RequestTotals {
  first: number; // first attempts
  attempts: number; // all attempts that reached the gateway's backend side
  answered: number; // served by a pod, in time or late
  inTime: number; // answered before the client gave up, as far as the step watches it (retries on)
  lateWatched: number; // answered after the client gave up, ditto
  shedDeadline: number;
  shedFull: number;
  storeRefused: number; // no connection and no place to wait for one
  shedAtGateway: number;
  noBackend: number; // no pod was ready
  lostAtRestart: number;
  expired: number; // left the queue after their client had given up
  abandoned: number; // clients that failed for good; who only got a late answer is among them while retries are on
  retries: number;
  retriesDenied: number;
  degraded: number; // scored with default or stale features
  fieldless: number; // scored without the field that the upstream service gives
  outboundCalls: number; // to the upstream service
  outboundTimeouts: number;
  lookups: number; // that reached the feature store
  localHits: number;
  hotLookups: number; // lookups of the busiest keys, before any cache
}

const zeroTotals = (): RequestTotals => ({
  first: ZERO, attempts: ZERO, answered: ZERO, inTime: ZERO, lateWatched: ZERO, shedDeadline: ZERO, shedFull: ZERO, storeRefused: ZERO, shedAtGateway: ZERO, noBackend: ZERO,
  lostAtRestart: ZERO, expired: ZERO, abandoned: ZERO, retries: ZERO, retriesDenied: ZERO, degraded: ZERO, fieldless: ZERO, outboundCalls: ZERO, outboundTimeouts: ZERO, lookups: ZERO, localHits: ZERO, hotLookups: ZERO,
}); // prettier-ignore

/** What is measured about one model version at the gateway. */
export interface VersionMeter {
  readonly version: string;
  readonly grid: ShiftGrid; // answered since the last scrape, by added delay
  readonly slowGrid: ClassGrid; // answered with a slow upstream call, by what else was added; see flushSlow
  slowCalls: SlowCalls | null; // whose mixtures these met; null: none are waiting
  readonly buckets: Float64Array; // cumulative latency buckets since the start
  cpuSeconds: number;
  coreSeconds: number; // capacity
  requests: number;
  poured: number; // requests at the last scrape that emptied the grids
  waitSum: number; // requests × s in the queue
  latencySumMs: number; // requests × ms until answered, of what is in the buckets
}

export const createMeter = (version: string): VersionMeter => ({
  version,
  grid: createGrid(),
  slowGrid: createClassGrid(),
  slowCalls: null,
  buckets: new Float64Array(LATENCY_EDGES_MS.length + 1),
  cpuSeconds: ZERO,
  coreSeconds: ZERO,
  requests: ZERO,
  poured: ZERO,
  waitSum: ZERO,
  latencySumMs: ZERO,
});

/** The serving half of the world: pods, store and what is under way between them. Plain data. */
export interface ServingState {
  groups: PodGroup[];
  ring: RetryRing;
  store: StoreState;
  meters: VersionMeter[];
  failCounts: Float64Array; // failures, by the bucket of the time that elapsed (not cumulative)
  failSum: number; // ms × failures
  totals: RequestTotals;
  workersBusy: number; // pod-weighted share in the last tick
  cpuShare: number;
  queueWaitMs: number; // mean wait of what was served in the last tick
  queued: number;
  throttleRequests: number; // adaptive throttling window
  throttleAccepts: number;
}

export const createServing = (version: string, pods: number): ServingState => ({
  groups: [createGroup(version, pods, 'serving', -1e6, -1e6)],
  ring: createRetryRing(),
  store: createStore(),
  meters: [createMeter(version)],
  failCounts: new Float64Array(LATENCY_EDGES_MS.length + 1),
  failSum: ZERO,
  totals: zeroTotals(),
  workersBusy: ZERO,
  cpuShare: ZERO,
  queueWaitMs: ZERO,
  queued: ZERO,
  throttleRequests: ZERO,
  throttleAccepts: ZERO,
});

export function meterOf(state: ServingState, version: string): VersionMeter {
  for (let i = 0; i < state.meters.length; i++) if (state.meters[i]!.version === version) return state.meters[i]!;
  const meter = createMeter(version);
  state.meters.push(meter);
  return meter;
}
