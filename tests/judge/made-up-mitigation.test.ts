import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { judgeFix } from '../../src/judge/fix.ts';
import { judgeMitigation } from '../../src/judge/mitigation.ts';
import type { ProvenPreventions } from '../../src/judge/prevention.ts';
import { gaugeOf } from '../../src/judge/recovery.ts';
import { board, caseOf, CACHED, cites, head, madeUp, points, quiet, REBALANCE, RED, recommending, ROLLBACK, rows, scale, traceOf, type Entry, type Night } from './made-up.ts'; // prettier-ignore

const at = (tick: number, action: Action, more: Partial<Entry> = {}): Entry => ({ tick, action, ...more });
const BAD = at(62, board('business'), { shows: { eur: 50 } });
const verify = (tick: number, metric = 'slow', effectTick = tick + 6): Entry => at(tick, { type: 'verify', metric }, { effectTick });
const saw = 'E1 showed the trace.red 0.90 at 02:11:40';

/** Bad from the page on, and well from a tick on; while it is bad a minute costs €60. */
const well = (from: number, worst = 500): Partial<Night> => ({
  slow: (tick) => (tick < 60 || tick >= from ? 100 : tick === 70 ? worst : 400),
  impactAt: (tick) => 10 * Math.max(0, Math.min(tick, from) - 60),
});
const mitigation = (entries: readonly Entry[], night: Partial<Night> = well(90), scenario = madeUp()) =>
  judgeMitigation(caseOf({ entries, ...night }, scenario));

