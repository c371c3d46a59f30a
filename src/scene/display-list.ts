import { formatValue } from '../domain/metric.ts';
import type { LineView, Status } from '../domain/observation.ts';
import type { MapMark } from '../game/map-marks.ts';
import type { MapView } from '../game/map-view.ts';
import { isDark, sightOf, type Sight } from '../game/sight.ts';
import { copyDots, dotBuffer, matchDots, moveDots, noDots, placeDots, type DotPlan, type DotsState } from './dots.ts';
import { RATE_PER_DOT, type DotShape } from './flow.ts';
import type { Frame, Size } from './frame.ts';
import type { PlacedStation } from './ground.ts';
import { hopItem, hopRoom } from './hop-marks.ts';
import { legendItem, legendText } from './legend.ts';
import { dotPlan, lineItem } from './line-marks.ts';
import { isHidden, nameWords, type Words } from './name-marks.ts';
import { markItems, type DrawnMark } from './mark-items.ts';
import type { Ink } from './palette.ts';
import { queueItem } from './queue-marks.ts';
import { LONG_QUEUE, queueRoom } from './queue-room.ts';
import { asWords } from './room.ts';
import { textBoxes } from './words.ts';
import type { Item, Obstacle } from './shape.ts';
import { siteOf, type Site } from './site.ts';
import { stationItem } from './station-marks.ts';
import { ringItem, tagItem } from './your-marks.ts';

/** What the map says of a station, beside its drawing: the same as the list in words. */
export interface StationMark {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly shape: 'dashed ring' | 'thin ring' | 'filled ring' | 'ring' | 'triangle' | 'diamond'; // how the state is told without colour
  readonly words: readonly string[]; // as drawn: name, then caption
  readonly yours: boolean; // under a violet ring
}

/** What the map says of a line. Figures are null, and there are no dots, where it was not seen; `perDot` alone where only its latency was. */
export interface LineMark {
  readonly id: string;
  readonly status: Status;
  readonly dots: number;
  readonly perDot: number | null; // requests in flight that one dot stands for
  readonly exactDots: number | null; // rate × latency / perDot, not rounded
  readonly crossingSeconds: number | null; // of the player's time; Infinity where dots stand
  readonly pxPerSecond: number | null; // mean speed of a dot
  readonly ink: Ink | null;
  readonly capped: boolean; // more is on its way than can be drawn
}

/** The part of a display list that changes only with the view or the host's size. */
export interface Picture {
  readonly frame: Frame;
  readonly items: readonly Item[]; // back to front
  readonly stations: readonly StationMark[];
  readonly lines: readonly LineMark[];
  readonly legend: { readonly ratePerDot: number; readonly text: string }; // requests per second at normal latency
  readonly plans: readonly DotPlan[];
  readonly marks: readonly DrawnMark[];
}

export interface DotMark {
  readonly line: string;
  readonly x: number; // px
  readonly y: number;
  readonly radius: number;
  readonly shape: DotShape;
  readonly ink: Ink;
}

export interface DisplayList extends Picture {
  readonly dots: readonly DotMark[];
  readonly state: DotsState; // for the next frame
}

const SHAPES: Readonly<Record<Status, StationMark['shape']>> = {
  unknown: 'dashed ring',
  healthy: 'ring',
  warn: 'triangle',
  crit: 'diamond',
};

/** What is known of a station whose state is not. */
const UNKNOWN_SHAPES: Readonly<Partial<Record<Sight, StationMark['shape']>>> = { bare: 'thin ring', 'looked-at': 'filled ring' };

/** Who finds room for a caption first. */
const URGENCY: Readonly<Record<Status, number>> = { crit: 0, warn: 1, healthy: 2, unknown: 3 };

/**
 * Everything that is drawn but the dots. Nothing of it depends on a clock.
 * @param site of this view's layout and the host's size
 */
