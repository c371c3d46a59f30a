import { inLanguage } from './language.ts';

const en = {
  serving: {
    service: 'Service',
    latency: 'Latency',
    errors: 'Unscored payments and 5xx',
    versions: 'By model version',
    p95: 'p95 by version',
    cpu: 'CPU by version',
    cpuTime: 'CPU time of a call',
    pods: 'Ready pods',
    slowestOverFastest: 'Slowest version over fastest',
    saturation: 'Saturation',
    replicas: 'Ready replicas and maximum',
    store: 'Feature store',
    upstream: 'merchant-risk calls',
    business: 'Business',
    drift: 'Drift',
  },
  scoring: {
    model: 'Model',
    data: 'Data',
    missing: 'Missing values',
    unknown: 'Unknown values',
    mean: 'Mean against reference',
    spread: 'Spread against reference',
    decisions: 'Decisions',
    business: 'Business',
    drift: 'Drift',
    features: 'Features',
  },
  exposure: {
    release: 'Release',
    success: (name: string) => `${name} by version`,
    p95: 'p95 by version',
    fallback: 'Answered by the fallback',
    audience: 'Who comes',
    model: 'Answers of the model',
    business: 'Business',
  },
};

/** Dashboards and those of their panels that show more than one figure, by kind of system. */
export const dashboardWords = inLanguage({ en });
