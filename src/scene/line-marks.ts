import type { LineView, Status } from '../domain/observation.ts';
import type { MapMark } from '../game/map-marks.ts';
import type { DotScale } from '../game/map-scale.ts';
import { OUT_SHARE, type DotPlan } from './dots.ts';
import { batchFlow, flowOf, usualFlow, type Flow } from './flow.ts';
import { oddDots } from './odd-dots.ts';
import type { Frame } from './frame.ts';
import type { PlacedStation, Way } from './ground.ts';
import { INK, STATUS_INK, type Ink } from './palette.ts';
import { beside, between, trackOf, type Track } from './path.ts';
import type { Item, PathShape, Shape, Stroke } from './shape.ts';

const REQUEST = 10; // px, stroke widths
const RAIL = 4;
const FAILING_RAIL = 5;
const GAUGE = 9; // between the centres of two rails
const FAILING_GAUGE = 14;
const TRAINING = 7.5;
const WARN_EDGE = 1.25; // thin: it may be a red herring

const way = (points: readonly number[], stroke: Stroke): PathShape => ({
  kind: 'path',
  points,
  closed: false,
  stroke: { cap: 'round', ...stroke },
});

const gaugeOf = (status: Status): number => (status === 'crit' ? FAILING_GAUGE : GAUGE);

function solid(flat: readonly number[], status: Status, width: number): Shape[] {
  switch (status) {
    case 'unknown':
      return [way(flat, { ink: INK.track, width }), way(flat, { ink: INK.unknown, width: 1.5, dash: [4, 6], cap: 'butt' })];
    case 'healthy':
      return [way(flat, { ink: INK.line, width })];
    case 'warn':
      return [way(flat, { ink: INK.warn, width }), way(flat, { ink: INK.line, width: width - WARN_EDGE * 2 })];
    case 'crit':
      return [way(flat, { ink: INK.crit, width: width + 14, alpha: 0.14 }), way(flat, { ink: INK.crit, width })];
  }
}

function rails(flat: readonly number[], status: Status, plan: DotPlan | null, glyph: number): Shape[] {
  const half = (gaugeOf(status) / 2) * glyph;
  const held = plan === null || plan.lanes === 1 ? 0 : bedOf(plan);
  const both = (ink: Ink, width: number): Shape[] => [way(beside(flat, half), { ink, width }), way(beside(flat, -half), { ink, width })];
  switch (status) {
    case 'unknown':
      return [...both(INK.track, RAIL * glyph), way(flat, { ink: INK.unknown, width: 1.5, dash: [4, 6], cap: 'butt' })];
    case 'healthy':
      return both(INK.line, Math.max(RAIL * glyph, held));
    case 'warn':
      return [...both(INK.warn, Math.max(RAIL * glyph, held)), ...both(INK.line, Math.max(RAIL * glyph, held) - WARN_EDGE * 1.5)];
    case 'crit':
      return [way(flat, { ink: INK.crit, width: 32 * glyph, alpha: 0.14 }), ...both(INK.crit, Math.max(FAILING_RAIL * glyph, held))];
  }
}

/** How wide a stroke must be to hold the lanes of its dots, px. */
const bedOf = (plan: DotPlan): number => plan.lanes * plan.radius * 2.1 + 1.2;

const SLIM = 0.3; // of a line's width that a branch has whatever its share
const LESSER = 0.55; // of a line's width that the bed of a lesser branch has at most: it is told by its thinness

/** The most that the dots of a lesser branch may ask of its width, px; null on every other line. */
const lesserBed = (share: number, glyph: number): number | null => (share < 0.5 ? REQUEST * glyph * LESSER : null);

function lineShapes({ flat }: Way, line: LineView, plan: DotPlan | null, glyph: number, share: number): Shape[] {
  switch (line.kind) {
    case 'request':
      return solid(flat, line.status, Math.max(REQUEST * glyph * (SLIM + (1 - SLIM) * share), plan === null ? 0 : bedOf(plan)));
    case 'feature':
      return rails(flat, line.status, plan, glyph);
    case 'training':
      return solid(flat, line.status, TRAINING * glyph);
    case 'deploy':
      return [way(flat, { ink: line.status === 'crit' || line.status === 'warn' ? STATUS_INK[line.status] : INK.line, width: 4 * glyph })];
    case 'label':
      return [way(flat, { ink: INK.line, width: 5 * glyph, dash: [0.1, 11 * glyph] })];
    case 'monitor':
      return [way(flat, { ink: INK.hairline, width: 2, dash: [5, 5], cap: 'butt' })];
  }
}

/** @param share of the traffic that a branch carries; 1 on lines that all of it runs along */
export const lineItem = (on: Way, line: LineView, plan: DotPlan | null, frame: Frame, share = 1): Item => ({
  id: `line:${on.id}`,
  layer: 'line',
  state: line.status,
  shapes: lineShapes(on, line, plan, frame.glyph, share),
});

