import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawKey } from '../../../src/kernel/streams.ts';
import { divergence } from '../../../src/parts/monitors/divergence.ts';
import { psiNullMean, psiNullQuantile, psiNullTail } from '../../../src/parts/monitors/psi-null.ts';
import { drawCounts } from '../../../src/parts/monitors/sample.ts';

const WINDOWS = 6000;
const shapes: readonly (readonly [name: string, shares: readonly number[]])[] = [
  ['ten equal bins', Array<number>(10).fill(0.1)],
  ['five unequal bins', [0.4, 0.25, 0.15, 0.12, 0.08]],
];

/** PSI of windows that are drawn from the reference's own population: both sides are samples. */
const psiWithoutDrift = (seed: string, shares: readonly number[], rows: number): number[] => {
  const key = drawKey(seed, 'monitors', 'no-drift');
  const reference = new Float64Array(shares.length);
  const window = new Float64Array(shares.length);
  return Array.from({ length: WINDOWS }, (_, tick) => {
    drawCounts(key, tick, 0, rows, shares, reference);
    drawCounts(key, tick, shares.length, rows, shares, window);
    return divergence(reference, window).psi;
  });
};
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const shareAbove = (values: readonly number[], bar: number): number => values.filter((value) => value > bar).length / values.length;

describe.each(shapes)('without drift, over %s', (_, shares) => {
  const bins = shares.length;

  it('1,000 rows alarm at 0.1 in no window, and their quantiles are those of χ²', () => {
    const psi = psiWithoutDrift('null 1000', shares, 1000);
    expect(psiNullTail(0.1, bins, 1000, 1000)).toBeLessThan(2e-7);
    expect(shareAbove(psi, 0.1)).toBe(0);
    expect(Math.abs(meanOf(psi) / psiNullMean(bins, 1000, 1000) - 1)).toBeLessThan(0.03);
    for (const q of [0.5, 0.95, 0.99]) {
      const sampling = 3.5 * Math.sqrt((q * (1 - q)) / WINDOWS); // of a share among so many windows
      expect(Math.abs(shareAbove(psi, psiNullQuantile(q, bins, 1000, 1000)) - (1 - q))).toBeLessThan(sampling);
    }
  });

  it('100 rows alarm at 0.1 as often as χ² says, and their quantiles are nearly those of χ²', () => {
    const psi = psiWithoutDrift('null 100', shares, 100);
    const off = 0.025; // χ² is the limit of many rows a bin; ten to a bin alarm in 85.0 % of windows where it says 83.4 %
    expect(Math.abs(shareAbove(psi, 0.1) - psiNullTail(0.1, bins, 100, 100))).toBeLessThan(off);
    expect(Math.abs(meanOf(psi) / psiNullMean(bins, 100, 100) - 1)).toBeLessThan(0.08);
    for (const q of [0.5, 0.95, 0.99])
      expect(Math.abs(shareAbove(psi, psiNullQuantile(q, bins, 100, 100)) - (1 - q))).toBeLessThan(q === 0.5 ? 0.05 : off);
  });
});

describe('PSI that chance alone explains', () => {
  it('has most windows of 100 rows alarm at 0.1, and none of 1,000', () => {
    expect(psiNullTail(0.1, 10, 100, 100)).toBeGreaterThan(0.8);
    expect(psiNullTail(0.1, 10, 1000, 1000)).toBeLessThan(0.001);
  });

  it('has a quantile and a tail that answer each other', () => {
    const rows = fc.integer({ min: 10, max: 100_000 });
    const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), rows, rows, share, (bins, n, m, q) => {
        expect(psiNullTail(psiNullQuantile(q, bins, n, m), bins, n, m)).toBeCloseTo(1 - q, 10);
      }),
    );
  });

  it('is that of the window alone where the reference is known exactly', () => {
    expect(psiNullMean(5, Infinity, 7000)).toBeCloseTo(4 / 7000, 15);
  });
});
