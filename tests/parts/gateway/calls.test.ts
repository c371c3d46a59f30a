import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAmplification } from '../../../src/parts/feature-store/amplification.ts';
import { expectedAttempts, spendRetryBudget } from '../../../src/parts/gateway/retries.ts';
import { adaptiveDropShare } from '../../../src/parts/gateway/throttling.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('retries', () => {
  it('make one call when nothing fails and all of them when everything does', () => {
    expect([expectedAttempts(0, 4), expectedAttempts(1, 4), expectedAttempts(0.5, 3), expectedAttempts(0.5, 1)]).toEqual([1, 4, 1.75, 1]);
  });

  it('add up as the geometric sum', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 50 }), (p, m) => {
        expect(expectedAttempts(p, m)).toBeCloseTo((1 - p ** m) / (1 - p), 8);
      }),
    );
  });
});

describe('a retry budget', () => {
  it('keeps load within 1 + share, whatever is wanted and when', () => {
    const step = fc.record({ first: fc.double({ min: 0, max: 1000, noNaN: true }), wanted: fc.double({ min: 0, max: 5000, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(step), fc.double({ min: 0, max: 1, noNaN: true }), (steps, budgetShare) => {
        const budget = { tokens: 0 };
        let first = 0;
        let retries = 0;
        for (const one of steps) {
          first += one.first;
          const granted = spendRetryBudget(budget, one.first, one.wanted, budgetShare, 1e9);
          expect(granted).toBeLessThanOrEqual(one.wanted);
          expect(granted).toBeGreaterThanOrEqual(0);
          expect(budget.tokens).toBeGreaterThanOrEqual(0);
          retries += granted;
        }
        expect(retries).toBeLessThanOrEqual(budgetShare * first + 1e-6);
      }),
    );
  });

  it('keeps no more tokens than it may', () => {
    const budget = { tokens: 0 };
    spendRetryBudget(budget, 1000, 0, 0.1, 30);
    expect(spendRetryBudget(budget, 0, 1000, 0.1, 30)).toBe(30);
  });
});

describe('adaptive throttling', () => {
  it('drops nothing while the backend takes a K-th part, and nearly all when it takes nothing', () => {
    expect([adaptiveDropShare(100, 50, 2), adaptiveDropShare(0, 0, 2), adaptiveDropShare(999, 0, 2)]).toEqual([0, 0, 0.999]);
  });

  it('is a share, and falls with what is accepted', () => {
    const count = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(count, share, share, fc.double({ min: 1, max: 10, noNaN: true }), (requests, some, more, k) => {
        const [low, high] = [Math.min(some, more) * requests, Math.max(some, more) * requests];
        const drop = adaptiveDropShare(requests, low, k);
        expect(drop).toBeGreaterThanOrEqual(0);
        expect(drop).toBeLessThan(1);
        expect(adaptiveDropShare(requests, high, k)).toBeLessThanOrEqual(drop);
      }),
    );
  });
});

describe('the load behind a cache', () => {
  it('grows by the misses', () => {
    expect(loadAmplification(0.9, 0.9)).toBe(1);
    expect(loadAmplification(1, 1)).toBe(1);
    expect(loadAmplification(1, 0.5)).toBe(Infinity);
    expect(loadAmplification(0.5, 1)).toBe(0);
  });
});
