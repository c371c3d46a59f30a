import type { LineView, Observation } from '../domain/observation.ts';
import { field, latest, type Placed } from './map-figures.ts';
import type { MapMark } from './map-marks.ts';

const unseen = (line: LineView): LineView => ({ ...line, status: 'unknown', ratePerSecond: null, latencyMs: null });

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
    if (share === null || line.ratePerSecond === null) return unseen(line);
    const ratePerSecond = line.ratePerSecond * (side === 'candidate' ? share : 1 - share);
    const p95 = line.to === candidate || besides.includes(line.to) ? (side === 'candidate' ? slow[1] : slow[0]) : undefined;
    if (p95 === undefined || slow.length < 2) return { ...line, ratePerSecond };
    const status = p95.value > p95.metric.normal.high ? 'warn' : line.status;
    return { ...line, ratePerSecond, latencyMs: p95.value, status };
  });
}
