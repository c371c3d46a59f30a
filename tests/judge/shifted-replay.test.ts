import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { playShifted } from '../../src/judge/shifted-replay.ts';
import type { Run } from '../../src/run/run.ts';
import { board, CACHED, REBALANCE, scale, TRACE, traceOf, type Entry } from './made-up.ts';

const BOARD = board('service');
const TICKS = 600;

/** Where a replay does what, in a run at its alert in which looks take so many ticks. */
function played(entries: readonly Entry[], { alert = 60, shift = 0, done = 0, lookTicks = 6, refuses = null as Action['type'] | null }) {
  const did: [tick: number, type: Action['type']][] = [];
  let tick = alert;
  let busyUntil = 0;
  const run = {
    scenario: { brief: { ticks: TICKS } } as Run['scenario'],
    get tick() {
      return tick;
    },
    advance: (to: number) => void (tick = Math.max(tick, to)),
    dispatch: (action: Action) => {
      did.push([tick, action.type]);
      if (action.type === refuses) return { accepted: false, reason: 'no' } as const;
      if (action.type.startsWith('look-')) busyUntil = Math.max(tick, busyUntil) + lookTicks;
      return { accepted: true, effectTick: action.type.startsWith('look-') ? busyUntil : tick + 3 } as const;
    },
  };
  playShifted(run, traceOf({ entries }).entries, shift, done);
  return did;
}
const at = (tick: number, action: Action, more: Partial<Entry> = {}): Entry => ({ tick, action, ...more });

describe('a night played again from another alert on', () => {
  it('does each thing as long after the alert as it was done', () => {
    const entries = [at(60, TRACE), at(70, CACHED), at(300, REBALANCE)];
    expect(played(entries, {})).toEqual([[60, 'look-trace'], [70, 'serve-cached'], [300, 'rebalance-partition']]); // prettier-ignore
    expect(played(entries, { alert: 40, shift: -20 })).toEqual([[40, 'look-trace'], [50, 'serve-cached'], [280, 'rebalance-partition']]); // prettier-ignore
    expect(played(entries, { alert: 85, shift: 25 })).toEqual([[85, 'look-trace'], [95, 'serve-cached'], [325, 'rebalance-partition']]); // prettier-ignore
  });

  it('leaves out what was played before the alert, what comes after the night, and what no longer fits into it', () => {
    const entries = [at(10, scale(7)), at(20, scale(8)), at(70, CACHED), at(599, REBALANCE)];
    expect(played(entries, { done: 2 })).toEqual([[70, 'serve-cached'], [599, 'rebalance-partition']]); // prettier-ignore
    expect(played([...entries, at(599, { type: 'restart' })], { done: 2, alert: 61, shift: 1 })).toEqual([[71, 'serve-cached']]);
    const after: Entry[] = [at(5, { type: 'review', statements: {} }), at(6, { type: 'pick-preventions', items: [] })];
    expect(played([...after, ...entries], { done: 2 })).toEqual([[70, 'serve-cached'], [599, 'rebalance-partition']]); // prettier-ignore
  });

  it('does nothing before the alert', () => {
    expect(played([at(60, CACHED)], { alert: 100 })).toEqual([[100, 'serve-cached']]);
  });

  it('does what came after a look sooner by the time that the look takes less, and later where it takes more', () => {
    const entries = [at(60, TRACE), at(65, CACHED), at(66, { type: 'restart' }), at(90, BOARD), at(95, scale(9)), at(96, REBALANCE)];
    expect(played(entries, { lookTicks: 2 })).toEqual([[60, 'look-trace'], [65, 'serve-cached'], [65, 'restart'], [86, 'look-dashboard'], [91, 'scale'], [91, 'rebalance-partition']]); // prettier-ignore
    expect(played(entries, { lookTicks: 10 })).toEqual([[60, 'look-trace'], [65, 'serve-cached'], [70, 'restart'], [94, 'look-dashboard'], [99, 'scale'], [104, 'rebalance-partition']]); // prettier-ignore
  });

  it('counts of a look that was asked for during another only its own time', () => {
    const two = [at(60, TRACE), at(61, BOARD, { effectTick: 72 }), at(100, CACHED)];
    expect(played(two, {})).toEqual([[60, 'look-trace'], [61, 'look-dashboard'], [100, 'serve-cached']]); // prettier-ignore
    expect(played(two, { lookTicks: 1 })).toEqual([[60, 'look-trace'], [61, 'look-dashboard'], [90, 'serve-cached']]); // prettier-ignore
    const early = [at(0, TRACE), at(58, BOARD, { effectTick: 68 }), at(59, TRACE, { effectTick: 74 }), at(100, CACHED)];
    expect(played(early, { done: 2 })).toEqual([
      [60, 'look-trace'],
      [100, 'serve-cached'],
    ]); // 6 ticks each, the one before the alert left out
  });

  it('saves nothing by looks that were refused, then or now, or by anything else', () => {
    const refused = [at(60, TRACE, { refused: true }), at(70, BOARD), at(100, CACHED)];
    expect(played(refused, { lookTicks: 1 })).toEqual([[60, 'look-trace'], [70, 'look-dashboard'], [95, 'serve-cached']]); // prettier-ignore
    expect(played([at(60, TRACE), at(100, CACHED)], { lookTicks: 1, refuses: 'look-trace' })).toEqual([[60, 'look-trace'], [100, 'serve-cached']]); // prettier-ignore
    expect(played([at(60, scale(9), { effectTick: 90 }), at(100, CACHED)], {})).toEqual([[60, 'scale'], [100, 'serve-cached']]); // prettier-ignore
    expect(played([at(60, scale(9), { refused: true }), at(70, TRACE), at(100, CACHED)], {}).at(-1)).toEqual([100, 'serve-cached']);
  });
});