export function pictureOf(view: MapView, site: Site): Picture {
  const { frame } = site.ground;
  const stations = new Map(view.stations.map((station) => [station.id, station]));
  const lines = new Map(view.lines.map((line) => [line.id, line]));
  const yours = new Set(view.yourRings);
  const ways = site.ground.ways.flatMap((way) => {
    const line = lines.get(way.id);
    return line === undefined ? [] : [{ way, line, plan: dotPlan(way, line, frame, view.dot, marksOn(view, way.id)) }];
  });
  const taken: Obstacle[] = [...site.ground.bodies, ...site.words];
  const places = site.places.map(({ room }) => room); // rather kept than what has other places, or stands in the list
  const hops = ways.map(({ way, line }) => {
    const spot = site.hops.get(way.id);
    const item = spot === undefined ? null : hopItem(way, line, spot, frame);
    if (item !== null && spot !== undefined) taken.push(hopRoom(spot, line, frame));
    return item;
  });
  const queues = ways.map(({ way, line }) => {
    const item = queueItem(way, line, frame, view.dot?.kind === 'rate' ? view.dot.perSecond : undefined);
    if (item !== null) taken.push(asWords(queueRoom(way.flat, LONG_QUEUE)), ...textBoxes(item).map(asWords));
    return item;
  });
  const said = new Set([
    ...hops.flatMap((hop) =>
      (hop?.shapes ?? []).flatMap((shape) => (shape.kind === 'text' && shape.style === 'value' ? [shape.text] : [])),
    ),
    ...(view.marks ?? []).flatMap((mark) => (mark.kind === 'coins' ? [formatValue(mark.eur, mark.unit)] : [])),
  ]);
  const tagged = new Set(view.yourTags.map((tag) => tag.station));
  const names = site.ground.stations.map((at) => asWords(at.name));
  const urgent = site.ground.stations.flatMap((at) => stations.get(at.id) ?? []).sort((a, b) => URGENCY[a.status] - URGENCY[b.status]);
  const worded = new Map<string, Words>();
  for (const station of urgent) {
    const at = site.ground.stations.find(({ id }) => id === station.id)!;
    const others = names.filter((_, other) => site.ground.stations[other] !== at);
    const words = nameWords(at, station, frame, said, frame.phone && tagged.has(at.id) ? null : [...taken, ...places, ...others]);
    taken.push(...words.boxes.map(asWords));
    worded.set(station.id, words);
  }
  const drawn = site.ground.stations.flatMap((at) => {
    const station = stations.get(at.id);
    const words = worded.get(at.id);
    return station === undefined || words === undefined ? [] : [{ at, view: station, words }];
  });
  const tags = view.yourTags.map((tag) => {
    const on = drawn.find((entry) => entry.at.id === tag.station);
    return on === undefined
      ? null
      : tagItem(
          tag,
          on.at,
          on.view,
          on.words.boxes,
          frame,
          [...taken, ...site.ground.stations.filter((at) => at !== on.at).map(near)],
          site.ground.stations.filter((at) => at !== on.at).map(({ at }) => at),
        );
  });
  const rings = site.ground.stations.map((at) => asWords(stationBox(at)));
  taken.push(...rings);
  const marks = markItems(view, site.ground, frame, taken, places);
  const over = taken.filter((other) => !rings.includes(other));
  const items: (Item | null)[] = [
    ...site.items,
    ...site.places.filter(({ room }) => !isHidden(room, over)).map(({ item }) => item),
    ...ways.map(({ way, line, plan }) => lineItem(way, line, plan, frame, shareOf(view, way.id))),
    ...drawn.map((entry) => stationItem(entry.at, entry.view)),
    ...drawn.filter((entry) => yours.has(entry.at.id)).map((entry) => ringItem(entry.at, entry.view.status)),
    ...drawn.map((entry) => entry.words.item),
    ...queues,
    ...hops,
    ...marks.flatMap(({ items: drawnMark }) => drawnMark),
    ...tags,
    legendItem(
      view.lines,
      drawn.some((entry) => isDark(entry.view)),
      frame,
      view.dot,
    ),
  ];
  return {
    frame,
    items: items.filter((item) => item !== null),
    stations: drawn.map(({ view: station, words }) => ({
      id: station.id,
      name: station.name,
      status: station.status,
      shape: UNKNOWN_SHAPES[sightOf(station)] ?? SHAPES[station.status],
      words: [station.name, ...words.caption],
      yours: yours.has(station.id),
    })),
    lines: ways.map(({ line, plan }) => lineMark(line, plan, view.dot?.kind !== 'usual')),
    legend: { ratePerDot: view.dot?.kind === 'rate' ? view.dot.perSecond : RATE_PER_DOT, text: legendText(view.lines, frame, view.dot) },
    marks,
    plans: ways.flatMap(({ plan }) => (plan === null ? [] : [plan])),
  };
}

