import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { cloneState, copyInto } from '../../src/kernel/clone.ts';
import { hashValue } from '../../src/kernel/hash.ts';
import { exp, log, normalQuantile, pow } from '../../src/kernel/math.ts';
import { createSeries } from '../../src/kernel/series.ts';
import { risesTo } from '../../src/kernel/solve.ts';
import { stepperOf } from '../../src/kernel/stepper.ts';
import { drawAt, drawKey, keyedDraw, openStream } from '../../src/kernel/streams.ts';

describe('where a rising function reaches a value', () => {
  const cases: [what: string, f: (x: number) => number, inverse: (y: number) => number][] = [
    ['a line', (x) => x / 10, (y) => y * 10],
    ['a square', (x) => (x * x) / 100, (y) => 10 * Math.sqrt(y)],
    ['a root', (x) => Math.sqrt(x / 10), (y) => 10 * y * y],
    ['a tail that is flat on both sides', (x) => 1 / (1 + exp(-4 * (x - 7))), (y) => 7 + log(y / (1 - y)) / 4],
  ];
  it.each(cases)('%s', (_, f, inverse) => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (wanted) => {
        let asked = 0;
        const counted = (x: number): number => {
          asked += 1;
          return f(x);
        };
        expect(Math.abs(risesTo(counted, wanted, 0, 10) - inverse(wanted))).toBeLessThan(1e-5);
        expect(asked).toBeLessThanOrEqual(62); // both ends, and 60 steps
      }),
      { seed: 20260701 },
    );
  });

  it('closes in fast, where halving would ask 30 times and more', () => {
    const asked = (f: (x: number) => number, wanted: number): number => {
      let count = 0;
      risesTo((x) => ((count += 1), f(x)), wanted, 0, 10);
      return count;
    };
    expect(asked((x) => x / 10, 0.3)).toBe(8); // both ends, four halvings, a line through a halved end, and one through the bracket
    for (const wanted of [0.001, 0.05, 0.3, 0.7, 0.95, 0.999])
      for (const [what, f] of cases.slice(1, 4)) expect(asked(f, wanted), `${what}, ${wanted}`).toBeLessThanOrEqual(15);
  });

  it('asks at the ends alone where the value is reached at one', () => {
    let asked = 0;
    const flat = (x: number): number => ((asked += 1), Math.max(0, Math.min(1, x - 4)));
    expect([risesTo(flat, 0, 0, 10), risesTo(flat, 1, 0, 10), asked]).toEqual([0, 10, 4]);
  });

  it('gives up at a jump after 60 steps, next to it', () => {
    let asked = 0;
    const x = risesTo((at) => ((asked += 1), at < 7 ? 0 : 1), 0.3, 0, 10);
    expect([asked, Math.abs(x - 7) < 1e-6]).toEqual([62, true]);
  });

  it('comes nearer than a thousand-millionth, on either side', () => {
    const line = (x: number): number => x;
    expect([risesTo(line, 0, -2e-9, 4e-9), risesTo(line, 0, -4e-9, 2e-9)]).toEqual([-5e-10, 5e-10]); // the first halvings fall on ±1e−9
  });

  it('keeps its bits', () => {
    const wanted = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);
    expect(cases.map(([what, f]) => [what, hashValue(wanted.map((one) => risesTo(f, one, 0, 10)))])).toEqual([
      ['a line', '77af6317d206e14e'],
      ['a square', '29b10770863a290e'],
      ['a root', 'c4987d8424a8f611'],
      ['a tail that is flat on both sides', 'eabac9adc3cce76a'],
    ]);
  });

  it('gives the nearer end where it is not reached between them', () => {
    expect([risesTo((x) => x, 1, 2, 3), risesTo((x) => x, 2, 2, 3), risesTo((x) => x, 3, 2, 3), risesTo((x) => x, 4, 2, 3)]).toEqual([
      2, 2, 3, 3,
    ]);
  });
});

