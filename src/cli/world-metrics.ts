import type { CounterReading, Monitoring } from '../sim/plant.ts';
import type { Family, Labels, Plain } from './exposition.ts';

const SECOND_MS = 1000;

/** Counters of one name, each as its own family. The simulation's amounts are fluid; what instruments count is whole, but for seconds. */
function counterFamilies(counters: readonly CounterReading[]): readonly Family[] {
  const families = new Map<string, { name: string; help: string; type: 'counter'; samples: Plain[] }>();
  for (const { name, help, labels, value } of counters) {
    const family = families.get(name) ?? { name, help, type: 'counter', samples: [] };
    family.samples.push({ labels, value: name.endsWith('_seconds_total') ? value : Math.round(value) });
    families.set(name, family);
  }
  return [...families.values()];
}

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
      if (monitoring.durations === null) continue;
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
  return [...histograms, ...counterFamilies(monitoring.counters), ...families.values()];
}
