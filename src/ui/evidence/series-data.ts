import type { SeriesView } from '../../domain/evidence.ts';
import type { Unit } from '../../domain/metric.ts';
import { hasNormal } from '../../domain/reading.ts';
import type { ChartGroup } from '../../game/evidence-view.ts';
import { seriesLabel } from '../../game/evidence-view.ts';
import type { ChartData, ChartHead } from '../common/chart-model.ts';

const nameOf = (series: SeriesView): string => seriesLabel(series) || series.metric.title;

const ADDING_UP: readonly Unit[] = ['count', 'perSecond'];

/** "model.pods" of "model.pods{v41}". */
const metricOf = ({ metric }: SeriesView): string => metric.key.replace(/\{.*\}$/, '');

function headOf(series: readonly SeriesView[], first: SeriesView): ChartHead {
  if (series.some((each) => metricOf(each) !== metricOf(first))) return 'first';
  return first.metric.direction === 'neutral' && ADDING_UP.includes(first.metric.unit) ? 'sum' : 'worst';
}

/** The series of one chart as the chart takes them; null where there is none. */
export function dataOf(group: ChartGroup): ChartData | null {
  const first = group.series[0];
  if (first === undefined) return null;
  const labelled = group.series.map((series, i) => ({
    label: group.series.length === 1 ? seriesLabel(series) : nameOf(series),
    ticks: series.ticks,
    values: series.values,
    stroke: i,
  }));
  return {
    title: group.title,
    unit: first.metric.unit,
    direction: first.metric.direction,
    series: labelled,
    ...(hasNormal(first.metric) ? { normal: first.metric.normal } : {}),
    head: headOf(group.series, first),
  };
}
