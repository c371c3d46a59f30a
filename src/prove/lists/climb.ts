import type { Coordinate } from './coordinates.ts';
import { EMPTY } from './coordinates.ts';
import type { FixedList } from './fixed-list.ts';
import type { Genome } from './genome.ts';

export interface Found {
  readonly genome: Genome;
  readonly list: FixedList;
  readonly value: number;
}

const pick = <T>(items: readonly T[], draw: () => number): T => items[Math.floor(draw() * items.length)]!;

function shuffled<T>(items: readonly T[], draw: () => number): readonly T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(draw() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

interface Point {
  readonly genome: Genome;
  readonly value: number;
}

export interface Climbed {
  readonly best: readonly Found[]; // best first
  readonly tried: number; // different lists
}

const STARTS = 10; // random lists of which the best is climbed from
const VALUES = 12; // of a coordinate that are tried in one round, drawn anew in the next
const PATIENCE = 2; // rounds in a row without a gain, before it begins again elsewhere

/**
 * Coordinate ascent with random restarts (J. Nocedal and S. Wright, Numerical Optimization, 2nd ed., §9.3, on a discrete space): one
 * coordinate after the other, in random order, takes the best of the values drawn for it, all others staying as they are, until
 * rounds gain nothing; then it begins again from the best of some random lists.
 * @param evaluate greater is better; called once for each different list
 * @param lists how many different lists to try at most
 * @param draw seeded, in [0, 1)
 * @param keep how many of the best to return
 */
export function climb(
  coordinates: readonly Coordinate[],
  compile: (genome: Genome) => FixedList,
  evaluate: (list: FixedList) => number,
  lists: number,
  draw: () => number,
  keep: number,
): Climbed {
  const tried = new Map<string, Found>();
  let idle = 0; // calls in a row that met only lists known already: a small space is exhausted before the budget
  const valueOf = (genome: Genome): number => {
    const list = compile(genome);
    const key = JSON.stringify(list);
    const known = tried.get(key);
    idle = known === undefined ? 0 : idle + 1;
    if (known !== undefined) return known.value;
    const value = evaluate(list);
    tried.set(key, { genome, list, value });
    return value;
  };
  const done = (): boolean => tried.size >= lists || idle > 20 * lists;
  const anywhere = (): Genome => coordinates.reduce((genome, one) => one.with(genome, pick(one.values, draw)), EMPTY);
  const better = (here: Point, genome: Genome): Point => {
    const value = valueOf(genome);
    return value > here.value ? { genome, value } : here;
  };
  while (!done()) {
    let here: Point = { genome: EMPTY, value: valueOf(EMPTY) };
    for (let i = 0; i < STARTS && !done(); i += 1) here = better(here, anywhere());
    for (let still = 0; still < PATIENCE && !done(); still += 1) {
      const before = here;
      for (const coordinate of shuffled(coordinates, draw))
        for (const value of shuffled(coordinate.values, draw).slice(0, VALUES)) {
          if (done()) break;
          here = better(here, coordinate.with(here.genome, value));
        }
      if (here !== before) still = -1;
    }
  }
  const best = [...tried.values()].sort((a, b) => b.value - a.value).slice(0, keep);
  return { best, tried: tried.size };
}
