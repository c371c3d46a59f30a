import { formatValue } from '../domain/metric.ts';
import type { LineView, Observation, StationView, Status } from '../domain/observation.ts';

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  unknown: 'not looked at yet',
  healthy: 'normal',
  warn: 'out of normal',
  crit: 'hurting users',
};

export const statusWords = (status: Status): string => STATUS_WORDS[status];

const figures = (station: StationView): string =>
  station.figures
    .slice(0, 3)
    .map(
      (reading) =>
        `${reading.label} ${formatValue(reading.value, reading.unit)}${reading.normal === undefined ? '' : ` (normal ${formatValue(reading.normal, reading.unit)})`}`,
    )
    .join(', ');

function flows(line: LineView, name: string): string {
  const parts = [
    line.ratePerSecond === null ? null : formatValue(line.ratePerSecond, 'perSecond'),
    line.latencyMs === null
      ? null
      : `${formatValue(line.latencyMs, 'ms')}${line.normalLatencyMs > 0 ? ` (normal ${formatValue(line.normalLatencyMs, 'ms')})` : ''}`,
    line.queued !== null && line.queued >= 1 ? `${Math.round(line.queued)} queued` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? name : `${name} at ${parts.join(', ')}`;
}

/** How a station fares, or since when nothing is heard of it. */
export const healthWords = ({ status, silentSince }: StationView): string =>
  silentSince === undefined ? statusWords(status) : `no signal since ${silentSince}`;

/** A station of the map in one sentence: what it is doing, and where its lines lead. */
export function stationWords(station: StationView, observation: Pick<Observation, 'lines' | 'stations'>): string {
  const names = new Map(observation.stations.map((each) => [each.id, each.name] as const));
  const out = observation.lines.filter((line) => line.from === station.id).map((line) => flows(line, names.get(line.to) ?? line.to));
  const seen = figures(station);
  const caption = station.caption === '' ? '' : `; ${station.caption}`;
  return `${station.name}: ${healthWords(station)}${caption}${seen === '' ? '' : `; ${seen}`}${out.length === 0 ? '' : `; leads to ${out.join(', to ')}`}`;
}

const RANK: Readonly<Record<Status, number>> = { crit: 0, warn: 1, unknown: 2, healthy: 3 };

/** The whole map in a few words, what is wrong first. */
export function mapSummary(observation: Pick<Observation, 'stations'>): string {
  const by = [...observation.stations].sort((a, b) => RANK[a.status] - RANK[b.status]);
  const named = (status: Status): string =>
    by
      .filter((station) => station.status === status)
      .map((station) => station.name)
      .join(', ');
  const silent = by.filter(({ silentSince }) => silentSince !== undefined).map(({ name }) => name);
  const unknown = by.filter(({ status, silentSince }) => status === 'unknown' && silentSince === undefined).length;
  const parts = [
    named('crit') === '' ? null : `Hurting users: ${named('crit')}.`,
    named('warn') === '' ? null : `Out of normal: ${named('warn')}.`,
    silent.length === 0 ? null : `No signal: ${silent.join(', ')}.`,
    unknown === 0 ? null : `${unknown} of ${by.length} stations not looked at yet.`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'All stations are normal.' : parts.join(' ');
}
