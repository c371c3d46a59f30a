import { describe, expect, it } from 'vitest';
import type { LineView } from '../../src/domain/observation.ts';
import { copyDots, dotBuffer, matchDots, moveDots, noDots, placeDots, type DotPlan } from '../../src/scene/dots.ts';
import { flowOf, MOST_DOTS, RATE_PER_DOT } from '../../src/scene/flow.ts';
import { trackOf } from '../../src/scene/path.ts';

const line = (figures: Partial<LineView>): LineView => ({
  id: 'hop',
  from: 'a',
  to: 'b',
  kind: 'request',
  status: 'healthy',
  ratePerSecond: RATE_PER_DOT * 10,
  latencyMs: 100,
  normalLatencyMs: 100,
  queued: null,
  ...figures,
});
const track = trackOf([0, 0, 200, 0]);
const planOf = (figures: Partial<LineView>): DotPlan => ({
  flow: flowOf(line(figures), 200)!,
  track,
  roundTrip: false,
  lanes: 1,
  radius: 3,
});
const places = (state: ReturnType<typeof noDots>, plans: DotPlan[]): number[] => {
  const buffer = dotBuffer(4);
  placeDots(state, plans, buffer);
  return [...buffer.x.slice(0, buffer.count)];
};

describe('dots on a line', () => {
  it('start as many as the flow says, evenly spaced', () => {
    const state = noDots();
    const plans = [planOf({})];
    matchDots(state, plans);
    const x = places(state, plans).sort((a, b) => a - b);
    expect(x).toHaveLength(10);
    const gaps = x.slice(1).map((at, i) => at - x[i]!);
    for (const gap of gaps) expect(gap).toBeCloseTo(20, 1);
  });

  it('are always as many as the flow says, through rising and falling figures', () => {
    const state = noDots();
    for (const [i, dots] of [10, 11, 40, 39, 12, 3, 200, 1, 0, 7].entries()) {
      const plans = [planOf({ ratePerSecond: RATE_PER_DOT * dots })];
      matchDots(state, plans);
      moveDots(state, plans, (i + 1) * 0.37);
      expect(places(state, plans)).toHaveLength(dots);
    }
  });

  it('keep what is on its way where it is when more come', () => {
    const state = noDots();
    matchDots(state, [planOf({})]);
    moveDots(state, [planOf({})], 0.2);
    const before = places(state, [planOf({})]);
    const more = [planOf({ ratePerSecond: RATE_PER_DOT * 13 })];
    matchDots(state, more);
    expect(places(state, more)).toEqual(expect.arrayContaining(before));
  });

  it('space themselves evenly again after a change', () => {
    const state = noDots();
    matchDots(state, [planOf({})]);
    const plans = [planOf({ ratePerSecond: RATE_PER_DOT * 13 })];
    matchDots(state, plans);
    for (let s = 0; s < 15; s += 1 / 60) moveDots(state, plans, s);
    const x = places(state, plans).sort((a, b) => a - b);
    const gaps = x.slice(1).map((at, i) => at - x[i]!);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.5);
  });

  it('on a slow hop crowd toward its far end at the same mean speed', () => {
    const even = [planOf({ latencyMs: 1000, ratePerSecond: 3000 })];
    const crowded = [planOf({ latencyMs: 1000, ratePerSecond: 3000, status: 'crit' })];
    const [a, b] = [noDots(), noDots()];
    matchDots(a, even);
    matchDots(b, crowded);
    const mean = (xs: number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
    const farHalf = (xs: number[]): number => xs.filter((x) => x > 150).length;
    expect(farHalf(places(b, crowded))).toBeGreaterThan(farHalf(places(a, even)) * 1.2);
    const moved = (state: typeof a, plans: DotPlan[]): number => {
      const from = places(state, plans);
      moveDots(state, plans, state.seconds + 0.001);
      return mean(
        places(state, plans)
          .map((x, i) => x - from[i]!)
          .filter((step) => step > -100),
      );
    };
    expect(moved(b, crowded)).toBeCloseTo(moved(a, even), 3);
  });

  it('worth less than one come and go, and are there as long as their figure says', () => {
    const plans = [planOf({ ratePerSecond: RATE_PER_DOT * 0.25 })];
    const state = noDots();
    matchDots(state, plans);
    let there = 0;
    for (let i = 1; i <= 4800; i++) {
      moveDots(state, plans, i / 200);
      there += places(state, plans).length;
    }
    expect(there / 4800).toBeCloseTo(0.25, 1);
  });

  it('of a line that nothing runs on are none, and more than can be told apart are capped and said so', () => {
    expect(flowOf(line({ ratePerSecond: 0 }), 200)).toMatchObject({ dots: 0, more: false });
    expect(flowOf(line({ ratePerSecond: 1e9 }), 200)).toMatchObject({ dots: MOST_DOTS, more: true });
    expect(flowOf(line({ ratePerSecond: NaN }), 200)).toBeNull();
  });

  it('for labels stand: they travel for days', () => {
    const plans = [planOf({ kind: 'label', latencyMs: 259_200_000, normalLatencyMs: 259_200_000, ratePerSecond: 880 })];
    const state = noDots();
    matchDots(state, plans);
    const before = places(state, plans);
    moveDots(state, plans, 5);
    expect(places(state, plans)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it('are copied with their state, not shared', () => {
    const state = noDots();
    matchDots(state, [planOf({})]);
    const copy = copyDots(state);
    moveDots(copy, [planOf({})], 1);
    expect(places(state, [planOf({})])).not.toEqual(places(copy, [planOf({})]));
  });
});
