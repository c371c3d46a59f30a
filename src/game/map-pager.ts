import type { LineView, Observation, StationView, Status } from '../domain/observation.ts';
import type { Placed } from './map-figures.ts';
import { strayOf } from './stray.ts';

/** Parts whose figures are called by another name than their own. */
const PARTS_OF: Readonly<Record<string, readonly string[]>> = { business: ['outcomes', 'business'] };

const STATUS: Readonly<Record<ReturnType<typeof strayOf>, Status>> = { normal: 'healthy', warn: 'warn', crit: 'crit' };

/** What the pager's own metric, which is free at all times, tells of a map that nothing was looked at on: its station, and a hop's latency. */
export function pagedViews(
  { pager, stations, lines }: Pick<Observation, 'pager' | 'stations' | 'lines'>,
  layout: Placed,
): { readonly stations: readonly StationView[]; readonly lines: readonly LineView[] } {
  const { metric, values } = pager;
  const value = values.at(-1);
  const name = metric.key.split('.')[0] ?? '';
  const parts = PARTS_OF[name] ?? [name];
  const id = layout.stations.find(({ part }) => part != null && parts.includes(part))?.id;
  if (value === undefined || !Number.isFinite(value) || id === undefined) return { stations, lines };
  const status = STATUS[strayOf(value, metric.normal, metric.direction)];
  const figure = { key: metric.key, label: metric.title, value, unit: metric.unit, normal: metric.normal.typical };
  return {
    stations: stations.map((station) =>
      station.id === id && station.status === 'unknown' && station.figures.length === 0 && station.silentSince === undefined
        ? { ...station, status, figures: [figure] }
        : station,
    ),
    lines: lines.map((line) =>
      line.from === id && line.kind === 'request' && metric.unit === 'ms' && line.status === 'unknown' && line.latencyMs === null
        ? { ...line, status, latencyMs: value }
        : line,
    ),
  };
}
