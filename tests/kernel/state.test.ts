import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloneState } from '../../src/kernel/clone.ts';
import { hashValue } from '../../src/kernel/hash.ts';
import { createSeries } from '../../src/kernel/series.ts';

const plain = fc
  .anything({ withTypedArray: false, withNullPrototype: false, maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify({ value })) as object);

describe('a copy of a state', () => {
  it('is equal and shares nothing', () => {
    const state = { a: [1, { b: 'x' }], f: Float64Array.of(1, NaN, -0), u: Uint8Array.of(7), none: null, flag: true, gone: undefined };
    const copy = cloneState(state);
    expect(copy).toEqual(state);
    expect(copy.f).toBeInstanceOf(Float64Array);
    copy.f[0] = 9;
    (copy.a[1] as { b: string }).b = 'y';
    expect([state.f[0], state.a[1]]).toEqual([1, { b: 'x' }]);
  });

  it('equals what it was taken from, whatever that is', () => {
    fc.assert(fc.property(plain, (value) => void expect(cloneState(value)).toEqual(value)));
  });

  it('copies a window of a buffer as a window of its own', () => {
    const window = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
    expect(cloneState({ window }).window).toEqual(Float64Array.of(2, 3));
  });

  it.each([new Map(), new Date(0), () => 1])('refuses what is not plain data', (value) => {
    expect(() => cloneState({ value })).toThrow('expected');
    expect(() => hashValue({ value })).toThrow('expected');
  });
});

describe('the hash of a state', () => {
  it('keeps its values', () => {
    expect([null, true, 0, 'text', [1, 2], { a: 1, b: { c: [] } }, Float64Array.of(1.5, -2), Int32Array.of(1, 2)].map(hashValue)).toEqual([
      '2556678d19bf15fc',
      'a5b800efb8511013',
      '0d2483b4ed48b25e',
      '8db4822341ea762c',
      '5c966217c10cd6c1',
      'a49eb568a3a4b8b6',
      'a7bf3454fd440dd0',
      '8c7c26ad9d843829',
    ]);
  });

  it('does not depend on key order, absent keys, the sign of zero or the bits of NaN', () => {
    expect(hashValue({ a: 1, b: 2 })).toBe(hashValue({ b: 2, a: 1, c: undefined }));
    expect(hashValue([0, Float64Array.of(0)])).toBe(hashValue([-0, Float64Array.of(-0)]));
    const odd = new Float64Array(new Uint32Array([1, 0x7ff80001]).buffer);
    expect(hashValue(odd)).toBe(hashValue(Float64Array.of(NaN)));
  });

  it('is the same for a copy and another after any change of one value', () => {
    fc.assert(fc.property(plain, (value) => hashValue(cloneState(value)) === hashValue(value)));
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), fc.nat(), fc.double({ noNaN: true }), (values, at, next) => {
        const i = at % values.length;
        const changed = values.map((v, k) => (k === i ? next : v));
        const same = values[i] === next;
        expect(hashValue(changed) === hashValue(values)).toBe(same);
        expect(hashValue(Float64Array.from(changed)) === hashValue(Float64Array.from(values))).toBe(same);
      }),
    );
  });

  it('tells apart what only looks alike', () => {
    const alike = [[], {}, '', 0, false, null, [[]], [null], { a: [] }, ['1'], [1], Float64Array.of(1), { a: { b: 1 } }, { a: {}, b: 1 }];
    expect(new Set(alike.map(hashValue)).size).toBe(alike.length);
  });

  it('has no two alike among 100,000 neighbours', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i += 1) seen.add(hashValue([i, i >> 3]));
    expect(seen.size).toBe(100_000);
    for (const hash of [...seen].slice(0, 50)) expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('a series', () => {
  it('gives back what was put in, by key and by tick', () => {
    const series = createSeries(['p95', 'rate'], 1);
    for (let i = 0; i < 10; i += 1) series.push(15 * i, [i, NaN]);
    expect(series.length).toBe(10);
    expect([...series.ticks()].slice(0, 3)).toEqual([0, 15, 30]);
    expect([...series.column('p95')]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([series.at('p95', -1), series.at('p95', 0), series.at('p95', 44), series.at('p95', 1e9)]).toEqual([NaN, 0, 2, 9]);
    expect(series.at('rate', 30)).toBeNaN();
    expect([series.countTo(-1), series.countTo(29), series.countTo(30)]).toEqual([0, 2, 3]);
  });

  it('is copied up to a row, and the copy goes its own way', () => {
    const series = createSeries(['a']);
    for (let i = 0; i < 5; i += 1) series.push(i, [i]);
    const copy = series.copy(3);
    copy.push(3, [99]);
    expect([[...copy.column('a')], [...series.column('a')]]).toEqual([
      [0, 1, 2, 99],
      [0, 1, 2, 3, 4],
    ]);
  });

  it('refuses a row of another width, a tick that does not rise, an unknown key and a doubled key', () => {
    const series = createSeries(['a']);
    series.push(1, [1]);
    expect(() => series.push(2, [1, 2])).toThrow('a series of 1 columns got a row of 2 at tick 2');
    expect(() => series.push(1, [1])).toThrow('expected a tick after 1, got 1');
    expect(() => series.column('b')).toThrow('no column "b"');
    expect(() => createSeries(['a', 'a'])).toThrow('each key once');
  });
});
