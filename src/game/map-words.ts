import { formatValue } from '../domain/metric.ts';
import type { LineView, StationView, Status } from '../domain/observation.ts';
import { sightOf, type KnownStation } from './sight.ts';
import { mapDrawingWords } from './words/map-drawing.ts';
import { mapWords } from './words/map.ts';

/** What is on the map. */
interface Mapped {
  readonly stations: readonly KnownStation[];
  readonly lines: readonly LineView[];
}

/** A figure of a station, beside its normal where that is known. */
export const figureWords = ({ label, value, unit, normal }: StationView['figures'][number]): string =>
  mapWords.reading(label, formatValue(value, unit), normal === undefined ? null : formatValue(normal, unit));

function flows(line: LineView, name: string): string {
  const parts = [
    line.ratePerSecond === null ? null : formatValue(line.ratePerSecond, 'perSecond'),
    line.latencyMs === null
      ? null
      : mapWords.latency(formatValue(line.latencyMs, 'ms'), line.normalLatencyMs > 0 ? formatValue(line.normalLatencyMs, 'ms') : null),
    line.queued !== null && line.queued >= 1 ? mapWords.queued(Math.round(line.queued)) : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? name : mapWords.flow(name, parts);
}

/** How a station fares, or since when nothing is heard of it, or that nothing is measured there. */
export function healthWords(station: KnownStation): string {
  switch (sightOf(station)) {
    case 'silent':
      return mapWords.silent(station.silentSince!);
    case 'bare':
      return station.caption;
    case 'looked-at':
      return mapWords.lookedAt;
    default:
      return mapWords.statuses[station.status];
  }
}

/** What goes on at a station beyond how it fares: its states in words; "" where they say no more. */
export const captionWords = ({ charts }: Pick<StationView, 'charts'>): string =>
  charts
    .map(({ state }) => mapDrawingWords.state(state))
    .filter((words) => words !== null)
    .join(', ');

/** A station of the map in one sentence: what it is doing, and where its lines lead. */
export function stationWords(station: KnownStation, observation: Mapped): string {
  const names = new Map(observation.stations.map((each) => [each.id, each.name] as const));
  const out = observation.lines.filter((line) => line.from === station.id).map((line) => flows(line, names.get(line.to) ?? line.to));
  return mapWords.station({
    name: station.name,
    state: healthWords(station),
    caption: captionWords(station),
    figures: station.figures.slice(0, 3).map(figureWords),
    leadsTo: out,
  });
}

const RANK: Readonly<Record<Status, number>> = { crit: 0, warn: 1, unknown: 2, healthy: 3 };

/** The whole map in a few words, what is wrong first. */
export function mapSummary(observation: Pick<Mapped, 'stations'>): string {
  const by = [...observation.stations].sort((a, b) => RANK[a.status] - RANK[b.status]);
  const named = (status: Status): readonly string[] => by.filter((station) => station.status === status).map((station) => station.name);
  const silent = by.filter(({ silentSince }) => silentSince !== undefined).map(({ name }) => name);
  const measured = by.filter((station) => sightOf({ ...station, told: false }) !== 'bare');
  const unknown = measured.filter((station) => sightOf(station) === 'unseen').length;
  const parts = [
    named('crit').length === 0 ? null : mapWords.hurting(named('crit')),
    named('warn').length === 0 ? null : mapWords.outOfNormal(named('warn')),
    silent.length === 0 ? null : mapWords.silentNow(silent),
    unknown === 0 ? null : mapWords.notLookedAt(unknown, measured.length),
  ].filter((part) => part !== null);
  const going = by.flatMap((station) => {
    const words = station.status === 'healthy' ? captionWords(station) : '';
    return words === '' ? [] : [mapWords.goesOn(station.name, words)];
  });
  if (parts.length === 0) return going.length === 0 ? mapWords.allNormal : [...going, mapWords.figuresNormal].join(' ');
  return [...parts, ...going].join(' ');
}
