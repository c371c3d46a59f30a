import type { LineView, StationView } from '../domain/observation.ts';
import type { MapLayout, Point, StationShape } from '../game/map-view.ts';
import { anchorFor, nameRoom, type Anchor } from './anchor.ts';
import { place, type Frame } from './frame.ts';
import { roundCorners, trackOf, type Track } from './path.ts';
import { squared } from './square.ts';
import { asName, asWords, boxesAlong, type Spot } from './room.ts';
import type { Box, Obstacle } from './shape.ts';
import { queueRoom, SHORT_QUEUE } from './queue-room.ts';

export interface PlacedStation {
  readonly id: string;
  readonly at: Point; // px
  readonly shape: StationShape;
  readonly rx: number; // half of its width, px
  readonly ry: number;
  readonly anchor: Anchor;
  readonly name: Box; // where its name lies, with or without a caption
}

/** Where a line runs. Of its view only what does not change in a run is used. */
export interface Way {
  readonly id: string;
  readonly kind: LineView['kind'];
  readonly flat: readonly number[]; // px, from centre to centre
  readonly track: Track; // the same
  readonly from: PlacedStation;
  readonly to: PlacedStation;
}

/** All that depends on the layout, the host's size and the names, and on nothing that happens in a run. */
export interface Ground {
  readonly frame: Frame;
  readonly stations: readonly PlacedStation[];
  readonly ways: readonly Way[];
  readonly bodies: readonly Obstacle[]; // what stations and lines take
  readonly words: readonly Obstacle[]; // what is kept free for names and captions
}

const BEND = 13; // px
const ROUNDS = 2;
const LINE_HALF = 7; // px, what a line takes on each side
const HALF: Readonly<Record<StationShape, Point>> = {
  station: [12.5, 12.5],
  terminus: [12.5, 12.5],
  shared: [25, 14],
  'shared-upright': [13, 22],
};

/**
 * Lays a map out for a frame. Lines whose station is not drawn are left out.
 * @param obstacles beside lines and stations, where no words may lie
 */
export function groundOf(
  layout: MapLayout,
  stations: readonly Pick<StationView, 'id' | 'name'>[],
  lines: readonly Pick<LineView, 'id' | 'from' | 'to' | 'kind'>[],
  frame: Frame,
  obstacles: readonly Obstacle[],
): Ground {
  const names = new Map(stations.map((station) => [station.id, station.name]));
  const spots = layout.stations.filter((spot) => names.has(spot.id) && !frame.hidden.has(spot.id));
  const shown = new Set(spots.map((spot) => spot.id));
  const middles = new Map(spots.map((spot) => [spot.id, place(frame, spot.at)]));
  const ends = new Map(lines.map(({ id, from, to }) => [id, [from, to]]));
  const corners = new Map(
    layout.lines.map((line) => {
      const others = [...middles].filter(([id]) => !ends.get(line.id)?.includes(id)).map(([, at]) => at);
      const points = line.points.map((point) => place(frame, point));
      return [line.id, squared(points, others)];
    }),
  );
  const drawn = lines.filter((line) => shown.has(line.from) && shown.has(line.to) && (corners.get(line.id)?.length ?? 0) > 1);
  const flats = new Map(drawn.map((line) => [line.id, roundCorners(corners.get(line.id) ?? [], BEND * Math.max(1, frame.glyph))]));

  const bodies: Obstacle[] = [...obstacles];
  const queues: Obstacle[] = [];
  for (const line of drawn) {
    const flat = flats.get(line.id) ?? [];
    bodies.push(...boxesAlong(flat, LINE_HALF));
    if (line.kind === 'request') queues.push(queueRoom(flat, SHORT_QUEUE));
  }
  for (const spot of spots) {
    const [x, y] = place(frame, spot.at);
    const [rx, ry] = halfOf(spot.shape, frame);
    bodies.push(asWords({ x0: x - rx - 4, y0: y - ry - 4, x1: x + rx + 4, y1: y + ry + 4 }));
  }
  const anchored = new Map<string, Spot<Anchor>>();
  const wordsOf = (id: string): readonly Obstacle[] => {
    const spot = anchored.get(id);
    return spot === undefined ? [] : [spot.box, ...asName(nameRoom(spot.value, frame))];
  };
  // A name that came early did not know of those that come late, so each looks again once all have a place.
  for (let round = 0; round < ROUNDS; round++)
    for (const { id, at, shape, label } of spots) {
      const beside = spots.filter((spot) => spot.id !== id);
      const others = beside.map((spot) => place(frame, spot.at));
      const nameless = { at: place(frame, at), half: halfOf(shape, frame), name: names.get(id) ?? '', others };
      anchored.set(id, anchorFor(nameless, label, frame, [...bodies, ...queues, ...beside.flatMap((spot) => wordsOf(spot.id))]));
    }
  const words = spots.flatMap(({ id }) => wordsOf(id));
  const placed = spots.map(({ id, at, shape }): PlacedStation => {
    const [rx, ry] = halfOf(shape, frame);
    const anchor = anchored.get(id)!.value;
    return { id, at: place(frame, at), shape, rx, ry, anchor, name: nameRoom(anchor, frame) };
  });
  const byId = new Map(placed.map((station) => [station.id, station]));
  const ways = drawn.flatMap(({ id, kind, ...line }): Way[] => {
    const flat = flats.get(id);
    const from = byId.get(line.from);
    const to = byId.get(line.to);
    return flat && from && to ? [{ id, kind, flat, track: trackOf(flat), from, to }] : [];
  });
  return { frame, stations: placed, ways, bodies, words };
}

const halfOf = (shape: StationShape, frame: Frame): Point => [HALF[shape][0] * frame.glyph, HALF[shape][1] * frame.glyph];
