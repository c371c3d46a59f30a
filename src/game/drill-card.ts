import type { Brief, SystemBrief } from '../scenario/brief.ts';
import type { DrillCard, DrillSketch } from './engine.ts';

type At = readonly [number, number];

function sketchOf({ stations, lines }: SystemBrief): DrillSketch {
  const places = new Map(stations.map(({ id, at }) => [id, at as At]));
  const ways = lines.map(({ from, to, via }) => [places.get(from)!, ...(via as readonly At[]), places.get(to)!]);
  const [xs, ys] = [0, 1].map((axis) =>
    ways
      .flat()
      .concat([...places.values()])
      .map((at) => at[axis]!),
  ) as [number[], number[]];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)];
  const placed = ([x, y]: At): At => [(x - left) / wide, (y - top) / high];
  return {
    lines: ways.map((way) => way.map(placed)),
    stations: stations.map(({ at, kind }) => ({ at: placed(at), terminus: kind === 'terminus' })),
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