const BIG = 3.4; // px, radius of a dot that has room
const SMALL = 2; // of one in a crowd
const LEAST_ROW = 1.5; // px, radius of what stands for rows on the shortest line
const ROW_APART = 4; // radii from one of these to the next
const LANES = { request: 3, rail: 2 };

/** Distance from a station's centre to where its drawing ends, along the way that leaves it. */
const rim = (station: PlacedStation, sideways: boolean): number => (sideways ? station.rx : station.ry) + 3;

/** Where the dots of a way run, from rim to rim; on rails out on the right and back on the other. */
function dotTrack({ kind, flat, track, from, to }: Way, failing: boolean, glyph: number, oneWay: boolean): Track {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = flat;
  const [u0 = 0, v0 = 0, u1 = 0, v1 = 0] = flat.slice(-4);
  const start = rim(from, Math.abs(x1 - x0) > Math.abs(y1 - y0));
  const end = rim(to, Math.abs(u1 - u0) > Math.abs(v1 - v0));
  const open = between(flat, start, Math.max(start + 4, track.length - end));
  const half = ((failing ? FAILING_GAUGE : GAUGE) / 2) * glyph;
  return trackOf(kind === 'feature' && !oneWay ? [...beside(open, half), ...reversed(beside(open, -half))] : open);
}

/** Tracks of ways, by gauge: they are long to work out and change with the host's size alone. */
const tracks = new WeakMap<Way, { calm?: Track; failing?: Track; standing?: Track }>();

function trackFor(on: Way, gauge: 'calm' | 'failing' | 'standing', glyph: number): Track {
  const known = tracks.get(on) ?? {};
  tracks.set(on, known);
  return (known[gauge] ??= dotTrack(on, gauge === 'failing', glyph, gauge === 'standing'));
}

/** How and where the dots of a way run; null where nothing is known of its flow. */
export function dotPlan(
  on: Way,
  line: LineView,
  frame: Frame,
  scale: DotScale | null = null,
  marks: readonly MapMark[] = [],
): DotPlan | null {
  const rows = marks.find((mark) => mark.kind === 'rows');
  const batch = rows?.kind === 'rows' && scale?.kind === 'rows' ? batchFlow(line, rows.rowsPerDay, scale.perDay) : null;
  const flow =
    batch ?? usualFlow(line, on.track.length, scale) ?? flowOf(line, on.track.length, scale?.kind === 'rate' ? scale.perSecond : undefined);
  if (flow === null) return null;
  const roundTrip = on.kind === 'feature' && batch === null;
  const track = trackFor(on, batch !== null ? 'standing' : line.status === 'crit' ? 'failing' : 'calm', frame.glyph);
  const branch = marks.find((mark) => mark.kind === 'branch');
  const bed = lesserBed(branch?.kind === 'branch' ? branch.share : 1, frame.glyph);
  const { lanes, radius } =
    batch !== null
      ? standing(batch, track.length, frame.glyph)
      : bed === null
        ? crowd(flow, track.length, roundTrip, frame.glyph)
        : inFile(flow, track.length, bed, frame.glyph);
  const odd = oddDots(flow.dots, marks);
  return { flow, track, roundTrip, lanes, radius, ...(odd === null ? {} : { odd }) };
}

function crowd(flow: Flow, length: number, roundTrip: boolean, glyph: number): { lanes: number; radius: number } {
  const share = roundTrip ? (0.5 + OUT_SHARE * flow.crowding) * 2 : 1; // of the dots that lie on half of the way
  const apart = length / Math.max(1, flow.dots) / share; // on the mean; they may touch where they crowd
  const lanes = Math.max(1, Math.min(roundTrip ? LANES.rail : LANES.request, Math.ceil((SMALL * 2) / apart)));
  const radius = Math.max(SMALL, Math.min(BIG, apart * lanes * 0.46)) * glyph;
  return { lanes, radius: Math.round(radius * 4) / 4 }; // in steps, so that a wobble of the figures redraws nothing
}

/** Rows that stand one behind another with more than their own width between them: they can be told from each other, as far as that goes. */
const standing = ({ dots }: Flow, length: number, glyph: number): { lanes: number; radius: number } => ({
  lanes: 1,
  radius: Math.max(LEAST_ROW, Math.min(BIG * glyph, length / Math.max(1, dots) / ROW_APART)),
});

/** In a lesser branch dots run one behind another, small enough for its bed: they may touch, the line stays thin. */
function inFile(flow: Flow, length: number, bed: number, glyph: number): { lanes: number; radius: number } {
  const free = crowd(flow, length, false, glyph).radius;
  const held = Math.floor(((bed - 1.2) / 2.1) * 4) / 4;
  return { lanes: 1, radius: Math.max(0.5, Math.min(free, held)) };
}

function reversed(flat: readonly number[]): number[] {
  const back: number[] = [];
  for (let i = flat.length - 2; i >= 0; i -= 2) back.push(flat[i] ?? 0, flat[i + 1] ?? 0);
  return back;
}
