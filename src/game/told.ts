import type { StationRoom } from '../domain/chart-view.ts';
import type { Evidence, EvidenceBody } from '../domain/evidence.ts';
import type { Observation } from '../domain/observation.ts';
import { sameLook } from '../domain/same-look.ts';
import type { MapMark } from './map-marks.ts';
import type { KnownStation } from './sight.ts';

/** What is written down of every station at once: it tells of those that it names. */
function namesOf(body: EvidenceBody): readonly string[] | null {
  return body.kind === 'changes' || body.kind === 'calendar' || body.kind === 'messages'
    ? body.entries.map(({ station }) => station)
    : null;
}

/** Whether a lineage leads back to a station. */
export const isSourceIn = (body: EvidenceBody, id: string): boolean =>
  body.kind === 'lineage' && body.nodes.some((node) => node.kind === 'source' && node.id === id);

/** The station that a mark is a finding about; null for one that only says how a line is made, or what flows on it. */
function aboutOf(mark: MapMark, lines: Observation['lines']): string | null {
  if (!('line' in mark)) return mark.station;
  const line = lines.find(({ id }) => id === mark.line);
  if (mark.kind === 'gauge') return line?.from ?? null; // how it delivers
  return mark.kind === 'skew' ? (line?.to ?? null) : null; // what it is given
}

/**
 * The stations, each with whether something that was opened tells of it, though none of its figures is on show.
 * @param rooms which looks tell of which station
 */
export function withTold(
  { stations, lines, evidence }: Pick<Observation, 'stations' | 'lines' | 'evidence'>,
  marks: readonly MapMark[],
  rooms: readonly StationRoom[],
): readonly KnownStation[] {
  const told = new Set(marks.map((mark) => aboutOf(mark, lines)));
  const tells = (id: string, looks: StationRoom['looks'], { look, body }: Evidence): boolean =>
    isSourceIn(body, id) || (looks.some((each) => sameLook(each, look)) && (namesOf(body)?.includes(id) ?? true));
  return stations.map((station): KnownStation => {
    if (station.status !== 'unknown') return station;
    const looks = rooms.find((room) => room.station === station.id)?.looks ?? [];
    const isTold = told.has(station.id) || evidence.some((each) => tells(station.id, looks, each));
    return isTold ? { ...station, told: true } : station;
  });
}
