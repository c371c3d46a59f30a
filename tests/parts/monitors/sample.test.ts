import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/kernel/math.ts';
import { chiSquareTail } from '../../../src/kernel/special.ts';
import { drawKey } from '../../../src/kernel/streams.ts';
import { binAt, drawCounts, drawValues } from '../../../src/parts/monitors/sample.ts';

const sharesArbitrary = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);

describe('a window drawn by bins', () => {
  it('holds its rows, whole numbers, and none where nothing can be', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 0, max: 50_000 }), sharesArbitrary, (seed, tick, rows, shares) => {
        const counts = drawCounts(drawKey(seed, 'monitors', 'rows'), tick, 0, rows, shares);
        expect(sum(counts)).toBe(sum(shares) > 0 ? rows : 0);
        counts.forEach((count, bin) => {
          expect(Number.isInteger(count) && count >= 0).toBe(true);
          if (shares[bin] === 0) expect(count).toBe(0);
        });
      }),
    );
  });

  it('is the same whenever it is asked for, whatever scale the shares have', () => {
    const key = drawKey('a', 'monitors', 'rows');
    const first = drawCounts(key, 7, 3, 1000, [0.5, 0.25, 0.25]);
    drawCounts(key, 8, 3, 1000, [0.5, 0.25, 0.25]);
    expect(drawCounts(key, 7, 3, 1000, [2, 1, 1])).toEqual(first);
    expect(drawCounts(key, 8, 3, 1000, [2, 1, 1])).not.toEqual(first);
  });

  it('follows its shares: Pearson’s statistic has the mean and the tail of χ²', () => {
    const shares = [0.35, 0.05, 0.2, 0.1, 0.3];
    const key = drawKey('pearson', 'monitors', 'rows');
    const [windows, rows] = [4000, 500];
    let [mean, tail] = [0, 0];
    for (let tick = 0; tick < windows; tick += 1) {
      const counts = drawCounts(key, tick, 0, rows, shares);
      const statistic = sum(shares.map((share, bin) => ((counts[bin] as number) - rows * share) ** 2 / (rows * share)));
      mean += statistic / windows;
      if (chiSquareTail(statistic, 4) < 0.05) tail += 1 / windows;
    }
    expect(mean).toBeGreaterThan(3.8);
    expect(mean).toBeLessThan(4.2);
    expect(tail).toBeGreaterThan(0.038);
    expect(tail).toBeLessThan(0.062);
  });

  it('keeps its bits', () => {
    const key = drawKey('bits', 'monitors', 'rows');
    expect([...drawCounts(key, 1, 0, 1000, [0.1, 0.2, 0.3, 0.4])]).toEqual([107, 186, 300, 407]);
    expect([...drawValues(key, 1, 100, normalQuantile, new Float64Array(3))]).toEqual([
      3.138970714787254, -0.9981076870876074, 0.3244339590493382,
    ]);
  });
});

describe('a window drawn by rows', () => {
  const key = drawKey('rows', 'monitors', 'values');

  it('has values where the quantile function is defined, at its ends too', () => {
    const values = drawValues(key, 1, 0, normalQuantile, new Float64Array(20_000));
    expect(values.every(Number.isFinite)).toBe(true);
    const mean = sum(values) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.025);
    expect(Math.abs(sum(values.map((value) => (value - mean) ** 2)) / values.length - 1)).toBeLessThan(0.04);
  });

  it('does not move a row’s draw when other rows join', () => {
    const few = drawValues(key, 1, 0, (share) => share, new Float64Array(10));
    const many = drawValues(key, 1, 0, (share) => share, new Float64Array(100));
    expect([...many.slice(0, 10)]).toEqual([...few]);
  });

  it('finds the bin of a share, also where rounding leaves the shares short of 1', () => {
    expect([0, 0.19, 0.2, 0.5, 0.999999].map((share) => binAt(share, [0.2, 0, 0.3, 0.5, 0]))).toEqual([0, 0, 2, 3, 3]);
    expect(binAt(0.9999999, [0.5, 0.4999, 0])).toBe(1);
  });
});
