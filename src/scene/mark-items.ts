import { lateStepMs, markLabel } from '../game/map-mark-words.ts';
import type { MapMark, MarkKind } from '../game/map-marks.ts';
import type { MapView, Point } from '../game/map-view.ts';
import { distance } from './anchor.ts';
import { gaugeJoint, lateRings, RING, shadowStub, turnedAway, twinLine, type Along } from './beside-line.ts';
import type { Frame } from './frame.ts';
import {
  bracket,
  chevrons,
  coinTicks,
  driftBar,
  expressSquares,
  fallingRings,
  noGlyph,
  platformTicks,
  ridge,
  type Glyph,
} from './glyphs.ts';
import type { Ground, Way } from './ground.ts';
import { lens } from './lens.ts';
import { JOINT } from './odd-dots.ts';
import { INK } from './palette.ts';
import { asWords, boxesAlong, byFreedom, outside, WORDS, type Spot } from './room.ts';
import type { Box, Item, Obstacle, Shape } from './shape.ts';
import { sideAt } from './side.ts';
import { boxOf, sizeOf, widthOf } from './words.ts';

/** A mark as it is drawn: what of it is counted or measured, and what it says. */
export interface DrawnMark {
  readonly kind: MarkKind;
  readonly on: string; // a line or a station
  readonly count: number | null;
  readonly sizePx: number | null;
  readonly words: readonly string[];
  readonly items: readonly Item[];
}

const GAP = 4; // px between a drawing and its words
const RIM = 6; // px that a plaque keeps from the host's sides
const OUT = [0, 14, 30, 52]; // px from what a plaque is about to where it begins
const FARTHER = [80, 110, 150, 200]; // px, where every nearer place lies across a line
const GRID = 22; // px from one place to the next where it may stand anywhere around
const STEPS = Array.from({ length: 23 }, (_, i) => (i - 11) * GRID); // to either side
const AROUND: readonly Point[] = STEPS.flatMap((right) => STEPS.map((down): Point => [right, down]));
const RAIL_HALF = 7; // px of what something runs on: no plaque lies across it
const ACROSS = 24; // of the best places, those that are tried for a plaque that lies across a line wherever it stands
const FAR = 34; // px from which a hairline leads to what a plaque is about
const LEADER_HALF = 1; // px on each side of that hairline
const ASTRAY = 1e6; // dislike of a place nearer to a station that is not the one it is about: it would be read as that one's
const ASIDE = 150; // the same of what is about a line: its hairline tells which
const ON_LINES = 3.5; // weight of a line that a plaque would lie across: rather farther off, with a hairline
const MOST_RINGS = 36;
const MOST_COINS = 48;
const SHARE_TURNED = 0.05; // of all requests, for one ring that turns back

function glyphOf(mark: MapMark, frame: Frame): Glyph {
  switch (mark.kind) {
    case 'dropped':
      return fallingRings(Math.min(MOST_RINGS, Math.max(1, Math.round(mark.share * 100))));
    case 'coins':
      return coinTicks(Math.min(MOST_COINS, Math.max(1, Math.round(mark.eur / mark.each))));
    case 'platform':
      return platformTicks(Math.round(mark.replicas), Math.round(mark.normal), mark.warming);
    case 'cache':
      return expressSquares(mark.hitShare);
    case 'skew':
      return bracket(mark.factor);
    case 'drift':
      return mark.shape === null ? driftBar(mark.psi) : ridge(mark.shape, mark.psi);
    case 'flag':
      return chevrons(mark.deploys);
    case 'gauge':
      return frame.phone ? noGlyph : lens(mark.was, mark.now, mark.fields.length); // a phone has no room to look closer
    default:
      return noGlyph;
  }
}

