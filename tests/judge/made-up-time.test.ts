import { describe, expect, it } from 'vitest';
import { scrapeTicks } from '../../src/domain/time.ts';
import { judgeCommunication } from '../../src/judge/communication.ts';
import { lateTicks, minutes } from '../../src/judge/recovery.ts';
import { afterPage } from '../../src/judge/wording.ts';
import type { System } from '../../src/scenario/system.ts';
import { caseOf, madeUp, rows, type Entry } from './made-up.ts';

const briefAt = (tickSeconds: number) => madeUp((truth) => truth, { tickSeconds }).brief;

describe('time as the judge counts it', () => {
  it('has so many ticks in a minute, to the nearest one, and one tick for a minute where ticks are longer', () => {
    expect([minutes(briefAt(10), 5), minutes(briefAt(7), 1), minutes(briefAt(13), 1), minutes(briefAt(900), 5)]).toEqual([30, 9, 5, 5]);
  });

  it('scrapes every 15 s, or as near to it as ticks come, and every tick where those are longer', () => {
    expect([1, 5, 10, 12, 15, 16, 900].map(scrapeTicks)).toEqual([15, 3, 2, 1, 1, 1, 1]);
  });

  it('waits only for the metric of recovery to come in late', () => {
    const { recovery } = briefAt(10);
    const late = { ...briefAt(10), recovery: { ...recovery, lateSeconds: 46 } };
    expect([lateTicks(late, recovery.metric), lateTicks(late, 'cpu'), lateTicks(briefAt(10), recovery.metric)]).toEqual([5, 0, 0]);
  });

  it('counts from the start where nothing paged', () => {
    expect([afterPage(caseOf({}), 60).text, afterPage(caseOf({}), 66).text, afterPage(caseOf({ pageTick: null }), 66).text]).toEqual([
      'with the page',
      '1 min after the page',
      '11 min after the page',
    ]);
  });

  it('lets the people around a slower system wait longer for a word, to the nearest tick', () => {
    const told: Entry = { tick: 70, action: { type: 'message', to: 'lead', blocks: ['impact'] } };
    const silences = (silenceSeconds: number, ticks: number): number => {
      const scenario = { ...madeUp(), system: { ...madeUp().system, parts: { stakeholder: { silenceSeconds } } } as unknown as System };
      return rows(judgeCommunication(caseOf({ entries: [told], resolvedTick: 70 + ticks }, scenario))).length - 5;
    };
    expect([silences(1206, 121), silences(1206, 122), silences(1204, 120), silences(1204, 121)]).toEqual([0, 1, 0, 1]);
    expect([silences(600, 120), silences(600, 121)]).toEqual([0, 1]); // twenty minutes at least
  });
});
