import { describe, expect, it } from 'vitest';
import type { Action, LogEntry } from '../../src/domain/action.ts';
import { candidates, kindOf } from '../../src/judge/best/candidates.ts';
import { extended, ideaOf, isWorthMore, lastTick, playInto, type Line } from '../../src/judge/best/line.ts';
import { laterMoments } from '../../src/judge/best/moments.ts';
import { polish } from '../../src/judge/best/polish.ts';
import type { Run } from '../../src/run/run.ts';
import type { Brief } from '../../src/scenario/brief.ts';
import { at, BRIEF, CACHED, finished, has, nothing, RESTART, RETRAIN, said, scale, simulations, START, TICKS, toyRun, type Toy } from './toy-night.ts'; // prettier-ignore

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
    const one = { ...line, acts: [at(65, RESTART)] };
    expect([lastTick(line, run), lastTick(one, run), lastTick(nothing(1), run)]).toEqual([70, 65, START]);
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
    expect(laterMoments([0], -1, { ticks: 900, tickSeconds: 1 } as Brief)).toEqual([0, 60, 180, 600]);
    expect(laterMoments([0], -1, { ticks: 900, tickSeconds: 100 } as Brief)).toEqual([0, 1, 2, 6]); // to the nearest tick
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
    const askedAt = (tickSeconds: number): number => {
      const moments: number[] = [];
      const slow = toyRun({ offers: () => [], cost: () => 1, tickSeconds });
      const { advance: on } = slow;
      budget.endOf(Object.assign(slow, { advance: (to: number) => (moments.push(to), on(to)) }), 9);
      return moments[0]!;
    };
    expect([4, 100, 900].map(askedAt)).toEqual([START + 38, START + 2, START + 1]); // to the nearest tick, and at most every tick
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
    expect(polished(flat, [at(START, RESTART)]).ended).toEqual([84, 72, 66, 63, 62].map((tick) => `restart@${tick}`)); // not before the line may begin
    const steps = (tickSeconds: number): number[] =>
      polished({ ...flat, tickSeconds }, [at(300, RESTART)]).ended.map((acts) => Number(acts.split('@')[1]) - 300).filter((by) => by > 0); // prettier-ignore
    expect([steps(1), steps(900)]).toEqual([
      [240, 120, 60, 30, 15],
      [1, 1, 1, 1, 1],
    ]); // at least by a tick
  });

  it('tries the other figures of an act, with the first step only', () => {
    const best = (replicas: number): Toy => ({ offers: () => [], cost: (acts) => 100 + acts.reduce((sum, { action }) => sum + (action.type === 'scale' ? Math.abs(action.replicas - replicas) : 0), acts.length === 0 ? 1000 : 0) }); // prettier-ignore
    const offered = [scale(4), scale(8), RESTART];
    const flat: Toy = { offers: () => [], cost: (acts) => (acts.length === 0 ? 1000 : 100) };
    expect(polished(flat, [at(200, scale(4))], offered).ended.filter((acts) => acts.endsWith('@200'))).toEqual(['scale@200']); // 8, once
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
    const needing: Toy = { offers: () => [], cost: (acts) => [10, 90, 50][acts.length]!, refuses: ({ type }, acts) => type === 'restart' && !has(acts, 'serve-cached') }; // prettier-ignore
    expect(polished(needing, [at(60, CACHED), at(70, RESTART)]).best.acts).toHaveLength(2); // a line is not what is left of it when an act is refused
    const refusing: Toy = { ...timed(60), refuses: (_, acts) => acts.length > 0 };
    expect(polished(refusing, [at(200, RESTART)]).best.acts[0]!.tick).toBeLessThanOrEqual(61);
  });

  it('stops with the budget', () => {
    expect([polished(timed(60), [at(200, RESTART)], [], 3).done, polished(timed(60), [at(200, RESTART)], [], 0).done]).toEqual([3, 0]);
    expect(polished(timed(60), [at(200, RESTART), at(300, CACHED)], [], 1).done).toBe(1);
    expect(polished(timed(60), [at(200, RESTART)], [], 2).done).toBe(2);
  });

  it('is one step for each simulation', () => {
    const budget = simulations();
    const acts = [at(200, RESTART), at(300, CACHED)];
    const work = polish(toyRun(timed(60)), { acts, effects: [], costEur: 240 }, [], budget);
    let steps = 0;
    while (work.next().done !== true) steps += 1;
    expect([steps, steps > 10]).toEqual([budget.done, true]);
  });
});
