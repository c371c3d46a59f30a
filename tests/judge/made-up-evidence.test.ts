import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { judgeEvidence } from '../../src/judge/evidence-first.ts';
import { board, caseOf, CACHED, cites, head, madeUp, points, quiet, REBALANCE, RED, recommending, ROLLBACK, rows, scale, type Entry, type Night } from './made-up.ts'; // prettier-ignore

const evidence = (entries: readonly Entry[], night: Partial<Night> = {}, scenario = madeUp()) =>
  judgeEvidence(caseOf({ entries, ...night }, scenario));
const at = (tick: number, action: Action, more: Partial<Entry> = {}): Entry => ({ tick, action, ...more });
const BAD = at(62, board('business'), { shows: { eur: 50 } });
const WARM = at(72, board('saturation'), { shows: { cpu: 0.9 } }); // E2 after RED, at 78: red or blue
const saw = 'E1 showed the trace.red 0.90 at 02:11:40';

describe('evidence before change', () => {
  it('earns for causes excluded before the first change, for the change, and for the lasting one after it', () => {
    const part = evidence([RED, at(80, CACHED), at(90, REBALANCE)]);
    expect([part.id, part.title, part.got, part.max]).toEqual(['evidence', 'Evidence before irreversible change', 20, 20]);
    expect(rows(part)).toEqual([
      [8, 8, 70, `2 of 2 other causes excluded before the first change at 02:13:20: ${saw}.`],
      [8, 8, 80, `Served cached features at 02:13:20, supported by what was seen: ${saw}.`],
      [4, 4, 90, `Rebalanced the hot partition at 02:15:00, supported by what was seen: ${saw}.`],
    ]); // prettier-ignore
    expect(cites(part)).toEqual([
      ['g1-q10-observability-use', 'g1-q10-calm-triage'],
      ['tell-red-mark', 'g1-q10-observability-use', 'caches'],
      ['tell-red-mark', 'g1-q10-observability-use', 'rebalances'],
    ]);
  });

  it('earns nothing by doing nothing, and says what there was to open', () => {
    expect(rows(evidence([], { resolvedTick: 90 }))).toEqual([
      [0, 8, null, '0 of 2 other causes excluded over the run: no reading opened told causes apart. A slow trace and the saturation dashboard were never opened.'], // prettier-ignore
      [0, 8, null, 'No change was made that evidence seen before it supports. A slow trace and the saturation dashboard were never opened.'], // prettier-ignore
      [0, 4, null, 'No second change, for good, was made on evidence.'],
    ]);
  });

  it('counts what was excluded by the first change that needs to know the cause', () => {
    const warm = { ...WARM, tick: 64 }; // at 70
    expect(points(evidence([warm, at(80, scale(9)), { ...RED, tick: 82 }]))[0]).toBe(4);
    expect(points(evidence([warm, at(80, ROLLBACK), { ...RED, tick: 82 }]))[0]).toBe(4); // unsupported: not urgent without its reading
    expect(points(evidence([warm, BAD, at(80, ROLLBACK), { ...RED, tick: 82 }]))[0]).toBe(8); // urgent: that needs no cause
    expect(points(evidence([warm, at(80, scale(9)), at(81, { type: 'take-back' }), { ...RED, tick: 82 }]))[0]).toBe(8);
    expect(points(evidence([warm, { ...RED, tick: 82 }], { resolvedTick: 85 }))[0]).toBe(4); // what came after the end does not count
    expect(points(evidence([warm, { ...RED, tick: 82 }], { resolvedTick: 88 }))[0]).toBe(8);
  });

  it('names the last of the readings that exclude by being normal', () => {
    const calm = (tick: number): Entry => at(tick, board('upstream'), { shows: { blue: 0.9 } });
    expect(head(rows(evidence([calm(64), calm(74)]))[0])).toEqual([4, 8, 80]);
    expect(head(rows(evidence([calm(64), RED, WARM]))[0])).toEqual([8, 8, 78]); // or else of those that tell causes apart
  });

  it('counts a reading that excludes by being normal', () => {
    const [first] = rows(evidence([at(64, board('upstream'), { shows: { blue: 0.9 } })]));
    expect(first).toEqual([4, 8, 70, '1 of 2 other causes excluded over the run: E1 showed the blue 0.90 at 02:11:40. A slow trace and the saturation dashboard were never opened.']); // prettier-ignore
  });

  it('cites no more than two sources of the reading that supports a change', () => {
    const sources = madeUp((truth) => ({
      ...truth,
      variants: truth.variants.map((one) => ({ ...one, tells: one.tells.map((tell) => ({ ...tell, cites: ['a', 'b', 'c'] })) })),
      tells: truth.tells.map((tell) => ({ ...tell, cites: ['a', 'b', 'c'] })),
    }));
    expect(cites(evidence([RED, at(80, CACHED)], {}, sources))[1]).toEqual(['a', 'b', 'g1-q10-observability-use', 'caches']);
  });

  it('takes a reversible way out for half, and names it', () => {
    const part = evidence([BAD, at(80, ROLLBACK)]);
    expect(rows(part).slice(1)).toEqual([
      [4, 8, 80, 'Rolled the model back to the last stable version at 02:13:20: the reversible way out under high impact, before the cause was known.'],
      [0, 4, null, 'No second change, for good, was made on evidence.'],
    ]); // prettier-ignore
    expect(cites(part)[1]).toEqual(['way-out', 'g1-q10-rollback-if-impact-high', 'g2-q10-rollback-while-investigating']);
    expect(points(evidence([BAD, at(68, ROLLBACK), RED, at(80, CACHED)]))).toEqual([8, 8, 0]); // the backed one is worth more
    expect(head(rows(evidence([BAD, at(80, ROLLBACK), at(90, ROLLBACK)]))[1])).toEqual([4, 8, 80]); // the first
  });

  it('asks for a second change only where there is a lasting one to make, and for another than the first', () => {
    const noFix = madeUp(recommending('red', { fix: [] }));
    expect(rows(evidence([RED, at(80, CACHED)], {}, noFix)).map((row) => (row as unknown[]).slice(0, 3))).toEqual([[8, 8, 70], [12, 12, 80]]); // prettier-ignore
    expect(points(evidence([BAD, at(80, ROLLBACK)], {}, noFix))).toEqual([0, 4]);
    expect(points(evidence([RED, at(80, CACHED), at(90, CACHED)]))).toEqual([8, 8, 0]); // the same again
    expect(points(evidence([RED, at(80, CACHED), at(85, CACHED), at(90, REBALANCE)]))).toEqual([8, 8, 4]);
    const third = evidence([RED, at(80, CACHED), at(90, REBALANCE), at(100, { type: 'retrain' })]);
    expect([points(third), head(rows(third)[2])]).toEqual([[8, 8, 4], [4, 4, 90]]); // prettier-ignore
  });
});

