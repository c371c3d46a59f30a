import type { Monitoring } from '../sim/monitoring.ts';
import type { Family, Labels, Plain } from './exposition.ts';

const SECOND_MS = 1000;

interface Counter {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Plain[];
}

// The simulation's amounts are fluid; what instruments count is whole.
const one = (name: string, help: string, value: number): Counter => ({ name, help, samples: [{ labels: {}, value: Math.round(value) }] });

const split = (name: string, help: string, label: string, values: Readonly<Record<string, number>>): Counter => ({
  name,
  help,
  samples: Object.entries(values).map(([key, value]) => ({
    labels: { [label]: key },
    value: name.endsWith('_seconds_total') ? value : Math.round(value),
  })),
});

const counters = ({ totals, versions }: Monitoring): readonly Counter[] => {
  const by = (pick: (version: Monitoring['versions'][number]) => number): Record<string, number> =>
    Object.fromEntries(versions.map((version) => [version.version, pick(version)]));
  return [
    one('http_requests_total', 'Requests at the gateway, retries not counted.', totals.first),
    one('http_request_attempts_total', 'Attempts that reached the backend side of the gateway, retries included.', totals.attempts),
    split('http_request_failures_total', 'Attempts that failed at the gateway, by why.', 'reason', {
      deadline: totals.shedDeadline,
      queue_full: totals.shedFull,
      store_refused: totals.storeRefused,
      shed: totals.shedAtGateway,
      no_backend: totals.noBackend,
      restart: totals.lostAtRestart,
    }),
    one('http_request_retries_total', 'Attempts after the first.', totals.retries),
    one('http_request_retries_denied_total', 'Retries that the budget did not allow.', totals.retriesDenied),
    one('predictions_degraded_total', 'Answers scored with default or stale features.', totals.degraded),
    one('predictions_without_field_total', 'Answers scored without the field of the upstream service.', totals.fieldless),
    split(
      'model_requests_total',
      'Requests that a pod answered, by model version.',
      'version',
      by(({ requests }) => requests),
    ),
    split(
      'model_cpu_seconds_total',
      'CPU time of answers, by model version.',
      'version',
      by(({ cpuSeconds }) => cpuSeconds),
    ),
    split(
      'model_queue_wait_seconds_total',
      'Time that answered requests waited for a worker, by model version.',
      'version',
      by(({ waitSeconds }) => waitSeconds),
    ),
    one('feature_lookups_total', 'Lookups that reached the feature store.', totals.lookups),
    one('feature_local_cache_hits_total', 'Lookups that the pods own cache answered.', totals.localHits),
    one('upstream_calls_total', 'Attempts to the upstream service.', totals.outboundCalls),
    one('upstream_timeouts_total', 'Attempts to the upstream service that the timeout cut.', totals.outboundTimeouts),
  ];
};

/** "model_ready_replicas{version="v42"}" as a name and its labels. */
const named = (text: string): { readonly name: string; readonly labels: Labels } => {
  const [, name = text, labels = ''] = /^([^{]+)(?:\{(.*)\})?$/.exec(text) ?? [];
  return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? ''])) };
};

/** The instruments of a system as metric families in base units: seconds, ratios, euro. */
export function familiesOf(monitoring: Monitoring): readonly Family[] {
  const families = new Map<string, { name: string; help: string; type: 'counter' | 'gauge'; samples: Plain[] }>();
  const histograms: Family[] = [];
  for (const { metric, value } of monitoring.gauges) {
    const { type, help } = metric.prometheus;
    const { name, labels } = named(metric.prometheus.name);
    if (type === 'histogram') {
      const { edgesMs, cumulative, sumMs } = monitoring.durations;
      const edges = edgesMs.map((edge) => edge / SECOND_MS);
      histograms.push({
        name,
        help,
        type,
        samples: [{ labels, edges, cumulative, sum: sumMs / SECOND_MS, count: cumulative[edges.length] ?? 0 }],
      });
    } else if (Number.isFinite(value)) {
      const family = families.get(name) ?? { name, help, type, samples: [] };
      family.samples.push({ labels, value: metric.unit === 'ms' ? value / SECOND_MS : value });
      families.set(name, family);
    }
  }
  return [...histograms, ...counters(monitoring).map((counter): Family => ({ ...counter, type: 'counter' })), ...families.values()];
}
