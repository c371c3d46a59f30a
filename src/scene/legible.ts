import type { Point } from '../game/map-view.ts';
import type { Ground } from './ground.ts';
import type { Box } from './shape.ts';

const APART = 2; // px: nearer, two names in one row read as one

const meet = (a: Box, b: Box): boolean => a.x0 < b.x1 + APART && b.x0 < a.x1 + APART && a.y0 < b.y1 - 1 && b.y0 < a.y1 - 1;

const away = ({ x0, y0, x1, y1 }: Box, [x, y]: Point): number => {
  const [dx, dy] = [Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1)];
  return dx * dx + dy * dy;
};

/** Whether every name of a map is whole, lies over no other name and no other station, and nearest to its own. @param corners what is kept for other things */
export function isLegible({ stations, frame }: Ground, corners: readonly Box[]): boolean {
  return stations.every((one, i) => {
    const { name } = one;
    if (name.x0 < 0 || name.y0 < 0 || name.x1 > frame.width || name.y1 > frame.height) return false;
    if (corners.some((corner) => meet(name, corner))) return false;
    if (stations.slice(i + 1).some((other) => meet(name, other.name))) return false;
    return stations.every((other) => {
      const [x, y] = other.at;
      const body = { x0: x - other.rx, y0: y - other.ry, x1: x + other.rx, y1: y + other.ry };
      return other === one || (!meet(name, body) && away(name, other.at) >= away(name, one.at));
    });
  });
}
