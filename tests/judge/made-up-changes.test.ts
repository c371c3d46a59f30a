import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { firstEffectTick, impactShownHigh, type JudgedChange } from '../../src/judge/changes.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import {
  board,
  caseOf,
  CACHED,
  madeUp,
  REBALANCE,
  RED,
  recommending,
  ROLLBACK,
  scale,
  traceOf,
  type Entry,
  type Night,
} from './made-up.ts';

const judged = (entries: readonly Entry[], night: Partial<Night> = {}, scenario = madeUp()): readonly JudgedChange[] =>
  caseOf({ entries, ...night }, scenario).changes;
const grounds = (...args: Parameters<typeof judged>): string[] => judged(...args).map(({ ground }) => ground);
const at = (tick: number, action: Action, more: Partial<Entry> = {}): Entry => ({ tick, action, ...more });
const BAD = at(62, board('business'), { shows: { eur: 50 } }); // shown at 68
const back = (tick: number): Entry => at(tick, { type: 'take-back' });
const breaker = (mode: 'forced-open' | 'automatic' | 'off', route = 'bank'): Action => ({ type: 'set-breaker', route, mode });

describe('the ground of a change', () => {
  it('is backed where what it asks for was seen, and only from then on', () => {
    const [one] = judged([RED, at(70, CACHED)]);
    expect([one!.ground, one!.step!.cites, one!.support!.tell.id, one!.undoneTick]).toEqual(['backed', ['caches'], 'red-mark', null]);
    expect(grounds([RED, at(69, CACHED)])).toEqual(['unsupported']);
    expect(judged([RED, at(80, REBALANCE)])[0]).toMatchObject({ ground: 'backed', step: { cites: ['rebalances'] } }); // any tell of the variant will do
    expect(judged([RED, at(80, { type: 'retrain' })])[0]).toMatchObject({ ground: 'backed', step: { cites: ['retrains'] } });
  });

  it('asks for all of what a step waits for, and for one of what it needs', () => {
    const shed: Action = { type: 'shed', share: 0.2 };
    expect(grounds([RED, at(80, shed)])).toEqual(['unsupported']);
    expect(judged([RED, BAD, at(80, shed)])[0]).toMatchObject({ ground: 'backed', step: { cites: ['sheds'] } });
    expect(grounds([RED, BAD, at(80, { type: 'shed', share: 0.19 })])).toEqual(['unsupported']);
    expect(grounds([BAD, at(80, shed)])).toEqual(['unsupported']); // how bad it is supports no cause
    const warm = at(64, board('saturation'), { shows: { cpu: 0.9 } });
    expect(grounds([warm, at(80, { type: 'retrain' })])).toEqual(['backed']);
    expect(grounds([warm, at(80, CACHED)])).toEqual(['unsupported']); // it needs the other tell
  });

  it('is urgent under high impact that was shown, while more than one cause is open', () => {
    expect(judged([BAD, at(68, ROLLBACK)])[0]).toMatchObject({ ground: 'urgent', step: { cites: ['way-out'] } });
    expect(grounds([BAD, at(67, ROLLBACK)])).toEqual(['unsupported']);
    expect(grounds([at(62, board('business'), { shows: { eur: 10 } }), at(80, ROLLBACK)])).toEqual(['unsupported']);
    expect(grounds([BAD, RED, at(80, ROLLBACK)])).toEqual(['unsupported']); // the cause is known
    expect(grounds([at(40, board('business'), { shows: { eur: 50 } }), at(59, ROLLBACK)])).toEqual(['unsupported']); // before the page
    expect(grounds([BAD, at(80, ROLLBACK)], { pageTick: null })).toEqual(['unsupported']); // and where nothing paged
  });

  it('is urgent by any one of the readings that the way out names', () => {
    const either = madeUp(recommending('red', { withoutCause: [{ ...step0, any: [{ type: 'rollback' }], needs: ['warm', 'bad'] }] }));
    expect(grounds([BAD, at(80, ROLLBACK)], {}, either)).toEqual(['urgent']);
    const all = madeUp(
      recommending('red', { withoutCause: [{ ...step0, any: [{ type: 'rollback' }], needs: ['bad'], when: ['warm', 'bad'] }] }),
    );
    expect(grounds([BAD, at(80, ROLLBACK)], {}, all)).toEqual(['unsupported']);
  });

  it('is urgent by the rate that is shown where the way out names no reading', () => {
    // From the page to the end there are 90 minutes: at €10/min they cost the floor of €900.
    const restart = (tick: number, rate: number): Entry => at(tick, { type: 'restart' }, { rate });
    expect(grounds([restart(60, 10)])).toEqual(['urgent']);
    expect(grounds([restart(60, 9.99)])).toEqual(['unsupported']);
    expect(grounds([restart(59, 10)])).toEqual(['unsupported']);
    expect(grounds([restart(60, 10)], { pageTick: null })).toEqual(['unsupported']);
    const waits = recommending('red', { withoutCause: [{ ...step0, when: ['bad'] }] });
    expect(grounds([restart(80, 10)], {}, madeUp(waits))).toEqual(['unsupported']);
    expect(grounds([BAD, restart(80, 10)], {}, madeUp(waits))).toEqual(['urgent']);
  });
  const step0 = { any: [{ type: 'restart' } as const], needs: [], when: [], after: [], withinSeconds: null, says: '', cites: [] };

  it('is plausible where it is right for another cause that was open and had support', () => {
    const warm = at(64, board('saturation'), { shows: { cpu: 0.9 } }); // red or blue
    expect(judged([warm, at(80, breaker('off'))])[0]).toMatchObject({ ground: 'plausible', step: null, support: null });
    expect(grounds([at(80, breaker('off'))])).toEqual(['unsupported']);
    expect(grounds([warm, at(80, breaker('off', 'other'))])).toEqual(['unsupported']);
    expect(grounds([warm, RED, at(80, breaker('off'))])).toEqual(['contradicted']); // blue was ruled out
    expect(grounds([warm, at(80, { type: 'add-fallback', route: 'bank' })])).toEqual(['contradicted']); // so was green
    expect(grounds([warm, at(80, { type: 'raise-max-replicas', max: 9 })])).toEqual(['contradicted']);
  });

  it('waits for a change that a step comes after', () => {
    const later = madeUp(
      recommending('red', {
        mitigate: [{ ...step0, any: [{ type: 'serve-cached', on: true }], needs: ['red-mark'] }],
        fix: [{ ...step0, any: [{ type: 'retrain' }], needs: ['red-mark'], after: [{ type: 'serve-cached' }] }],
      }),
    );
    const retrain = (tick: number): Entry => at(tick, { type: 'retrain' });
    expect(grounds([RED, retrain(80)], {}, later)).toEqual(['unsupported']);
    expect(grounds([RED, at(75, CACHED), retrain(80)], {}, later)).toEqual(['backed', 'backed']);
    expect(grounds([RED, at(75, CACHED), back(76), retrain(80)], {}, later)).toEqual(['withdrawn', 'unsupported']);
  });

  it('is not contradicted by one excluded cause where it is the remedy of one that is open too', () => {
    const warm = at(64, board('saturation'), { shows: { cpu: 0.9 } }); // green is excluded
    const shared = madeUp(recommending('blue', { mitigate: [{ ...step0, any: [{ type: 'add-fallback' }], needs: ['red-mark'] }] }));
    expect(grounds([warm, at(80, { type: 'add-fallback', route: 'bank' })])).toEqual(['contradicted']);
    expect(grounds([warm, at(80, { type: 'add-fallback', route: 'bank' })], {}, shared)).toEqual(['unsupported']);
  });

  it('is contradicted where its harm could be foreseen', () => {
    expect(judged([RED, at(80, scale(9))])[0]).toMatchObject({ ground: 'contradicted', harmful: { id: 'more' } });
    expect(judged([at(80, scale(9))])[0]).toMatchObject({ ground: 'unsupported', harmful: { id: 'more' } });
    expect(judged([RED, at(80, { type: 'shed', share: 0.1 })])[0]).toMatchObject({ ground: 'unsupported', harmful: null });
    const always = madeUp((truth) => ({
      ...truth,
      variants: truth.variants.map((one) => ({ ...one, harmful: one.harmful.map((harm) => ({ ...harm, foreseeable: [] })) })),
    }));
    expect(grounds([at(80, scale(9))], {}, always)).toEqual(['contradicted']);
    const either = madeUp((truth) => ({
      ...truth,
      variants: truth.variants.map((one) => ({ ...one, harmful: one.harmful.map((harm) => ({ ...harm, foreseeable: ['warm', 'red-mark'] })) })), // prettier-ignore
    }));
    expect(grounds([RED, at(80, scale(9))], {}, either)).toEqual(['contradicted']);
  });

  it('is the first step and the first harm that it matches', () => {
    const twice = madeUp((truth) =>
      recommending('red', {
        mitigate: [{ ...step0, any: [{ type: 'retrain' }], needs: ['red-mark'], cites: ['first'] }],
        fix: [{ ...step0, any: [{ type: 'retrain' }], needs: ['red-mark'], cites: ['second'] }],
        withoutCause: ['first', 'second'].map((cite) => ({ ...step0, needs: ['bad'], cites: [cite] })),
      })({
        ...truth,
        variants: truth.variants.map((one) => ({ ...one, harmful: [...one.harmful, ...one.harmful.map((harm) => ({ ...harm, id: 'again', any: [{ type: 'restart' as const }, ...harm.any] }))] })), // prettier-ignore
      }),
    );
    expect(judged([RED, at(80, { type: 'retrain' })], {}, twice)[0]).toMatchObject({ ground: 'backed', step: { cites: ['first'] } });
    expect(judged([BAD, at(80, { type: 'restart' })], {}, twice)[0]).toMatchObject({ ground: 'urgent', step: { cites: ['first'] }, harmful: { id: 'again' } }); // prettier-ignore
    expect(judged([RED, at(80, scale(9))], {}, twice)[0]).toMatchObject({ ground: 'contradicted', harmful: { id: 'more' } });
  });

  it('is not judged where the world refused it', () => {
    expect(judged([at(80, scale(9), { refused: true })])).toEqual([]);
  });
});

