import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialAt, binomialQuantile } from '../../src/kernel/binomial.ts';
import { drawAt, drawKey } from '../../src/kernel/streams.ts';

/** The chance of at most k successes for each k, summed from logarithms by the engine's own functions. */
function cumulative(n: number, p: number): number[] {
  const chances: number[] = [];
  let logChance = n * Math.log1p(-p);
  let sum = 0;
  for (let k = 0; k <= n; k += 1) {
    sum += Math.exp(logChance);
    chances.push(Math.min(1, sum));
    logChance += Math.log(((n - k) / (k + 1)) * (p / (1 - p)));
  }
  return chances;
}

/** The u at which the quantile goes beyond k. */
function stepAfter(k: number, n: number, p: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (binomialQuantile(middle, n, p) <= k) low = middle;
    else high = middle;
  }
  return low;
}

/** The largest error of a cumulative probability within seven standard deviations. */
function worstError(n: number, p: number): number {
  const exact = cumulative(n, p);
  const reach = 7 * Math.sqrt(n * p * (1 - p)) + 2;
  let worst = 0;
  for (let k = Math.max(0, Math.floor(n * p - reach)); k <= Math.min(n - 1, n * p + reach); k += 1)
    worst = Math.max(worst, Math.abs(stepAfter(k, n, p) - exact[k]!));
  return worst;
}

const uniform = fc.double({ min: 0, max: 1, noNaN: true });
const trials = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1_000_000 }));

describe('the binomial quantile', () => {
  // scipy.stats.binom.ppf, 1.17
  it.each([
    [5, 0.05, [0, 0, 0, 1, 3]],
    [300, 0.031, [2, 6, 9, 13, 20]],
    [905, 0.964, [854, 865, 873, 879, 888]],
    [54_000, 0.05, [2545, 2635, 2700, 2765, 2858]],
    [1_000_000, 0.0305, [29_970, 30_280, 30_500, 30_720, 31_033]],
    [1_000_000, 0.00001, [2, 6, 10, 14, 21]],
  ])('of %i trials at %f is what a statistics library says', (n, p, wanted) => {
    expect([0.001, 0.1, 0.5, 0.9, 0.999].map((u) => binomialQuantile(u, n, p))).toEqual(wanted);
  });

  it.each([
    [1, 0.3],
    [12, 0.5],
    [70, 0.5],
    [300, 0.031],
    [400, 0.97],
    [19_000, 0.001],
    [200_000, 0.000099],
  ])('is exact for %i trials at %f, whose variance is below 20', (n, p) => {
    expect(worstError(n, p)).toBeLessThan(1e-12);
  });

  it.each([
    [200_100, 0.0001],
    [2_050, 0.01],
    [126, 0.8],
    [81, 0.5],
    [5_000, 0.036],
    [100_000, 0.01],
  ])('keeps to its stated error for %i trials at %f', (n, p) => {
    const variance = n * p * (1 - p);
    expect(variance).toBeGreaterThanOrEqual(20);
    expect(worstError(n, p)).toBeLessThan(3.5e-5 * (20 / variance) ** 1.5);
  });

  it('is expanded from a variance of 20 on', () => {
    const at = (n: number): number => cumulative(n, 0.4).findIndex((chance) => chance >= 0.99775);
    expect([binomialQuantile(0.99775, 84, 0.4), at(84)]).toEqual([46, 47]); // within the stated error of the chance of 46
    expect([binomialQuantile(0.99775, 83, 0.4), at(83)]).toEqual([46, 46]);
  });

  it('lies between none and all, and rises with u', () => {
    fc.assert(
      fc.property(uniform, uniform, trials, uniform, (u, v, n, p) => {
        const [low, high] = [binomialQuantile(Math.min(u, v), n, p), binomialQuantile(Math.max(u, v), n, p)];
        return Number.isInteger(low) && 0 <= low && low <= high && high <= n;
      }),
    );
  });

  it('lies between none and all, and rises, also in the farthest tails', () => {
    const tails = [[126, 0.2], [126, 0.8], [400, 0.06], [81, 0.5], [1_000_000, 0.5], [1_000_000, 0.00001]] as const; // prettier-ignore
    for (const [n, p] of tails) {
      const found = [5e-324, 1e-40, 5.551115123125783e-17, 1e-12, 0.5, 0.9999999999999999].map((u) => binomialQuantile(u, n, p));
      expect([0, ...found, n]).toEqual([0, ...found, n].sort((a, b) => a - b));
    }
    expect(binomialQuantile(0.9999999999999999, 1_000_000, 0.00001)).toBeLessThan(60); // of 10 to be expected
    expect([binomialQuantile(5e-324, 126, 0.2), binomialQuantile(0.9999999999999999, 126, 0.8)]).toEqual([0, 126]);
  });

  it('is no lower, but for one success, where success is likelier or trials are more', () => {
    fc.assert(
      fc.property(uniform, trials, uniform, uniform, fc.integer({ min: 0, max: 1000 }), (u, n, p, q, more) => {
        const low = binomialQuantile(u, n, Math.min(p, q));
        return binomialQuantile(u, n, Math.max(p, q)) >= low - 1 && binomialQuantile(u, n + more, Math.min(p, q)) >= low - 1;
      }),
    );
  });

  it('is the smallest number that is as likely, also where a chance is met exactly', () => {
    const halves = [[0.5, 1], [0.25, 2], [0.75, 2], [0.125, 3], [0.5, 3]] as const; // prettier-ignore
    expect(halves.map(([u, n]) => binomialQuantile(u, n, 0.5))).toEqual([0, 0, 1, 0, 1]);
  });

  it('is exact to thirteen digits where a small chance meets many trials', () => {
    // the chance of at most 19 is 0.488104216971373, summed with fifty digits
    expect([0.4881042169713, 0.4881042169716].map((u) => binomialQuantile(u, 200_000, 0.000099))).toEqual([19, 20]);
  });

  it('is no more than all where the chances, as rounded, do not add up to 1', () => {
    const short = [[2, 0.05], [2, 0.29], [3, 0.33], [4, 0.06]] as const; // prettier-ignore
    expect(short.map(([n, p]) => binomialQuantile(0.9999999999999999, n, p))).toEqual([2, 2, 3, 4]);
  });

  it('answers at the ends, and refuses what is no share or no count', () => {
    expect([binomialQuantile(0, 9, 0.5), binomialQuantile(1, 9, 0.5), binomialQuantile(0.5, 0, 0.5)]).toEqual([0, 9, 0]);
    expect([binomialQuantile(0, 1e6, 0.5), binomialQuantile(1, 1e6, 0.5), binomialQuantile(1, 9, 0)]).toEqual([0, 1e6, 0]);
    expect([binomialQuantile(0.7, 9, 0), binomialQuantile(0.7, 9, 1)]).toEqual([0, 9]);
    for (const [u, n, p] of [
      [-0.1, 9, 0.5],
      [0.5, 9.5, 0.5],
      [0.5, -1, 0.5],
      [0.5, 9, 1.1],
      [0.5, 9, NaN],
      [NaN, 9, 0.5],
    ] as const)
      expect(binomialQuantile(u, n, p)).toBeNaN();
  });
});

