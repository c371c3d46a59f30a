import type { Action, Change, LogEntry } from '../../src/domain/action.ts';
import { kindOf } from '../../src/judge/best/candidates.ts';
import type { Line } from '../../src/judge/best/line.ts';
import { Simulations } from '../../src/judge/best/simulations.ts';
import type { Run } from '../../src/run/run.ts';
import type { Brief } from '../../src/scenario/brief.ts';

export const START = 60;
export const TICKS = 600;
export const BRIEF = { ticks: TICKS, tickSeconds: 10 } as Brief; // 15 s are two ticks, 240 s are 24

/** A night that is a formula: what it costs follows from what was done when, and nothing is simulated. */
export interface Toy {
  readonly offers: (tick: number, acts: readonly LogEntry[]) => readonly Change[];
  readonly cost: (acts: readonly LogEntry[]) => number;
  readonly refuses?: (action: Action, acts: readonly LogEntry[]) => boolean;
  readonly tickSeconds?: number; // 10 where it is left out
}

/** A run of it. @param ended takes down what was done in every night that was played to its end */
export function toyRun(toy: Toy, ended: string[] = [], from = START, done: readonly LogEntry[] = []): Run {
  let tick = from;
  const acts = [...done];
  const run: Partial<Run> = {
    scenario: { brief: { ...BRIEF, tickSeconds: toy.tickSeconds ?? BRIEF.tickSeconds } } as Run['scenario'],
    fork: () => toyRun(toy, ended, tick, acts),
    advance: (to) => void (tick = Math.max(tick, to)),
    dispatch(action) {
      if (toy.refuses?.(action, acts) === true || (action.type === 'take-back' && acts.length === 0))
        return { accepted: false, reason: 'no' };
      acts.push({ tick, action });
      return { accepted: true, effectTick: tick + 3 };
    },
    menu: () => ({ changes: toy.offers(tick, acts).map((action) => ({ action })) }) as unknown as ReturnType<Run['menu']>,
    reading: (_, at) => (toy.cost(acts) * at) / TICKS,
    impactEur() {
      ended.push(said(acts));
      return toy.cost(acts);
    },
  };
  return Object.defineProperties(run, { tick: { get: () => tick }, over: { get: () => tick >= TICKS } }) as Run;
}

export const said = (acts: readonly LogEntry[]): string => acts.map(({ tick, action }) => `${kindOf(action)}@${tick}`).join(' ');
export const finished = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
export const simulations = (most = 1000): Simulations => {
  const budget = new Simulations();
  budget.allow(most);
  return budget;
};
export const at = (tick: number, action: Action): LogEntry => ({ tick, action });
export const RESTART: Change = { type: 'restart' };
export const RETRAIN: Change = { type: 'retrain' };
export const REBALANCE: Change = { type: 'rebalance-partition' };
export const CACHED: Change = { type: 'serve-cached', on: true };
export const scale = (replicas: number): Change => ({ type: 'scale', replicas });
export const nothing = (costEur: number): Line => ({ acts: [], effects: [], costEur });
export const has = (acts: readonly LogEntry[], type: Action['type']): LogEntry | undefined =>
  acts.find(({ action }) => action.type === type);
