import type { SeriesView } from '../domain/evidence.ts';

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Every scraped series as one table: a row per scrape, a column per series; an empty cell where nothing was scraped. */
export function seriesCsv(series: Readonly<Record<string, SeriesView>>): string {
  const keys = Object.keys(series).sort();
  const ticks = [...new Set(keys.flatMap((key) => series[key]?.ticks ?? []))].sort((a, b) => a - b);
  const columns = keys.map((key) => {
    const { ticks: at, values } = series[key] ?? { ticks: [], values: [] };
    return new Map(at.map((tick, i) => [tick, values[i] ?? NaN]));
  });
  const rows = ticks.map((tick) => [String(tick), ...columns.map((column) => numberText(column.get(tick)))].join(','));
  return `${[['tick', ...keys].map(cell).join(','), ...rows].join('\n')}\n`;
}

const numberText = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '' : String(value));