describe('a change that is taken back', () => {
  it('counts as withdrawn before it took effect, and as undone within ten minutes after', () => {
    const twice = (tick: number): JudgedChange => judged([at(80, scale(9)), back(tick)])[0]!;
    expect(twice(82)).toMatchObject({ ground: 'withdrawn', undoneTick: null });
    expect(twice(83)).toMatchObject({ ground: 'unsupported', undoneTick: 83 });
    expect(twice(140)).toMatchObject({ undoneTick: 140 });
    expect(twice(141)).toMatchObject({ undoneTick: null });
  });

  it('is the latest that still stands', () => {
    const [first, second] = judged([at(80, scale(9)), at(90, scale(12)), back(100), back(110), back(115)]);
    expect([first!.undoneTick, second!.undoneTick]).toEqual([110, 100]);
    expect(judged([at(80, scale(9)), at(90, scale(12)), back(91), back(100)]).map(({ ground }) => ground)).toEqual(['withdrawn', 'unsupported'].reverse()); // prettier-ignore
    expect(judged([back(70), at(80, scale(9)), { ...back(84), refused: true }])[0]!.undoneTick).toBeNull();
  });

  it('does not disturb what is read later, unless it had begun to show', () => {
    const effect = (entries: readonly Entry[]): number => firstEffectTick(traceOf({ entries }));
    expect(effect([])).toBe(Infinity);
    expect(effect([at(80, scale(9)), at(70, scale(8))])).toBe(73);
    expect(effect([at(70, scale(8)), at(80, scale(9)), back(82)])).toBe(73);
    expect(effect([at(70, scale(8)), back(72)])).toBe(Infinity);
    expect(effect([at(70, scale(8), { refused: true })])).toBe(Infinity);
  });
});

