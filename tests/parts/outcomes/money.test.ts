import { describe, expect, it } from 'vitest';
import { acceptance, bookHour, costOf, createOutcomes, outcomesEur, pagerEstimate, waitFactor } from '../../../src/parts/outcomes/step.ts';
import { paramsSchema } from '../../../src/parts/outcomes/params.ts';

const taken = (rows: number, positives: number, movedPositives = 0): { rows: number; positives: number; movedPositives: number; predicted: number } => ({
  rows, positives, movedPositives, predicted: 0,
}); // prettier-ignore

describe('money', () => {
  it('of offers is what those cost that nobody takes', () => {
    const params = paramsSchema.parse({ offerEur: 9, acceptedIfPositive: 0.775, acceptedIfMoved: 0.45, acceptedIfNegative: 0.01 });
    expect(acceptance(params, taken(100, 20, 10))).toBeCloseTo((10 * 0.775 + 10 * 0.45 + 80 * 0.01) / 100, 12);
    expect(costOf(params, taken(1000, 40), taken(100, 20), 0)).toBeCloseTo(100 * 9 * (1 - (20 * 0.775 + 80 * 0.01) / 100), 9);
  });

  it('of a cut-off breaks even where the margin of good loans pays for the bad ones', () => {
    const params = paramsSchema.parse({ selectedPositiveEur: 219, selectedNegativeEur: -10.925 });
    const even = 10.925 / (219 + 10.925);
    expect(costOf(params, taken(1000, 1000 * even), taken(1000, 1000 * even), 0)).toBeCloseTo(0, 6);
  });

  it('of wrongly declined payments grows with the wait for a verdict, up to a bound', () => {
    const params = paramsSchema.parse({ selectedNegativeEur: 2.4, waitHours: 2, longWaitHours: 12, longWaitFactor: 1.5 });
    expect([0, 2, 7, 12, 24].map((hours) => waitFactor(params, hours))).toEqual([1, 1, 1.25, 1.5, 1.5]);
    expect(costOf(params, taken(1000, 10), taken(10, 6), 12)).toBeCloseTo(4 * 2.4 * 1.5, 9);
  });

  it('is one integral of decisions, people and single payments', () => {
    const state = createOutcomes();
    bookHour(state, 100, 20);
    bookHour(state, -30, 20);
    state.oneOffEur += 60;
    expect(outcomesEur(state)).toBe(170);
    expect(state.eurPerHour).toBe(-10);
  });

  it('is estimated from the pager alone, by one function, and never below nothing', () => {
    const params = paramsSchema.parse({ pagerNormal: 0.83, pagerEurPerMinute: -18 });
    expect(pagerEstimate(params, 0.71)).toBeCloseTo(2.16, 9);
    expect(pagerEstimate(params, 0.85)).toBe(0);
    expect(pagerEstimate(params, NaN)).toBe(0);
  });
});
