import type { Catalogue } from './catalogue.ts';

const KEYS = [
  'gateway.latency_p50_ms', 'gateway.latency_p95_ms', 'gateway.latency_p99_ms', 'gateway.request_rate', 'gateway.unscored_share', 'gateway.http5xx_share',
  'gateway.slow_share', 'model.cpu_share', 'model.workers_busy_share', 'model.queue_wait_ms', 'model.replicas', 'versions.p95_ratio', 'autoscaler.max_replicas',
  'autoscaler.at_max', 'store.fetch_p95_ms', 'store.pool_wait_ms', 'store.connections', 'store.hot_partition_share', 'store.cache_hit_share', 'store.load_factor',
  'upstream.calls_per_request', 'upstream.timeout_share', 'upstream.latency_p95_ms', 'business.impact_eur_per_minute', 'business.impact_eur', 'business.unscored_share',
  'business.fraud_loss_eur_per_hour', 'business.false_positive_share', 'drift.psi',
] as const; // prettier-ignore

/** Where each figure stands in a row of the world's series. */
export type Columns = Readonly<Record<(typeof KEYS)[number], number>> & { readonly versions: readonly VersionColumns[] };

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
  const columns = { ...Object.fromEntries(KEYS.map((key) => [key, place(key)])), versions } as unknown as Columns;
  const filled = KEYS.length + versions.length * 4;
  if (filled !== catalogue.keys.length) throw new Error(`expected ${catalogue.keys.length} figures to be read at a scrape, got ${filled}`);
  made.set(catalogue, columns);
  return columns;
}