function alongOf(mark: MapMark, way: Way | undefined, view: MapView, frame: Frame): Along | null {
  if (way === undefined) return null;
  switch (mark.kind) {
    case 'gauge':
      return gaugeJoint(way, mark.fields.length, frame.glyph, !frame.phone);
    case 'twin':
      return twinLine(way, mark.share);
    case 'shadow':
      return mark.ratePerSecond === null || view.dot?.kind !== 'rate'
        ? shadowStub(way, 0)
        : shadowStub(way, Math.round(mark.ratePerSecond / view.dot.perSecond));
    case 'refused':
      return turnedAway(way, Math.max(1, Math.round(mark.share / SHARE_TURNED)));
    case 'late':
      return lateRings(way, Math.round(mark.delayMs / lateStepMs(mark.delayMs)));
    default:
      return null;
  }
}

const onLine = (mark: MapMark): string => ('line' in mark ? mark.line : mark.station);

/**
 * All marks of a view. What a plaque takes is added to `taken`, so that none lies on another.
 * @param places names of districts: a plaque lies on one rather than nowhere
 */
export function markItems(
  view: MapView,
  ground: Ground,
  frame: Frame,
  taken: Obstacle[],
  places: readonly Obstacle[],
): readonly DrawnMark[] {
  const rails = frame.phone
    ? []
    : ground.ways.filter(({ kind }) => kind === 'request' || kind === 'feature').flatMap(({ flat }) => boxesAlong(flat, RAIL_HALF));
  const lines = ground.bodies.filter((other) => (other.weight ?? 1) < WORDS);
  return (view.marks ?? []).flatMap((mark): DrawnMark[] => {
    const on = onLine(mark);
    const way = ground.ways.find(({ id }) => id === on);
    const station = ground.stations.find(({ id }) => id === on);
    if (way === undefined && station === undefined) return [];
    const along = alongOf(mark, way, view, frame);
    const glyph = glyphOf(mark, frame);
    const said = mark.kind === 'late' || mark.kind === 'rows' ? [] : markLabel(mark); // those are said beside their line and in the legend
    const anchors: readonly Point[] =
      way !== undefined
        ? (mark.kind === 'gauge' ? [JOINT] : [0.5, 0.35, 0.65, 0.2, 0.8]).map((share): Point => [
            sideAt(way.track, share, 1).x,
            sideAt(way.track, share, 1).y,
          ])
        : [station!.at];
    const others = ground.stations.filter(({ id }) => (way === undefined ? id !== on : id !== way.from.id && id !== way.to.id));
    const spread = station === undefined ? 16 : Math.max(station.rx, station.ry) + 10;
    const plaque =
      said.length === 0
        ? null
        : plaqueItem(
            `${mark.kind}:${on}`,
            glyph,
            said,
            {
              anchors,
              spread,
              rim: mark.kind === 'gauge' && !frame.phone ? RING : station === undefined ? 0 : spread,
              others: others.map(({ at }) => at),
              astray: station === undefined ? ASIDE : ASTRAY,
            },
            frame,
            taken,
            places,
            lines,
            rails,
          );
    const items: Item[] = along === null ? [] : [{ id: `along:${mark.kind}:${on}`, layer: 'line', state: '', shapes: along.shapes }];
    if (plaque !== null) items.push(plaque);
    return [
      {
        kind: mark.kind,
        on,
        count: along?.count ?? glyph.count,
        sizePx: along?.sizePx ?? glyph.sizePx,
        words: said,
        items,
      },
    ];
  });
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | null = null;
  return () => (made ??= { it: make() }).it;
};

const meets = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

const hidden = (box: Box, taken: readonly Obstacle[]): boolean => taken.some((other) => (other.weight ?? 1) >= WORDS && meets(box, other));

type Leader = readonly [x0: number, y0: number, x1: number, y1: number];

/** The hairline from a plaque to what it is about; from a station's rim, not its middle. Null where none is left. */
function leader([fx, fy]: Point, box: Box, rim: number): Leader | null {
  const [x, y] = [Math.max(box.x0, Math.min(box.x1, fx)), Math.max(box.y0, Math.min(box.y1, fy))];
  const length = Math.hypot(x - fx, y - fy);
  return length <= rim ? null : [fx + ((x - fx) * rim) / length, fy + ((y - fy) * rim) / length, x, y];
}