describe('mitigation', () => {
  it('earns by being right, by working, in time, and by being seen to have worked', () => {
    const part = mitigation([RED, at(80, CACHED), verify(100)]);
    expect([part.id, part.title, part.got, part.max]).toEqual(['mitigation', 'Mitigation, apt and in time', 20, 20]);
    expect(rows(part)).toEqual([
      [7, 7, 80, `Served cached features at 02:13:20: right for this cause, on evidence: ${saw}.`],
      [5, 5, 91, 'Slowness came back from 500 ms at 02:11:40 to 100 ms at 02:15:10 and held for long enough.'],
      [5, 5, 80, 'Asked for 3 min 20 s after the page.'],
      [3, 3, 106, 'Verified after the mitigation: Slowness 100 ms at 02:17:40.'],
    ]);
    expect(cites(part)).toEqual([
      ['caches', 'g1-q10-immediate-vs-longer', 'g1-q04-response-by-root-cause'],
      ['g1-q03-monitor-slos-after-deploy'],
      ['g1-q10-tests-incident-response'],
      ['g1-q03-monitor-slos-after-deploy'],
    ]);
  });

  it('earns nothing where none was made, and says what would have shown it', () => {
    expect(rows(mitigation([]))).toEqual([
      [0, 7, null, 'No mitigation for this cause was made on evidence. A slow trace was never opened.'],
      [0, 5, null, 'Whether something worked without evidence is luck, which earns nothing.'],
      [0, 5, null, 'Nor does it earn anything to be in time with it.'],
      [0, 3, null, 'No metric was named to verify that it worked.'],
    ]);
    expect(cites(mitigation([]))[0]).toEqual(['caches']);
    expect(rows(mitigation([RED], { resolvedTick: 65 }))[0]).toEqual([0, 7, null, 'No mitigation for this cause was made on evidence. A slow trace was opened only afterwards.']); // prettier-ignore
  });

  it('takes the way out under high impact for a little where the cause needed something else', () => {
    const part = mitigation([BAD, at(80, ROLLBACK), verify(100)]);
    expect(rows(part)[0]).toEqual([3, 7, 80, 'Rolled the model back to the last stable version at 02:13:20 under high impact: sound, though this cause needed something else. A slow trace was never opened.']); // prettier-ignore
    expect([points(part), cites(part)[0]]).toEqual([[3, 0, 0, 0], ['way-out', 'g1-q10-rollback-if-impact-high', 'g2-q10-rollback-while-investigating']]); // prettier-ignore
    expect(rows(part)[3]).toEqual([0, 3, 100, 'Verifying at 02:16:40 counts once something was mitigated on evidence: Slowness 100 ms at 02:16:40.']); // prettier-ignore
  });

  it('takes that way out for all where it is what this cause needs', () => {
    const rolled = madeUp(
      recommending('red', {
        mitigate: [{ any: [{ type: 'rollback' }], needs: [], when: [], after: [], withinSeconds: null, says: '', cites: ['rolls'] }],
      }),
    );
    expect(rows(mitigation([BAD, at(80, ROLLBACK)], well(90), rolled))[0]).toEqual([7, 7, 80, 'Rolled the model back to the last stable version at 02:13:20: right for this cause, as the reversible way out under high impact.']); // prettier-ignore
  });

  it('does not take that way out for a fix, which asks for evidence', () => {
    const fixed = madeUp(
      recommending('red', {
        fix: [{ any: [{ type: 'rollback' }], needs: [], when: [], after: [], withinSeconds: null, says: '', cites: ['rolls'] }],
      }),
    );
    expect(points(mitigation([BAD, at(80, ROLLBACK)], well(90), fixed))).toEqual([3, 0, 0, 0]);
  });

  it('gives less for what stands further down, and for a fix that also stops it', () => {
    expect(points(mitigation([RED, BAD, at(80, { type: 'shed', share: 0.5 })]))).toEqual([5.6, 5, 5, 0]);
    expect(points(mitigation([RED, at(80, REBALANCE)]))).toEqual([5.6, 5, 5, 0]);
    const fixOnly = madeUp(recommending('red', { mitigate: [] }));
    expect(points(mitigation([RED, at(80, REBALANCE)], well(90), fixOnly))).toEqual([7, 5, 5, 0]);
  });

  it('goes by the first that is worth most: one that worked before one that is apter', () => {
    const twice = [RED, at(72, CACHED), at(200, REBALANCE)];
    expect(rows(mitigation(twice, well(210)))[0]).toEqual([5.6, 7, 200, `Rebalanced the hot partition at 02:33:20: right for this cause, on evidence: ${saw}.`]); // prettier-ignore
    expect(head(rows(mitigation([RED, at(72, CACHED), at(80, CACHED)]))[0])).toEqual([7, 7, 72]);
  });

  it('falls with the time it took, in a straight line from the time allowed to three times that, down to a fifth', () => {
    const timely = (seconds: number): number => points(mitigation([RED, at(60 + seconds / 10, CACHED)], well(65 + seconds / 10)))[2]!;
    expect([600, 1200, 1800, 3000].map(timely)).toEqual([5, 3, 1, 1]);
    const shed = (seconds: number): number =>
      points(mitigation([RED, BAD, at(60 + seconds / 10, { type: 'shed', share: 0.5 })], well(65 + seconds / 10)))[2]!;
    expect([900, 1800, 2700].map(shed)).toEqual([5, 3, 1]); // where the step states no time
  });

  it('earns nothing for time where it did not work', () => {
    expect(rows(mitigation([RED, at(80, CACHED)], well(400))).slice(1, 3)).toEqual([
      [0, 5, 83, 'It did not bring the system back and keep it there: Slowness 400 ms at 02:14:00.'],
      [0, 5, 80, 'What did not work was not in time either.'],
    ]);
  });

  it('loses by wrong changes made until it had worked', () => {
    const among = (...more: Entry[]) =>
      rows(mitigation([RED, at(80, CACHED), ...more])).filter((row) => /not support/.test(String((row as unknown[])[3])));
    expect(among(at(91, scale(9)))).toEqual([
      [-6.4, 0, 91, '1 other change that evidence did not support (Scaled to 9 replicas): the right one was not singled out.'],
    ]); // 17 (1 − 1/1.6)
    expect(among(at(92, scale(9)))).toEqual([]);
    expect(among(at(84, scale(9)), at(90, scale(3)))).toEqual([
      [-3.9, 0, 84, '1 other change that evidence did not support (Scaled to 9 replicas): the right one was not singled out.'],
    ]); // 17 (1 − 1/1.3)
    expect(among(at(84, scale(9)), at(85, { type: 'restart' }), at(86, scale(12)), at(87, { type: 'shed', share: 0.1 }))).toEqual([
      [-12, 0, 84, '4 other changes that evidence did not support (Scaled to 9 replicas; Restarted all replicas; Scaled to 12 replicas; and more): the right one was not singled out.'],
    ]); // prettier-ignore
    expect(among(at(84, scale(9)), at(85, { type: 'restart' }), at(86, scale(12)))).toEqual([
      [-10.9, 0, 84, '3 other changes that evidence did not support (Scaled to 9 replicas; Restarted all replicas; Scaled to 12 replicas): the right one was not singled out.'],
    ]); // prettier-ignore
  });

  it('is verified by a metric that was bad and was back when the answer came, after the mitigation', () => {
    const seen = (...entries: Entry[]): number => points(mitigation([RED, at(80, CACHED), ...entries]))[3]!;
    expect([seen(verify(83, 'slow', 90)), seen(verify(82, 'slow', 90)), seen(verify(83, 'slow', 89))]).toEqual([3, 0, 0]);
    expect(seen(verify(100, 'cpu'))).toBe(0); // it had never been bad
    expect(seen(verify(100, 'no-such'))).toBe(0);
    expect([seen(verify(590, 'slow', 600)), seen(verify(599, 'slow', 601))]).toEqual([3, 0]);
    expect([seen(verify(84, 'slow', 85), verify(100)), seen({ ...verify(100), refused: true })]).toEqual([3, 0]);
  });
});

