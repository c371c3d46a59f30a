import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divergence, EMPTY_SHARE } from '../../../src/parts/monitors/divergence.ts';
import { countByBin, presentAscending, quantileEdges } from '../../../src/parts/monitors/histogram.ts';
import { homogeneity } from '../../../src/parts/monitors/homogeneity.ts';
import { kolmogorovSmirnov, ksExactP, ksP, ksSeriesP } from '../../../src/parts/monitors/kolmogorov.ts';
import { mannWhitney, welchTest } from '../../../src/parts/monitors/location.ts';
import { momentsOf } from '../../../src/parts/monitors/moments.ts';
import { normalDrift, normalShares } from '../../../src/parts/monitors/normal-drift.ts';
import { wasserstein } from '../../../src/parts/monitors/wasserstein.ts';

const count = fc.integer({ min: 0, max: 5000 });
const pair = fc.integer({ min: 2, max: 15 }).chain((bins) => {
  const counts = fc.array(count, { minLength: bins, maxLength: bins }).filter((row) => row.some((rows) => rows > 0));
  return fc.tuple(counts, counts);
});
const value = fc.integer({ min: -8, max: 8 });
const sample = fc.array(value, { minLength: 1, maxLength: 30 }).map((values) => presentAscending(values));

describe('distances of two histograms', () => {
  it('are 0 for one and the same, and within their bounds for any two', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        for (const far of Object.values(divergence(a, a))) expect(Math.abs(far)).toBeLessThanOrEqual(1e-7);
        const { psi, jsDistance, totalVariation, hellinger, largestShift, ks } = divergence(a, b);
        expect(psi).toBeGreaterThanOrEqual(0);
        expect(jsDistance).toBeLessThanOrEqual(Math.sqrt(Math.LN2) + 1e-12);
        for (const share of [totalVariation, hellinger, largestShift, ks]) expect(share).toBeLessThanOrEqual(1 + 1e-12);
        expect(largestShift).toBeLessThanOrEqual(totalVariation + 1e-12);
        expect(ks).toBeLessThanOrEqual(totalVariation + 1e-12);
        expect(hellinger * hellinger).toBeLessThanOrEqual(totalVariation + 1e-12);
      }),
    );
  });

  it('but for the direction of Kullback and Leibler are the same both ways, and in any order of bins but for the running sums', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const there = divergence(a, b);
        const back = divergence(b, a);
        const turned = divergence([...a].reverse(), [...b].reverse());
        for (const name of ['psi', 'jsDistance', 'totalVariation', 'hellinger', 'largestShift', 'ks'] as const) {
          expect(back[name]).toBeCloseTo(there[name], 9);
          expect(turned[name]).toBeCloseTo(there[name], 9);
        }
        if (![...a, ...b].includes(0)) expect(there.kl + back.kl).toBeCloseTo(there.psi, 9);
      }),
    );
  });

  it('of an empty bin stay finite: a small share stands in for it', () => {
    const { psi, kl } = divergence([0.5, 0.5, 0], [0.5, 0, 0.5]);
    expect(psi).toBeCloseTo(2 * (0.5 - EMPTY_SHARE) * Math.log(0.5 / EMPTY_SHARE), 12);
    expect(kl).toBeCloseTo(0.5 * Math.log(0.5 / EMPTY_SHARE), 12);
    expect(divergence([1, 0], [1, 0]).psi).toBe(0);
  });

  it('are unknown where a side is empty', () => {
    expect(Object.values(divergence([1, 2], [0, 0]))).toEqual(Array(7).fill(NaN));
    expect(Object.values(homogeneity([0, 0], [1, 2]))).toEqual([NaN, NaN, NaN]);
    expect(homogeneity([3, 0], [5, 0])).toEqual({ chiSquare: 0, df: 0, p: 1 });
  });
});