/** Where a hairline towards the middle of a round drawing meets its rim. */
function roundEnd([fx, fy]: Point, [x, y]: Point, radius: number): Box {
  const share = 1 - radius / Math.hypot(x - fx, y - fy);
  const [ex, ey] = [fx + (x - fx) * share, fy + (y - fy) * share];
  return { x0: ex, x1: ex, y0: ey, y1: ey };
}

const LEADER_STEP = 3; // px between the points at which a hairline is looked at

/** Whether a hairline runs through words, other than those of which it is about the middle. */
function crossesWords([x0, y0, x1, y1]: Leader, [fx, fy]: Point, taken: readonly Obstacle[]): boolean {
  const holds = (box: Obstacle, x: number, y: number): boolean => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
  const reach: Box = { x0: Math.min(x0, x1) - 1, y0: Math.min(y0, y1) - 1, x1: Math.max(x0, x1) + 1, y1: Math.max(y0, y1) + 1 };
  const words = taken.filter((other) => (other.weight ?? 1) >= WORDS && meets(other, reach) && !holds(other, fx, fy));
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / LEADER_STEP);
  return Array.from({ length: steps }, (_, i) => i / steps).some((t) =>
    words.some((box) => holds(box, x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)),
  );
}

/** What a plaque is about, and the stations that it is not about. */
interface About {
  readonly anchors: readonly Point[];
  readonly spread: number; // px from an anchor to where a plaque may begin
  readonly rim: number; // px from which its hairline starts
  readonly others: readonly Point[];
  readonly astray: number; // dislike of a place nearer to one of these
}

/** Where a plaque may stand. */
type Place = Spot<{ readonly centre: Point; readonly from: Point }>;

