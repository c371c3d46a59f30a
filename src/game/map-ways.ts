import { HEIGHT, WIDTH } from './map-placed.ts';
import type { Point } from './map-view.ts';

type Way = readonly Point[];

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const STATION = 30; // map units that a line keeps from the middle of a station which is not its own
const STEP = 10; // map units between the points at which a way is looked at

/** The ways from one place to another whose every part runs at 0, 45 or 90 degrees: with fewer bends first. */
function waysBetween([x0, y0]: Point, [x1, y1]: Point): readonly Way[] {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const [wide, high] = [Math.abs(dx), Math.abs(dy)];
  const from: Point = [x0, y0];
  const to: Point = [x1, y1];
  if (wide === 0 || high === 0 || wide === high) return [[from, to], ...aroundWays(from, to)];
  const slant = Math.min(wide, high);
  const [sx, sy] = [Math.sign(dx) * slant, Math.sign(dy) * slant];
  const rest = wide > high ? ([dx - sx, 0] as const) : ([0, dy - sy] as const);
  return [
    [from, [x0 + rest[0], y0 + rest[1]], to],
    [from, [x0 + sx, y0 + sy], to],
    [from, [x0 + rest[0] / 2, y0 + rest[1] / 2], [x0 + rest[0] / 2 + sx, y0 + rest[1] / 2 + sy], to],
    [from, [x1, y0], to],
    [from, [x0, y1], to],
    ...aroundWays(from, to),
  ];
}

/** Out of the way of what lies between: over, under, left or right of both, by 45 degrees. */
function aroundWays([x0, y0]: Point, [x1, y1]: Point): readonly Way[] {
  const ways: Way[] = [];
  for (const off of [-40, 40, -60, 60, -90, 90]) {
    const y = off < 0 ? Math.min(y0, y1) + off : Math.max(y0, y1) + off;
    const x = off < 0 ? Math.min(x0, x1) + off : Math.max(x0, x1) + off;
    const [ax, bx] = [x0 + Math.sign(x1 - x0) * Math.abs(y - y0), x1 - Math.sign(x1 - x0) * Math.abs(y - y1)];
    if (Math.abs(x1 - x0) >= Math.abs(y - y0) + Math.abs(y - y1))
      ways.push([
        [x0, y0],
        [ax, y],
        [bx, y],
        [x1, y1],
      ]);
    const [ay, by] = [y0 + Math.sign(y1 - y0) * Math.abs(x - x0), y1 - Math.sign(y1 - y0) * Math.abs(x - x1)];
    if (Math.abs(y1 - y0) >= Math.abs(x - x0) + Math.abs(x - x1))
      ways.push([
        [x0, y0],
        [x, ay],
        [x, by],
        [x1, y1],
      ]);
  }
  return ways.filter((way) => way.every(([x, y]) => x >= 10 && x <= WIDTH - 10 && y >= 10 && y <= HEIGHT - 10));
}

const lengthOf = (way: Way): number =>
  way.slice(1).reduce((sum, [x, y], i) => sum + Math.max(Math.abs(x - way[i]![0]), Math.abs(y - way[i]![1])), 0);

function pointsOn(way: Way): readonly Point[] {
  return way.slice(1).flatMap(([x1, y1], i) => {
    const [x0, y0] = way[i]!;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / STEP));
    return Array.from({ length: steps }, (_, k): Point => [x0 + ((x1 - x0) * k) / steps, y0 + ((y1 - y0) * k) / steps]);
  });
}

const inside = ([x, y]: Point, { x0, y0, x1, y1 }: Box): boolean => x > x0 && x < x1 && y > y0 && y < y1;
const around = ([x, y]: Point, half: number): Box => ({ x0: x - half, y0: y - half, x1: x + half, y1: y + half });

/** Whether a way runs through a place, beside its ends. */
export const runsThrough = (way: Way, place: Point, half = STATION): boolean => {
  const box = around(place, half);
  return pointsOn(way).some((point) => inside(point, box));
};

const cellOf = ([x, y]: Point): number => Math.round(x / STEP) * 1000 + Math.round(y / STEP);

/** The bends of lines between places, each chosen to keep clear of other stations and of the lines before it, in the order given. */
export function bendsOf(
  lines: readonly { readonly id: string; readonly from: string; readonly to: string }[],
  at: ReadonlyMap<string, Point>,
): ReadonlyMap<string, readonly Point[]> {
  const taken = new Set<number>(); // cells that a line runs through
  const via = new Map<string, readonly Point[]>();
  for (const { id, from, to } of lines) {
    const [start, end] = [at.get(from), at.get(to)];
    if (start === undefined || end === undefined) continue;
    const boxes = [...at].filter(([station]) => station !== from && station !== to).map(([, place]) => around(place, STATION));
    let best: Way | null = null;
    let least = Infinity;
    for (const way of waysBetween(start, end)) {
      const points = pointsOn(way);
      const through = boxes.filter((box) => points.some((point) => inside(point, box))).length;
      const shared = points.filter((point) => taken.has(cellOf(point))).length * STEP;
      const cost = through * 2000 + shared * 6 + lengthOf(way) + way.length * 25;
      if (cost < least) [best, least] = [way, cost];
    }
    if (best === null) continue;
    for (const point of pointsOn(best)) taken.add(cellOf(point));
    via.set(id, best.slice(1, -1));
  }
  return via;
}
