import type { Unit } from '../domain/metric.ts';
import type { Observation, StationView } from '../domain/observation.ts';
import { shapesOf, sourcesChanged, type ColumnShape } from './map-evidence.ts';
import { field, latest, type Latest, type Placed } from './map-figures.ts';

/** A failure that the map draws in a way of its own; every figure of it stands in a dashboard or a piece of evidence that was opened. */
export type MapMark =
  | { readonly kind: 'echoes'; readonly line: string; readonly callsPerRequest: number; readonly normal: number }
  | { readonly kind: 'dropped'; readonly line: string; readonly share: number; readonly of: string }
  | { readonly kind: 'refused'; readonly line: string; readonly share: number }
  | { readonly kind: 'hollow'; readonly line: string; readonly share: number; readonly of: string }
  | { readonly kind: 'gauge'; readonly line: string; readonly was: string; readonly now: string; readonly fields: readonly string[] }
  | { readonly kind: 'drift'; readonly line: string; readonly psi: number; readonly of: string; readonly shape: ColumnShape | null }
  | { readonly kind: 'skew'; readonly line: string; readonly factor: number; readonly of: string }
  | { readonly kind: 'late'; readonly line: string; readonly delayMs: number }
  | { readonly kind: 'branch'; readonly line: string; readonly share: number; readonly version: string }
  | { readonly kind: 'twin'; readonly line: string; readonly share: number; readonly version: string; readonly other: string }
  | { readonly kind: 'shadow'; readonly line: string; readonly ratePerSecond: number | null; readonly version: string }
  | { readonly kind: 'coins'; readonly station: string; readonly eur: number; readonly unit: Unit; readonly each: number }
  | { readonly kind: 'cache'; readonly line: string; readonly hitShare: number; readonly normal: number }
  | {
      readonly kind: 'platform';
      readonly station: string;
      readonly replicas: number;
      readonly normal: number;
      readonly warming: number | null;
    }
  | { readonly kind: 'flag'; readonly station: string; readonly deploys: number; readonly text: string }
  | { readonly kind: 'rows'; readonly line: string; readonly rowsPerDay: number };

export type MarkKind = MapMark['kind'];

const isHigh = (figure: Latest | null): figure is Latest => figure !== null && figure.value > figure.metric.normal.high;
const isLow = (figure: Latest | null): figure is Latest => figure !== null && figure.value < figure.metric.normal.low;

/** What a figure of one column is about: "Monthly fee" of "Monthly fee: missing". */
const column = ({ metric }: Latest): string => metric.of ?? metric.title;

const worst = (figures: readonly Latest[], bad: (figure: Latest) => number): Latest | null =>
  figures.reduce<Latest | null>((most, next) => (most === null || bad(next) > bad(most) ? next : most), null);

/** Versions in the order in which a dashboard lists them, with what it says of each. */
function versions(observation: Observation, name: string): { readonly id: string; readonly value: number }[] {
  return field(observation, name).map(({ metric, value }) => ({ id: metric.key.slice(name.length + 1, -1), value }));
}

/**
 * All marks of a map, in the order in which they are drawn.
 * @param refused the share that the gateway refuses by the player's own change
 * @param coinEur euro a minute that one bar of loss stands for
 */
