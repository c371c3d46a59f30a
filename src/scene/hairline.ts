import type { Point } from '../game/map-view.ts';
import { WORDS } from './room.ts';
import { meets, type Box, type Obstacle } from './shape.ts';

/** A hairline from a plaque to what it is about. */
export type Leader = readonly [x0: number, y0: number, x1: number, y1: number];

/** The hairline from a plaque to what it is about; from a station's rim, not its middle. Null where none is left. */
export function leader([fx, fy]: Point, box: Box, rim: number): Leader | null {
  const [x, y] = [Math.max(box.x0, Math.min(box.x1, fx)), Math.max(box.y0, Math.min(box.y1, fy))];
  const length = Math.hypot(x - fx, y - fy);
  return length <= rim ? null : [fx + ((x - fx) * rim) / length, fy + ((y - fy) * rim) / length, x, y];
}

/** Where a hairline towards the middle of a round drawing meets its rim. */
export function roundEnd([fx, fy]: Point, [x, y]: Point, radius: number): Box {
  const share = 1 - radius / Math.hypot(x - fx, y - fy);
  const [ex, ey] = [fx + (x - fx) * share, fy + (y - fy) * share];
  return { x0: ex, x1: ex, y0: ey, y1: ey };
}

const LEADER_STEP = 3; // px between the points at which a hairline is looked at

/** Whether a hairline runs through words, other than those of which it is about the middle. */
export function crossesWords([x0, y0, x1, y1]: Leader, [fx, fy]: Point, taken: readonly Obstacle[]): boolean {
  const holds = (box: Obstacle, x: number, y: number): boolean => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
  const reach: Box = { x0: Math.min(x0, x1) - 1, y0: Math.min(y0, y1) - 1, x1: Math.max(x0, x1) + 1, y1: Math.max(y0, y1) + 1 };
  const words = taken.filter((other) => (other.weight ?? 1) >= WORDS && meets(other, reach) && !holds(other, fx, fy));
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / LEADER_STEP);
  return Array.from({ length: steps }, (_, i) => i / steps).some((t) =>
    words.some((box) => holds(box, x0 + (x1 - x0) * t, y0 + (y1 - y0) * t)),
  );
}
