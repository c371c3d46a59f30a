import type { Box } from './shape.ts';

export const PITCH = 11; // px between stems of a queue
export const TEETH = 12; // stems in a comb; more dots stand on top of the first ones
export const EDGE = 5; // px from the middle of a line to its edge
const FROM = 22; // px from the middle of the platform
const OUT = 50; // px from the line, with words

/** Stems of a short queue, which names make room for, and of the longest, which labels of hops do. */
export const SHORT_QUEUE = 4;
export const LONG_QUEUE = TEETH;

/** Where a queue of so many stems before the arrival station would stand, on the left of the line's direction. */
export function queueRoom(flat: readonly number[], teeth: number): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = flat.slice(-4);
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const corner = (along: number, out: number): readonly [number, number] => [x1 - ux * along + uy * out, y1 - uy * along - ux * out];
  const [ax, ay] = corner(FROM, EDGE + 3);
  const [bx, by] = corner(Math.min(length * 0.8, FROM + teeth * PITCH), OUT);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}
