import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delay } from '../../../src/parts/gateway/class-grid.ts';
import { CELLS } from '../../../src/parts/gateway/latency-grid.ts';
import { callMixture, type CallShape } from '../../../src/parts/upstream/mixture.ts';

const shapes = fc.record<CallShape>({
  medianMs: fc.double({ min: 1, max: 4000, noNaN: true }),
  sigma: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
  timeoutMs: fc.integer({ min: 20, max: 3000 }),
  attempts: fc.integer({ min: 1, max: 5 }),
  backoffMs: fc.integer({ min: 0, max: 400 }),
  budgetMs: fc.constantFrom(150, 1200, Infinity),
});

/** By cell, what lies beyond the grid last. */
function byCell({ first, weights, beyond }: Delay): number[] {
  const all = Array.from({ length: CELLS + 1 }, () => 0);
  weights.forEach((weight, i) => (all[first + i] = weight));
  all[CELLS] = beyond;
  return all;
}

/** Two independent delays, one after the other. */
function summed(delay: readonly number[]): number[] {
  const sum = Array.from({ length: CELLS + 1 }, () => 0);
  delay.forEach((a, i) => delay.forEach((b, j) => (sum[Math.min(CELLS, i + j)]! += a * b)));
  return sum;
}

describe('what calls to a slow service add to a request', () => {
  it('is the whole of it: weights are shares that sum to one', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { once, twice } = callMixture(shape);
        for (const cells of [byCell(once), byCell(twice)]) {
          expect(Math.min(...cells)).toBeGreaterThanOrEqual(0);
          expect(cells.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('is, for those who call a second time, the sum of two such delays', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { once, twice } = callMixture({ ...shape, budgetMs: Infinity });
        const seen = byCell(twice);
        summed(byCell(once)).forEach((weight, cell) => expect(seen[cell]).toBeCloseTo(weight, 12));
      }),
      { numRuns: 30 },
    );
  });

  it('is cut at the budget of the whole call, and who is cut goes without the field', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const cut = callMixture({ ...shape, budgetMs: 150 });
        const uncut = callMixture({ ...shape, budgetMs: Infinity });
        byCell(cut.once).forEach((weight, cell) => expect(cell <= 13 || weight === 0).toBe(true)); // 150 ms are 12 cells
        expect(cut.missShare).toBeGreaterThanOrEqual(uncut.missShare - 1e-12);
        expect(cut.meanSeconds).toBeLessThanOrEqual(0.15 + 1e-12);
      }),
    );
  });

  it('leaves a call without the field only where every attempt of it timed out, as long as it has no budget', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { missShare, timeoutProbability } = callMixture({ ...shape, budgetMs: Infinity });
        expect(missShare).toBeCloseTo(timeoutProbability ** shape.attempts, 9);
      }),
    );
  });

  it('depends on nothing that was worked out before', () => {
    fc.assert(
      fc.property(shapes, shapes, (shape, other) => {
        const before = callMixture(shape);
        callMixture(other);
        expect(callMixture(shape)).toEqual(before);
      }),
    );
  });
});