describe('recovery', () => {
  const worked = (night: Partial<Night>): unknown => head(rows(mitigation([RED, at(80, CACHED)], night))[1]);
  const NOT = [0, 5, 83];
  const bad = (slow: Night['slow'], cost = well(90).impactAt): Partial<Night> => ({ slow: slow!, impactAt: cost! });

  it('may take eight minutes, and must hold for five', () => {
    expect(worked(well(131))).toEqual([5, 5, 131]);
    expect(worked(well(132))).toEqual(NOT);
    const relapse = (tick: number) => bad((t) => (t >= tick && t < tick + 300 ? 400 : well(90).slow!(t)));
    expect(worked(relapse(122))).toEqual([5, 5, 91]); // 30 ticks from 91 on are 121
    expect(worked(relapse(121))).toEqual(NOT);
  });

  it('is back within the normal band, or a fifth of the worst away from typical', () => {
    const left = (value: number, worst: number): unknown => worked(bad((tick) => (tick >= 90 ? value : well(90, worst).slow!(tick))));
    expect([left(180, 500), left(181, 500)]).toEqual([[5, 5, 91], NOT]); // 100 + (500 − 100) / 5
    const mild = (value: number) => bad((tick) => (tick < 60 ? 100 : tick >= 90 ? value : 150));
    expect([worked(mild(120)), worked(mild(121))]).toEqual([[5, 5, 91], NOT]);
  });

  it('may leave more behind where the drill says so, but only of the metric that shows it', () => {
    const scenario = madeUp((truth) => truth, {
      recovery: { metric: 'slow', withinSeconds: 480, holdSeconds: 300, leftShare: 0.5, impactLeftShare: 0.4, lateSeconds: 0 },
    });
    const left = (slow: number, cpu: number, metric: string): unknown => {
      const night = { ...well(90), slow: (tick: number) => (tick >= 90 ? slow : well(90).slow!(tick)), cpu: (tick: number) => (tick < 60 ? 0.4 : tick < 90 ? 2.4 : cpu) }; // prettier-ignore
      return points(mitigation([RED, at(80, CACHED), verify(100, metric)], night, scenario)).slice(1);
    };
    expect([left(300, 0.8, 'slow'), left(301, 0.8, 'slow')]).toEqual([[5, 5, 3], [0, 0, 0]]); // prettier-ignore
    expect([left(300, 0.8, 'cpu'), left(300, 0.81, 'cpu')]).toEqual([
      [5, 5, 3],
      [5, 5, 0],
    ]); // a fifth of 2
  });

  it('brings the impact down to two fifths of what it was at worst', () => {
    const rate = (after: number) => ({
      ...well(90),
      impactAt: (tick: number) => 10 * Math.max(0, Math.min(tick, 84) - 60) + after * Math.max(0, tick - 84),
    });
    expect([worked(rate(4)), worked(rate(4.1))]).toEqual([[5, 5, 91], NOT]);
  });

  it('is held against what the worst minute cost, which has no time before the start of the drill', () => {
    const start = (after: number): Partial<Night> => ({
      pageTick: null,
      slow: (tick) => (tick === 4 ? 500 : tick < 90 ? 400 : 100),
      impactAt: (tick) => (tick <= 0 ? 0 : 60 + after * Math.max(0, tick - 84)), // €60 in 40 s, all of it in the first tick
    });
    expect([worked(start(6)), worked(start(6.1))]).toEqual([[5, 5, 91], NOT]);
  });

  it('cannot be told where monitoring keeps no such metric, or had no value', () => {
    const scenario = madeUp((truth) => truth, {
      pager: { text: '', alert: '', metric: 'p99' },
      recovery: { metric: 'p99', withinSeconds: 480, holdSeconds: 300, leftShare: 0.2, impactLeftShare: 0.4, lateSeconds: 0 },
    });
    expect(rows(mitigation([RED, at(80, CACHED)], well(90), scenario))[1]).toEqual([
      0,
      5,
      83,
      'It did not bring the system back and keep it there: p99.',
    ]);
    expect(rows(mitigation([RED, at(80, CACHED)], { slow: () => NaN }))[1]).toEqual([0, 5, 83, 'It did not bring the system back and keep it there: Slowness no data at 02:14:00.']); // prettier-ignore
    for (const { figures } of mitigation([RED, at(80, CACHED)], { slow: () => NaN }).lines)
      expect(figures.filter(({ value }) => !Number.isFinite(value))).toEqual([]); // words, no figure
    expect(points(judgeFix(caseOf({ entries: [RED, at(80, REBALANCE)], slow: () => NaN }), null))[1]).toBe(0);
    expect(worked({ ...well(90), slow: (tick) => (tick === 74 ? NaN : well(90).slow!(tick)) })).toEqual([5, 5, 91]);
  });

  it('is measured from the page on, or from the start where nothing paged', () => {
    const before: Partial<Night> = { ...well(90), slow: (tick) => (tick === 40 ? 9999 : tick < 60 || tick >= 90 ? 180 : 500) };
    expect(worked(before)).toEqual([5, 5, 91]); // 100 + (500 − 100) / 5
    expect(rows(mitigation([RED, at(80, CACHED)], { ...before, pageTick: null, impactAt: () => 0 }))[1]).toEqual([5, 5, 83, 'Slowness came back from 10 s at 02:06:40 to 500 ms at 02:13:50 and held for long enough.']); // prettier-ignore
  });

  it('is measured to the very moment at which the change took effect', () => {
    const peak = { ...well(90), slow: (tick: number) => (tick === 84 ? 700 : well(90).slow!(tick)) };
    const worst = (tick: number) => rows(mitigation([RED, at(80, CACHED, { effectTick: tick })], peak))[1];
    expect(worst(84)).toEqual([5, 5, 90, 'Slowness came back from 700 ms at 02:14:00 to 100 ms at 02:15:00 and held for long enough.']);
    expect(worst(82)).toEqual([5, 5, 90, 'Slowness came back from 500 ms at 02:11:40 to 100 ms at 02:15:00 and held for long enough.']);
  });

  it('needs no less impact where there was none to begin with', () => {
    const free: Partial<Night> = { pageTick: null, slow: (tick) => (tick === 0 ? 500 : tick < 90 ? 400 : 100), impactAt: () => 0 };
    expect(worked(free)).toEqual([5, 5, 91]);
  });

  it('is of no metric that monitoring does not keep', () => {
    const trace = traceOf(well(90));
    expect(gaugeOf(trace, madeUp().brief, 'slow', 80)).toMatchObject({ worst: 500 });
    expect(gaugeOf({ ...trace, metrics: [] }, madeUp().brief, 'slow', 80)).toBeNull();
  });

  it('has to hold to the nearest tick', () => {
    const held = (holdSeconds: number): unknown => {
      const scenario = madeUp((truth) => truth, {
        recovery: { metric: 'slow', withinSeconds: 480, holdSeconds, leftShare: 0.2, impactLeftShare: 0.4, lateSeconds: 0 },
      });
      return points(mitigation([RED, at(80, CACHED)], { ...well(84), endTick: 100 }, scenario))[1];
    };
    expect([304, 306].map(held)).toEqual([5, 0]); // 15 ticks from 85 on are half of 30, not of 31
  });

  it('cannot be shown too near to the end', () => {
    const late = (endTick: number) => points(mitigation([RED, at(80, CACHED)], { ...well(84), endTick }))[1];
    expect([late(100), late(99)]).toEqual([5, 0]); // half of the five minutes, from tick 85 on
  });

  it('knows which side of normal is the bad one', () => {
    const scenario = madeUp((truth) => truth, {
      pager: { text: '', alert: '', metric: 'ok' },
      recovery: { metric: 'ok', withinSeconds: 480, holdSeconds: 300, leftShare: 0.2, impactLeftShare: 0.4, lateSeconds: 0 },
    });
    const share = (value: number): unknown[] => rows(mitigation([RED, at(80, CACHED)], { ok: (tick) => (tick < 60 || tick >= 90 ? value : 0.5), impactAt: well(90).impactAt! }, scenario)); // prettier-ignore
    expect(share(0.98)[1]).toEqual([
      5,
      5,
      91,
      'Share served came back from 50 % at 02:10:00 to 98 % at 02:15:10 and held for long enough.',
    ]);
    expect([head(share(0.893)[1]), head(share(0.891)[1])]).toEqual([
      [5, 5, 91],
      [0, 5, 83],
    ]); // 0.99 − 0.49 / 5
  });
});

