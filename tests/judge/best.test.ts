import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { nothingMore } from '../../src/judge/best/line.ts';
import { analyseBest, type BestReport } from '../../src/judge/best/report.ts';
import { MOST_SIMULATIONS, runUpTo, searchBest, type BestLine, type Progress } from '../../src/judge/best/search.ts';
import { nightCost } from '../../src/judge/night-cost.ts';
import { decodeLink, encodeLink } from '../../src/run/link.ts';
import type { RunRecord } from '../../src/run/record.ts';
import { playRecord, replayInto } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { anyLog, anySeed } from '../support/any-log.ts';
import { aScenario, VARIANTS, withoutFaults } from '../support/a-scenario.ts';
import { fromData, OTHER_NAMES, stripped } from '../support/copies.ts';
import { paged, playLog } from '../support/play.ts';

const scenario = aScenario();
const FEW = 60; // simulations: enough for these nights, and quick
const BAR = 1.05;

const ended = <T>(work: Generator<Progress, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};
const searched = (record: RunRecord, tick: number, most = FEW, of: Scenario = scenario): BestLine =>
  ended(searchBest(of, record, tick, most));
const compared = (record: RunRecord, tick: number): BestReport => ended(analyseBest(scenario, record, tick, FEW));

/** A night in which these acts follow the page at once, and the moment some seconds after it. */
function night(variant: string, acts: readonly Action[] = [], seed = '3', of: Scenario = scenario) {
  const run = paged(variant, seed, of);
  for (const act of acts) if (!run.dispatch(act).accepted) throw new Error(`expected ${act.type} to be accepted in ${variant}`);
  return { record: run.record(), page: run.pageTick! };
}