export function mapMarks(observation: Observation, layout: Placed, refused = 0, coinEur = 1): readonly MapMark[] {
  const parts = new Map(layout.stations.map((place) => [place.id, place.part ?? null]));
  const lines = observation.lines.map((line) => ({ ...line, fromPart: parts.get(line.from) ?? null, toPart: parts.get(line.to) ?? null }));
  const along = (from: string | null, to: string | null): string | null =>
    lines.find((line) => (from === null || line.fromPart === from) && (to === null || line.toPart === to))?.id ?? null;
  const stationOf = (part: string): StationView | undefined => observation.stations.find((station) => parts.get(station.id) === part);
  const marks: MapMark[] = [];
  const on = (line: string | null, make: (line: string) => MapMark): void => {
    if (line !== null) marks.push(make(line));
  };

  const calls = latest(observation, 'upstream.calls_per_request');
  if (isHigh(calls))
    on(along('model-server', 'upstream'), (line) => ({
      kind: 'echoes',
      line,
      callsPerRequest: calls.value,
      normal: calls.metric.normal.typical,
    }));
  const unscored = latest(observation, 'gateway.unscored_share');
  const dropped = (unscored?.value ?? 0) - refused; // those that are refused never reach the pool
  if (unscored !== null && dropped > unscored.metric.normal.high)
    on(along('gateway', 'model-server'), (line) => ({ kind: 'dropped', line, share: dropped, of: unscored.metric.title }));
  if (refused > 0) on(along(null, 'gateway'), (line) => ({ kind: 'refused', line, share: refused }));
  const fallback = field(observation, 'release.fallback_share').at(-1) ?? null;
  if (isHigh(fallback))
    on(lines.find((line) => line.toPart === 'release' && line.kind === 'request')?.id ?? null, (line) => ({
      kind: 'dropped',
      line,
      share: fallback.value,
      of: fallback.metric.title,
    }));
  const hits = latest(observation, 'store.cache_hit_share');
  if (isLow(hits))
    on(along('model-server', 'feature-store'), (line) => ({
      kind: 'cache',
      line,
      hitShare: hits.value,
      normal: hits.metric.normal.typical,
    }));

  const outOfPipeline = lines.find((line) => line.fromPart === 'pipeline' && line.kind === 'feature')?.id ?? null;
  const missing = worst(field(observation, 'data.null_share'), ({ value }) => value);
  if (isHigh(missing)) on(outOfPipeline, (line) => ({ kind: 'hollow', line, share: missing.value, of: column(missing) }));
  const skewed = worst(field(observation, 'data.mean_factor'), ({ value }) => Math.abs(value - 1));
  if (isHigh(skewed) || isLow(skewed)) on(outOfPipeline, (line) => ({ kind: 'skew', line, factor: skewed.value, of: column(skewed) }));
  const drifted = worst([...field(observation, 'drift.psi'), ...one(latest(observation, 'drift.psi'))], ({ value }) => value);
  const shape = shapesOf(observation);
  const monitored = lines.find((line) => line.kind === 'monitor')?.id ?? null;
  if (isHigh(drifted))
    on(outOfPipeline ?? monitored, (line) => ({
      kind: 'drift',
      line,
      psi: drifted.value,
      of: column(drifted),
      shape: shape !== null && shape.feature === column(drifted) ? shape : null,
    }));
  else if (shape !== null) on(outOfPipeline, (line) => ({ kind: 'drift', line, psi: shape.psi, of: shape.feature, shape }));
  for (const { station, ...change } of sourcesChanged(observation))
    on(lines.find((line) => line.from === station)?.id ?? null, (line) => ({ kind: 'gauge', line, ...change }));

  for (const line of lines)
    if (line.kind === 'label' && line.normalLatencyMs > 0) marks.push({ kind: 'late', line: line.id, delayMs: line.normalLatencyMs });

  marks.push(...releaseMarks(observation, lines, stationOf('release')));
  const pods = versions(observation, 'model.pods').filter(({ value }) => value > 0);
  const [older, newer] = [pods[0], pods.at(-1)];
  if (older !== undefined && newer !== undefined && older !== newer)
    on(along('gateway', 'model-server'), (line) => ({
      kind: 'twin',
      line,
      share: newer.value / pods.reduce((sum, { value }) => sum + value, 0),
      version: newer.id,
      other: older.id,
    }));

  const cost = latest(observation, 'business.impact_eur_per_minute');
  const money = ['business', 'outcomes', 'successes'].map(stationOf).find((station) => station !== undefined);
  if (isHigh(cost) && money !== undefined)
    marks.push({ kind: 'coins', station: money.id, eur: cost.value, unit: cost.metric.unit, each: coinEur });

  const replicas = latest(observation, 'model.replicas');
  const server = stationOf('model-server');
  if (replicas !== null && server !== undefined)
    marks.push({
      kind: 'platform',
      station: server.id,
      replicas: replicas.value,
      normal: replicas.metric.normal.typical,
      warming: warmingOf(observation),
    });
  const deploys = observation.changes.filter(({ kind }) => kind === 'model-deploy');
  for (const { id } of observation.stations) {
    const here = deploys.filter(({ station }) => station === id);
    const last = here.at(-1);
    if (last !== undefined) marks.push({ kind: 'flag', station: id, deploys: here.length, text: last.text });
  }

  const rows = latest(observation, 'data.rows_per_day');
  const selected = latest(observation, 'decisions.selected_share');
  if (rows !== null)
    for (const line of lines) {
      if (line.kind !== 'request' && line.kind !== 'feature') continue;
      const share = line.fromPart === 'decisions' ? (selected?.value ?? null) : 1;
      if (share !== null) marks.push({ kind: 'rows', line: line.id, rowsPerDay: rows.value * share });
    }
  return marks;
}

const one = (figure: Latest | null): readonly Latest[] => (figure === null ? [] : [figure]);

/** How far pods that were asked for are on their way, 0..1; null where none are. */
function warmingOf({ pending, tick }: Observation): number | null {
  const due = pending.find(({ action }) => action.type === 'scale');
  return due === undefined ? null : Math.max(0, Math.min(1, (tick - due.startedTick) / Math.max(1, due.effectTick - due.startedTick)));
}

type Lined = Observation['lines'][number] & { readonly fromPart: string | null; readonly toPart: string | null };

/** A version beside another: on a branch of its own, on a twin line, or on a stub that reaches nobody. */
function releaseMarks(observation: Observation, lines: readonly Lined[], release: StationView | undefined): MapMark[] {
  const share = latest(observation, 'release.share');
  const into = lines.find((line) => line.to === release?.id && line.kind === 'request');
  const sides = observation.dashboards.flatMap(({ panels }) =>
    panels.flatMap(({ series }) => series.map(({ metric }) => /^release\.success_share\{(.+)\}$/.exec(metric.key)?.[1])),
  );
  const [other, version] = sides.filter((id) => id !== undefined);
  if (release === undefined || into === undefined || other === undefined || version === undefined) return [];
  const branches = lines.some((line) => line.from === into.from && line.kind === 'request' && line !== into);
  const state = release.charts.find(({ chart }) => chart === 'release')?.state;
  const marks: MapMark[] = [];
  if (state === 'shadow') marks.push({ kind: 'shadow', line: into.id, ratePerSecond: into.ratePerSecond, version });
  if (share !== null)
    marks.push(
      branches
        ? { kind: 'branch', line: into.id, share: share.value, version }
        : { kind: 'twin', line: into.id, share: share.value, version, other },
    );
  return marks;
}
