import { describe, expect, it } from 'vitest';
import { asReadAt, narrowed, type Knowledge } from '../../src/judge/knowledge.ts';
import { board, caseOf, madeUp, RED, scale, TRACE, type Entry, type Night } from './made-up.ts';

const file = (entries: readonly Entry[], night: Partial<Night> = {}, scenario = madeUp()) => caseOf({ entries, ...night }, scenario);
const open = (known: Knowledge): string[] => [...known.open];
const seen = (list: Knowledge['shown']): unknown[] => list.map(({ tell, evidence, value, tick }) => [tell.id, evidence.id, value, tick]);
const saturation = (tick: number, cpu: number): Entry => ({ tick: tick - 6, action: board('saturation'), shows: { cpu } });

describe('what a player could know', () => {
  it('is what had returned by a tick', () => {
    const one = file([RED]);
    expect(open(one.known(69))).toEqual(['red', 'blue', 'green']);
    expect(open(one.known(70))).toEqual(['red']);
    expect(seen(one.known(70).shown)).toEqual([['red-mark', 'E1', 0.9, 70]]);
    expect(seen(one.known(70).telling)).toEqual([['red-mark', 'E1', 0.9, 70]]);
    expect(one.known(70).calm).toEqual([]);
  });

  it('goes by some evidence alone where that is asked for', () => {
    const one = file([saturation(66, 0.9), RED]);
    expect([one.known(80, ['E1']), one.known(80, ['E2']), one.known(80, []), one.known(80)].map((known) => open(known).length)).toEqual([
      2, 1, 3, 1,
    ]);
  });

  it('tells apart only by what does not hold for every cause', () => {
    const known = file([{ tick: 64, action: board('business'), shows: { eur: 50 } }]).known(80);
    expect([known.shown.length, known.telling.length, known.calm.length, known.open.size]).toEqual([1, 0, 0, 3]);
    const calm = file([{ tick: 64, action: board('business'), shows: { eur: 5 } }]).known(80);
    expect([calm.shown.length, calm.calm.length, calm.open.size]).toEqual([0, 0, 3]);
  });

  it('excludes by being normal what would not be, but never the true cause', () => {
    const upstream: Entry = { tick: 64, action: board('upstream'), shows: { blue: 0.2 } };
    const known = file([upstream]).known(80);
    expect([open(known), seen(known.calm)]).toEqual([['red', 'green'], [['blue-mark', 'E1', 0.2, 70]]]);
    expect(open(file([{ ...upstream, shows: { blue: 0.19 } }]).known(80))).toEqual(['red', 'blue']); // held: it excludes green, and blue's mark cannot rule out the truth
    expect(open(file([{ tick: 64, action: TRACE, shows: { 'trace.red': 0.5 } }]).known(80))).toEqual(['red', 'blue', 'green']);
    expect(open(file([{ tick: 64, action: TRACE, shows: { 'trace.red': 0.5 } }], { variant: 'blue' }).known(80))).toEqual([
      'blue',
      'green',
    ]);
    expect(open(file([{ tick: 64, action: TRACE, shows: { 'trace.red': NaN } }], { variant: 'blue' }).known(80))).toHaveLength(3);
    expect(open(file([{ tick: 64, action: TRACE, shows: {} }], { variant: 'blue' }).known(80))).toHaveLength(3);
  });

  it('excludes nothing by what was normal before the page, or after the player had changed things', () => {
    const trace = (tick: number): Entry => ({ tick: tick - 6, action: TRACE, shows: { 'trace.red': 0 } });
    const left = (entries: readonly Entry[], pageTick: number | null = 60): number =>
      file(entries, { variant: 'blue', pageTick }).known(90).open.size;
    expect([left([trace(59)]), left([trace(60)]), left([trace(60)], null)]).toEqual([3, 2, 3]);
    const change: Entry = { tick: 70, action: scale(9) }; // shows from 73 on
    expect([left([change, trace(73)]), left([change, trace(74)])]).toEqual([2, 3]);
  });

  it('was known to be normal from the first time that it was seen so', () => {
    const one = file([saturation(66, 0.5)], { variant: 'green' });
    expect(seen(one.known(300).calm)).toEqual([['warm', 'E1', 0.5, 66]]);
  });

  it('is also what an opened dashboard went on to show', () => {
    const cpu = (tick: number): number => (tick >= 80 ? 0.9 : 0.5);
    const one = file([saturation(66, 0.5)], { variant: 'blue', cpu });
    expect(open(one.known(79))).toEqual(['blue', 'green']);
    expect(seen(one.known(80).shown)).toEqual([['warm', 'E1', 0.9, 80]]);
    const early = file([saturation(50, 0.5)], { variant: 'green', cpu: () => 0.5 });
    expect(open(early.known(59))).toHaveLength(3);
    expect(seen(early.known(62).calm)).toEqual([['warm', 'E1', 0.5, 62]]);
    expect(open(early.known(62))).toEqual(['green']);
    const traced = file([RED, { ...RED, shows: { 'trace.red': 0.1 } }], { variant: 'blue' });
    expect(seen(traced.known(99).shown)).toEqual([['red-mark', 'E1', 0.9, 70]]); // a trace is a picture of its moment
  });

  it('reads a dashboard later by what monitoring keeps and by nothing else, and leaves what is no dashboard as it was', () => {
    const { trace } = file([{ tick: 64, action: board('upstream'), shows: { blue: 0.9, cpu: 0.5 } }, RED], { cpu: () => 0.7 });
    const [dashboard, traced] = trace.evidence;
    const later = asReadAt(dashboard!, trace, 90);
    expect([later.tick, later.id, later.readings.map(({ value }) => value)]).toEqual([90, 'E1', [0.7]]);
    expect([asReadAt(dashboard!, trace, 70), asReadAt(dashboard!, trace, 60), asReadAt(traced!, trace, 90)]).toEqual([
      dashboard,
      dashboard,
      traced,
    ]);
  });

  it('keeps what a dashboard showed just before a change of the player’s hid it', () => {
    const cpu = (tick: number): number => (tick > 73 ? 0.5 : 0.9);
    const known = file([saturation(66, 0.5), { tick: 70, action: scale(9) }], { cpu }).known(90);
    expect(seen(known.shown)).toEqual([['warm', 'E1', 0.9, 73]]);
  });

  it('is a share of the other causes', () => {
    const shares = [[], [saturation(66, 0.9)], [RED]].map((entries) => {
      const one = file(entries);
      return narrowed(one.known(90), one.truth);
    });
    expect(shares).toEqual([0, 0.5, 1]);
    const single = madeUp((truth) => ({
      ...truth,
      variants: truth.variants.slice(0, 1),
      tells: truth.tells.slice(0, 1).map((tell) => ({ ...tell, holds: [] })),
    }));
    const one = file([RED], {}, single);
    expect(narrowed(one.known(90), one.truth)).toBe(1);
    expect(narrowed(one.known(60), one.truth)).toBe(0);
  });
});

it('a run of another scenario has no case', () => {
  expect(() => file([], { variant: 'violet' })).toThrow(
    'expected a variant of "made-up", got "violet"; the run belongs to another scenario',
  );
});
