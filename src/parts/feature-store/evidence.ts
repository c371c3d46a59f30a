import type { MetricInfo } from '../../domain/metric.ts';
import { storeWords } from '../../domain/words/feature-store.ts';

export const storeMetrics: readonly MetricInfo[] = [
  {
    key: 'store.fetch_p95_ms', title: storeWords.fetchP95, unit: 'ms', direction: 'lowerIsBetter', normal: { low: 28, high: 50, typical: 38 },
    prometheus: { name: 'feature_fetch_p95_seconds', type: 'gauge', help: '95th percentile of feature fetches over the last minute, as the pods see it.' },
  },
  {
    key: 'store.pool_wait_ms', title: storeWords.poolWait, unit: 'ms', direction: 'lowerIsBetter', normal: { low: 0, high: 5, typical: 0 },
    prometheus: { name: 'feature_pool_wait_seconds', type: 'gauge', help: 'Mean wait for a connection to the busiest partition.' },
  },
  {
    key: 'store.connections', title: storeWords.connections, unit: 'count', direction: 'neutral', normal: { low: 240, high: 240, typical: 240 },
    prometheus: { name: 'feature_store_connections', type: 'gauge', help: 'Connections that the pods hold open.' },
  },
  {
    key: 'store.hot_partition_share', title: storeWords.hotPartition, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0.04, high: 0.14, typical: 0.08 },
    prometheus: { name: 'feature_hottest_partition_ratio', type: 'gauge', help: 'Share of requests that read keys of the busiest partition.' },
  },
  {
    key: 'store.cache_hit_share', title: storeWords.cacheHits, unit: 'share', direction: 'higherIsBetter', normal: { low: 0.35, high: 0.45, typical: 0.4 },
    prometheus: { name: 'feature_local_cache_hit_ratio', type: 'gauge', help: 'Reads of the busiest keys that the pods own cache answered.' },
  },
  {
    key: 'store.load_factor', title: storeWords.loadFactor, unit: 'ratio', direction: 'lowerIsBetter', normal: { low: 0.9, high: 1.1, typical: 1 },
    prometheus: { name: 'feature_store_load_factor', type: 'gauge', help: 'Reads that reach the store over those that would with the normal hit ratio.' },
  },
]; // prettier-ignore
