import type { Spot } from '../../game/chart-places.ts';

const BEND = 9; // px, radius of a corner
const TIP = 7; // px, length of an arrow's head

const fixed = (value: number): string => value.toFixed(1);
const towards = ([ax, ay]: Spot, [bx, by]: Spot, by_: number): Spot => {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const share = Math.min(0.5, by_ / length);
  return [ax + (bx - ax) * share, ay + (by - ay) * share];
};

/** A line through points, its corners rounded. */
export function linePath(points: readonly Spot[]): string {
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (before === undefined) return `M${fixed(point[0])} ${fixed(point[1])}`;
      if (after === undefined) return `L${fixed(point[0])} ${fixed(point[1])}`;
      const into = towards(point, before, BEND);
      const out = towards(point, after, BEND);
      return `L${fixed(into[0])} ${fixed(into[1])}Q${fixed(point[0])} ${fixed(point[1])} ${fixed(out[0])} ${fixed(out[1])}`;
    })
    .join('');
}

/** The head of an arrow at the end of a line. */
export function arrowPath(points: readonly Spot[]): string {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (end === undefined || before === undefined) return '';
  const length = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1;
  const [ux, uy] = [(end[0] - before[0]) / length, (end[1] - before[1]) / length];
  const corner = (side: number): string =>
    `${fixed(end[0] - ux * TIP - uy * side * TIP * 0.55)} ${fixed(end[1] - uy * TIP + ux * side * TIP * 0.55)}`;
  return `M${fixed(end[0])} ${fixed(end[1])}L${corner(1)}L${corner(-1)}Z`;
}