describe('the best line of play', () => {
  it.each(VARIANTS)('costs less than the recommended response from the page on, and each act of it is worth making: %s', (variant) => {
    const { record, page } = night(variant);
    const { acts, costEur, record: found } = searched(record, page);
    expect(costEur).toBeLessThan(nightCost(scenario, 'expert', { seed: '3', variant }));
    expect(acts.length).toBeGreaterThan(0);
    for (const left of acts.keys()) {
      const without = playRecord(scenario, { ...found, log: acts.filter((_, i) => i !== left) }).impactEur();
      expect(without, JSON.stringify(acts[left])).toBeGreaterThan(costEur * 1.02);
    }
  });

  it.each<[string, Action, number]>([
    ['feature-store', { type: 'scale', replicas: 16 }, 120],
    ['deploy', { type: 'shift-traffic', version: 'v41', share: 1 }, 120],
    ['upstream', { type: 'restart' }, 60],
  ])('keeps up with the recommended response that takes over a spoiled night: %s after %o', (variant, wrong, seconds) => {
    const { record, page } = night(variant, [wrong]);
    const report = compared(record, page + seconds);
    expect(report.bestEur / report.recommendedEur).toBeLessThanOrEqual(BAR);
    expect(report.bestEur).toBeLessThan(report.nothingEur);
    expect(report.playedEur).toBe(report.nothingEur); // the player did nothing more
    expect(report.record.log[0]).toEqual({ tick: page, action: wrong });
    for (const { tick } of report.acts) expect(tick).toBeGreaterThanOrEqual(page + seconds);
    expect(report.acts.some(({ tick, effectTick }) => effectTick > tick)).toBe(true);
  });

  it('is the same where tells, responses and effects are deleted and variants renamed and reordered', () => {
    const copy = fromData(stripped());
    const wrong: Action[] = [{ type: 'scale', replicas: 12 }];
    const [own, other] = [night('upstream', wrong), night(OTHER_NAMES['upstream']!, wrong, '3', copy)];
    const { record: found, ...line } = searched(own.record, own.page + 1500, 60);
    const { record: same, ...again } = searched(other.record, own.page + 1500, 60, copy);
    expect(again).toEqual(line);
    expect(same.log).toEqual(found.log);
    expect(line.acts.length).toBeGreaterThan(0);
  });

  it('is the same to the byte when searched for again', () => {
    const { record, page } = night('traffic', [{ type: 'restart' }]);
    const text = () => JSON.stringify(searched(record, page + 1500, 60));
    expect(text()).toBe(text());
  });

  it('takes from the menu what it does, with figures that a link can keep', () => {
    const { record, page } = night('traffic', [{ type: 'shed', share: 0.5 }]);
    const { acts, record: found } = searched(record, page + 1500, 60);
    const run = paged('traffic', '3');
    replayInto(run, record.log, page + 1500);
    for (const { tick, action } of acts) {
      run.advance(tick);
      expect([...run.menu().changes.map((offer) => offer.action.type), 'take-back']).toContain(action.type);
      expect(run.dispatch(action).accepted).toBe(true);
    }
    expect(acts.length).toBeGreaterThan(0);
    expect(decodeLink(encodeLink(found, run.finalHash()))).toMatchObject({ ok: true, record: found, finalHash: run.finalHash() });
  });

  it('is never worse than doing nothing more, and costs what its record costs when played again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIANTS), anySeed, anyLog, fc.integer({ min: 2200, max: 3300 }), (variant, seed, log, tick) => {
        const record = playLog(log, { seed, variant }).record();
        const before = record.log.filter((entry) => entry.tick < tick);
        const { costEur, nothingEur, acts, fromTick, record: found } = searched(record, tick, 45);
        expect(costEur).toBeLessThanOrEqual(nothingEur);
        expect(playRecord(scenario, found).impactEur()).toBe(costEur);
        expect(found.log).toEqual([...before, ...acts]);
        const nothing = playRecord(scenario, { ...record, log: before });
        expect(nothingEur).toBe(nothing.impactEur());
        expect(fromTick).toBe(Math.max(tick, nothing.pageTick ?? scenario.brief.ticks)); // a log may keep a night from ever paging
      }),
      { numRuns: 4 },
    );
  });

  it('does not depend on what the player did from the moment on', () => {
    const { record, page } = night('upstream');
    const log = [...record.log, { tick: page + 300, action: { type: 'restart' } as const }];
    expect(searched({ ...record, log }, page + 300, 40)).toEqual(searched(record, page + 300, 40));
  });

  it('is set beside the others without what the player did from the moment on, but for what they came to', () => {
    const { record, page } = night('upstream');
    const log = [...record.log, { tick: page + 300, action: { type: 'restart' } as const }];
    const [played, not] = [{ ...record, log }, record].map((one) => ended(analyseBest(scenario, one, page + 300, 12))) as [BestReport, BestReport]; // prettier-ignore
    expect(not.acts.length).toBeGreaterThan(0);
    expect(played).toEqual({ ...not, playedEur: played.playedEur });
    expect(played.playedEur).not.toBe(not.playedEur);
  });

  it('begins at the very scrape that pages, whatever tick before it is asked for', () => {
    const { record, pageTick } = paged('deploy', '4').trace();
    expect([7, 500, pageTick! + 14].map((tick) => runUpTo(scenario, record, tick).tick)).toEqual([pageTick, pageTick, pageTick! + 14]);
  });

  it('begins with the page where it is asked for before it', () => {
    const { record, page } = night('feature-store');
    const early = searched(record, 0, 12);
    expect(early.fromTick).toBe(page);
    expect(early).toEqual(searched(record, page, 12));
  });

  it('begins at the end of a night in which nothing pages', () => {
    const calm = withoutFaults(scenario);
    const { record, pageTick } = playLog([], { seed: '3', variant: 'deploy', scenario: calm }).trace();
    expect([pageTick, runUpTo(calm, record, 500).tick]).toEqual([null, scenario.brief.ticks]);
  });

  it('counts with what is under way when it begins', () => {
    const { record, page } = night('deploy', [{ type: 'restart' }]);
    const run = paged('deploy', '3');
    replayInto(run, record.log, page + 1);
    const { effectTick } = run.observe().pending[0]!;
    expect(effectTick).toBeGreaterThan(page + 1);
    expect(nothingMore(run, 7)).toEqual({ acts: [], effects: [effectTick], costEur: 7 });
  });

  it('does nothing in a night that is over', () => {
    const { record, page } = night('deploy', [{ type: 'resolve' }]);
    const report = compared(record, page + 60);
    expect(report).toMatchObject({ isOver: true, acts: [], simulations: 1 });
    expect([report.bestEur, report.recommendedEur]).toEqual([report.nothingEur, report.nothingEur]);
    expect(compared(record, scenario.brief.ticks)).toMatchObject({ acts: [], simulations: 1 });
  });
});

describe('the search for the best line', () => {
  it('makes no more simulations than it may, and tells after each how far it has come', () => {
    expect(MOST_SIMULATIONS).toBeLessThanOrEqual(600);
    const { record, page } = night('deploy');
    for (const most of [1, 2, 37]) {
      const seen: Progress[] = [];
      const work = searchBest(scenario, record, page + 1800, most);
      let step = work.next();
      for (; !step.done; step = work.next()) seen.push(step.value);
      expect(step.value.simulations).toBeLessThanOrEqual(most);
      expect(seen.map(({ done }) => done)).toEqual(Array.from({ length: step.value.simulations - 1 }, (_, i) => i + 2)); // the first is doing nothing
      expect(seen.every(({ of }) => of === most)).toBe(true);
    }
  });

  it('can be given up at any step', () => {
    const { record, page } = night('deploy');
    const work = searchBest(scenario, record, page + 1800);
    work.next();
    expect(work.return(undefined as unknown as BestLine).done).toBe(true);
    expect(work.next().done).toBe(true);
  });

  it('says of a record of another scenario that it is one', () => {
    const record = { ...night('deploy').record, scenario: 'another-night' };
    expect(() => compared(record, 1000)).toThrow('expected a run of "latency-spike", got one of "another-night"');
  });
});