describe('distances of two samples', () => {
  const direct = (a: Float64Array, b: Float64Array): number =>
    Math.max(...[...a, ...b].map((x) => Math.abs(a.filter((y) => y <= x).length / a.length - b.filter((y) => y <= x).length / b.length)));

  it('of Kolmogorov and Smirnov are those of the definition', () => {
    fc.assert(fc.property(sample, sample, (a, b) => Math.abs(kolmogorovSmirnov(a, b).d - direct(a, b)) < 1e-12));
  });

  it('of Wasserstein are the area between the distribution functions', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        let area = 0;
        for (let x = -8; x < 8; x += 1)
          area += Math.abs(a.filter((y) => y <= x).length / a.length - b.filter((y) => y <= x).length / b.length);
        expect(wasserstein(a, b)).toBeCloseTo(area, 10);
      }),
    );
  });

  it('of Mann and Whitney count pairs', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        let pairs = 0;
        for (const x of a) for (const y of b) pairs += x > y ? 1 : x === y ? 0.5 : 0;
        expect(mannWhitney(a, b).u).toBe(pairs);
        expect(mannWhitney(a, b).p).toBeCloseTo(mannWhitney(b, a).p, 12);
      }),
    );
  });

  it('have an exact p that is the share of orders, counted one by one', () => {
    const shareOf = (n: number, m: number, steps: number): number => {
      let [hits, orders] = [0, 0];
      const walk = (i: number, j: number, most: number): void => {
        const here = Math.max(most, Math.abs(i * m - j * n));
        if (i === n && j === m) {
          orders += 1;
          if (here >= steps) hits += 1;
          return;
        }
        if (i < n) walk(i + 1, j, here);
        if (j < m) walk(i, j + 1, here);
      };
      walk(0, 0, 0);
      return hits / orders;
    };
    for (const [n, m] of [
      [1, 1],
      [3, 4],
      [5, 5],
      [2, 7],
      [6, 4],
    ] as const)
      for (let steps = 0; steps <= n * m; steps += 1) expect(ksExactP(steps, n, m)).toBeCloseTo(shareOf(n, m, steps), 12);
  });

  it('have a p that falls with the distance, and the series near the exact one where samples are large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (n, m) => {
        let [exactBefore, seriesBefore] = [1, 1];
        for (let steps = 0; steps <= n * m; steps += Math.max(1, Math.floor((n * m) / 7))) {
          const [exactly, series] = [ksExactP(steps, n, m), ksSeriesP(steps / (n * m), n, m)];
          expect(exactly).toBeLessThanOrEqual(exactBefore + 1e-12);
          expect(series).toBeLessThanOrEqual(seriesBefore + 1e-12);
          [exactBefore, seriesBefore] = [exactly, series];
        }
      }),
      { numRuns: 40 },
    );
    for (const d of [0.1, 0.13, 0.16]) expect(Math.abs(ksExactP(d * 300 * 300, 300, 300) - ksSeriesP(d, 300, 300))).toBeLessThan(0.02);
    expect([ksP({ d: NaN, steps: NaN }, 0, 5), ksSeriesP(NaN, 5, 5), ksSeriesP(0, 5, 5), ksSeriesP(1, 1e6, 1e6)]).toEqual([NaN, NaN, 1, 0]);
    expect(ksSeriesP(1.18 / 100 - 1e-12, 20_000, 20_000)).toBeCloseTo(ksSeriesP(1.18 / 100 + 1e-12, 20_000, 20_000), 9); // where one form hands over to the other
  });

  it('see a unit change in mean and bins where nothing is missing', () => {
    const before = presentAscending(Array.from({ length: 200 }, (_, i) => 1 + i / 200));
    const after = before.map((x) => x * 100);
    const edges = quantileEdges(before, 10);
    expect(divergence(countByBin(before, edges), countByBin(after, edges)).psi).toBeGreaterThan(1);
    expect(welchTest(momentsOf(before), momentsOf(after)).p).toBeLessThan(1e-12);
    expect(wasserstein(before, after)).toBeCloseTo(99 * momentsOf(before).mean, 9);
  });

  it('say nothing of too few rows', () => {
    const none = new Float64Array(0);
    const one = Float64Array.of(3);
    expect([kolmogorovSmirnov(none, one).d, wasserstein(one, none), mannWhitney(none, one).p, momentsOf(none).mean]).toEqual(
      Array(4).fill(NaN),
    );
    expect(welchTest(momentsOf(one), momentsOf(one)).p).toBeNaN();
    const flat = momentsOf([2, 2, 2]);
    expect([welchTest(flat, flat).p, welchTest(flat, momentsOf([1, 1])).p, welchTest(flat, momentsOf([1, 1])).t]).toEqual([
      NaN,
      0,
      Infinity,
    ]);
    expect(mannWhitney([2, 2], [2, 2, 2])).toEqual({ u: 3, p: 1 });
  });
});

describe('bins of a reference', () => {
  it('hold equal shares of it, and every value once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 40, maxLength: 200 }), fc.integer({ min: 2, max: 10 }), (values, bins) => {
        const sorted = presentAscending(values);
        const counts = countByBin(sorted, quantileEdges(sorted, bins));
        expect(counts).toHaveLength(bins);
        for (const rows of counts) expect(Math.abs(rows - values.length / bins)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('are fewer where values repeat, and open at both ends', () => {
    const sorted = presentAscending([1, NaN, 1, 1, 1, 2, 2, 3]);
    const edges = quantileEdges(sorted, 10);
    expect(edges).toEqual([...new Set(edges)]);
    expect(edges.length).toBeLessThan(9);
    expect([...countByBin([-1e9, NaN, 1e9], [0, 1])]).toEqual([1, 0, 1]);
    expect([...countByBin([0, 0.5, 1], [0, 1])]).toEqual([0, 2, 1]);
    expect(quantileEdges(Float64Array.of(4), 3)).toEqual([4]);
  });
});

describe('drift of a normal feature by its moments', () => {
  it('is that of its mirror image, and has distances within bounds', () => {
    const shift = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(shift, fc.double({ min: 0.05, max: 20, noNaN: true }), (d, s) => {
        const [one, other] = [normalDrift(d, s), normalDrift(-d, s)];
        for (const name of ['psi', 'jsDistance', 'ks', 'wasserstein'] as const)
          expect(Math.abs(one[name] - other[name])).toBeLessThanOrEqual(1e-6 * Math.abs(one[name]) + 1e-7);
        expect(one.ks).toBeLessThanOrEqual(1);
        expect(one.wasserstein).toBeGreaterThanOrEqual(Math.abs(d) - 1e-9);
        const shares = normalShares([-1, 0, 2], d, s);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(one.ks).toBeGreaterThanOrEqual(Math.abs((shares[0] as number) - 0.15865525393145705) - 1e-9); // no less than at any point
      }),
    );
  });
});
