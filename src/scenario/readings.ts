import type { DashboardId } from '../domain/action.ts';
import type { LookPattern } from './patterns.ts';

const DASHBOARD_READINGS: Readonly<Record<DashboardId, readonly string[]>> = {
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
];

const TRACE_READINGS = [
  'trace.queue_wait.share',
  'trace.features_get.share',
  'trace.merchant_risk.share',
  'trace.inference.share',
  'trace.merchant_risk.attempts',
  'trace.total_ms',
];

/**
 * The readings that a look returns, without the version of labelled ones.
 * @param alerts ids of the system's alert rules
 */
export function readingsOf(look: LookPattern, alerts: readonly string[]): readonly string[] {
  switch (look.type) {
    case 'look-dashboard':
      return look.dashboard === undefined ? [] : DASHBOARD_READINGS[look.dashboard];
    case 'look-logs':
      return LOG_FAMILIES.map((family) => `logs.${family}.count`);
    case 'look-trace':
      return TRACE_READINGS;
    case 'look-changes':
      return ['changes.model_deploy.count', 'changes.config.count', 'changes.model_deploy.minutes_ago'];
    case 'look-alerts':
      return alerts.map((id) => `alerts.${id}.active`);
  }
}

/** A reading's key without its label: "model.cpu_share{v42}" gives "model.cpu_share". */
export const unlabelled = (key: string): string => key.replace(/\{.*\}$/, '');

/** The series that dashboards keep, by key without label: what can page, be verified, or have a band. */
export const METRIC_KEYS: readonly string[] = [...new Set(Object.values(DASHBOARD_READINGS).flat())];
