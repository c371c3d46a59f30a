import type { Action, LogEntry } from '../../domain/action.ts';
import type { Tick } from '../../domain/time.ts';
import type { Run } from '../../run/run.ts';
import { kindOf } from './candidates.ts';

/** A line of play from the root of a search on: what was done, and what the night costs when nothing more is done. */
export interface Line {
  readonly acts: readonly LogEntry[];
  readonly effects: readonly Tick[]; // when each of them, and what was under way at the root, takes effect
  readonly costEur: number;
}

/** The line in which nothing more is done at its root: what is under way there takes effect all the same. */
export const nothingMore = (root: Run, costEur: number): Line => ({
  acts: [],
  effects: root.observe().pending.map(({ effectTick }) => effectTick),
  costEur,
});

/** What a line is in all but its figures, moments and order. */
export const ideaOf = ({ acts }: Line): string =>
  acts
    .map(({ action }) => kindOf(action))
    .sort()
    .join(', ');

/** The moment of a line's last act. */
export const lastTick = (line: Line, root: Run): Tick => line.acts.at(-1)?.tick ?? root.tick;

/**
 * Plays acts into a run.
 * @returns when each takes effect; null where the world refuses one of them
 */
export function playInto(run: Run, acts: readonly LogEntry[]): readonly Tick[] | null {
  const effects: Tick[] = [];
  for (const { tick, action } of acts) {
    run.advance(tick);
    const outcome = run.dispatch(action);
    if (!outcome.accepted) return null;
    effects.push(outcome.effectTick);
  }
  return effects;
}

/** A line with one more act. */
export const extended = (line: Line, tick: Tick, action: Action, effectTick: Tick, costEur: number): Line => ({
  acts: [...line.acts, { tick, action }],
  effects: [...line.effects, effectTick],
  costEur,
});

export const WORTH = 0.02; // what an act must save of the night's cost to be worth making

/** Whether a line is cheaper by enough for each act that it has more. */
export function isWorthMore(line: Line, than: Line): boolean {
  const more = Math.max(0, line.acts.length - than.acts.length);
  return line.costEur < than.costEur * (1 - WORTH * more);
}
