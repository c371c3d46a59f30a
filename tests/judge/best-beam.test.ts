import { describe, expect, it } from 'vitest';
import { beam, type FirstActs } from '../../src/judge/best/beam.ts';
import { at, CACHED, finished, has, nothing, REBALANCE, RESTART, RETRAIN, said, scale, simulations, START, toyRun, type Toy } from './toy-night.ts'; // prettier-ignore

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
    const moments = (toy: Toy, acts: string): string[] => search(toy).ended.filter((one) => one.startsWith(acts) && !one.includes("take-back")).map((one) => one.slice(acts.length)); // prettier-ignore
    expect(moments(later, 'restart@60 rebalance-partition@')).toEqual(['63', '69', '81', '123']);
    const again: Toy = { offers: (tick, acts) => (acts.length === 0 ? [RESTART, RETRAIN] : tick >= 63 ? [RETRAIN] : []), cost: (acts) => 100 - acts.length }; // prettier-ignore
    expect(moments(again, 'restart@60 retrain@')).toEqual(['63', '69', '81', '123']); // what could be done before, but not at once
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
    const afterGain: Toy = { ...three, cost: (acts) => [100, 50, 51, 10][acts.length] ?? 10 };
    expect(search(afterGain).best.acts).toHaveLength(3); // patience begins anew with each gain
    expect([search(pair, 3).done, search(pair, 2).done]).toEqual([3, 2]);
    const work = beam(toyRun(pair), nothing(100), new Map(), simulations());
    let steps = 0;
    while (work.next().done !== true) steps += 1;
    expect(steps).toBe(search(pair).done); // each step is one simulation
    expect(search(pair, 3).best.acts).toEqual([]);
  });

  it('goes on with the four cheapest lines, and gives up what costs more than the fourth', () => {
    const costs: Readonly<Record<string, number>> = { restart: 90, retrain: 80, 'rebalance-partition': 70, 'serve-cached': 60, 'rerun-job': 85, 'warm-pods': 95 }; // prettier-ignore
    const six = [RESTART, RETRAIN, REBALANCE, CACHED, { type: 'rerun-job' }, { type: 'warm-pods' }] as const;
    const four: Toy = {
      offers: (_, acts) => (acts.length === 0 ? six : []),
      cost: (acts) => (acts.length === 0 ? 100 : costs[acts[0]!.action.type]!),
    };
    const { best, ended, first } = search(four);
    expect(best.costEur).toBe(60);
    expect([...first.values()].map(({ costEur }) => costEur)).toEqual([90, 80, 70, 60, 85, Infinity]); // the last one costs more than the fourth by then
    expect([...new Set(ended.filter((acts) => acts.includes('take-back')).map((acts) => acts.split('@')[0]))]).toEqual(['serve-cached true', 'rebalance-partition', 'retrain', 'rerun-job']); // prettier-ignore
  });

  it('tries what could not be done before ahead of all else, and equals as the menu has them', () => {
    const fresh: Toy = {
      offers: (_, acts) => [RESTART, RETRAIN, CACHED, ...(acts.length > 0 ? [REBALANCE] : [])].filter(({ type }) => has(acts, type) === undefined), // prettier-ignore
      cost: (acts) => (has(acts, 'restart') ? (acts.length > 1 ? 0.1 : 0.5) : acts.length > 0 ? 0 : 3),
    };
    const { ended } = search(fresh);
    expect(ended.slice(0, 3)).toEqual(['restart@60', 'retrain@60', 'serve-cached true@60']);
    expect(ended.slice(3, 6)).toEqual(['retrain@60 rebalance-partition@60', 'retrain@60 serve-cached true@60', 'retrain@60 restart@60']);
    expect(ended).toContain('retrain@60 rebalance-partition@63'); // and once more when the change has taken effect
  });

  it('makes at most six acts', () => {
    const kinds = ['hold-promotion', 'pin-snapshot', 'rerun-job', 'pause-decisions', 'revert-config', 'extend-sample', 'warm-pods', 'rerandomise'] as const; // prettier-ignore
    const all: Toy = {
      offers: (_, acts) => kinds.filter((type) => has(acts, type) === undefined).slice(0, 1).map((type) => ({ type })), // prettier-ignore
      cost: (acts) => 1000 - 100 * acts.filter(({ action }) => action.type !== 'take-back').length,
    };
    expect(search(all).best.acts).toHaveLength(6);
  });
});
