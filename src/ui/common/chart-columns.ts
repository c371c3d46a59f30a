import type uPlot from 'uplot';
import type { ChartData } from './chart-model.ts';

/** uPlot's columns: the ticks of all series, merged, then one column of values for each. */
export function columns(data: ChartData): uPlot.AlignedData {
  const first = data.series[0]?.ticks ?? [];
  const same = data.series.every(
    (series) => series.ticks.length === first.length && series.ticks[0] === first[0] && series.ticks.at(-1) === first.at(-1),
  );
  if (same)
    return [first as number[], ...data.series.map((series) => series.values.map((value) => (Number.isFinite(value) ? value : null)))];
  const ticks = [...new Set(data.series.flatMap((series) => series.ticks))].sort((a, b) => a - b);
  return [
    ticks,
    ...data.series.map((series) => {
      const at = new Map(series.ticks.map((tick, i) => [tick, series.values[i] ?? Number.NaN] as const));
      return ticks.map((tick) => {
        const value = at.get(tick);
        return value === undefined ? undefined : Number.isFinite(value) ? value : null;
      });
    }),
  ];
}
