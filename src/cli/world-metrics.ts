import type { MetricInfo, Unit } from '../domain/metric.ts';
import type { Monitoring, OwnReading } from '../sim/plant.ts';
import type { Family, Labels, Plain } from './exposition.ts';

const SECOND_MS = 1000;

interface PlainFamily {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly samples: Plain[];
}

type Families = Map<string, PlainFamily>;

function add(families: Families, { name, help, type }: Omit<PlainFamily, 'samples'>, labels: Labels, value: number): void {
  const family = families.get(name) ?? { name, help, type, samples: [] };
  family.samples.push({ labels, value });
  families.set(name, family);
}

/** The simulation's amounts are fluid; what instruments count is whole, but for seconds and money. */
const counted = ({ name, type, value }: OwnReading): number =>
  type === 'counter' && !/_(seconds|euro)_total$/.test(name) ? Math.round(value) : value;

/** "model_ready_replicas{version="v42"}" as a name and its labels. */
const named = (text: string): { readonly name: string; readonly labels: Labels } => {
  const [, name = text, labels = ''] = /^([^{]+)(?:\{(.*)\})?$/.exec(text) ?? [];
  return { name, labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? ''])) };
};

const UNITS_IN_ONE_BASE_UNIT: Partial<Record<Unit, number>> = { ms: SECOND_MS, eurPerMinute: 60, eurPerHour: 3600, eurPerDay: 86_400 };

const inBaseUnits = ({ unit, prometheus: { perUnit } }: MetricInfo, value: number): number =>
  perUnit === undefined ? value / (UNITS_IN_ONE_BASE_UNIT[unit] ?? 1) : value * perUnit;

/** The instruments of a system as metric families in base units: seconds, ratios, euro. */
export function familiesOf(monitoring: Monitoring): readonly Family[] {
  const own: Families = new Map();
  const gauges: Families = new Map();
  const histograms: Family[] = [];
  for (const reading of monitoring.own) add(own, reading, reading.labels, counted(reading));
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
    } else if (Number.isFinite(value)) add(gauges, { name, help, type }, labels, inBaseUnits(metric, value));
  }
  return [...histograms, ...own.values(), ...gauges.values()];
}