/** A drawing with its words under it, where there is room near what it is about. On a phone only where nothing is covered. */
function plaqueItem(
  id: string,
  glyph: Glyph,
  words: readonly string[],
  { anchors, spread, rim, others, astray }: About,
  frame: Frame,
  taken: Obstacle[],
  places: readonly Obstacle[],
  ways: readonly Obstacle[],
  rails: readonly Box[],
): Item | null {
  const size = sizeOf('small', frame);
  const lines = frame.phone ? words.slice(0, 1) : words;
  const width = Math.max(glyph.width, ...lines.map((text) => widthOf(text, 'small', size)));
  const height = (glyph.height > 0 ? glyph.height + GAP : 0) + lines.length * size * 1.3;
  const boxAt = ([cx, cy]: Point): Box => boxOf(cx, cy - height / 2, width + 4, height, 'middle');
  const placeAt = ([wanted, cy]: Point, from: Point, dislike: number): Place => {
    const cx = Math.max(width / 2 + RIM, Math.min(frame.width - width / 2 - RIM, wanted));
    const box = boxAt([cx, cy]);
    const said = { ...box, y0: box.y1 - lines.length * size * 1.3 };
    const isAstray = [box, said].some((part) => others.some((other) => distance(part, other) < distance(part, from)));
    return { box, value: { centre: [cx, cy], from }, dislike: dislike + (isAstray ? astray : 0) };
  };
  const spotsAt = (outs: readonly number[]): Place[] =>
    anchors.flatMap(([x, y], nearest) =>
      outs.flatMap((out) =>
        [
          [x, y + spread + out + height / 2],
          [x, y - spread - out - height / 2],
          [x + spread + out + width / 2, y],
          [x - spread - out - width / 2, y],
          ...[width / 2 + spread, -width / 2 - spread, width / 3, -width / 3].flatMap((aside) => [
            [x + aside, y + spread + out + height / 2],
            [x + aside, y - spread - out - height / 2],
          ]),
          ...[height / 2, -height / 2].flatMap((aside) => [
            [x + spread + out + width / 2, y + aside],
            [x - spread - out - width / 2, y + aside],
          ]),
        ].map(([cx = 0, cy = 0], side) => placeAt([cx, cy], [x, y], nearest * 60 + out * 6 + side * 8)),
      ),
    );
  const isOnLines = ({ box }: Pick<Place, 'box'>): boolean => ways.some((body) => meets(box, body));
  const leadOf = ({ box, value: { centre, from } }: Place): Leader | null =>
    Math.hypot(centre[0] - from[0], centre[1] - from[1]) - height / 2 > FAR ? leader(from, box, rim) : null;
  const isFree = (place: Place, words: readonly Obstacle[]): boolean => {
    if (place.dislike >= ASTRAY || hidden(place.box, words) || outside(place.box, frame.width, frame.height) > 0) return false;
    const line = leadOf(place);
    return line === null || !crossesWords(line, place.value.from, words);
  };
  const avoided = once(() => taken.map((other) => ((other.weight ?? 1) < WORDS ? { ...other, weight: ON_LINES } : other)));
  const inOrder = (spots: readonly Place[]): readonly Place[] => byFreedom(spots, avoided(), frame.width, frame.height);
  const canStand = (place: Place, words: readonly Obstacle[]): boolean =>
    place.dislike < ASTRAY && outside(place.box, frame.width, frame.height) === 0 && !hidden(place.box, words) && !isOnLines(place);
  const near = spotsAt(OUT);
  const free = (spots: readonly Place[], words: readonly Obstacle[]): Place | undefined =>
    inOrder(spots.filter((place) => canStand(place, words))).find((place) => isFree(place, words));
  const all = [...taken, ...places];
  /** The best of all places within reach: where every one beside what it is about is taken. The nearest come first, so that few are tried. */
  const around = (words: readonly Obstacle[]): Place | undefined => {
    let best: Place | undefined;
    for (const [centre, from, dislike] of anchors
      .slice(0, 3)
      .flatMap(within)
      .sort(([, , one], [, , other]) => one - other)) {
      if (best !== undefined && dislike >= best.dislike) break;
      const box = boxAt(centre);
      if (outside(box, frame.width, frame.height) > 0 || isOnLines({ box }) || hidden(box, words)) continue;
      const place = placeAt(centre, from, dislike);
      if ((best === undefined || place.dislike < best.dislike) && isFree(place, words)) best = place;
    }
    return best;
  };
  const within = (from: Point): (readonly [centre: Point, from: Point, dislike: number])[] =>
    AROUND.map(([right, down]) => {
      const centre: Point = [from[0] + right, from[1] + down];
      return [centre, from, distance(boxAt(centre), from) * 6];
    });
  const across = (spots: readonly Place[]): Place | undefined =>
    inOrder(spots)
      .slice(0, ACROSS)
      .find((place) => isFree(place, taken) && !rails.some((rail) => meets(place.box, rail)));
  const far = once(() => [...near, ...spotsAt(FARTHER)]);
  const spot = frame.phone
    ? (free(near, taken) ?? across(near))
    : (free(near, all) ?? free(far(), all) ?? around(all) ?? free(far(), taken) ?? across(far()));
  if (spot === undefined) return null; // words on words: the list says it
  const lead = leadOf(spot);
  taken.push(asWords(spot.box));
  if (lead !== null) taken.push(...boxesAlong(lead, LEADER_HALF).map(asWords));
  const [cx, cy] = spot.value.centre;
  const top = cy - height / 2;
  const shapes: Shape[] = [];
  const [fx, fy] = spot.value.from;
  const middle: Point = [cx, top + glyph.height / 2];
  const drawn = lead === null || glyph.round !== true ? lead : leader([fx, fy], roundEnd([fx, fy], middle, glyph.height / 2), rim);
  if (drawn !== null) shapes.push({ kind: 'path', points: drawn, closed: false, stroke: { ink: INK.hairline, width: 1 } });
  shapes.push(...glyph.draw(cx - glyph.width / 2, top));
  const below = top + (glyph.height > 0 ? glyph.height + GAP : 0);
  lines.forEach((text, i) =>
    shapes.push({
      kind: 'text',
      x: cx,
      y: below + size * (0.65 + i * 1.3),
      text,
      style: 'small',
      size,
      ink: i === 0 ? INK.t1 : INK.t2,
      align: 'middle',
      halo: true,
    }),
  );
  return { id: `mark:${id}`, layer: 'hop', state: '', shapes };
}
