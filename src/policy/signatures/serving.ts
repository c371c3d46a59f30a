import type { LookPattern } from '../../scenario/patterns.ts';
import type { Mark, Signature } from './signature.ts';

const dashboard = (id: NonNullable<LookPattern['dashboard']>): LookPattern => ({ type: 'look-dashboard', dashboard: id });
const slowTrace: LookPattern = { type: 'look-trace', pick: 'slow' };
const changes: LookPattern = { type: 'look-changes' };
const logs: LookPattern = { type: 'look-logs' };

/** What evidence of a serving path can show. */
export const SERVING_MARKS = {
  'demand-up': { look: dashboard('service'), reading: 'gateway.request_rate', timesAbove: 1.25 },
  'pool-full': { look: dashboard('saturation'), reading: 'model.cpu_share', above: 0.9 },
  'version-apart': { look: dashboard('versions'), reading: 'versions.p95_ratio', above: 1.8 },
  'version-heavy': { look: dashboard('versions'), reading: 'model.inference_cpu_ms', timesAbove: 1.25 },
  'fetch-slow': { look: dashboard('feature-store'), reading: 'store.fetch_p95_ms', timesAbove: 4 },
  'partition-hot': { look: dashboard('feature-store'), reading: 'store.hot_partition_share', timesAbove: 2 },
  'supplier-slow': { look: dashboard('upstream'), reading: 'upstream.latency_p95_ms', timesAbove: 3 },
  'calls-repeated': { look: dashboard('upstream'), reading: 'upstream.calls_per_request', above: 1.05 },
  'time-in-queue': { look: slowTrace, reading: 'trace.queue_wait.share', above: 0.5 },
  'time-in-features': { look: slowTrace, reading: 'trace.features_get.share', above: 0.5 },
  'time-in-supplier': { look: slowTrace, reading: 'trace.merchant_risk.share', above: 0.5 },
  'time-in-model': { look: slowTrace, reading: 'trace.inference.share', above: 0.5 },
  'released-lately': { look: changes, reading: 'changes.model_deploy.minutes_ago', below: 180 },
  'timeouts-logged': { look: logs, part: 'model-server', reading: 'logs.upstream-timeout.count', above: 20 },
  'store-waits-logged': { look: logs, part: 'model-server', reading: 'logs.store-pool-wait.count', above: 20 },
} as const satisfies Record<string, Mark>;

/** Marks that any fault may leave: releases go out on other nights too. */
const ANY: readonly (keyof typeof SERVING_MARKS)[] = ['released-lately'];

/** Faults of a serving path. */
export const SERVING_SIGNATURES = {
  'heavy-release': {
    inputs: ['model-server.heavyCardCpuFactor'],
    shows: ['released-lately', 'version-apart', 'version-heavy'],
    may: ['pool-full', 'time-in-queue', 'time-in-model'],
    words: {
      changed: /\b(version|release|rolled)/gi,
      enters: /\b(comput|inference|version)/gi,
      missed: /\b(gate|release|by version)/gi,
      hypothesis: /\b(version|comput|release)/gi,
    },
    mitigate: [{ type: 'rollback' }],
    fix: [{ type: 'repoint-champion' }],
    prevents: /\b(canary|gate|release|burn|distil|smaller model|computing)/gi,
  },
  'hot-partition': {
    inputs: ['feature-store.hotKeyShare', 'feature-store.partitionFactor'],
    shows: ['fetch-slow', 'partition-hot', 'time-in-features', 'store-waits-logged'],
    may: [...ANY, 'pool-full'],
    words: {
      changed: /\b(keys?|partition|same few)/gi,
      enters: /\b(feature|partition|store)/gi,
      missed: /\b(partition|average|store)/gi,
      hypothesis: /\b(partition|feature|store)/gi,
    },
    mitigate: [
      { type: 'serve-cached', on: true },
      { type: 'set-breaker', routeTo: 'feature-store', mode: ['forced-open'] },
    ],
    fix: [{ type: 'rebalance-partition' }],
    prevents: /\b(breaker|partition)/gi,
  },
  surge: {
    inputs: ['traffic.rateFactor'],
    shows: ['demand-up', 'pool-full', 'time-in-queue'],
    may: [...ANY, 'time-in-model'],
    words: {
      changed: /\b(arrive|demand|traffic|busier|nights)/gi,
      enters: /\b(queue|worker|every pod)/gi,
      missed: /\b(autoscaler|ceiling|maximum|scal)/gi,
      hypothesis: /\b(arrive|demand|traffic|pool)/gi,
    },
    mitigate: [
      { type: 'scale', replicas: { atLeast: 10, atMost: 24 }, when: ['pool-full'] },
      { type: 'shed', share: { atLeast: 0.02, atMost: 0.3 } },
    ],
    fix: [{ type: 'raise-max-replicas', max: { atLeast: 10, atMost: 32 } }],
    prevents: /\b(autoscal|headroom|burn|ceiling)/gi,
  },
  'slow-supplier': {
    inputs: ['upstream.slowMedianMs', 'upstream.secondLookupShare'],
    shows: ['supplier-slow', 'calls-repeated', 'time-in-supplier', 'timeouts-logged'],
    may: [...ANY],
    words: {
      changed: /\b(service|supplier|slowly|slower|calls)/gi,
      enters: /\b(lookup|timeout|repeated|call)/gi,
      missed: /\b(retr|budget|breaker)/gi,
      hypothesis: /\b(retr|timeout|supplier|slow)/gi,
    },
    mitigate: [
      { type: 'set-breaker', routeTo: 'upstream', mode: ['forced-open', 'automatic'] },
      { type: 'set-retries', routeTo: 'upstream', attempts: 1 },
    ],
    fix: [{ type: 'add-fallback', routeTo: 'upstream' }],
    prevents: /\b(breaker|budget|fallback)/gi,
  },
} as const satisfies Record<string, Signature>;
