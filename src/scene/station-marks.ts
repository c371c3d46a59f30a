import type { Status } from '../domain/observation.ts';
import { sightOf, type KnownStation, type Sight } from '../game/sight.ts';
import type { PlacedStation } from './ground.ts';
import { INK, STATUS_INK, type Ink } from './palette.ts';
import type { Fill, Item, PathShape, Shape, Stroke } from './shape.ts';

const RING = 4; // px
const LOOKED_AT = 6.5; // px from the ring to the neutral core of what was looked at
const SECOND_RING = 6; // px outside the first, only where users are hurt

/** A circle or a capsule around a station, `out` px beyond its ring. */
export function around({ at: [x, y], shape, rx, ry }: PlacedStation, out: number, paint: { fill?: Fill; stroke?: Stroke }): Shape {
  return shape === 'station' || shape === 'terminus'
    ? { kind: 'circle', x, y, r: rx + out, ...paint }
    : { kind: 'box', x, y, width: (rx + out) * 2, height: (ry + out) * 2, round: Math.min(rx, ry) + out, ...paint };
}

export function diamond(x: number, y: number, r: number, ink: Ink): PathShape {
  return { kind: 'path', points: [x, y - r, x + r, y, x, y + r, x - r, y], closed: true, fill: { ink } };
}

/** An outlined triangle with a stroke mark inside. */
export function triangle(x: number, y: number, r: number, ink: Ink): Shape[] {
  const top = y - r;
  const foot = y + r * 0.72;
  return [
    {
      kind: 'path',
      points: [x, top, x + r, foot, x - r, foot],
      closed: true,
      stroke: { ink, width: Math.max(1.5, r * 0.24), cap: 'round' },
    },
    {
      kind: 'path',
      points: [x, y - r * 0.28, x, y + r * 0.3],
      closed: false,
      stroke: { ink, width: Math.max(1.4, r * 0.22), cap: 'round' },
    },
  ];
}

/** 45-degree strokes within a station: no signal. */
function hatch({ at: [x, y], shape, rx, ry }: PlacedStation): Shape[] {
  const round = shape === 'station' || shape === 'terminus' ? rx : Math.min(rx, ry);
  const inside = (px: number, py: number): boolean => {
    const qx = Math.max(0, Math.abs(px - x) - (rx - round));
    const qy = Math.max(0, Math.abs(py - y) - (ry - round));
    return Math.hypot(qx, qy) <= round - 4.5;
  };
  const strokes: Shape[] = [];
  for (let c = -(rx + ry); c <= rx + ry; c += 6) {
    const run: number[] = [];
    for (let t = -(rx + ry); t <= rx + ry; t += 0.5) {
      const px = x + (c + t) / 2;
      const py = y + (c - t) / 2;
      if (inside(px, py)) run.push(px, py);
    }
    const [x0, y0] = run;
    const [x1, y1] = run.slice(-2);
    if (run.length > 4 && x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined)
      strokes.push({ kind: 'path', points: [x0, y0, x1, y1], closed: false, stroke: { ink: INK.unknown, width: 1.25, alpha: 0.75 } });
  }
  return strokes;
}

/**
 * The drawing of a station in a state: each state has its own shape, so that it can be told without colour.
 * @param sight of it: what waits to be looked at is dashed and hatched, what was looked at without a normal has a neutral core, and where nothing is measured there is nothing in the ring
 */
export function stationShapes(station: PlacedStation, status: Status, sight: Sight = 'known'): Shape[] {
  const [x, y] = station.at;
  const ink = STATUS_INK[status];
  const icon = Math.min(station.rx, station.ry) * 0.5;
  const fill = { ink: INK.base };
  switch (status) {
    case 'unknown':
      if (sight === 'bare' || sight === 'looked-at') {
        const ring = around(station, 0, { fill, stroke: { ink, width: 2.5 } });
        return sight === 'bare' ? [ring] : [ring, around(station, -LOOKED_AT, { fill: { ink } })];
      }
      return [around(station, 0, { fill, stroke: { ink, width: 2.5, dash: [4.5, 3.6], cap: 'butt' } }), ...hatch(station)];
    case 'warn': // thin: it may be a red herring
      return [
        around(station, 2, { fill }),
        around(station, 0, { stroke: { ink, width: 2.5 } }),
        ...triangle(x, y - icon * 0.06, icon, ink),
      ];
    case 'crit':
      return [
        around(station, SECOND_RING + 8, { fill: { ink, alpha: 0.16 } }),
        around(station, SECOND_RING, { stroke: { ink, width: 2.5 } }),
        around(station, 0, { fill, stroke: { ink, width: RING } }),
        diamond(x, y, icon * 1.05, ink),
      ];
    case 'healthy': {
      const core: Shape[] = station.shape === 'terminus' ? [{ kind: 'circle', x, y, r: 5, fill: { ink: INK.core } }] : [];
      return [around(station, 0, { fill, stroke: { ink, width: RING } }), ...core];
    }
  }
}

/** How far the drawing of a state reaches beyond the station, px. */
export const reach = (status: Status): number => (status === 'crit' ? SECOND_RING + 4 : 3);

/** Drawn stations: a state looks the same every time. */
const known = new WeakMap<PlacedStation, Partial<Record<Status | Sight, Item>>>();

export function stationItem(place: PlacedStation, view: KnownStation): Item {
  const items = known.get(place) ?? {};
  known.set(place, items);
  const sight = sightOf(view);
  const state = sight === 'known' ? view.status : sight;
  return (items[state] ??= {
    id: `station:${view.id}`,
    layer: 'station',
    state,
    shapes: stationShapes(place, view.status, sight),
  });
}
