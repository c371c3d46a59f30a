import { CALENDAR_KINDS } from '../domain/evidence.ts';
import { EXTRA_PARTS, PART_SPECS } from './part-specs.ts';
import type { LookPattern } from './patterns.ts';
import type { System } from './system.ts';

/** Of a serving path; what other systems show, their parts declare. */
const DASHBOARD_READINGS: Readonly<Record<string, readonly string[]>> = {
  service: [
    'gateway.latency_p50_ms',
    'gateway.latency_p95_ms',
    'gateway.latency_p99_ms',
    'gateway.request_rate',
    'gateway.unscored_share',
    'gateway.slow_share',
    'gateway.http5xx_share',
  ],
  versions: ['model.latency_p95_ms', 'model.cpu_share', 'model.inference_cpu_ms', 'model.pods', 'versions.p95_ratio'], // the first four by version
  saturation: [
    'model.cpu_share',
    'model.workers_busy_share',
    'model.queue_wait_ms',
    'model.replicas',
    'autoscaler.max_replicas',
    'autoscaler.at_max',
  ],
  'feature-store': [
    'store.fetch_p95_ms',
    'store.pool_wait_ms',
    'store.connections',
    'store.hot_partition_share',
    'store.cache_hit_share',
    'store.load_factor',
  ],
  upstream: ['upstream.latency_p95_ms', 'upstream.calls_per_request', 'upstream.timeout_share'],
  business: [
    'business.impact_eur_per_minute',
    'business.impact_eur',
    'business.unscored_share',
    'business.fraud_loss_eur_per_hour',
    'business.false_positive_share',
  ],
  drift: ['drift.psi'],
};

const LOG_FAMILIES = [
  'upstream-timeout',
  'store-pool-wait',
  'store-refused',
  'partition-load',
  'queue-deadline',
  'gc-pause',
  'replica-restart',
  'access',
  'lookup',
  'compaction',
];

const TRACE_READINGS = [
  'trace.queue_wait.share',
  'trace.features_get.share',
  'trace.merchant_risk.share',
  'trace.inference.share',
  'trace.merchant_risk.attempts',
  'trace.total_ms',
];

/** A look in the words under which parts declare their readings. */
const wordsOf = (look: LookPattern): string =>
  look.type === 'look-dashboard' ? `dashboard ${look.dashboard ?? ''}` : look.type.slice('look-'.length);

function ownReadings(look: LookPattern, { plant }: System, alerts: readonly string[]): readonly string[] {
  switch (look.type) {
    case 'look-changes':
      return ['changes.model_deploy.count', 'changes.config.count', 'changes.data.count', 'changes.model_deploy.minutes_ago'];
    case 'look-alerts':
      return alerts.map((id) => `alerts.${id}.active`);
    case 'look-calendar':
      return CALENDAR_KINDS.map((kind) => `calendar.${kind}.count`);
    case 'look-messages':
      return ['messages.count'];
    default:
  }
  if (plant !== 'serving') return [];
  if (look.type === 'look-dashboard') return DASHBOARD_READINGS[look.dashboard ?? ''] ?? [];
  if (look.type === 'look-logs') return LOG_FAMILIES.map((family) => `logs.${family}.count`);
  return look.type === 'look-trace' ? TRACE_READINGS : [];
}

/**
 * The readings that a look returns on a system, without the label of labelled ones.
 * @param alerts ids of the system's alert rules
 */
export function readingsOf(look: LookPattern, system: System, alerts: readonly string[]): readonly string[] {
  const words = wordsOf(look);
  const parts = new Set([
    // those beside have their usual figures where a file leaves them out
    ...Object.keys(system.parts),
    ...(EXTRA_PARTS[system.plant] ?? []),
  ]);
  const ofParts = [...parts].flatMap((part) => PART_SPECS[part]?.readings?.[words] ?? []);
  return [...ownReadings(look, system, alerts), ...ofParts];
}

/** A reading's key without its label: "model.cpu_share{v42}" gives "model.cpu_share". */
export const unlabelled = (key: string): string => key.replace(/\{.*\}$/, '');

/** The series that a system's dashboards keep, by key without label: what can page, be verified, or have a band. */
export function metricKeysOf(system: System): readonly string[] {
  const own = system.plant === 'serving' ? Object.values(DASHBOARD_READINGS).flat() : [];
  const ofParts = Object.keys(system.parts).flatMap((part) =>
    Object.entries(PART_SPECS[part]?.readings ?? {}).flatMap(([look, keys]) => (look.startsWith('dashboard ') ? keys : [])),
  );
  return [...new Set([...own, ...ofParts])];
}

/** Every name that a system's file gives to something: versions, segments, features, arms. What a label may be. */
export function namesIn(system: System): ReadonlySet<string> {
  const names = new Set(system.versions.map((version) => version.id));
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) collect(item);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        names.add(key);
        if (key === 'id' && typeof inner === 'string') names.add(inner);
        collect(inner);
      }
  };
  if (system.plant !== 'serving') collect(system.parts);
  return names;
}
