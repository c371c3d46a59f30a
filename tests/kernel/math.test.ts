import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log, lognormalCdf, lognormalQuantile, normalCdf, normalQuantile, pow } from '../../src/kernel/math.ts';

const bits = (value: number): string => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
};

/** One figure over the bits of many results: FNV-1a, 64 bits. */
const fold = (f: (x: number) => number, from: number, to: number, count: number): string => {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < count; i += 1) {
    const x = from + ((to - from) * i) / count;
    hash = BigInt.asUintN(64, (hash ^ BigInt(`0x${bits(f(x))}`)) * 0x100000001b3n);
  }
  return hash.toString(16);
};

const near = (got: number, want: number, relative: number): void => {
  expect(Math.abs(got - want), `${got} against ${want}`).toBeLessThanOrEqual(relative * Math.abs(want));
};

describe('exact maths', () => {
  it('keeps its bits', () => {
    expect({
      exp: fold(exp, -745, 709, 20_000),
      log: fold((x) => log(x * x + 1e-300), -1e6, 1e6, 20_000),
      pow: fold((x) => pow(x, 0.37), 1e-6, 900, 20_000),
      normalCdf: fold(normalCdf, -12, 12, 20_000),
      normalQuantile: fold(normalQuantile, 1e-9, 1, 20_000),
      lognormal: fold((x) => lognormalCdf(x, 62, 0.537), 0, 3000, 20_000),
      farTail: fold((x) => normalQuantile(exp(-x)), 0, 745, 20_000),
    }).toEqual({
      exp: 'c94e539ec736c2ff',
      farTail: 'cd4bf2b1e522bb54',
      log: '161184f176cc06d4',
      lognormal: '4eb57a4531320347',
      normalCdf: 'ab71617a6ed318df',
      normalQuantile: 'a0f70553ae3c5d85',
      pow: '55f1e05f8af8646b',
    });
  });

  it('agrees with the engine to an ulp or two', () => {
    for (let x = -700; x <= 700; x += 0.173) near(exp(x), Math.exp(x), 5e-16);
    for (let x = 1e-12; x < 1e12; x *= 1.037) if (Math.abs(x - 1) > 1e-3) near(log(x), Math.log(x), 5e-16);
    for (let x = 0.01; x < 100; x *= 1.37) for (const y of [-3.5, 0.1, 0.5, 2.2]) near(pow(x, y), Math.pow(x, y), 1e-14);
  });

  it('answers at the ends of the number line', () => {
    expect([exp(-Infinity), exp(-746), exp(0), exp(710), exp(Infinity), exp(NaN)]).toEqual([0, 0, 1, Infinity, Infinity, NaN]);
    expect(exp(-745)).toBe(5e-324);
    expect(exp(709.7)).toBe(Math.exp(709.7));
    expect([log(0), log(1), log(-1), log(Infinity), log(NaN)]).toEqual([-Infinity, 0, NaN, Infinity, NaN]);
    expect([5e-324, Number.MAX_VALUE].map(log)).toEqual([5e-324, Number.MAX_VALUE].map(Math.log));
    expect([pow(0, 0), pow(0, 2), pow(-2, 3), pow(-2, 0.5), pow(2, -2), pow(10, 15)]).toEqual([1, 0, -8, NaN, 0.25, 1e15]);
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity), normalCdf(NaN)]).toEqual([0, 0.5, 1, NaN]);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1), normalQuantile(1.1)]).toEqual([-Infinity, 0, Infinity, NaN]);
    expect([lognormalCdf(0, 5, 1), lognormalCdf(4, 5, 0), lognormalCdf(5, 5, 0), lognormalQuantile(0.9, 5, 0)]).toEqual([0, 0, 1, 5]);
  });

  it('is right to the last digit next to where it changes its way', () => {
    const small = [2.5327987471735683e-9, -3.0579772603201417e-9, 3.72529029846191e-9];
    expect(small.map(exp)).toEqual(small.map((x) => 1 + x)); // as fdlibm has it, though the digit after is e^x's own
    expect([exp(-6.657954376408186e-9), exp(-7.251176388413704e-9)]).toEqual([0.9999999933420457, 0.9999999927488237]);
    expect([1.4142119437456198, 1.4142121449112979].map(log)).toEqual([0.3465724457368537, 0.3465725879826215]); // just over √2
  });

  it('gives the normal distribution of the tables', () => {
    near(normalCdf(-3), 0.0013498980316300946, 1e-13); // Abramowitz and Stegun 26.2, further digits by erfc
    near(normalCdf(1), 0.8413447460685429, 1e-15);
    near(normalCdf(-1), 0.15865525393145705, 1e-13);
    near(normalCdf(-8), 6.220960574271784e-16, 1e-7);
    expect([normalCdf(-37.59) > 0, normalCdf(-37.6), normalCdf(-38), normalCdf(37.6)]).toEqual([true, 0, 0, 1]); // below the normal range there is nothing
    near(normalQuantile(0.95), 1.6448536269514722, 1e-15);
    near(normalQuantile(0.999), 3.090232306167813, 1e-15);
    const tail = [
      [1e-10, 6.361340902404056],
      [1e-12, 7.034483825301132],
      [1e-15, 7.941345326170997],
      [1e-20, 9.262340089798408],
      [1e-100, 21.273453560965324],
      [1e-300, 37.0470962993612],
    ] as const; // mpmath 1.3
    for (const [p, z] of tail) near(normalQuantile(p), -z, 1e-15);
  });

  it('gives a lognormal that does not vary its median, also at its ends', () => {
    expect([0, 0.3, 1].map((p) => lognormalQuantile(p, 62, 0))).toEqual([62, 62, 62]);
    expect([0, 0.5, 1].map((p) => lognormalQuantile(p, 62, 1))).toEqual([0, 62, Infinity]);
    near(lognormalQuantile(0.999, 62, 1), 62 * exp(3.090232306167813), 1e-14);
    expect([61, 62].map((x) => lognormalCdf(x, 62, 0))).toEqual([0, 1]);
  });

  it('turns exp and log, and a quantile and its share, into each other', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => Math.abs(log(exp(x)) - x) <= 1e-15 * Math.max(1, Math.abs(x))),
    );
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
        (p) => Math.abs(normalCdf(normalQuantile(p)) - p) <= 1e-15 + 1e-8 * p * (p < 1e-6 ? 1 : 1e-3),
      ),
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.1, max: 1e4, noNaN: true }),
        fc.double({ min: 0.05, max: 3, noNaN: true }),
        (p, median, sigma) => Math.abs(lognormalCdf(lognormalQuantile(p, median, sigma), median, sigma) - p) < 1e-11,
      ),
    );
  });

  it('never falls where the function rises', () => {
    const number = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(fc.property(number, number, (x, y) => x > y || (exp(x) <= exp(y) && normalCdf(x) <= normalCdf(y) + 1e-16)));
  });
});
