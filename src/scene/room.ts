import type { Box, Obstacle } from './shape.ts';

/** A place where something could go. `dislike` is in px² of overlap that it would take to prefer another. */
export interface Spot<T> {
  readonly box: Box;
  readonly value: T;
  readonly dislike: number;
}

/** How much words weigh: under something they cannot be read; a line can still be followed. */
export const WORDS = 4;
export const asWords = (box: Box): Obstacle => ({ ...box, weight: WORDS });

const APART = 8; // px between names beside each other: nearer, they read as one, and their width is estimated

/** Two names over each other are worse than anything else: neither station can be told. */
export const asName = ({ x0, x1, y0, y1 }: Box): readonly Obstacle[] => [
  asWords({ x0, x1, y0, y1 }),
  { x0: x0 - APART, x1: x1 + APART, y0, y1, weight: 3 * WORDS },
];

const CUT_OFF = 600; // px² for each px beyond the edge

/** What two boxes have in common, px². */
export const shared = (a: Box, b: Box): number => {
  const w = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const h = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return w > 0 && h > 0 ? w * h : 0;
};

const overlap = (a: Box, b: Obstacle): number => shared(a, b) * (b.weight ?? 1);

export const outside = (box: Box, width: number, height: number): number =>
  Math.max(0, 4 - box.x0) + Math.max(0, box.x1 - width + 4) + Math.max(0, 4 - box.y0) + Math.max(0, box.y1 - height + 4);

/** The spot that covers least of what is taken and stays inside a width × height host; the first of equals, null of none. */
export const freest = <T>(spots: readonly Spot<T>[], taken: readonly Obstacle[], width: number, height: number): Spot<T> | null =>
  byFreedom(spots, taken, width, height)[0] ?? null;

/** All places, the freest first. */
export function byFreedom<T>(spots: readonly Spot<T>[], taken: readonly Obstacle[], width: number, height: number): readonly Spot<T>[] {
  const cost = (spot: Spot<T>): number => {
    let sum = spot.dislike;
    for (const box of taken) sum += overlap(spot.box, box);
    return sum + outside(spot.box, width, height) * CUT_OFF;
  };
  return spots
    .map((spot) => ({ spot, cost: cost(spot) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ spot }) => spot);
}

/** The boxes that a way covers, as obstacles: one for every few px of it. */
export function boxesAlong(flat: readonly number[], thick: number): Box[] {
  const boxes: Box[] = [];
  for (let i = 2; i < flat.length; i += 2) {
    const x0 = flat[i - 2] ?? 0;
    const y0 = flat[i - 1] ?? 0;
    const dx = (flat[i] ?? 0) - x0;
    const dy = (flat[i + 1] ?? 0) - y0;
    const n = Math.max(1, Math.ceil(Math.hypot(dx, dy) / 12));
    for (let k = 0; k < n; k++) {
      const x = x0 + (dx * (k + 0.5)) / n;
      const y = y0 + (dy * (k + 0.5)) / n;
      boxes.push({ x0: x - thick, y0: y - thick, x1: x + thick, y1: y + thick });
    }
  }
  return boxes;
}
