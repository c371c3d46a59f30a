import { describe, expect, it } from 'vitest';
import type { Action, Change, LogEntry } from '../../src/domain/action.ts';
import { beam, type FirstActs } from '../../src/judge/best/beam.ts';
import { candidates, kindOf } from '../../src/judge/best/candidates.ts';
import { extended, ideaOf, isWorthMore, lastTick, playInto, type Line } from '../../src/judge/best/line.ts';
import { laterMoments } from '../../src/judge/best/moments.ts';
import { polish } from '../../src/judge/best/polish.ts';
import { Simulations } from '../../src/judge/best/simulations.ts';
import type { Run } from '../../src/run/run.ts';
import type { Brief } from '../../src/scenario/brief.ts';

const START = 60;
const TICKS = 600;
const BRIEF = { ticks: TICKS, tickSeconds: 10 } as Brief; // 15 s are two ticks, 240 s are 24

/** A night that is a formula: what it costs follows from what was done when, and nothing is simulated. */
interface Toy {
  readonly offers: (tick: number, acts: readonly LogEntry[]) => readonly Change[];
  readonly cost: (acts: readonly LogEntry[]) => number;
  readonly refuses?: (action: Action, acts: readonly LogEntry[]) => boolean;
}

/** A run of it. @param ended takes down what was done in every night that was played to its end */
function toyRun(toy: Toy, ended: string[] = [], from = START, done: readonly LogEntry[] = []): Run {
  let tick = from;
  const acts = [...done];
  const run: Partial<Run> = {
    scenario: { brief: BRIEF } as Run['scenario'],
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

const said = (acts: readonly LogEntry[]): string => acts.map(({ tick, action }) => `${kindOf(action)}@${tick}`).join(' ');
const finished = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
const simulations = (most = 1000): Simulations => {
  const budget = new Simulations();
  budget.allow(most);
  return budget;
};
const at = (tick: number, action: Action): LogEntry => ({ tick, action });
const RESTART: Change = { type: 'restart' };
const RETRAIN: Change = { type: 'retrain' };
const REBALANCE: Change = { type: 'rebalance-partition' };
const CACHED: Change = { type: 'serve-cached', on: true };
const scale = (replicas: number): Change => ({ type: 'scale', replicas });
const nothing = (costEur: number): Line => ({ acts: [], effects: [], costEur });
const has = (acts: readonly LogEntry[], type: Action['type']): LogEntry | undefined => acts.find(({ action }) => action.type === type);

describe('the pieces of a search', () => {
  it('tell kinds of acts apart by all but their figures, and ideas by all but order and moments', () => {
    expect([scale(3), scale(4), CACHED, { type: 'set-breaker', route: 'bank', mode: 'off' } as const].map(kindOf)).toEqual(['scale', 'scale', 'serve-cached true', 'set-breaker bank off']); // prettier-ignore
    expect(ideaOf({ ...nothing(1), acts: [at(9, RESTART), at(7, CACHED)] })).toBe('restart, serve-cached true');
    expect(ideaOf({ ...nothing(1), acts: [at(1, CACHED), at(2, RESTART)] })).toBe('restart, serve-cached true');
  });

  it('offer what the menu does, with other figures, a breaker switched off, and taking the last change back', () => {
    const toy: Toy = { offers: () => [{ type: 'set-breaker', route: 'bank', mode: 'automatic' }, { type: 'set-retries', route: 'bank', attempts: 1 }], cost: () => 1 }; // prettier-ignore
    expect(candidates(toyRun(toy))).toEqual([
      { type: 'set-breaker', route: 'bank', mode: 'automatic' },
      { type: 'set-breaker', route: 'bank', mode: 'off' },
      { type: 'set-retries', route: 'bank', attempts: 1 },
      { type: 'set-retries', route: 'bank', attempts: 2 },
      { type: 'take-back' },
    ]);
    expect(candidates(toyRun(toy, [], TICKS))).toEqual([]);
  });

  it('grow a line by an act, and play it into a run', () => {
    const line = extended({ acts: [at(60, RESTART)], effects: [50, 63], costEur: 9 }, 70, CACHED, 73, 5);
    expect(line).toEqual({ acts: [at(60, RESTART), at(70, CACHED)], effects: [50, 63, 73], costEur: 5 });
    const toy: Toy = { offers: () => [], cost: () => 1, refuses: (action) => action.type === 'retrain' };
    const run = toyRun(toy);
    expect([lastTick(line, run), lastTick(nothing(1), run)]).toEqual([70, START]);
    expect([playInto(run, line.acts), run.tick]).toEqual([[63, 73], 70]);
    expect(playInto(toyRun(toy), [at(60, RESTART), at(61, RETRAIN)])).toBeNull();
  });

  it('ask of each further act that it saves a fiftieth', () => {
    const line = (count: number, costEur: number): Line => ({ acts: Array(count).fill(at(60, RESTART)), effects: [], costEur });
    const worth = (more: number, costEur: number): boolean => isWorthMore(line(1 + more, costEur), line(1, 100));
    expect([worth(0, 99.9), worth(0, 100), worth(1, 98), worth(1, 97.9), worth(2, 96), worth(2, 95.9), worth(-1, 99.9), worth(-1, 100)]).toEqual([true, false, false, true, false, true, true, false]); // prettier-ignore
  });

  it('look again as changes take effect, and one, three and ten minutes later, within the night', () => {
    expect(laterMoments([100], 60, BRIEF)).toEqual([100, 106, 118, 160]);
    expect(laterMoments([106, 100], 106, BRIEF)).toEqual([112, 118, 124, 160, 166]);
    expect(laterMoments([598], 60, BRIEF)).toEqual([598]);
    expect(laterMoments([599, 600], 598, BRIEF)).toEqual([599]);
    expect(laterMoments([], 60, BRIEF)).toEqual([]);
  });

  it('count simulations, and give up those that cost more than asked for', () => {
    const budget = simulations(2);
    const ended: string[] = [];
    const run = (costEur: number): Run => toyRun({ offers: () => [], cost: () => costEur }, ended);
    expect([budget.endOf(run(10), Infinity), budget.spent, budget.endOf(run(10), 10), budget.spent]).toEqual([10, false, 10, true]);
    expect([budget.endOf(run(10), 9.99), budget.endOf(run(10), 5), budget.done]).toEqual([Infinity, Infinity, 4]);
    expect(ended).toHaveLength(2); // the others were left on the way
    const jump: Run = Object.assign(toyRun({ offers: () => [], cost: () => 10 }, ended), { reading: () => NaN });
    expect(budget.endOf(jump, 9)).toBe(Infinity); // nothing told before the end
    const asked: number[] = [];
    const watched: Run = toyRun({ offers: () => [], cost: () => 1 });
    const { advance } = watched;
    budget.endOf(Object.assign(watched, { advance: (to: number) => (asked.push(to), advance(to)) }), 9);
    expect([asked.slice(0, 2), asked.at(-1)]).toEqual([[75, 90], TICKS]); // every 150 s
  });
});

describe('the beam', () => {
  const search = (toy: Toy, most = 1000) => {
    const ended: string[] = [];
    const first: FirstActs = new Map();
    const budget = simulations(most);
    const root = toyRun(toy, ended);
    const best = finished(beam(root, nothing(toy.cost([])), first, budget));
    return { best, ended, first, done: budget.done };
  };
  /** Restarting saves half; caching saves only with a restart before it; retraining does nothing. */
  const TWO: Toy = {
    offers: (_, acts) => [RESTART, CACHED, RETRAIN].filter(({ type }) => has(acts, type) === undefined),
    cost: (acts) => (has(acts, 'restart') === undefined ? 100 + (has(acts, 'serve-cached') ? 20 : 0) : has(acts, 'serve-cached') ? 20 : 50),
  };

  it('finds what pays, and what pays only with another', () => {
    const { best, first } = search(TWO);
    expect([said(best.acts), best.costEur, best.effects]).toEqual(['restart@60 serve-cached true@60', 20, [63, 63]]);
    expect([...first.values()].map(({ action, costEur }) => [action.type, costEur])).toEqual([['restart', 50], ['serve-cached', 120], ['retrain', 100]]); // prettier-ignore
  });

  it('tries first what did well, leaves out what did nothing but after the best line, and gives up what costs more than what it holds', () => {
    const { ended, done } = search(TWO);
    expect(ended.slice(0, 3)).toEqual(['restart@60', 'serve-cached true@60', 'retrain@60']);
    const back = (acts: string): string[] => [63, 69, 81, 123].map((tick) => `${acts} take-back@${tick}`); // as it takes effect, and 1, 3 and 10 minutes later
    expect(ended.slice(3)).toEqual([
      'restart@60 retrain@60', // better at the root than caching was
      'restart@60 serve-cached true@60',
      ...back('restart@60'),
      'serve-cached true@60 restart@60', // no retraining after what is not the best line
      ...back('serve-cached true@60'),
      'restart@60 serve-cached true@60 retrain@60',
      ...back('restart@60 serve-cached true@60'),
    ]);
    expect(done).toBe(19);
  });

  it('keeps one line of an idea, the cheapest', () => {
    const sizes: Toy = { offers: (_, acts) => (acts.length === 0 ? [scale(20)] : []), cost: (acts) => 100 - acts.reduce((sum, { action }) => sum + (action.type === 'scale' ? action.replicas : 0), 0) }; // prettier-ignore
    const { best, first } = search(sizes);
    expect([best.acts, best.costEur]).toEqual([[at(START, scale(30))], 70]);
    expect([...first.values()].map(({ costEur }) => costEur)).toEqual([80, 88, 85, 70]);
  });

  it('waits for a change that can only be made later', () => {
    const later: Toy = {
      offers: (tick, acts) => (tick >= 63 && has(acts, 'restart') && !has(acts, 'rebalance-partition') ? [REBALANCE] : acts.length === 0 ? [RESTART] : []),
      cost: (acts) => 100 - (has(acts, 'restart') ? 5 : 0) - (has(acts, 'rebalance-partition') ? 50 : 0),
    }; // prettier-ignore
    expect(said(search(later).best.acts)).toBe('restart@60 rebalance-partition@63');
  });

  it('does not make an act that saves less than a fiftieth, nor one that is refused', () => {
    const little = (saved: number): Toy => ({
      offers: (_, acts) => (acts.length === 0 ? [RESTART] : []),
      cost: (acts) => 100 - (acts.length > 0 ? saved : 0),
    });
    expect([search(little(2)).best.acts.length, search(little(2.1)).best.acts.length]).toEqual([0, 1]);
    expect(search({ ...little(50), refuses: () => true }).best.acts).toEqual([]);
  });

  it('goes on for two levels that bring nothing, and stops with the budget', () => {
    /** Only three together pay. */
    const three: Toy = {
      offers: (_, acts) => [RESTART, CACHED, RETRAIN].filter(({ type }) => has(acts, type) === undefined),
      cost: (acts) => (acts.length >= 3 ? 10 : 100 + acts.length),
    };
    expect(search(three).best.costEur).toBe(100); // two levels without gain are its patience
    const pair: Toy = { ...three, cost: (acts) => (acts.length >= 2 ? 10 : 100 + acts.length) };
    expect(search(pair).best.acts).toHaveLength(2);
    expect(search(pair, 3).done).toBe(3);
    expect(search(pair, 3).best.acts).toEqual([]);
  });
});

describe('polishing', () => {
  const polished = (toy: Toy, acts: readonly LogEntry[], offered: readonly Action[] = [], most = 1000) => {
    const ended: string[] = [];
    const budget = simulations(most);
    const best = finished(polish(toyRun(toy, ended), { acts, effects: [], costEur: toy.cost(acts) }, offered, budget));
    return { best, ended, done: budget.done };
  };
  /** Cheapest where the act comes at a tick. */
  const timed = (tick: number): Toy => ({
    offers: () => [],
    cost: (acts) => 100 + (acts.length === 0 ? 99_999 : Math.abs(acts[0]!.tick - tick)),
  });

  it('moves an act to its best moment, to within the last step', () => {
    for (const tick of [60, 61, 100, 333]) {
      const { best } = polished(timed(tick), [at(200, RESTART)]);
      expect(Math.abs(best.acts[0]!.tick - tick), String(tick)).toBeLessThanOrEqual(1);
      expect(best.effects).toEqual([best.acts[0]!.tick + 3]);
    }
    expect(polished(timed(0), [at(200, RESTART)]).best.acts[0]!.tick).toBe(START); // not before the line may begin
    expect(polished(timed(9999), [at(590, RESTART)]).best.acts[0]!.tick).toBe(TICKS - 1);
  });

  it('steps by four minutes first, and halves while nothing helps', () => {
    const flat: Toy = { offers: () => [], cost: (acts) => (acts.length === 0 ? 1000 : 100) };
    expect(polished(flat, [at(200, RESTART)]).ended).toEqual(
      [176, 224, 188, 212, 194, 206, 197, 203, 198, 202].map((tick) => `restart@${tick}`),
    );
  });

  it('tries the other figures of an act, with the first step only', () => {
    const best = (replicas: number): Toy => ({ offers: () => [], cost: (acts) => 100 + acts.reduce((sum, { action }) => sum + (action.type === 'scale' ? Math.abs(action.replicas - replicas) : 0), acts.length === 0 ? 1000 : 0) }); // prettier-ignore
    const offered = [scale(4), scale(8), RESTART];
    expect(polished(best(8), [at(60, scale(4))], offered).best.acts).toEqual([at(60, scale(8))]);
    expect(polished(best(4), [at(60, scale(4))], offered).best.acts).toEqual([at(60, scale(4))]);
    expect(polished(best(8), [at(60, scale(4))]).best.acts).toEqual([at(60, scale(4))]);
  });

  it('leaves out what does not save enough, from the last act on', () => {
    const saves = (restart: number): Toy => ({
      offers: () => [],
      cost: (acts) => 100 - (has(acts, 'serve-cached') ? 50 : 0) - (has(acts, 'restart') ? restart : 0),
    });
    const kept = (restart: number): string => said(polished(saves(restart), [at(60, CACHED), at(60, RESTART)]).best.acts);
    expect([kept(0), kept(1), kept(1.1)]).toEqual(['serve-cached true@60', 'serve-cached true@60', 'serve-cached true@60 restart@60']); // a fiftieth of 50
    expect(said(polished(saves(0), [at(60, RESTART), at(70, CACHED)]).best.acts)).toBe('serve-cached true@70');
  });

  it('keeps acts in the order of their moments, and lets refused ones be', () => {
    const order: Toy = {
      offers: () => [],
      cost: (acts) => (acts.length < 2 ? 1000 : 100 + Math.abs(acts[0]!.tick - 60) + (acts[0]!.action.type === 'restart' ? 0 : 50)),
    };
    const { best } = polished(order, [at(60, CACHED), at(70, RESTART)]);
    expect(best.acts.map(({ action }) => action.type)).toEqual(['restart', 'serve-cached']);
    expect(best.acts.map(({ tick }) => tick)).toEqual(best.acts.map(({ tick }) => tick).toSorted((a, b) => a - b));
    const refusing: Toy = { ...timed(60), refuses: (_, acts) => acts.length > 0 };
    expect(polished(refusing, [at(200, RESTART)]).best.acts[0]!.tick).toBeLessThanOrEqual(61);
  });

  it('stops with the budget', () => {
    expect([polished(timed(60), [at(200, RESTART)], [], 3).done, polished(timed(60), [at(200, RESTART)], [], 0).done]).toEqual([3, 0]);
    expect(polished(timed(60), [at(200, RESTART), at(300, CACHED)], [], 1).done).toBe(1);
  });
});
