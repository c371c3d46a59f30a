import type { LineView, Observation } from '../domain/observation.ts';
import { field, latest, type Placed } from './map-figures.ts';
import type { MapMark } from './map-marks.ts';

const unseen = (line: LineView): LineView => ({ ...line, status: 'unknown', ratePerSecond: null, latencyMs: null });

/** The lines that a new version has to itself, beside others that lead around it: by kind the lesser branch, whatever its share. */
export function branchLines({ lines }: Pick<Observation, 'lines'>, { stations }: Placed): readonly string[] {
  const candidate = stations.find(({ part }) => part === 'release')?.id;
  const requests = lines.filter(({ kind }) => kind === 'request');
  const into = requests.filter(({ to }) => to === candidate);
  const branches = into.some(({ id, from }) => requests.some((line) => line.from === from && line.id !== id));
  return branches ? [...into, ...requests.filter(({ from }) => from === candidate)].map(({ id }) => id) : [];
}

/** Of all traffic, what a line carries as far as is known: a branch its version's share, the line beside it the rest. */
export const shareBy =
  (observation: Observation, layout: Placed) =>
  (id: string): number => {
    const share = latest(observation, 'release.share')?.value ?? null;
    const own = branchLines(observation, layout);
    if (share === null) return 1;
    if (own.includes(id)) return share;
    const splits = observation.lines.filter((line) => own.includes(line.id)).map(({ from }) => from);
    return observation.lines.some((line) => line.id === id && splits.includes(line.from)) ? 1 - share : 1;
  };

/**
 * Lines as they share the traffic: a branch carries its version's share at its version's latency, and nothing is drawn on it
 * before the dashboard with the share was opened. Lines of a batch system that rows were counted on are neutral.
 */
export function sharedLines(observation: Observation, layout: Placed, marks: readonly MapMark[]): readonly LineView[] {
  const counted = new Set(marks.flatMap((mark) => (mark.kind === 'rows' ? [mark.line] : [])));
  const lines = observation.lines.map((line): LineView =>
    line.status === 'unknown' && counted.has(line.id) ? { ...line, status: 'healthy' } : line,
  );
  const candidate = layout.stations.find((place) => place.part === 'release')?.id;
  const requests = lines.filter(({ kind }) => kind === 'request');
  const into = requests.find((line) => line.to === candidate);
  const besides = requests.filter((line) => into !== undefined && line.from === into.from && line !== into).map((line) => line.to);
  if (candidate === undefined || besides.length === 0) return lines;
  const share = latest(observation, 'release.share')?.value ?? null;
  const slow = field(observation, 'release.latency_p95_ms');
  const touches = (line: LineView, station: string): boolean => line.kind === 'request' && (line.from === station || line.to === station);
  return lines.map((line) => {
    const side = touches(line, candidate) ? 'candidate' : besides.some((station) => touches(line, station)) ? 'stable' : null;
    if (side === null) return line;
    if (share === null) return unseen(line);
    const ratePerSecond = line.ratePerSecond === null ? null : line.ratePerSecond * (side === 'candidate' ? share : 1 - share);
    const p95 = line.to === candidate || besides.includes(line.to) ? (side === 'candidate' ? slow[1] : slow[0]) : undefined;
    if (p95 === undefined || slow.length < 2) return ratePerSecond === null ? unseen(line) : { ...line, ratePerSecond };
    const status = p95.value > p95.metric.normal.high ? 'warn' : line.status === 'unknown' ? 'healthy' : line.status;
    return { ...line, ratePerSecond, latencyMs: p95.value, status };
  });
}
