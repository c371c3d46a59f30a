import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/action.ts';
import { costUnder } from '../../src/judge/loss/continuation.ts';
import { recommendedChanges } from '../../src/judge/loss/recommended.ts';
import { standingAfter } from '../../src/judge/loss/variant-costs.ts';
import type { Plan } from '../../src/policy/plan.ts';
import type { Made } from '../../src/policy/response.ts';
import type { Run } from '../../src/run/run.ts';
import { CACHED, caseOf, RED } from './made-up.ts';

describe('the changes that stand after an action', () => {
  const [restart, rollback]: Change[] = [{ type: 'restart' }, { type: 'rollback' }];
  const made: readonly Made[] = [{ change: restart!, effectTick: 5 }];
  const taken = { accepted: true, effectTick: 9 } as const;
  const refused = { accepted: false, reason: 'no' } as const;

  it('are one more after a change, one less after it was taken back, and else the same', () => {
    expect(standingAfter(made, rollback!, taken)).toEqual([...made, { change: rollback, effectTick: 9 }]);
    expect(standingAfter([...made, { change: rollback!, effectTick: 9 }], { type: 'take-back' }, taken)).toEqual(made);
    expect(standingAfter(made, { type: 'look-changes' }, taken)).toBe(made);
    expect(standingAfter(made, { type: 'acknowledge' }, taken)).toBe(made);
  });

  it('are the same after what was refused', () => {
    expect(standingAfter(made, rollback!, refused)).toBe(made);
    expect(standingAfter(made, { type: 'take-back' }, refused)).toBe(made);
  });
});

describe('a change that the playbook recommends', () => {
  const recommended = (action: Change, rate: number, open: number): number[] => [
    ...recommendedChanges(caseOf({ entries: [{ tick: 80, action, rate }] }), () => open),
  ];

  it('is the reversible way out while several causes are open and the impact shown is high, and nothing less', () => {
    expect(recommended({ type: 'rollback' }, 100, 2)).toEqual([0]);
    expect([recommended({ type: 'rollback' }, 100, 1), recommended({ type: 'rollback' }, 1, 2), recommended({ type: 'scale', replicas: 9 }, 100, 2)]).toEqual([[], [], []]); // prettier-ignore
    expect(recommended({ type: 'rollback' }, 10, 2)).toEqual([0]); // €10 a minute over an hour and a half are the floor of €900
    expect(recommended({ type: 'rollback' }, 9.9, 2)).toEqual([]);
  });

  it('is one that rests on evidence, however few causes are open', () => {
    const file = caseOf({ entries: [RED, { tick: 80, action: CACHED }, { tick: 90, action: { type: 'restart' } }] });
    expect([...recommendedChanges(file, () => 1)]).toEqual([1]);
  });
});

describe('a response that takes over while nothing is to be done', () => {
  const step = { any: [{ type: 'restart' }], needs: [], when: [] } as const;
  const plan = { rivals: [], mitigate: [], fix: [step], leaveAlone: null } as unknown as Plan;
  const askedAt = (ticks: number, tickSeconds: number): number[] => {
    let tick = 0;
    const asked: number[] = [];
    const run = {
      scenario: { brief: { ticks, tickSeconds } } as Run['scenario'],
      pageTick: null,
      get tick() {
        return tick;
      },
      get over() {
        return tick >= ticks;
      },
      advance: (to: number) => void asked.push((tick = to)),
      impactEur: () => 7,
    };
    expect(costUnder(run as unknown as Run, plan, [])).toBe(7);
    return asked;
  };

  it('asks again every minute, to the nearest tick, or every tick where those are longer', () => {
    expect(askedAt(20, 10)).toEqual([6, 12, 18, 24]);
    expect(askedAt(20, 7)).toEqual([9, 18, 27]);
    expect(askedAt(3, 900)).toEqual([1, 2, 3]);
  });

  it('is given up after four hundred times', () => {
    expect(askedAt(1e6, 60)).toHaveLength(400);
  });
});
