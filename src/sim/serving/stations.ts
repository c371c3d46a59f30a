import type { LineFigures, StationFigures } from '../plant.ts';

/** Which dashboard shows a station, and the figures on it, by part. */
export const STATIONS: Readonly<Record<string, StationFigures>> = {
  gateway: { dashboard: 'service', keys: ['gateway.latency_p95_ms', 'gateway.unscored_share', 'gateway.request_rate'], critical: 1000 },
  'model-server': {
    dashboard: 'saturation',
    keys: ['model.cpu_share', 'model.workers_busy_share', 'model.replicas'],
    critical: 0.93,
    downIn: 'down',
  },
  'feature-store': {
    dashboard: 'feature-store',
    keys: ['store.fetch_p95_ms', 'store.hot_partition_share', 'store.connections'],
    critical: 500,
  },
  upstream: {
    dashboard: 'upstream',
    keys: ['upstream.latency_p95_ms', 'upstream.calls_per_request', 'upstream.timeout_share'],
    critical: 300,
  },
  business: { dashboard: 'business', keys: ['business.unscored_share', 'business.impact_eur_per_minute'], critical: 0.015 },
  alerts: { dashboard: 'drift', keys: ['drift.psi'], critical: Infinity },
};

/** Which figures a line shows, by the parts at its ends. */
export const LINES: Readonly<Record<string, LineFigures>> = {
  'gateway>model-server': { dashboard: 'service', latency: 'gateway.latency_p95_ms', critical: 1000, timesRate: null, queued: true },
  'model-server>feature-store': {
    dashboard: 'feature-store',
    latency: 'store.fetch_p95_ms',
    critical: 500,
    timesRate: null,
    queued: false,
  },
  'model-server>upstream': {
    dashboard: 'upstream',
    latency: 'upstream.latency_p95_ms',
    critical: 300,
    timesRate: 'upstream.calls_per_request',
    queued: false,
  },
};
