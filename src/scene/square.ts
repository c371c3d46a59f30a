import type { Point } from '../game/map-view.ts';

const SLIGHT = 0.5; // px

/** How near a way of straight parts comes to any of these places, px. */
function clearance(way: readonly Point[], places: readonly Point[]): number {
  let nearest = Infinity;
  way.slice(1).forEach(([x1, y1], i) => {
    const [x0, y0] = way[i]!;
    const [dx, dy] = [x1 - x0, y1 - y0];
    for (const [x, y] of places) {
      const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(x - x0 - t * dx, y - y0 - t * dy));
    }
  });
  return nearest;
}

const isSlanted = ([x0, y0]: Point, [x1, y1]: Point): boolean => Math.abs(x1 - x0) > SLIGHT && Math.abs(y1 - y0) > SLIGHT;

/** Whether two parts of a way run along the same axis. */
const sameAxis = (a: Point, b: Point | undefined, c: Point | undefined, d: Point): boolean =>
  b !== undefined && c !== undefined && !isSlanted(a, b) && Math.abs(b[0] - a[0]) > SLIGHT === Math.abs(d[0] - c[0]) > SLIGHT;

/**
 * A way whose slanted parts run at 45 degrees again after it was stretched: what one is too long or too high for becomes a straight
 * part, along the one beside it if it has the same direction, else where it keeps farthest from other places.
 */
export function squared(way: readonly Point[], others: readonly Point[]): readonly Point[] {
  const points: Point[] = [];
  way.forEach((to, i) => {
    const from = way[i - 1];
    if (from !== undefined && isSlanted(from, to)) points.push(...kneeOf(way, i, from, to, others));
    points.push(to);
  });
  return points;
}

function kneeOf(way: readonly Point[], i: number, from: Point, to: Point, others: readonly Point[]): readonly Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const slant = Math.min(Math.abs(dx), Math.abs(dy));
  const [sx, sy] = [Math.sign(dx) * slant, Math.sign(dy) * slant];
  if (Math.abs(dx - sx) < SLIGHT && Math.abs(dy - sy) < SLIGHT) return [];
  const straightFirst: Point = [to[0] - sx, to[1] - sy];
  const slantFirst: Point = [from[0] + sx, from[1] + sy];
  if (sameAxis(from, way[i - 2], from, straightFirst)) return [straightFirst];
  if (sameAxis(to, way[i + 1], slantFirst, to)) return [slantFirst];
  return clearance([from, straightFirst, to], others) >= clearance([from, slantFirst, to], others) ? [straightFirst] : [slantFirst];
}
