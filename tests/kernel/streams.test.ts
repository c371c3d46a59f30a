import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedDraw, openStream, restoreStream } from '../../src/kernel/streams.ts';

const draws = (count: number, next: () => number): number[] => Array.from({ length: count }, next);
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Pearson's chi-square of values in [0,1) over equal bins. */
const chiSquare = (values: readonly number[], bins: number): number => {
  const counts = new Array<number>(bins).fill(0);
  for (const v of values) counts[Math.floor(v * bins)]! += 1;
  const expected = values.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

describe('a stream', () => {
  it('repeats for the same seed, part and purpose, and differs in each of them', () => {
    const first = (seed: string, part: string, purpose: string): number[] => draws(5, openStream(seed, part, purpose).next);
    expect(first('s', 'traffic', 'noise')).toEqual(first('s', 'traffic', 'noise'));
    const others = [
      first('t', 'traffic', 'noise'),
      first('s', 'store', 'noise'),
      first('s', 'traffic', 'burst'),
      first('s', 'traffi', 'cnoise'),
    ];
    for (const other of others) expect(other).not.toEqual(first('s', 'traffic', 'noise'));
    expect(first('s', 'traffic', 'noise')).toEqual([
      0.36461052647791803, 0.6616809258703142, 0.40989700937643647, 0.5971054835245013, 0.630284022539854,
    ]);
  });

  it('goes on from its state as if it had never stopped, also through JSON', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(50), (seed, count) => {
        const stream = openStream(seed, 'p', 'q');
        draws(count, stream.next);
        const copy = restoreStream(JSON.parse(JSON.stringify(stream.state())));
        expect(draws(5, copy.next)).toEqual(draws(5, stream.next));
      }),
    );
  });

  it('takes one draw for a normal number, so that counts of draws stay fixed', () => {
    const a = openStream('s', 'p', 'q');
    const b = openStream('s', 'p', 'q');
    a.normal();
    b.next();
    expect(a.state()).toEqual(b.state());
  });

  it('gives normal numbers of mean 0 and deviation 1', () => {
    const values = draws(20_000, openStream('seed 7', 'p', 'q').normal);
    expect(Math.abs(mean(values))).toBeLessThan(0.025);
    expect(Math.abs(mean(values.map((v) => v * v)) - 1)).toBeLessThan(0.04);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

describe('a keyed draw', () => {
  it('depends on its key alone, whatever was asked before', () => {
    const key = fc.tuple(fc.string(), fc.string(), fc.string(), fc.nat(5000), fc.nat(500));
    fc.assert(
      fc.property(key, key, (a, b) => {
        const first = keyedDraw(...a);
        keyedDraw(...b);
        expect(keyedDraw(...a)).toBe(first);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThan(1);
      }),
    );
  });

  it('keeps its values', () => {
    expect([
      keyedDraw('1', 'pod', 'boot', 0, 0),
      keyedDraw('1', 'pod', 'boot', 0, 1),
      keyedDraw('1', 'pod', 'boot', 1, 0),
      keyedDraw('2', 'pod', 'boot', 0, 0),
      keyedDraw('', '', '', 5000, 499),
    ]).toEqual([0.4341025837233671, 0.14669412350124433, 0.21495444934908836, 0.2430596782193758, 0.694095172234612]);
  });

  it('is uniform along ticks, along items, along seeds, and in its low bits', () => {
    const rows = {
      ticks: draws(
        20_000,
        (
          (t) => () =>
            keyedDraw('a', 'b', 'c', t++, 0)
        )(0),
      ),
      items: draws(
        20_000,
        (
          (i) => () =>
            keyedDraw('a', 'b', 'c', 0, i++)
        )(0),
      ),
      seeds: draws(
        20_000,
        (
          (s) => () =>
            keyedDraw(String(s++), 'b', 'c', 0, 0)
        )(0),
      ),
      lowBits: draws(
        20_000,
        (
          (t) => () =>
            (keyedDraw('a', 'b', 'c', t++, 3) * 2 ** 33) % 1
        )(0),
      ),
    };
    for (const [name, values] of Object.entries(rows)) expect(chiSquare(values, 100), name).toBeLessThan(160); // 99 degrees: 160 is p = 1e-4
  });

  it('is not correlated between neighbours', () => {
    const at = (t: number, i: number): number => keyedDraw('a', 'b', 'c', t, i) - 0.5;
    const pairs = [(t: number) => at(t, 0) * at(t + 1, 0), (t: number) => at(t, 0) * at(t, 1), (t: number) => at(t, t) * at(t + 1, t + 1)];
    for (const product of pairs) expect(Math.abs(mean(Array.from({ length: 20_000 }, (_, t) => product(t)))) * 12).toBeLessThan(0.03);
  });

  it('tells texts apart where one ends and the next begins', () => {
    expect(keyedDraw('ab', 'c', '', 0, 0)).not.toBe(keyedDraw('a', 'bc', '', 0, 0));
    expect(keyedDraw('a', 'b', 'c', 0, 0)).not.toBe(keyedDraw('b', 'a', 'c', 0, 0));
  });
});