describe('a copy into another state', () => {
  const state = () => ({
    n: 1,
    list: [{ a: 1 }, { a: 2 }],
    floats: Float64Array.of(1, 2),
    inner: { deep: { x: 1 } },
    gone: 'x' as string | undefined,
  });

  it('equals what it was taken from, whatever stood there, and shares nothing with it', () => {
    const any = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 })) as fc.Arbitrary<Record<string, unknown>>;
    fc.assert(
      fc.property(any, any, (target, source) => {
        const kept = JSON.stringify(source);
        expect(copyInto(cloneState(target), source)).toEqual(JSON.parse(kept));
        const copy = copyInto(cloneState(target), source) as Record<string, unknown>;
        for (const value of Object.values(copy))
          if (typeof value === 'object' && value !== null) Object.assign(value, { 0: 'other', z: 'other' });
        expect(JSON.stringify(source)).toBe(kept);
      }),
      { seed: 20260702 },
    );
  });

  it('keeps objects, lists and numbers in a row in their places', () => {
    const target = state();
    const { list, floats, inner } = target;
    const [first] = list;
    const source = { n: 2, list: [{ a: 5 }, { a: 6 }, { a: 7 }], floats: Float64Array.of(8, 9), inner: { deep: { x: 4 } }, gone: 'y' };
    expect(copyInto(target, source)).toBe(target);
    expect(target).toEqual(source);
    expect([target.list === list, target.list[0] === first, target.floats === floats, target.inner.deep === inner.deep]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    copyInto(target, { ...source, list: [{ a: 1 }] });
    expect([target.list, list.length]).toEqual([[{ a: 1 }], 1]);
  });

  it('takes another length of numbers as another row, and drops what is no longer there', () => {
    const target = state();
    const { floats } = target;
    copyInto(target, { ...state(), floats: Float64Array.of(1, 2, 3) });
    expect([target.floats, floats]).toEqual([Float64Array.of(1, 2, 3), Float64Array.of(1, 2)]);
    const { gone: _, ...rest } = state();
    copyInto(target, rest as ReturnType<typeof state>);
    expect(Object.hasOwn(target, 'gone')).toBe(false);
    const bare: Record<string, unknown> = { a: 1, b: 2 };
    expect(copyInto(bare, { c: 3, d: 4 })).toEqual({ c: 3, d: 4 });
  });

  it('puts a plain copy where something of another make stood', () => {
    const made: [unknown, unknown][] = [[[1], { 0: 1 }], [{ a: 1 }, [1]], [null, { a: 1 }], [{ a: 1 }, null], [new Map(), { a: 1 }], [Float64Array.of(1), [1]], [[{}], [1, 2]], ['x', [{}]]]; // prettier-ignore
    for (const [old, value] of made) expect(copyInto({ v: old }, { v: value })).toEqual({ v: value });
    const nothing = Object.assign(Object.create(null) as object, { a: 1 });
    expect(copyInto({ v: {} as object }, { v: nothing }).v).toEqual({ a: 1 });
    expect(() => copyInto({ v: {} as unknown }, { v: new Map() })).toThrow('cloneState expected a plain object, got Map');
    expect(() => copyInto({ v: 1 as unknown }, { v: Symbol('x') })).toThrow('got a symbol');
  });

  it('takes a key called __proto__ for a key', () => {
    const source = JSON.parse('{"__proto__": {"x": 1}}') as object;
    const copy = cloneState(source);
    expect(Object.getOwnPropertyDescriptor(copy, '__proto__')).toEqual({
      value: { x: 1 },
      enumerable: true,
      configurable: true,
      writable: true,
    });
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  it('refuses what is no plain data by its kind', () => {
    expect(() => cloneState(new DataView(new ArrayBuffer(2)))).toThrow('plain data or a typed array, got a DataView');
    expect(() => cloneState([() => 1])).toThrow('cloneState expected plain data, got a function');
    expect(cloneState(Object.assign(Object.create(null) as object, { a: [1] }))).toEqual({ a: [1] });
  });
});

describe('hashes', () => {
  it('keep their values for every kind of number, text and list', () => {
    const values = [NaN, Float64Array.of(NaN, 1), Uint8Array.of(1, 2), -1.5, 1e300, '', 'ä', [NaN], [1, 'x', [true]], { b: undefined, a: undefined }, undefined, [false]]; // prettier-ignore
    expect(values.map(hashValue)).toEqual([
      '4ef01c21d2371a9f',
      'f890ecbbdd2d7b9d',
      '8c7c26ad9d843829',
      '3c3bdd5bfe92d496',
      '5c103ffa23f205ed',
      '804b89432d97cb67',
      '844fa01400adbd09',
      '66f33b16e9e78cdb',
      'e0e44af19d9786e1',
      '75e84677832588cc',
      '60b56853eb47307c',
      '68578f84996b075a',
    ]);
  });

  it('refuse what they cannot read by its kind', () => {
    expect(() => hashValue(new DataView(new ArrayBuffer(8)))).toThrow('a typed array of numbers');
    expect(() => hashValue(BigInt64Array.of(1n))).toThrow('a typed array of numbers');
    expect(() => hashValue(BigUint64Array.of(1n))).toThrow('a typed array of numbers');
    expect(() => hashValue(new Date(0))).toThrow('hashValue expected a plain object, got Date');
    expect(() => hashValue(1n)).toThrow('hashValue expected plain data, got a bigint');
    expect(hashValue(Object.create(null))).toBe(hashValue({}));
  });

  it('of many texts stay what they were', () => {
    const first = hashValue('a text');
    for (let i = 0; i < 5000; i += 1) hashValue(`text ${i}`);
    expect(hashValue('a text')).toBe(first);
  });
});

describe('exact maths at its edges', () => {
  it('of exp', () => {
    expect([exp(-1480), exp(1000)]).toEqual([0, Infinity]);
    expect([-745.13, -745.14, -800, -1e300, 709.78, 709.79, 1e300, 1e-10, -1e-10, NaN].map(exp)).toEqual([4.94065645841246544e-324, 0, 0, 0, 1.7928227943945155e308, Infinity, Infinity, 1 + 1e-10, 1 - 1e-10, NaN]); // prettier-ignore
    expect([-710, -740, -708.4].map((x) => exp(x) / Math.exp(x))).toEqual([1, 1, 1]); // below the normal range
    expect(exp(709.782712893384) / Math.exp(709.782712893384)).toBeCloseTo(1, 12); // the last argument with a finite result
    expect(exp(-745.1332191019411)).toBe(5e-324); // and the last with one above 0
  });

  it('of log', () => {
    expect([0, -0, -1, Infinity, NaN, 1, 5e-324, 2.2250738585072014e-308].map(log)).toEqual([-Infinity, -Infinity, NaN, Infinity, NaN, 0, -744.4400719213812, -708.3964185322641]); // prettier-ignore
    for (let k = -1022; k < 1024; k += 31) expect(Math.abs(log(2 ** k) - k * Math.LN2)).toBeLessThanOrEqual(1e-13);
  });

  it('of pow', () => {
    expect([pow(2, 10), pow(2, -2), pow(3, 0), pow(-2, 3), pow(-2, 2), pow(5, 1), pow(5, -1), pow(1, 0.5), pow(NaN, 0), pow(-8, 0.5)]).toEqual([1024, 0.25, 1, -8, 4, 5, 0.2, 1, 1, NaN]); // prettier-ignore
    expect([pow(1.001, 1024), pow(1.001, -1024)]).toEqual([1.001 ** 1024, 1 / 1.001 ** 1024].map((near) => expect.closeTo(near, 12)));
    expect(pow(1.001, 1025) / pow(1.001, 1024)).toBeCloseTo(1.001, 12);
    let squared = 1.5;
    for (let i = 0; i < 10; i += 1) squared *= squared;
    expect([pow(1.5, 1024), pow(1.5, -1024)]).toEqual([squared, 1 / squared]); // by squaring up to here
    expect([pow(1.5, 1025) === squared * 1.5, pow(1.5, -1025) === 1 / (squared * 1.5)]).toEqual([false, false]); // and not beyond
    expect([pow(1, Infinity), pow(0, 0.5), pow(0, Infinity)]).toEqual([1, 0, 0]);
    expect(pow(1.001, -1024) / pow(1.001, -1025)).toBeCloseTo(1.001, 12);
  });

  it('of the normal quantile', () => {
    expect([-0.1, 1.1, 0, 1, 0.5].map(normalQuantile)).toEqual([NaN, NaN, -Infinity, Infinity, 0]);
    expect(normalQuantile(1.388794386496395e-11)).toBe(-6.6579046435011024); // e^-25, where one formula ends and the next begins
    for (const q of [0.4249, 0.425, 0.4251]) expect(normalQuantile(0.5 + q) + normalQuantile(0.5 - q)).toBeCloseTo(0, 12);
  });
});

describe('a series at its edges', () => {
  it('grows from nothing', () => {
    const series = createSeries(['a', 'b'], 0);
    for (let i = 0; i < 5; i += 1) series.push(i, [i, -i]);
    expect([...series.column('b')]).toEqual([-0, -1, -2, -3, -4]);
    expect([series.cell(1, -1), series.cell(1, -5), series.cell(1, -6), series.cell(0, 4), series.cell(0, 5), series.latest('b')]).toEqual([
      -4,
      -0,
      NaN,
      4,
      NaN,
      -4,
    ]);
    expect(createSeries(['a']).latest('a')).toBeNaN();
    expect([series.cell(0, 0), series.cell(1, 1)]).toEqual([0, -1]);
  });

  it('is copied as far as asked, and not beyond what there is', () => {
    const series = createSeries(['a', 'b']);
    for (let i = 0; i < 200; i += 1) series.push(i, [i, 2 * i]);
    expect([series.copy(), series.copy(0), series.copy(-3), series.copy(150), series.copy(999)].map(({ length }) => length)).toEqual([
      200, 0, 0, 150, 200,
    ]);
    const copy = series.copy(150);
    for (let i = 150; i < 400; i += 1) copy.push(i, [0, i]);
    expect([copy.at('b', 149), copy.at('b', 399), series.at('b', 199), copy.keys]).toEqual([298, 399, 398, ['a', 'b']]);
  });

  it('is read as a list that grows with it', () => {
    const series = createSeries(['a', 'b']);
    series.push(1, [1, 10]);
    const read = series.live('b');
    expect([...read]).toEqual([10]);
    for (let i = 2; i < 4; i += 1) series.push(i, [i, 10 * i]);
    expect([series.live('b') === read, [...series.live('b')], [...series.live('a')]]).toEqual([true, [10, 20, 30], [1, 2, 3]]);
  });

  it('names what it has where a column is missing, but not all of a long list', () => {
    const keys = Array.from({ length: 10 }, (_, i) => `k${i}`);
    expect(() => createSeries(keys).at('x', 1)).toThrow('no column "x" in this series; there are 10: k0, k1, k2, k3, k4, k5, k6, k7');
    expect(() => createSeries(keys).at('x', 1)).not.toThrow('k8');
    const series = createSeries(['a']);
    series.push(3, [1]);
    expect(() => series.push(3, [1])).toThrow('a series expected a tick after 3, got 3');
    expect(createSeries(keys).columnOf('k9')).toBe(9);
  });
});

describe('what a stepper says of a chart that it refuses', () => {
  const refusal = (config: object): string => {
    try {
      stepperOf(createMachine({ id: 'bad', initial: 'a', ...config } as Parameters<typeof createMachine>[0]));
      return 'taken';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const look = { tags: 'look' };

  it('names the state, and the chart', () => {
    expect(refusal({ context: {}, states: { a: look } })).toBe('chart "bad" has context; a stepped chart must be context-free');
    expect(refusal({ states: { a: { initial: 'b', states: { b: { ...look, always: 'c' }, c: look } } } })).toBe('state "a.b" of chart "bad" has always; a stepped chart may not'); // prettier-ignore
    expect(refusal({ states: { a: look, b: { tags: ['look', 'hidden'] } } })).toBe('state "b" of chart "bad" needs exactly one tag of observable, look, hidden; it has 2'); // prettier-ignore
    expect(refusal({ states: { a: { initial: 'b', states: { b: look, h: { type: 'history' } } } } })).toBe('state "a.h" of chart "bad" is history; a stepped chart has one state at a time'); // prettier-ignore
    expect(refusal({ states: { a: { ...look, on: { E: { target: 'b', guard: () => true } } }, b: look } })).toBe('state "a" of chart "bad" has a guard; a stepped chart may not'); // prettier-ignore
    expect(refusal({ states: { a: { ...look, exit: () => undefined } } })).toContain('has exit');
    expect(refusal({ states: { a: { initial: 'b', onDone: 'c', states: { b: look } }, c: look } })).toContain('has onDone');
  });

  it('finds one guard or action among many ways', () => {
    expect(refusal({ states: { a: { ...look, on: { E: [{ target: 'a', guard: () => false }, { target: 'a' }] } } } })).toContain(
      'has a guard',
    );
    expect(refusal({ states: { a: { ...look, on: { E: [{ target: 'a' }, { target: 'a', actions: () => undefined }] } } } })).toContain(
      'has actions',
    );
    expect(refusal({ states: { a: { ...look, on: { E: 'a', F: { target: 'a', actions: () => undefined } } } } })).toContain('has actions');
  });
});

describe('draws', () => {
  it('keep their values where texts are longer, and where normal', () => {
    const stream = openStream('seed', 'part', 'purpose');
    const item = drawAt(drawKey('a longer seed', 'a part', 'a purpose'), 4999, 31);
    expect([stream.normal(), stream.normal(), item, keyedDraw('x', 'y', 'z', 7, 8)]).toEqual([
      -1.5276106395328541, -1.2963861770144383, 0.5559125856908538, 0.3543806527814669,
    ]);
  });

  it('stay what they were after many other texts', () => {
    const first = keyedDraw('s', 'p', 'q', 1, 2);
    for (let i = 0; i < 5000; i += 1) keyedDraw(String(i), 'p', 'q', 1, 2);
    expect(keyedDraw('s', 'p', 'q', 1, 2)).toBe(first);
  });

  it('are those of their own key, whichever of its texts differs from the key asked for before', () => {
    const keys: [string, string, string][] = [['s', 'p', 'q'], ['t', 'p', 'q'], ['t', 'r', 'q'], ['t', 'r', 'u']]; // prettier-ignore
    for (const key of [...keys, ...keys.toReversed()]) expect(keyedDraw(...key, 3, 4)).toBe(drawAt(drawKey(...key), 3, 4));
  });
});
