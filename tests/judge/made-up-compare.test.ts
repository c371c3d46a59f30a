import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import { compareRuns, type Compared } from '../../src/judge/compare.ts';
import { markOf } from '../../src/judge/loss/mark.ts';
import { recommendedChanges } from '../../src/judge/loss/recommended.ts';
import { apart, both } from '../../src/judge/pair.ts';
import { conditionsApart, makesAnotherNight, partingOf, CONDITIONS } from '../../src/judge/parting.ts';
import { minutes } from '../../src/judge/recovery.ts';
import { seriesDifferences } from '../../src/judge/series-differences.ts';
import { impactAvoidedOf } from '../../src/judge/verdict.ts';
import { board, caseOf, CACHED, END, madeUp, METRICS, RED, ROLLBACK, scale, traceOf, type Entry, type Night } from './made-up.ts';

const act = (tick: number, action: LogEntry['action']): LogEntry => ({ tick, action });
const ran = (night: Night): Compared => {
  const trace = traceOf(night);
  return { record: trace.record, trace };
};

describe('where two logs part', () => {
  const [a, b] = [act(5, CACHED), act(7, ROLLBACK)];

  it('is the first entry that differs in tick, kind or a field, in whatever order its fields stand', () => {
    expect(partingOf({ first: [a, b], second: [a, b] })).toBeNull();
    expect(partingOf({ first: [], second: [] })).toBeNull();
    expect(partingOf({ first: [a, b], second: [a, act(9, ROLLBACK)] })).toEqual({ index: 1, tick: 7, acts: { first: b, second: act(9, ROLLBACK) }, ended: null }); // prettier-ignore
    expect(partingOf({ first: [act(6, CACHED)], second: [a] })?.tick).toBe(5);
    expect(partingOf({ first: [act(5, scale(3))], second: [act(5, scale(4))] })?.index).toBe(0);
    expect(partingOf({ first: [act(5, { type: 'restart' })], second: [act(5, ROLLBACK)] })?.index).toBe(0);
    expect(
      partingOf({ first: [act(5, { type: 'serve-cached', on: true })], second: [act(5, { on: true, type: 'serve-cached' })] }),
    ).toBeNull();
  });

  it('is where one goes on and the other has ended', () => {
    expect(partingOf({ first: [a], second: [a, b] })).toEqual({ index: 1, tick: 7, acts: { first: null, second: b }, ended: 'first' });
    expect(partingOf({ first: [a, b], second: [a] })).toEqual({ index: 1, tick: 7, acts: { first: b, second: null }, ended: 'second' });
  });
});

describe('the conditions in which two runs differ', () => {
  const { record } = ran({});
  const apartIn = (change: Partial<typeof record>, variant = 'red') =>
    conditionsApart({ first: { record, variant: 'red' }, second: { record: { ...record, ...change }, variant } });

  it('are named one by one', () => {
    expect(apartIn({})).toEqual([]);
    expect(apartIn({ seed: '2' })).toEqual(['seed']);
    expect(apartIn({}, 'blue')).toEqual(['variant']);
    expect(apartIn({ preventions: ['gate'] })).toEqual(['preventions']);
    expect(apartIn({ settings: { untimed: true } })).toEqual(['settings']);
    expect(apartIn({ settings: { untimed: false, strictness: 'strict', information: 'noisy' } })).toEqual(['settings']);
    expect(apartIn({ settings: { untimed: false, complications: 2 } })).toEqual(['complications']);
    expect(apartIn({ contentHash: 'other' })).toEqual(['scenario version']);
    expect(apartIn({ engine: 'other', seed: '2' })).toEqual(['seed', 'engine']);
  });

  it('make another night where the world is another', () => {
    expect(CONDITIONS.filter(makesAnotherNight)).toEqual(['seed', 'variant', 'preventions', 'complications']);
  });
});