describe('binomial draws of a key', () => {
  const key = drawKey('7', 'experiment', 'outcomes');
  const cells = (n: (index: number) => number): number[] =>
    Array.from({ length: 50 }, (_, tick) => [0, 1, 2].map((index) => binomialAt(key, tick, index, n(index), 0.3))).flat();

  it('are the same whenever they are asked for, and keep their bits', () => {
    const all = cells(() => 1000);
    expect(binomialAt(key, 31, 2, 1000, 0.3)).toBe(all[31 * 3 + 2]);
    let hash = 0;
    for (const [n, p] of [
      [40, 0.05],
      [900, 0.964],
      [57_000, 0.03],
      [1_000_000, 0.5],
    ] as const)
      for (let tick = 0; tick < 2000; tick += 1) hash = (Math.imul(hash, 31) + binomialAt(key, tick, 0, n, p)) | 0;
    expect(hash).toBe(-1575915662);
    expect(binomialQuantile(0.5830397502975756, 100_000, 0.0001)).toBe(10); // by the logarithm: only below 0.0001 a series stands for it
  });

  it('do not move when another cell has other trials', () => {
    const before = cells(() => 1000);
    const after = cells((index) => (index === 1 ? 250_000 : 1000));
    expect(after.filter((_, i) => i % 3 !== 1)).toEqual(before.filter((_, i) => i % 3 !== 1));
    expect(after.filter((_, i) => i % 3 === 1)).not.toEqual(before.filter((_, i) => i % 3 === 1));
  });

  it('are where a statistics library has the lowest draw', () => {
    const lowest = { a: 0, b: 0 };
    expect(drawAt(lowest, 0, 0)).toBe(0);
    expect(binomialAt(lowest, 0, 0, 1_000_000, 0.5)).toBe(495_854); // scipy.stats.binom.ppf(2**-54)
  });

  it('are short of all where the topmost draw falls on many', () => {
    const topmost = { a: 1371397416, b: -1643481919 }; // found by turning the mixing of a draw round
    expect(drawAt(topmost, 0, 0)).toBe(1 - 2 ** -53);
    expect(binomialAt(topmost, 0, 0, 1_000_000, 0.5)).toBe(504_105);
  });

  it.each([
    [40, 0.05],
    [905, 0.964],
    [20_000, 0.4],
  ])('have the mean and spread of %i trials at %f', (n, p) => {
    const count = 40_000;
    const deviation = Math.sqrt(n * p * (1 - p));
    let [sum, squares] = [0, 0];
    for (let i = 0; i < count; i += 1) {
      const off = (binomialAt(key, i, 5, n, p) - n * p) / deviation;
      sum += off;
      squares += off * off;
    }
    expect(Math.abs(sum / count)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(squares / count - 1)).toBeLessThan(0.03);
  });
});
