import type { RunTrace } from '../run/trace.ts';

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const numberText = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? '' : String(value));

/** Every scraped series as one table: a row per scrape, a column per series; an empty cell where there was no data. */
export function seriesCsv({ ticks, series }: RunTrace): string {
  const columns = Object.entries(series);
  const rows = ticks.map((tick, i) => [String(tick), ...columns.map(([, { values }]) => numberText(values[i]))].join(','));
  return `${[['tick', ...columns.map(([key]) => key)].map(cell).join(','), ...rows].join('\n')}\n`;
}
