import type { District, MapLayout, MapView, Point } from '../game/map-view.ts';
import { frameOf, sureText, type Frame, type Size } from './frame.ts';
import { groundOf, type Ground } from './ground.ts';
import { hopRoom, hopSpot, labelLineItem } from './hop-marks.ts';
import { cornersRoom } from './legend.ts';
import { districtItem, districtName } from './name-marks.ts';
import { isLegible } from './legible.ts';
import { LONG_QUEUE, queueRoom } from './queue-room.ts';
import { asName, asWords, boxesAlong, WORDS } from './room.ts';
import type { Item, Obstacle } from './shape.ts';

const SMALLER = 0.92; // from one size of words that is tried to the next
const LINE_HALF = 8; // px that a line and its dots take on each side
const HAIRLINE_HALF = 4;

/** A map in a host: where everything lies, and what of it never changes in a run. */
export interface Site {
  readonly ground: Ground;
  readonly hops: ReadonlyMap<string, Point>; // place of each hop's label
  readonly items: readonly Item[]; // districts, words beside lines
  readonly places: readonly { readonly item: Item; readonly room: Obstacle }[]; // names of districts, and what each takes
  readonly words: readonly Obstacle[]; // what those words take
  readonly textShare: number; // of the size that the reader wants words in: 1 where there is room for that
}

/** The latest site of each layout, so that a view that only brings figures costs no layout. */
const latest = new WeakMap<MapLayout, { readonly key: string; readonly site: Site }>();

export function siteOf(view: MapView, size: Size): Site {
  const parts = [
    size.width,
    size.height,
    size.text ?? 1,
    ...view.stations.map(({ id, name }) => `${id} ${name}`),
    ...view.lines.map(({ id, kind }) => `${id} ${kind}`),
  ];
  const key = parts.join('|');
  const known = latest.get(view.layout);
  if (known?.key === key) return known.site;
  const site = layOut(view, size);
  latest.set(view.layout, { key, site });
  return site;
}

/** Whether a district holds a station that is drawn. */
function isShown({ points }: District, layout: MapLayout, frame: Frame): boolean {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return layout.stations.some(({ id, at: [x, y] }) => !frame.hidden.has(id) && x >= x0 && x <= x1 && y >= y0 && y <= y1);
}

const saysOf = ({ shapes }: Item): string => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])).join(' ');

/** In words as large as the reader has set them, or as near to that as they can all be read. */
function layOut(view: MapView, size: Size): Site {
  const wanted = Math.max(1, size.text ?? 1);
  const sure = Math.min(wanted, sureText(size));
  for (let text = wanted; text > sure; text *= SMALLER) {
    const site = layOutIn(view, { ...size, text }, text / wanted);
    if (isLegible(site.ground, cornersRoom(site.ground.frame))) return site;
  }
  return layOutIn(view, { ...size, text: sure }, sure / wanted);
}

function layOutIn(view: MapView, size: Size, textShare: number): Site {
  const { layout } = view;
  const frame = frameOf(layout, view.lines, size);
  const ground = groundOf(layout, view.stations, view.lines, frame, cornersRoom(frame));
  const queues = ground.ways.filter((way) => way.kind === 'request').flatMap((way) => asName(queueRoom(way.flat, LONG_QUEUE))); // under a hop's label
  const taken: Obstacle[] = [...ground.bodies, ...ground.words];
  const beside: Obstacle[] = [...taken, ...queues];
  const seldom: Obstacle[] = []; // labels of hops and queues: where one stands, it does over a district's name
  const hops = new Map<string, Point>();
  const words: Item[] = [];
  const said = new Set<string>(); // beside lines: the same twice tells no more
  const rooms: Obstacle[] = [];
  for (const way of ground.ways) {
    const line = view.lines.find(({ id }) => id === way.id);
    if (line === undefined) continue;
    const spot = hopSpot(way, line, frame, beside);
    if (spot !== null) {
      hops.set(way.id, spot);
      seldom.push(hopRoom(spot, line, frame));
    }
    const label = labelLineItem(way, line, frame, [...taken, ...seldom]);
    const says = label === null ? '' : saysOf(label.item);
    if (label === null || said.has(says)) continue;
    said.add(says);
    words.push(label.item);
    rooms.push(label.room);
    taken.push(label.room);
  }
  const districts = layout.districts.filter((district) => isShown(district, layout, frame));
  const lines = ground.ways.flatMap(({ kind, flat }) => boxesAlong(flat, kind === 'monitor' ? HAIRLINE_HALF : LINE_HALF)).map(asWords);
  const over = [...lines, ...[...seldom, ...queues].map(({ x0, x1, y0, y1 }): Obstacle => ({ x0, x1, y0, y1, weight: WORDS / 2 }))];
  const named = new Set<string>(); // a district that lies in parts says its name once: two of a name would read as two districts
  const names = districts.flatMap((district) => {
    const name = named.has(district.name) ? null : districtName(district, frame, taken, over);
    if (name !== null) named.add(district.name);
    return name ?? [];
  });
  const items = [...districts.map((district) => districtItem(district, frame)), ...words];
  return { ground, hops, items, places: names, words: rooms, textShare };
}