describe('what a change costs', () => {
  it('four points where nothing supports it, six where it stood against what was known', () => {
    expect(rows(evidence([at(90, scale(9))]))[3]).toEqual([-4, 0, 90, 'Scaled to 9 replicas at 02:15:00: nothing that had been opened supports it, 5 min after the page.']); // prettier-ignore
    const part = evidence([RED, at(80, scale(9))]);
    expect(rows(part)[3]).toEqual([
      -6,
      0,
      80,
      `Scaled to 9 replicas at 02:13:20: against what was known (${saw}). It asks the store more.`,
    ]);
    expect(cites(part)[3]).toEqual(['harm', 'g1-q04-response-by-root-cause', 'g1-q10-calm-triage']);
    expect(part.got).toBe(2); // of what it had earned
    expect(String((rows(evidence([RED, WARM, at(80, scale(9))]))[3] as unknown[])[3])).toContain(saw); // what foretold the harm, not what came last
    const breaker: Action = { type: 'set-breaker', route: 'bank', mode: 'off' };
    expect(rows(evidence([RED, at(80, breaker)]))[3]).toEqual([-6, 0, 80, `Switched off the breaker on Bank call at 02:13:20: against what was known (${saw}).`]); // prettier-ignore
  });

  it('names the last reading that it stood against, also one that was normal', () => {
    const calm = (tick: number, blue: number): Entry => ({ tick: tick - 6, action: board('upstream'), shows: { blue } });
    const breaker: Action = { type: 'set-breaker', route: 'bank', mode: 'off' };
    expect(rows(evidence([calm(66, 0.4), calm(70, 0.9), at(80, breaker)])).at(-1)).toEqual([-6, 0, 80, 'Switched off the breaker on Bank call at 02:13:20: against what was known (E2 showed the blue 0.90 at 02:11:40).']); // prettier-ignore
    const thrice = String((rows(evidence([calm(66, 0.4), calm(70, 0.9), calm(74, 0.8), at(80, breaker)])).at(-1) as unknown[])[3]);
    expect(thrice).toContain('E3 showed the blue 0.80');
    const warm = at(66, board('saturation'), { shows: { cpu: 0.9 } });
    expect(rows(evidence([RED, warm, at(80, breaker)], { cpu: () => 0.9 })).at(-1)).toEqual([-6, 0, 80, 'Switched off the breaker on Bank call at 02:13:20: against what was known (E2 showed the CPU 90 % at 02:12:00).']); // prettier-ignore
  });

  it('says what was not opened of that which would have supported it', () => {
    expect(rows(evidence([at(60, CACHED)]))[3]).toEqual([-4, 0, 60, 'Served cached features at 02:10:00: nothing that had been opened supports it, with the page. A slow trace was never opened.']); // prettier-ignore
    expect(rows(evidence([at(59, CACHED), RED]))[3]).toEqual([-4, 0, 59, 'Served cached features at 02:09:50: nothing that had been opened supports it. A slow trace was opened only afterwards.']); // prettier-ignore
  });

  it('half of it where it was taken back out in time, nothing where it was plausible or never took effect', () => {
    expect(rows(evidence([at(80, scale(9)), at(90, scale(3))]))[3]).toEqual([-2, 0, 80, 'Scaled to 9 replicas at 02:13:20: nothing that had been opened supports it, 3 min 20 s after the page. Taken back out at 02:15:00, within 10 minutes: half the cost.']); // prettier-ignore
    expect(points(evidence([at(80, scale(9)), at(81, { type: 'take-back' })]))).toHaveLength(3);
    expect(points(evidence([{ ...WARM, tick: 64 }, at(80, { type: 'set-breaker', route: 'bank', mode: 'off' })]))).toHaveLength(3);
  });

  it('names harm that needed no evidence to be foreseen', () => {
    const always = madeUp((truth) => ({
      ...truth,
      variants: truth.variants.map((one) => ({ ...one, harmful: one.harmful.map((harm) => ({ ...harm, foreseeable: [] })) })),
    }));
    expect(String((rows(evidence([RED, at(80, scale(9))], {}, always))[3] as unknown[])[3])).toContain('harmful whatever the cause');
    expect(rows(evidence([at(80, scale(9))], {}, always))[3]).toEqual([-6, 0, 80, 'Scaled to 9 replicas at 02:13:20: harmful whatever the cause. It asks the store more.']); // prettier-ignore
  });
});

