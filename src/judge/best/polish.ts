import type { Action, LogEntry } from '../../domain/action.ts';
import type { Run } from '../../run/run.ts';
import { kindOf } from './candidates.ts';
import { playInto, WORTH, type Line } from './line.ts';
import type { Simulations } from './simulations.ts';

const FIRST_STEP_SECONDS = 240;
const LAST_STEP_SECONDS = 15;

const inOrder = (acts: readonly LogEntry[]): readonly LogEntry[] => [...acts].sort((a, b) => a.tick - b.tick); // stable: the order within a tick stays

/** A line played anew. @returns null where the world refuses one of its acts, or it costs more than the bound */
function lineOf(root: Run, acts: readonly LogEntry[], bound: number, simulations: Simulations): Line | null {
  const run = root.fork();
  const effects = playInto(run, acts);
  if (effects === null) return null;
  const costEur = simulations.endOf(run, bound);
  return costEur === Infinity ? null : { acts, effects, costEur };
}

const without = (acts: readonly LogEntry[], index: number): readonly LogEntry[] => acts.filter((_, i) => i !== index);
const replaced = (acts: readonly LogEntry[], index: number, entry: LogEntry): readonly LogEntry[] =>
  inOrder(acts.map((one, i) => (i === index ? entry : one)));

/** Every line that differs in one act: with another of the figures offered, or moved by some ticks. */
function neighbours(root: Run, { acts }: Line, step: number, figures: readonly Action[]): readonly (readonly LogEntry[])[] {
  const last = root.scenario.brief.ticks - 1;
  return acts.flatMap(({ tick, action }, index) => {
    const moments = [tick - step, tick + step].map((to) => Math.min(last, Math.max(root.tick, to)));
    const others = figures.filter((other) => kindOf(other) === kindOf(action) && JSON.stringify(other) !== JSON.stringify(action));
    return [
      ...others.map((other) => replaced(acts, index, { tick, action: other })),
      ...moments.filter((to) => to !== tick).map((to) => replaced(acts, index, { tick: to, action })),
    ];
  });
}

/** Leaves out what does not save enough to be worth making. */
function* trim(root: Run, line: Line, simulations: Simulations): Generator<void, Line> {
  let best = line;
  for (let index = line.acts.length - 1; index >= 0 && !simulations.spent; index -= 1) {
    const tried = lineOf(root, without(best.acts, index), best.costEur / (1 - WORTH), simulations);
    yield;
    if (tried !== null) best = tried;
  }
  return best;
}

/**
 * Makes a line cheaper by changing one act at a time, with steps in time that are halved when nothing helps any more: pattern search
 * (R. Hooke, T. A. Jeeves, "Direct Search" Solution of Numerical and Statistical Problems, 1961).
 * @param offered what could be done before the first act, with all figures that are tried
 */
export function* polish(root: Run, line: Line, offered: readonly Action[], simulations: Simulations): Generator<void, Line> {
  const { tickSeconds } = root.scenario.brief;
  let best = yield* trim(root, line, simulations);
  let figures = offered; // tried with the first step only
  for (let seconds = FIRST_STEP_SECONDS; seconds >= LAST_STEP_SECONDS && !simulations.spent;) {
    const step = Math.max(1, Math.round(seconds / tickSeconds));
    let better: Line = best;
    for (const acts of neighbours(root, best, step, figures)) {
      if (simulations.spent) break;
      const tried = lineOf(root, acts, better.costEur, simulations);
      yield;
      if (tried !== null && tried.costEur < better.costEur) better = tried;
    }
    if (better === best) {
      seconds /= 2;
      figures = [];
    } else best = better;
  }
  return best;
}