describe('differences of series', () => {
  const differ = (first: Night, second: Night) => seriesDifferences({ first: traceOf(first), second: traceOf(second) });

  it('are none between equal runs', () => {
    expect(differ({}, {})).toEqual({ differing: [], equal: 3 });
    expect(differ({ slow: () => NaN }, { slow: () => NaN })).toEqual({ differing: [], equal: 3 });
  });

  it('tell the first scrape, how many, and the largest in normal spreads, furthest apart first', () => {
    const { differing, equal } = differ(
      { slow: (tick) => (tick === 80 ? 160 : tick === 90 ? 120 : 100), cpu: (tick) => (tick >= 598 ? 0.6 : 0.4) },
      { slow: () => 100, cpu: (tick) => (tick >= 598 ? 1.6 : 0.4) },
    );
    expect(differing).toEqual([
      { metric: METRICS[2], firstTick: 598, scrapes: 1, largest: { tick: 598, values: { first: 0.6, second: 1.6 }, spreads: 2.5 } },
      { metric: METRICS[0], firstTick: 80, scrapes: 2, largest: { tick: 80, values: { first: 160, second: 100 }, spreads: 1.5 } },
    ]);
    expect(equal).toBe(1);
  });

  it('are largest where they first are', () => {
    const { differing } = differ({ slow: (tick) => (tick === 80 || tick === 90 ? 160 : 100) }, {});
    expect([differing[0]!.largest!.tick, differing[0]!.scrapes]).toEqual([80, 2]);
  });

  it('have no largest where only one of the two had data', () => {
    expect(differ({ slow: (tick) => (tick === 80 ? NaN : 100) }, {}).differing).toEqual([
      { metric: METRICS[0], firstTick: 80, scrapes: 1, largest: null },
    ]);
    const both = differ({ slow: (tick) => (tick === 80 ? NaN : 100), cpu: (tick) => (tick === 80 ? 0.6 : 0.4) }, {});
    expect(both.differing.map(({ metric, largest }) => [metric.key, largest?.spreads])).toEqual([['cpu', expect.closeTo(0.5)], ['slow', undefined]]); // prettier-ignore
  });

  it('of metrics that stand still are measured by their typical value, and around nothing by 1', () => {
    const still = (typical: number) => {
      const [slow, ...others] = METRICS;
      const metrics = [{ ...slow!, normal: { low: typical, high: typical, typical } }, ...others];
      const [first, second] = [traceOf({}), traceOf({ slow: (tick) => (tick === 80 ? 102 : 100) })].map((trace) => ({ ...trace, metrics }));
      return seriesDifferences({ first: first!, second: second! }).differing[0]!.largest!.spreads;
    };
    expect([still(50), still(-50), still(0)]).toEqual([0.04, 0.04, 2]);
  });

  it('stand in the order of their names where they are as large', () => {
    const shift = { slow: (tick: number) => (tick === 80 ? 140 : 100), cpu: (tick: number) => (tick === 80 ? 0.8 : 0.4) };
    expect(differ({ slow: shift.slow }, { cpu: shift.cpu }).differing.map(({ metric }) => metric.key)).toEqual(['cpu', 'slow']);
    const ok = (tick: number): number => (tick === 80 ? 0.97 : 0.99);
    expect(differ({ slow: shift.slow, ok }, { cpu: shift.cpu }).differing.map(({ metric }) => metric.key)).toEqual(['cpu', 'ok', 'slow']);
    expect(differ({ slow: (tick) => (tick === 80 ? NaN : 100) }, { cpu: (tick) => (tick === 80 ? NaN : 0.4) }).differing.map(({ metric }) => metric.key)).toEqual(['cpu', 'slow']); // prettier-ignore
  });
});