describe('where leaving it alone is right', () => {
  const alone = (tick: number, named: string[]): Entry => at(tick, { type: 'leave-alone', evidence: named });
  const left = (...entries: Entry[]) => evidence(entries, {}, madeUp(quiet));

  it('saying so earns by what the evidence named for it excludes', () => {
    expect(rows(left(RED, alone(80, ['E1'])))).toEqual([
      [8, 8, 70, `2 of 2 other causes excluded over the run: ${saw}.`],
      [12, 12, 80, 'Leaving it alone at 02:13:20 named evidence that excludes 2 other causes.'],
    ]);
    expect(cites(left(RED, alone(80, ['E1'])))[1]).toEqual(['leaves']);
    expect(points(left({ ...WARM, tick: 64 }, alone(80, ['E1'])))).toEqual([4, 6]);
    expect(points(left(RED, alone(80, [])))).toEqual([8, 0]);
    expect(points(left(RED, alone(80, ['E1']), alone(90, [])))).toEqual([8, 0]); // the last word counts
    expect(points(left(RED, alone(69, ['E1'])))).toEqual([8, 0]); // it had not returned
  });

  it('not saying so earns nothing, and what was not opened is named', () => {
    expect(rows(left())[1]).toEqual([
      0,
      12,
      null,
      'That the system was right to leave alone was never said. A slow trace was never opened.',
    ]);
    expect(rows(left(RED))[1]).toEqual([0, 12, null, 'That the system was right to leave alone was never said.']);
  });
});
