import type { Catalogue } from '../catalogue.ts';

/** Where each figure stands in a row of the world's series. A literal, so that a scrape finds each place as fast as a field. */
export type Columns = ReturnType<typeof placesIn>;

export interface VersionColumns {
  readonly version: string;
  readonly p95: number;
  readonly cpu: number;
  readonly inference: number;
  readonly pods: number;
}

const made = new WeakMap<Catalogue, Columns>();

/** The columns of a catalogue. @throws when it lacks a figure that is read at every scrape, or has one that is not */
export function columnsOf(catalogue: Catalogue): Columns {
  const known = made.get(catalogue);
  if (known !== undefined) return known;
  const place = (key: string): number => {
    const at = catalogue.keys.indexOf(key);
    if (at < 0) throw new Error(`expected the figure "${key}" among those of the catalogue, got ${catalogue.keys.join(', ')}`);
    return at;
  };
  const versions = catalogue.versions.map((version) => ({
    version,
    p95: place(`model.latency_p95_ms{${version}}`),
    cpu: place(`model.cpu_share{${version}}`),
    inference: place(`model.inference_cpu_ms{${version}}`),
    pods: place(`model.pods{${version}}`),
  }));
  const columns = placesIn(place, versions);
  const filled = Object.keys(columns).length - 1 + versions.length * 4;
  if (filled !== catalogue.keys.length) throw new Error(`expected ${catalogue.keys.length} figures to be read at a scrape, got ${filled}`);
  made.set(catalogue, columns);
  return columns;
}

const placesIn = (place: (key: string) => number, versions: readonly VersionColumns[]) =>
  ({
    'gateway.latency_p50_ms': place('gateway.latency_p50_ms'),
    'gateway.latency_p95_ms': place('gateway.latency_p95_ms'),
    'gateway.latency_p99_ms': place('gateway.latency_p99_ms'),
    'gateway.request_rate': place('gateway.request_rate'),
    'gateway.unscored_share': place('gateway.unscored_share'),
    'gateway.http5xx_share': place('gateway.http5xx_share'),
    'gateway.slow_share': place('gateway.slow_share'),
    'model.cpu_share': place('model.cpu_share'),
    'model.workers_busy_share': place('model.workers_busy_share'),
    'model.queue_wait_ms': place('model.queue_wait_ms'),
    'model.replicas': place('model.replicas'),
    'versions.p95_ratio': place('versions.p95_ratio'),
    'autoscaler.max_replicas': place('autoscaler.max_replicas'),
    'autoscaler.at_max': place('autoscaler.at_max'),
    'store.fetch_p95_ms': place('store.fetch_p95_ms'),
    'store.pool_wait_ms': place('store.pool_wait_ms'),
    'store.connections': place('store.connections'),
    'store.hot_partition_share': place('store.hot_partition_share'),
    'store.cache_hit_share': place('store.cache_hit_share'),
    'store.load_factor': place('store.load_factor'),
    'upstream.calls_per_request': place('upstream.calls_per_request'),
    'upstream.timeout_share': place('upstream.timeout_share'),
    'upstream.latency_p95_ms': place('upstream.latency_p95_ms'),
    'business.impact_eur_per_minute': place('business.impact_eur_per_minute'),
    'business.impact_eur': place('business.impact_eur'),
    'business.unscored_share': place('business.unscored_share'),
    'business.fraud_loss_eur_per_hour': place('business.fraud_loss_eur_per_hour'),
    'business.false_positive_share': place('business.false_positive_share'),
    'drift.psi': place('drift.psi'),
    versions,
  }) as const;
