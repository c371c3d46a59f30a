import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramQuantile } from '../../../src/parts/alerts/quantile.ts';

const bounds = [0.1, 0.2, 1, Infinity];

describe('the quantile of a histogram', () => {
  const rows: readonly (readonly [string, number, readonly number[], readonly number[], number])[] = [
    ['is NaN without observations', 0.5, bounds, [0, 0, 0, 0], NaN],
    ['is NaN without a bucket for the rest', 0.5, [0.1, 0.2], [1, 2], NaN],
    ['is NaN with one bucket only', 0.5, [Infinity], [5], NaN],
    ['is NaN for a quantile that is none', NaN, bounds, [1, 2, 3, 4], NaN],
    ['is infinite beyond the ends', -0.1, bounds, [1, 2, 3, 4], -Infinity],
    ['is infinite beyond the other end too', 1.1, bounds, [1, 2, 3, 4], Infinity],
    ['is the last finite bound in the last bucket', 0.99, bounds, [1, 2, 3, 400], 1],
    ['is the bound of a first bucket that lies at or below zero', 0.1, [-1, 0, Infinity], [5, 10, 10], -1],
    ['is NaN where an empty first bucket takes the quantile 0', 0, bounds, [0, 2, 3, 4], NaN], // 0 / 0 in Prometheus too
    ['takes a fall of the counts for noise', 0.5, bounds, [60, 50, 100, 120], 0.1],
    ['takes a last count below the others for noise', 1, bounds, [50, 70, 110, 100], 1],
  ];
  it.each(rows)('%s', (_, q, le, cum, expected) => {
    expect(histogramQuantile(q, le, cum)).toBe(expected);
  });

  it('reads typed arrays, and leaves them as they are', () => {
    const cum = Float64Array.of(60, 50, 100, 120);
    histogramQuantile(0.5, Float64Array.from(bounds), cum);
    expect([...cum]).toEqual([60, 50, 100, 120]);
  });

  it('lies in the bucket that holds its rank, and rises with it', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }).filter((all) => all.some((n) => n > 0));
    const q = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(counts, q, q, (each, one, other) => {
        let sum = 0;
        const cum = each.map((n) => (sum += n));
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const at = histogramQuantile(low, bounds, cum);
        expect(at).toBeLessThanOrEqual(histogramQuantile(high, bounds, cum) + 1e-12);
        const bucket = cum.findIndex((count) => count >= low * sum);
        expect(at).toBeLessThanOrEqual(Math.min(1, bounds[bucket] as number) + 1e-12);
        expect(at).toBeGreaterThanOrEqual((bucket === 0 ? 0 : (bounds[bucket - 1] as number)) - 1e-12);
      }),
    );
  });
});
