import type { Brief, SystemBrief } from '../scenario/brief.ts';
import type { DrillCard, DrillSketch } from './engine.ts';
import { mapLayout } from './map-layout.ts';
import type { Point } from './map-view.ts';

function sketchOf(system: SystemBrief): DrillSketch {
  const { stations, lines } = mapLayout(system);
  const places = stations.map(({ at }) => at);
  const ways = lines.map(({ points }) => points);
  const [xs, ys] = [0, 1].map((axis) =>
    ways
      .flat()
      .concat(places)
      .map((at) => at[axis]!),
  ) as [number[], number[]];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)];
  const placed = ([x, y]: Point): Point => [(x - left) / wide, (y - top) / high];
  return {
    lines: ways.map((way) => way.map(placed)),
    stations: stations.map(({ at, shape }) => ({ at: placed(at), terminus: shape === 'terminus' })),
  };
}

/** What the list of drills shows of one. It holds nothing that a player must find out. */
export const drillCardOf = (brief: Brief): DrillCard => ({
  id: brief.id,
  title: brief.title,
  family: brief.family,
  system: brief.system.title,
  skill: brief.skill,
  difficulty: brief.difficulty,
  minutes: brief.minutes,
  sketch: sketchOf(brief.system),
});

/** Who comes for the first time starts at the top. */
export const easierFirst = (one: DrillCard, other: DrillCard): number =>
  one.difficulty - other.difficulty || one.minutes - other.minutes || (one.id < other.id ? -1 : 1);
