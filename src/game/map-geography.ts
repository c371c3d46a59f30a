import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { SystemBrief } from '../scenario/brief.ts';
import { layoutAt, type Places, HEIGHT, WIDTH } from './map-placed.ts';
import type { MapLayout, Point } from './map-view.ts';
import { bendsOf, runsThrough } from './map-ways.ts';

const ROOM = { left: 60, right: 600, top: 70, bottom: 530 }; // map units; names and districts take the rest
const GRID = 10; // map units
const STATION = { width: 56, height: 34 }; // map units
const NAME_HEIGHT = 40; // of a name and the figure under it, map units
const NAME_LETTER = 7.6; // mean width, map units

interface Manner {
  readonly rankdir: 'LR' | 'TB';
  readonly forward: readonly string[]; // kinds of line that lead on; others lead back where they close a ring
  readonly align: 'UL' | undefined;
}

const MANNERS: readonly Manner[] = (['LR', 'TB'] as const).flatMap((rankdir) =>
  [
    ['request', 'feature'],
    ['request', 'feature', 'training', 'deploy'],
  ].flatMap((forward) => ([undefined, 'UL'] as const).map((align) => ({ rankdir, forward, align }))),
);

const nameWidth = (name: string): number => name.length * NAME_LETTER;

/** Lines as edges without a ring: those that lead on first, any other turned round where it would close one. */
function edgesOf({ lines }: SystemBrief, forward: readonly string[]): readonly (readonly [from: string, to: string, weight: number])[] {
  const next = new Map<string, string[]>();
  const reaches = (from: string, to: string): boolean => from === to || (next.get(from) ?? []).some((id) => reaches(id, to));
  const ordered = [...lines.filter(({ kind }) => forward.includes(kind)), ...lines.filter(({ kind }) => !forward.includes(kind))];
  return ordered.map(({ from, to, kind }) => {
    const [a, b] = reaches(to, from) ? [to, from] : [from, to];
    next.set(a, [...(next.get(a) ?? []), b]);
    return [a, b, kind === 'request' ? 6 : kind === 'feature' ? 3 : 1] as const;
  });
}

/** Spreads coordinates over a stretch of the map, on its grid; what lies on one line stays on one. */
function spread(values: readonly number[], low: number, high: number): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const factor = Math.min(2, (high - low) / Math.max(1, most - least));
  const start = (low + high - (most - least) * factor) / 2;
  return values.map((value) => Math.round((start + (value - least) * factor) / GRID) * GRID);
}

function placesBy(system: SystemBrief, { rankdir, forward, align }: Manner): Places {
  const graph: Graph<GraphLabel, NodeLabel, EdgeLabel> = new Graph({ multigraph: true, compound: true });
  graph.setGraph({ rankdir, nodesep: 30, edgesep: 20, ranksep: 40, ...(align === undefined ? {} : { align }) });
  for (const district of new Set(system.stations.map((station) => station.district)))
    if (district !== '') graph.setNode(`district ${district}`, { width: 0, height: 0 });
  for (const { id, name, district } of system.stations) {
    graph.setNode(id, { width: Math.max(STATION.width, nameWidth(name)), height: STATION.height + NAME_HEIGHT });
    if (district !== '') graph.setParent(id, `district ${district}`);
  }
  edgesOf(system, forward).forEach(([from, to, weight], i) => graph.setEdge(from, to, { weight, width: 0, height: 0 }, String(i)));
  layout(graph);
  const spots = system.stations.map(({ id }) => graph.node(id));
  const xs = spread(
    spots.map(({ x }) => x ?? 0),
    ROOM.left,
    ROOM.right,
  );
  const ys = spread(
    spots.map(({ y }) => y ?? 0),
    ROOM.top,
    ROOM.bottom,
  );
  const at = new Map(system.stations.map(({ id }, i): [string, Point] => [id, [xs[i]!, ys[i]!]]));
  const rank = (kind: string): number => ['request', 'feature'].indexOf(kind) + 1 || 3;
  const lines = [...system.lines].sort((a, b) => rank(a.kind) - rank(b.kind));
  return { at, via: bendsOf(lines, at) };
}

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  x0: x - width / 2,
  y0: y - height / 2,
  x1: x + width / 2,
  y1: y + height / 2,
});

function nameBox({ at: [x, y], label }: MapLayout['stations'][number], width: number): Box {
  const [down, aside] = [(STATION.height + NAME_HEIGHT) / 2, (STATION.width + width) / 2];
  const across = label === 'left' ? -aside : label === 'right' ? aside : 0;
  return boxAt(x + across, y + (label === 'above' ? -down : label === 'below' ? down : 0), width, NAME_HEIGHT);
}

/** How badly a map reads: what lies on what, districts that fall apart, lines through stations that are not theirs. */
function troubleOf(system: SystemBrief, map: MapLayout): number {
  const glyphs = map.stations.map(({ at: [x, y] }) => boxAt(x, y, STATION.width, STATION.height));
  const names = map.stations.map((station, i) => nameBox(station, nameWidth(system.stations[i]!.name)));
  const boxes = [...glyphs, ...names];
  let trouble = 0;
  boxes.forEach((box, i) => {
    for (const other of boxes.slice(i + 1)) trouble += overlap(box, other);
    trouble += Math.max(0, -box.x0, box.x1 - WIDTH, -box.y0, box.y1 - HEIGHT) * 10;
  });
  for (const { id, points } of map.lines) {
    const { from, to } = system.lines.find((line) => line.id === id)!;
    for (const station of map.stations) {
      if (station.id !== from && station.id !== to && runsThrough(points, station.at)) trouble += 3000;
    }
    trouble += (points.length - 2) * 40;
  }
  const grounds = map.districts.map(({ points }) => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  });
  grounds.forEach((ground, i) => {
    for (const other of grounds.slice(i + 1)) trouble += overlap(ground, other) / 4;
  });
  const named = new Set(map.districts.map(({ name }) => name));
  return trouble + (map.districts.length - named.size) * 4000;
}

const known = new WeakMap<SystemBrief, MapLayout>();

/** A system whose file places nothing, laid out from its lines: its districts kept together, and the same map whenever it is met. */
export function geographyOf(system: SystemBrief): MapLayout {
  const before = known.get(system);
  if (before !== undefined) return before;
  const maps = MANNERS.map((manner) => layoutAt(system, placesBy(system, manner)));
  const troubles = maps.map((map) => troubleOf(system, map));
  const best = maps[troubles.indexOf(Math.min(...troubles))]!;
  known.set(system, best);
  return best;
}