/** The marks of a line, and the branch that it goes on with: what came along a branch leaves its station along one. */
function marksOn({ marks = [], lines }: MapView, id: string): readonly MapMark[] {
  const line = lines.find((one) => one.id === id);
  return marks.filter((mark) => {
    if (!('line' in mark)) return false;
    if (mark.line === id) return true;
    return mark.kind === 'branch' && line?.kind === 'request' && lines.some((into) => into.id === mark.line && into.to === line.from);
  });
}

const UNKNOWN_SHARE = 0.1; // a lesser branch whose share was not looked at is drawn as one of this

/** Of the traffic, what a branch carries. */
function shareOf(view: MapView, line: string): number {
  const branch = marksOn(view, line).find(({ kind }) => kind === 'branch');
  if (branch?.kind === 'branch') return branch.share;
  return view.branches?.includes(line) === true ? UNKNOWN_SHARE : 1;
}

const stationBox = ({ at: [x, y], rx, ry }: PlacedStation): Obstacle => ({
  x0: x - rx - 14,
  y0: y - ry - 14,
  x1: x + rx + 14,
  y1: y + ry + 14,
});

/** A tag so near to another station would be read as its own. */
const near = ({ at: [x, y], rx, ry }: PlacedStation): Obstacle => ({ x0: x - rx - 20, y0: y - ry - 26, x1: x + rx + 20, y1: y + ry + 26 });

/** @param counted whether requests in flight are known, and not only how long they take */
function lineMark({ id, status }: LineView, plan: DotPlan | null, counted: boolean): LineMark {
  if (plan === null)
    return { id, status, dots: 0, perDot: null, exactDots: null, crossingSeconds: null, pxPerSecond: null, ink: null, capped: false };
  const { flow, track } = plan;
  return {
    id,
    status,
    dots: flow.dots,
    perDot: counted ? flow.perDot : null,
    exactDots: flow.exact,
    crossingSeconds: flow.crossingSeconds,
    pxPerSecond: track.length / flow.crossingSeconds,
    ink: flow.ink,
    capped: flow.more,
  };
}

/**
 * All that is to be seen at a moment, from what the view says and from where the dots were. Pure: the previous state is left as it was.
 * @param seconds of motion since the scene began; it does not advance while the clock is paused or motion is reduced
 * @param size of the host, CSS px
 */
export function displayList(view: MapView, seconds: number, previous: DotsState | null, size: Size): DisplayList {
  const picture = pictureOf(view, siteOf(view, size));
  const state = previous === null ? noDots() : copyDots(previous);
  if (previous === null) state.seconds = seconds;
  matchDots(state, picture.plans);
  moveDots(state, picture.plans, seconds);
  const buffer = dotBuffer();
  placeDots(state, picture.plans, buffer);
  const dots = Array.from({ length: buffer.count }, (_, i): DotMark => {
    const look = buffer.look[i] ?? 0;
    const plan = picture.plans[look >> 1];
    if (plan === undefined) throw new Error(`expected a plan for dot ${i}, found none`);
    const { flow, radius } = plan;
    const odd = look % 2 === 1 ? plan.odd : undefined;
    const at = { line: flow.line, x: buffer.x[i] ?? 0, y: buffer.y[i] ?? 0 };
    return { ...at, radius: radius * (odd?.size ?? 1), shape: odd?.shape ?? flow.shape, ink: flow.ink };
  });
  return { ...picture, dots, state };
}