describe('two runs side by side', () => {
  const scenario = madeUp();
  const compared = (first: Night, second: Night) => compareRuns(scenario, { first: ran(first), second: ran(second) });
  const claim = (tick: number, more: object = {}): Entry => ({ tick, action: { type: 'claim-cause', changed: 'red-changed', enters: 'red-enters', missed: 'red-missed', confidence: 1, evidence: [], ...more } }); // prettier-ignore

  it('differ in cost, by minute where that lies furthest apart, and in score', () => {
    const { cost, score, resolvedTick, sameNight } = compared(
      { impactAt: (tick) => tick, resolvedTick: 90 },
      { impactAt: (tick) => tick + 5 * Math.max(0, Math.min(tick, 90) - 80), entries: [RED] },
    );
    expect(cost.impactEur).toEqual({ first: END, second: END + 50, difference: 50 });
    expect(cost.stretch).toEqual({ fromTick: 80, toTick: 86, eurPerMinute: { first: 6, second: 36, difference: 30 } });
    expect(score.total).toEqual({ first: 0, second: 8, difference: 8 });
    expect(score.parts.find(({ id }) => id === 'evidence')).toMatchObject({ first: 0, second: 8, difference: 8, max: 20 });
    expect([resolvedTick, sameNight]).toEqual([{ first: 90, second: null }, true]);
    expect(compared({}, {}).cost.stretch).toBeNull();
    const little = compared({}, { impactAt: (tick) => (tick >= 80 ? 0.5 : 0) }).cost.stretch;
    expect(little).toEqual({ fromTick: 74, toTick: 80, eurPerMinute: { first: 0, second: 0.5, difference: 0.5 } });
  });

  it('begin no earlier than the episode', () => {
    const early = compared({}, { impactAt: (tick) => (tick >= 2 ? 10 : 0) }).cost.stretch;
    expect(early).toEqual({ fromTick: 0, toTick: 2, eurPerMinute: { first: 0, second: 30, difference: 30 } });
  });

  it('name the cause where the last claim did, in all three fields', () => {
    const named = (...entries: Entry[]): boolean => compared({ entries }, {}).identified.first;
    expect([named(), named(claim(70)), named(claim(70), claim(80, { missed: 'no-missed' })), named(claim(70, { changed: 'x' }), claim(80))]).toEqual([false, true, false, true]); // prettier-ignore
    expect([named(claim(70, { changed: 'x' })), named(claim(70, { enters: 'x' })), named(claim(70), { ...claim(80, { missed: 'x' }), refused: true })]).toEqual([false, false, true]); // prettier-ignore
  });
});

describe('small rules', () => {
  it('a loss of a tenth is dubious, of a fifth a mistake, of three tenths a blunder; what is recommended has no blame', () => {
    expect([0, 0.099, 0.1, 0.199, 0.2, 0.299, 0.3, 9].map((loss) => markOf(loss, false, true))).toEqual([
      '',
      '',
      '?!',
      '?!',
      '?',
      '?',
      '??',
      '??',
    ]);
    expect([markOf(0, true, true), markOf(-1, true, true), markOf(0.01, true, true), markOf(9, true, true), markOf(0, true, false), markOf(-1, false, true)]).toEqual(['!', '!', '', '', '', '']); // prettier-ignore
  });

  it('a change is recommended by its ground, or as a way out under high impact while more than one cause is open', () => {
    const recommended = (entries: readonly Entry[], open = 3): number[] => [...recommendedChanges(caseOf({ entries }), () => open)];
    const restart = (rate: number): Entry => ({ tick: 80, action: { type: 'restart' }, rate });
    expect(recommended([RED, { tick: 80, action: CACHED }])).toEqual([1]);
    expect(recommended([{ tick: 80, action: CACHED }])).toEqual([]);
    expect(
      recommended([
        { tick: 62, action: board('business'), shows: { eur: 50 } },
        { tick: 80, action: ROLLBACK },
      ]),
    ).toEqual([1]);
    expect(recommended([RED, restart(10)], 2)).toEqual([1]); // by the evidence two were open, whatever tells say
    expect(recommended([RED, restart(10)], 1)).toEqual([]);
    expect(recommended([RED, restart(9)], 2)).toEqual([]);
    expect(recommended([RED, { tick: 80, action: scale(9), rate: 10 }], 2)).toEqual([]);
  });

  it('pairs are read, and differ by the second less the first', () => {
    expect(both({ first: 2, second: 5 }, (one) => one * 2)).toEqual({ first: 4, second: 10 });
    expect(apart({ first: 2, second: 5 })).toEqual({ first: 2, second: 5, difference: 3 });
  });

  it('a minute has as many ticks as fit, and one at least', () => {
    const of = (tickSeconds: number, count: number): number => minutes({ ...madeUp().brief, tickSeconds }, count);
    expect([of(1, 2), of(10, 2), of(60, 2), of(300, 2), of(7, 1)]).toEqual([120, 12, 2, 2, 9]);
  });

  it('what was avoided is a share of what could be, from the floor on', () => {
    expect([impactAvoidedOf(50, 100, 100, 10), impactAvoidedOf(50, 100, 99, 10), impactAvoidedOf(100, 100, 0, 10), impactAvoidedOf(101, 100, 0, 10)]).toEqual([
      { impactAvoided: null, harmAddedEur: 0 },
      { impactAvoided: 5, harmAddedEur: 0 },
      { impactAvoided: 0, harmAddedEur: 0 },
      { impactAvoided: -0.01, harmAddedEur: 1 },
    ]); // prettier-ignore
  });
});
