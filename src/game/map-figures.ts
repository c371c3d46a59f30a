import type { SeriesView } from '../domain/evidence.ts';
import type { MetricInfo } from '../domain/metric.ts';
import type { Observation } from '../domain/observation.ts';

/** The newest figure of a series that stands in an open dashboard. */
export interface Latest {
  readonly metric: MetricInfo;
  readonly value: number;
}

/** Which part of the system each station of a map stands for. */
export interface Placed {
  readonly stations: readonly { readonly id: string; readonly part?: string | null }[];
}

type Opened = Pick<Observation, 'dashboards'>;

const seriesOf = ({ dashboards }: Opened, wanted: (key: string) => boolean): SeriesView[] => {
  const found = dashboards.flatMap(({ panels }) => panels.flatMap(({ series }) => series.filter(({ metric }) => wanted(metric.key))));
  return found.filter((series, i) => found.findIndex(({ metric }) => metric.key === series.metric.key) === i);
};

const newest = ({ metric, values }: SeriesView): Latest[] => {
  const value = values.at(-1);
  return value === undefined || !Number.isFinite(value) ? [] : [{ metric, value }];
};

/** The newest figure by its key; null where no open dashboard shows it, or nothing was measured. */
export const latest = (opened: Opened, key: string): Latest | null => seriesOf(opened, (each) => each === key).flatMap(newest)[0] ?? null;

/** The newest figures of all `name{…}`, in the order of the dashboard. */
export const field = (opened: Opened, name: string): Latest[] => seriesOf(opened, (key) => key.startsWith(`${name}{`)).flatMap(newest);

/** The metric that says how much arrives in a second, once a dashboard with it is open. */
export const rateMetric = ({ dashboards }: Opened): MetricInfo | null =>
  dashboards
    .flatMap(({ panels }) => panels.flatMap(({ series }) => series.map(({ metric }) => metric)))
    .find(({ unit }) => unit === 'perSecond') ?? null;