describe('the fix', () => {
  const fix = (entries: readonly Entry[], night: Partial<Night> = well(90), proven: ProvenPreventions | null = null, scenario = madeUp()) =>
    judgeFix(caseOf({ entries, ...night }, scenario), proven);

  it('earns by removing the cause, by holding to the end, and by closing only then', () => {
    const part = fix([RED, at(80, REBALANCE), verify(100)], { ...well(90), resolvedTick: 110 });
    expect([part.id, part.title, part.got, part.max]).toEqual(['fix', 'Fix, for good', 10, 10]);
    expect(rows(part)).toEqual([
      [5, 5, 80, `Rebalanced the hot partition at 02:13:20, which removes the cause: ${saw}.`],
      [3, 3, 83, 'It held to the end: Slowness 100 ms at 03:40:00.'],
      [2, 2, 110, 'Resolved at 02:18:20, after the fix and a verification at 02:17:40.'],
    ]);
    expect(cites(part)).toEqual([
      ['rebalances', 'g1-q10-immediate-vs-longer'],
      ['g1-q10-immediate-vs-longer'],
      ['g1-q10-prevent-recurrence'],
    ]);
  });

  it('that only takes effect as the drill ends has held for no time', () => {
    expect(points(fix([RED, at(590, REBALANCE, { effectTick: 599 })]))).toEqual([5, 3, 0]);
    expect(points(fix([RED, at(591, REBALANCE, { effectTick: 600 })]))).toEqual([5, 0, 0]);
  });

  it('is none where the cause stays', () => {
    expect(rows(fix([RED, at(80, CACHED)], { ...well(90), resolvedTick: 200 }))).toEqual([
      [0, 5, null, 'The cause itself was not removed on evidence.'],
      [0, 3, null, 'What holds without a fix made on evidence earns nothing.'],
      [0, 2, 200, 'Closing an incident counts once its cause is gone.'],
    ]);
    expect(rows(fix([at(80, REBALANCE)]))[0]).toEqual([0, 5, null, 'The cause itself was not removed on evidence. A slow trace and the saturation dashboard were never opened.']); // prettier-ignore
    expect(cites(fix([]))[0]).toEqual(['rebalances']);
    expect(cites(fix([], { variant: 'blue' }))[0]).toEqual(['g1-q10-immediate-vs-longer']); // nothing is recommended there
  });

  it('gives less for the second best, and nothing for what did not hold', () => {
    expect(points(fix([RED, at(80, { type: 'retrain' })]))).toEqual([4, 3, 0]);
    const back = (tick: number): Partial<Night> => ({ ...well(90), slow: (t) => (t >= tick ? 400 : well(90).slow!(t)) });
    expect(rows(fix([RED, at(80, REBALANCE)], back(600)))[1]).toEqual([
      0,
      3,
      83,
      'It did not hold to the end: Slowness 400 ms at 03:40:00.',
    ]);
    const blip = (from: number): Partial<Night> => ({ ...well(90), slow: (t) => (t >= from && t < from + 2 ? 400 : well(90).slow!(t)) });
    expect([blip(568), blip(570)].map((night) => points(fix([RED, at(80, REBALANCE)], night))[1])).toEqual([3, 0]); // the last five minutes
    expect(points(fix([RED, at(80, REBALANCE, { effectTick: END_TICK })]))[1]).toBe(0);
    expect(points(fix([RED, at(80, REBALANCE, { effectTick: END_TICK - 10 })]))[1]).toBe(3);
  });
  const END_TICK = 600;

  it('loses by wrong changes up to ten minutes after it took effect', () => {
    expect(points(fix([RED, at(80, REBALANCE), at(143, scale(9))]))).toEqual([5, 3, -3, 0]); // 8 (1 − 1/1.6)
    expect(points(fix([RED, at(80, REBALANCE), at(144, scale(9))]))).toEqual([5, 3, 0]);
  });

  it('is closed in full only after it took effect and after a verification that shows the recovery', () => {
    const closed = (resolvedTick: number | null, ...entries: Entry[]): unknown =>
      rows(fix([RED, at(80, REBALANCE), ...entries], { ...well(90), resolvedTick }))[2];
    expect(closed(null, verify(100))).toEqual([0, 2, null, 'The incident was never resolved.']);
    expect(closed(200)).toEqual([0, 2, 200, 'Resolved at 02:33:20 without a verification that shows the recovery.']);
    expect([head(closed(106, verify(100))), head(closed(105, verify(100)))]).toEqual([[2, 2, 106], [0, 2, 105]]); // prettier-ignore
    const later = (effectTick: number): unknown =>
      rows(fix([RED, at(80, CACHED), at(90, REBALANCE, { effectTick }), verify(100)], { ...well(90), resolvedTick: 110 }))[2];
    expect(later(111)).toEqual([1, 2, 110, 'Resolved at 02:18:20, before the fix took effect at 02:18:30.']);
    expect(head(later(110))).toEqual([2, 2, 110]);
  });

  it('where leaving it alone is right, is what keeps the alarm from coming back', () => {
    const item = (id: string, helps: boolean) => ({
      id,
      title: `A ${id}`,
      effort: 1,
      helps,
      items: [id],
      impactBeforeEur: 0,
      impactAfterEur: 0,
      firstAlertBefore: 60,
      firstAlertAfter: null,
    });
    const proven = (...items: ReturnType<typeof item>[]): ProvenPreventions => ({ all: items[0]!, items });
    const alone = (of: ProvenPreventions | null, entries: Entry[] = []) => fix(entries, {}, of, madeUp(quiet));
    const pick = at(300, { type: 'pick-preventions', items: ['gate'] });
    expect(rows(alone(null))).toEqual([[0, 10, null, 'Nothing was picked that keeps this alarm from coming back.']]);
    expect(rows(alone(proven(item('gate', true), item('alert', false), item('budget', true)), [pick]))).toEqual([
      [10, 10, 300, 'Picked against its return: A gate, A budget.'],
    ]);
    expect(rows(alone(proven(item('gate', false)), [pick]))).toEqual([
      [0, 10, 300, 'Nothing was picked that keeps this alarm from coming back.'],
    ]);
    expect(cites(alone(null))).toEqual([['leaves']]);
  });
});

