import type { MetricInfo } from '../../domain/metric.ts';
import { autoscalerWords } from '../../domain/words/autoscaler.ts';
import { dashboardWords } from '../../domain/words/dashboards.ts';
import { populationWords } from '../../domain/words/population.ts';
import { businessMetrics } from '../../parts/business/evidence.ts';
import { gatewayMetrics } from '../../parts/gateway/evidence.ts';
import { serverMetrics, versionMetrics } from '../../parts/model-server/evidence.ts';
import { storeMetrics } from '../../parts/feature-store/evidence.ts';
import { upstreamMetrics } from '../../parts/upstream/evidence.ts';
import type { System } from '../../scenario/system.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Setup } from './world.ts';

const words = dashboardWords.serving;

const gauge = (key: string, title: string, unit: MetricInfo['unit'], typical: number, high: number, name: string, help: string): MetricInfo => ({
  key, title, unit, direction: 'lowerIsBetter', normal: { low: 0, high, typical }, prometheus: { name, type: 'gauge', help },
}); // prettier-ignore

const autoscalerMetrics: readonly MetricInfo[] = [
  gauge(
    'autoscaler.at_max',
    autoscalerWords.atMax,
    'yesNo',
    0,
    0,
    'hpa_at_max',
    '1 while the autoscaler wants more replicas than it may have.',
  ),
  gauge('autoscaler.max_replicas', autoscalerWords.max, 'count', 6, 6, 'hpa_max_replicas', 'Replicas the autoscaler may have at most.'),
];

const driftMetrics: readonly MetricInfo[] = [
  gauge(
    'drift.psi',
    populationWords.scoreDriftOfSample,
    'points',
    0.02,
    0.05,
    'score_psi',
    'Population stability index of the score against last week, from a sample of 1,000 rows.',
  ),
];

const comparison = gauge(
  'versions.p95_ratio',
  words.slowestOverFastest,
  'ratio',
  1,
  1.25,
  'model_p95_ratio',
  'p95 of the slowest serving version over that of the fastest.',
);

const bySystem = new WeakMap<System, Catalogue>();

/** The catalogue of a run's system; the same one for the same system. */
export function catalogueOf({ system, params }: Setup): Catalogue {
  const known = bySystem.get(system);
  if (known !== undefined) return known;
  const made = catalogueFor(params['model-server'].versions.map((version) => version.id));
  bySystem.set(system, made);
  return made;
}

function catalogueFor(versions: readonly string[]): Catalogue {
  const metrics = [
    ...gatewayMetrics,
    ...serverMetrics,
    ...versions.flatMap(versionMetrics),
    comparison,
    ...autoscalerMetrics,
    ...storeMetrics,
    ...upstreamMetrics,
    ...businessMetrics,
    ...driftMetrics,
  ];
  const one = (key: string): { title: string; keys: string[] } => ({
    title: metrics.find((metric) => metric.key === key)!.title,
    keys: [key],
  });
  const split = (title: string, name: string): { title: string; keys: string[] } => ({
    title,
    keys: versions.map((id) => `${name}{${id}}`),
  });
  return {
    metrics,
    keys: metrics.map((metric) => metric.key),
    versions,
    byKey: new Map(metrics.map((metric) => [metric.key, metric])),
    dashboards: [
      {
        id: 'service',
        title: words.service,
        panels: [
          { title: words.latency, keys: ['gateway.latency_p95_ms', 'gateway.latency_p50_ms', 'gateway.latency_p99_ms'] },
          one('gateway.request_rate'),
          { title: words.errors, keys: ['gateway.unscored_share', 'gateway.http5xx_share'] },
          one('gateway.slow_share'),
        ],
      },
      {
        id: 'versions',
        title: words.versions,
        panels: [
          split(words.p95, 'model.latency_p95_ms'),
          split(words.cpu, 'model.cpu_share'),
          split(words.cpuTime, 'model.inference_cpu_ms'),
          split(words.pods, 'model.pods'),
          one('versions.p95_ratio'),
        ],
      },
      {
        id: 'saturation',
        title: words.saturation,
        panels: [
          one('model.cpu_share'),
          one('model.workers_busy_share'),
          one('model.queue_wait_ms'),
          { title: words.replicas, keys: ['model.replicas', 'autoscaler.max_replicas'] },
          one('autoscaler.at_max'),
        ],
      },
      { id: 'feature-store', title: words.store, panels: storeMetrics.map((metric) => one(metric.key)) },
      { id: 'upstream', title: words.upstream, panels: upstreamMetrics.map((metric) => one(metric.key)) },
      { id: 'business', title: words.business, panels: businessMetrics.map((metric) => one(metric.key)) },
      { id: 'drift', title: words.drift, panels: driftMetrics.map((metric) => one(metric.key)) },
    ],
  };
}
