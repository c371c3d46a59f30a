import type { Action } from '../../domain/action.ts';
import type { Run } from '../../run/run.ts';
import { candidates } from './candidates.ts';
import { extended, ideaOf, isWorthMore, lastTick, playInto, type Line } from './line.ts';
import { laterMoments } from './moments.ts';
import type { Simulations } from './simulations.ts';

const WIDTH = 4;
const MOST_ACTS = 6;
const PATIENCE = 2; // levels that may bring nothing: a change may pay only with the next one

/** The cheapest lines of a level, one for each idea. */
class Level {
  private readonly lines = new Map<string, Line>();

  /** What a line must cost less than to get in. */
  get bound(): number {
    return this.best()[WIDTH - 1]?.costEur ?? Infinity;
  }

  add(line: Line): void {
    const idea = ideaOf(line);
    const known = this.lines.get(idea);
    if (known === undefined || line.costEur < known.costEur) this.lines.set(idea, line);
  }

  best(): readonly Line[] {
    return [...this.lines.values()].sort((a, b) => a.costEur - b.costEur).slice(0, WIDTH);
  }
}

const textOf = (action: Action): string => JSON.stringify(action);

/** What could be done at the root, and what the night costs when only that is done; infinite where its simulation was given up. */
export type FirstActs = Map<string, { readonly action: Action; readonly costEur: number }>;

/** New ones first, then by what they came to at the root: the sooner a good line is found, the sooner bad ones are given up. */
function inOrder(actions: readonly Action[], first: FirstActs): readonly Action[] {
  const worth = new Map(actions.map((action) => [action, first.get(textOf(action))?.costEur ?? -1]));
  return [...actions].sort((a, b) => worth.get(a)! - worth.get(b)!); // two infinite ones are NaN apart, which counts as equal
}

interface Search {
  readonly root: Run;
  readonly start: Line; // nothing done
  readonly first: FirstActs;
  readonly simulations: Simulations;
}

/**
 * Tries one more act after a line: at once whatever the menu offers; later, once changes have taken effect, what could not be done at once.
 * @param whole also what came to nothing when done first; else only what did something
 */
function* expand({ root, start, first, simulations }: Search, line: Line, whole: boolean, level: Level): Generator<void, void> {
  const here = root.fork();
  playInto(here, line.acts);
  const now = lastTick(line, root);
  const atOnce = new Set<string>();
  for (const tick of [now, ...laterMoments(line.effects, now, root.scenario.brief)]) {
    here.advance(tick);
    for (const action of inOrder(candidates(here), first)) {
      const text = textOf(action);
      if (first.has(text) && atOnce.has(text)) continue;
      if (tick === now && action.type === 'take-back' && line !== start) continue; // of what has just been asked for
      if (!whole && first.get(text)?.costEur === start.costEur) continue;
      const next = here.fork();
      const outcome = next.dispatch(action);
      if (!outcome.accepted) continue;
      if (simulations.spent) return;
      if (tick === now) atOnce.add(text);
      const costEur = simulations.endOf(next, level.bound);
      if (tick === now && line === start) first.set(text, { action, costEur });
      const changesNothing = costEur === line.costEur;
      if (costEur < Infinity && !changesNothing) level.add(extended(line, tick, action, outcome.effectTick, costEur));
      yield;
    }
  }
}

/**
 * Beam search (B. T. Lowerre, The HARPY Speech Recognition System, 1976) over sequences of changes. A line is worth what the night costs
 * when nothing more is done: a rollout whose base policy is to do nothing (Bertsekas, Tsitsiklis, Wu, Rollout Algorithms for Combinatorial
 * Optimization, 1997). Simulations that already cost more than what the beam holds are given up, as in branch and bound, and acts that did
 * well at the root are tried first (J. Schaeffer, The History Heuristic, 1983).
 * @param start nothing done @param first is filled @returns the cheapest line found
 */
export function* beam(root: Run, start: Line, first: FirstActs, simulations: Simulations): Generator<void, Line> {
  let best = start;
  let idle = 0;
  let lines: readonly Line[] = [start];
  for (let depth = 0; depth < MOST_ACTS && idle < PATIENCE && !simulations.spent; depth += 1) {
    const level = new Level();
    for (const [rank, line] of lines.entries()) yield* expand({ root, start, first, simulations }, line, rank === 0, level);
    lines = level.best();
    const better = lines.find((line) => isWorthMore(line, best));
    best = better ?? best;
    idle = better === undefined ? idle + 1 : 0;
  }
  return best;
}