describe('a change that takes an earlier one back out', () => {
  const pairs: [what: string, first: Action, undoing: Action, other: Action][] = [
    ['fewer replicas', scale(9), scale(8), scale(9)],
    [
      'a lower limit',
      { type: 'raise-max-replicas', max: 9 },
      { type: 'raise-max-replicas', max: 8 },
      { type: 'raise-max-replicas', max: 9 },
    ],
    ['less shed', { type: 'shed', share: 0.3 }, { type: 'shed', share: 0.1 }, { type: 'shed', share: 0.3 }],
    ['the cache off', CACHED, { type: 'serve-cached', on: false }, CACHED],
    ['another mode', breaker('off'), breaker('automatic'), breaker('off')],
    ['another timeout', timeout(100), timeout(200), timeout(100)],
    ['other attempts', attempts(3), attempts(1), attempts(3)],
    ['another share', shift('v1', 0.5), shift('v1', 0.1), shift('v1', 0.5)],
    ['another version', shift('v1', 0.5), shift('v2', 0.5), shift('v1', 0.5)],
    ['another cut-off', cutoff(0.4), cutoff(0.5), cutoff(0.4)],
    ['another cut-off of a segment', cutoff(0.4, 's2'), cutoff(0.5, 's2'), cutoff(0.5, 's3')],
    ['another gate', { type: 'set-gate', threshold: 0.8 }, { type: 'set-gate', threshold: 0.7 }, { type: 'set-gate', threshold: 0.8 }],
    ['the flag back on', flag(false), flag(true), flag(false)],
    ['the fallback model off', fallback(true), fallback(false), fallback(true)],
    ['a lower ramp', { type: 'set-ramp', share: 0.5 }, { type: 'set-ramp', share: 0.25 }, { type: 'set-ramp', share: 0.5 }],
  ];
  function flag(on: boolean): Action {
    return { type: 'set-flag', flag: 'layout', on };
  }
  function fallback(on: boolean): Action {
    return { type: 'use-fallback-model', on };
  }
  function cutoff(to: number, segment?: string): Action {
    return { type: 'set-cutoff', cutoff: to, ...(segment === undefined ? {} : { segment }) };
  }
  function timeout(timeoutMs: number, route = 'bank'): Action {
    return { type: 'set-timeout', route, timeoutMs };
  }
  function attempts(times: number, route = 'bank'): Action {
    return { type: 'set-retries', route, attempts: times };
  }
  function shift(version: string, share: number): Action {
    return { type: 'shift-traffic', version, share };
  }

  it.each(pairs)('%s', (_, first, undoing, other) => {
    const [earlier, later] = judged([at(80, first), at(140, undoing)]);
    expect([earlier!.undoneTick, later!.ground]).toEqual([140, 'undo']);
    expect(judged([at(80, first), at(141, undoing)])[0]!.undoneTick).toBeNull(); // after ten minutes it no longer makes up for it
    expect(judged([at(80, first), at(140, other)])[1]!.ground).not.toBe('undo');
    expect(judged([at(80, { type: 'restart' }), at(140, undoing)])[1]!.ground).not.toBe('undo');
  });

  it('leads from the version that a rollback went to, where the system names one', () => {
    const named = (stable?: string): Scenario => {
      const scenario = madeUp();
      const parts = { ...scenario.system.parts, ...(stable === undefined ? {} : { rollout: { stable } }) };
      return { ...scenario, system: { ...scenario.system, parts } };
    };
    const after = (version: string, scenario: Scenario): string =>
      grounds([at(80, ROLLBACK), at(90, shift(version, 0.5))], {}, scenario)[1]!;
    expect([after('v2', named('v1')), after('v1', named('v1')), after('v2', named())]).toEqual(['undo', 'unsupported', 'unsupported']);
  });

  it('of the same route only', () => {
    for (const [one, other] of [
      [timeout(100), timeout(200, 'shop')],
      [attempts(2), attempts(1, 'shop')],
      [breaker('off'), breaker('automatic', 'shop')],
      [timeout(100), scale(1)],
    ] as const)
      expect(grounds([at(80, one), at(90, other)])[1]).not.toBe('undo');
  });

  it('takes out the latest that is still in, and nothing that was withdrawn', () => {
    const changes = judged([at(80, scale(9)), at(90, scale(12)), at(100, scale(10)), at(110, scale(6))]);
    expect(changes.map(({ ground, undoneTick }) => [ground, undoneTick])).toEqual([
      ['unsupported', 110],
      ['unsupported', 100],
      ['undo', null],
      ['undo', null],
    ]);
    expect(grounds([at(80, scale(9)), back(81), at(90, scale(6))])).toEqual(['withdrawn', 'unsupported']);
  });

  it('is not itself taken out: what does that makes the wrong change again', () => {
    expect(grounds([at(80, timeout(100)), at(90, timeout(200)), at(100, timeout(100))])).toEqual(['unsupported', 'undo', 'unsupported']);
  });

  it('makes up for nothing that was right', () => {
    const [cached, off] = judged([RED, at(80, CACHED), at(90, { type: 'serve-cached', on: false })]);
    expect([cached!.ground, cached!.undoneTick, off!.ground]).toEqual(['backed', null, 'undo']);
  });
});

it('high impact is what would cost the floor if it went on from the page to the end', () => {
  const scenario = madeUp();
  const shown = (tick: number, rate: number, pageTick: number | null = 60): boolean => {
    const trace = traceOf({ entries: [at(tick, scale(9), { rate })], pageTick });
    return impactShownHigh(scenario.brief, trace, trace.entries[0]!);
  };
  expect([shown(60, 10), shown(60, 9.9), shown(300, 10), shown(59, 99), shown(60, 99, null)]).toEqual([true, false, true, false, false]);
});