describe('mitigation where leaving it alone is right', () => {
  const alone = (tick: number, named: string[]): Entry => at(tick, { type: 'leave-alone', evidence: named });
  const left = (...entries: Entry[]) => mitigation(entries, well(90), madeUp(quiet));

  it('is to say so in time, with the evidence that says why', () => {
    expect(rows(left(RED, alone(80, ['E1']), verify(90)))).toEqual([
      [17, 17, 80, 'Leaving it alone at 02:13:20 was right, and the evidence named says why.'],
      [3, 3, 96, 'Watched after deciding to leave it alone: Slowness 100 ms at 02:16:00.'],
    ]);
    expect(points(left(RED, alone(150, ['E1'])))).toEqual([17, 0]);
    expect(points(left(RED, alone(240, ['E1'])))).toEqual([15, 0]); // half of the way from 15 to 45 minutes
    expect(points(left(RED, alone(330, ['E1'])))).toEqual([13, 0]);
    expect(cites(left(RED, alone(80, ['E1'])))[0]).toEqual(['leaves']);
  });

  it('earns nothing without that evidence, or where it was never said', () => {
    const warm = at(64, board('saturation'), { shows: { cpu: 0.9 } }); // excludes green, but is not what it asks for
    expect(points(left(warm, alone(80, ['E1'])))).toEqual([0, 0]);
    expect(rows(left(RED, alone(80, [])))[0]).toEqual([
      0,
      17,
      80,
      'Leaving it alone at 02:13:20 was right, but the evidence named does not say why.',
    ]);
    expect(rows(left(RED, alone(80, []), verify(90)))[1]).toEqual([
      0,
      3,
      null,
      'Watching a metric counts once leaving it alone rests on evidence that says why.',
    ]);
    expect(rows(left(alone(80, []), { ...RED, tick: 90 }))[0]).toEqual([0, 17, 80, 'Leaving it alone at 02:13:20 was right, but the evidence named does not say why. A slow trace was opened only afterwards.']); // prettier-ignore
    expect(rows(left(verify(90)))).toEqual([
      [0, 17, null, 'That nothing should be changed was never said. A slow trace was never opened.'],
      [0, 3, 90, 'Verifying at 02:15:00 counts once something was mitigated on evidence: Slowness 100 ms at 02:15:00.'],
    ]);
    const any = madeUp((truth) => recommending('red', { leaveAlone: { needs: [], says: '', cites: ['leaves'] } })(quiet(truth)));
    expect(points(mitigation([{ tick: 64, action: board('saturation'), shows: { cpu: 0.9 } }, alone(80, ['E1'])], well(90), any))).toEqual([
      8.5, 0,
    ]);
  });

  it('loses by changes all the same, to the end', () => {
    expect(points(left(RED, alone(80, ['E1']), at(500, scale(9))))).toEqual([17, -6.4, 0]);
    expect(points(left(RED, alone(80, []), at(500, scale(9))))).toEqual([0, 0]); // there is nothing to lose
  });
});
