import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, normalCdf } from '../../src/kernel/math.ts';
import {
  betaI,
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareTail,
  gammaP,
  gammaQ,
  logGamma,
  studentTCdf,
  studentTTwoSided,
} from '../../src/kernel/special.ts';

const near = (got: number, want: number, relative: number): void => {
  expect(Math.abs(got - want), `${got} against ${want}`).toBeLessThanOrEqual(relative * Math.abs(want));
};

const bits = (value: number): string => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
};

/** One figure over the bits of many results: FNV-1a, 64 bits. */
const fold = (f: (i: number) => number, count: number): string => {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < count; i += 1) hash = BigInt.asUintN(64, (hash ^ BigInt(`0x${bits(f(i))}`)) * 0x100000001b3n);
  return hash.toString(16);
};

const shape = fc.double({ min: 0.05, max: 2000, noNaN: true });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

// Expected figures: mpmath 1.3 at 30 to 40 digits.

describe('the logarithm of the gamma function', () => {
  it('gives the figures of an independent library', () => {
    near(logGamma(1e-5), 11.5129196928958256, 1e-15);
    near(logGamma(0.5), 0.572364942924700087, 1e-14);
    near(logGamma(1.5), -0.120782237635245222, 1e-13);
    near(logGamma(3.7), 1.42807232666538813, 1e-14);
    near(logGamma(14.9), 24.9241320022172783, 1e-15);
    near(logGamma(15), 25.1912211827386815, 1e-15);
    near(logGamma(100.25), 360.284559637764235, 1e-15);
    near(logGamma(1e6), 12815504.5691476117, 1e-15);
  });

  it('is that of factorials', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      near(exp(logGamma(n)), factorial, 1e-13);
      factorial *= n;
    }
  });

  it('answers outside its domain without inventing a number', () => {
    expect([logGamma(0), logGamma(Infinity), logGamma(-1.5), logGamma(NaN)]).toEqual([Infinity, Infinity, NaN, NaN]);
  });
});

describe('the incomplete gamma function', () => {
  const rows: readonly (readonly [a: number, x: number, p: number, q: number])[] = [
    [0.5, 0.1, 0.34527915398142298, 0.65472084601857702],
    [0.5, 20, 0.999999999746037141, 2.53962858947086497e-10],
    [1, 1, 0.632120558828557678, 0.367879441171442322],
    [4.5, 0.01, 1.89491796080354264e-11, 0.9999999999810508],
    [4.5, 3, 0.260081707905346297, 0.739918292094653703],
    [4.5, 9, 0.964826460533015206, 0.0351735394669847937],
    [4.5, 60, 1, 1.3361647765325286e-21],
    [50, 40, 0.0703350666593949544, 0.929664933340605046],
    [50, 70, 0.994859497541494106, 0.0051405024585058939],
    [5000, 5100, 0.920671118922381023, 0.0793288810776189768],
    [50_000, 49_500, 0.0124783156380827988, 0.987521684361917201],
    [1e6, 1_003_000, 0.998638259353782409, 0.00136174064621759148],
  ];
  it.each(rows)('gives the figures of an independent library: a %d, x %d', (a, x, p, q) => {
    near(gammaP(a, x), p, 1e-12);
    near(gammaQ(a, x), q, 1e-12);
  });

  it('answers at its ends, and NaN outside', () => {
    expect([gammaP(2, 0), gammaQ(2, 0), gammaP(2, -0), gammaQ(2, -0), gammaP(2, Infinity), gammaQ(2, Infinity)]).toEqual([
      0, 1, 0, 1, 1, 0,
    ]);
    for (const tail of [gammaP, gammaQ])
      expect([tail(0, 1), tail(-1, 1), tail(2, -1), tail(NaN, 1), tail(1, NaN), tail(Infinity, 1), tail(-1, Infinity), tail(0, Infinity), tail(Infinity, Infinity)]).toEqual(Array(9).fill(NaN)); // prettier-ignore
  });

  it('splits 1 into its two tails, which rise and fall', () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 0, max: 4000, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, x, more) => {
        expect(Math.abs(gammaP(a, x) + gammaQ(a, x) - 1)).toBeLessThanOrEqual(1e-15);
        expect(gammaP(a, x + more)).toBeGreaterThanOrEqual(gammaP(a, x) - 1e-14);
      }),
    );
  });

  it('obeys its recurrence in a', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 150, noNaN: true }), share, (a, part) => {
        const x = 2 * a * part;
        const step = exp(a * Math.log(x) - x - logGamma(a + 1));
        expect(Math.abs(gammaP(a, x) - gammaP(a + 1, x) - step)).toBeLessThanOrEqual(1e-12);
      }),
    );
  });
});

describe('the incomplete beta function', () => {
  const rows: readonly (readonly [x: number, a: number, b: number, value: number])[] = [
    [0.1, 0.5, 0.5, 0.204832764699133458],
    [0.3, 2, 3, 0.3483],
    [0.9, 5, 0.5, 0.316642915020012313],
    [0.02, 0.5, 40, 0.794968134992507363],
    [0.2, 300, 700, 3.32824087260651764e-14],
    [0.31, 300, 700, 0.756418682731543582],
    [0.51, 50_000, 50_000, 0.999999999873524749],
    [0.49, 50_000, 50_000, 1.26475250591105624e-10],
    [0.001, 1.5, 2.5, 0.000107272370993632468],
  ];
  it.each(rows)('gives the figures of an independent library: x %d, a %d, b %d', (x, a, b, value) => {
    near(betaI(x, a, b), value, 1e-11);
  });

  it('answers at its ends, and NaN outside', () => {
    expect([betaI(0, 2, 3), betaI(1, 2, 3)]).toEqual([0, 1]);
    expect([betaI(-0.1, 2, 3), betaI(1.1, 2, 3), betaI(0.5, 0, 3), betaI(0.5, 2, -1), betaI(NaN, 1, 1), betaI(0.5, Infinity, 1)]).toEqual(
      Array(6).fill(NaN),
    );
    expect([
      betaI(0, 2, 0),
      betaI(1, 2, -1),
      betaI(0, -1, 2),
      betaI(0, 0, 2),
      betaI(1, 2, Infinity),
      betaI(0, 2, Infinity),
      betaI(0, Infinity, 2),
    ]).toEqual(Array(7).fill(NaN)); // nor at its ends
  });

  it('is its own mirror image, and a polynomial where an argument is 1', () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        expect(Math.abs(betaI(x, a, b) + betaI(1 - x, b, a) - 1)).toBeLessThanOrEqual(1e-10);
        expect(Math.abs(betaI(x, a, 1) - x ** a)).toBeLessThanOrEqual(1e-12);
      }),
    );
  });
});

describe('distributions', () => {
  const rows: readonly (readonly [t: number, df: number, twoSided: number, below: number])[] = [
    [0.5, 1, 0.704832764699133452, 0.647583617650433274],
    [-2, 3.5, 0.126138522575913535, 0.0630692612879567673],
    [1e-6, 10, 0.999999221783232068, 0.500000389108383966],
    [12, 7, 6.35831037818510027e-6, 0.999996820844810907],
    [2.5, 1e5, 0.0124209191925590454, 0.993789540403720477],
  ];
  it.each(rows)('of Student’s t are those of an independent library: t %d, %d degrees of freedom', (t, df, twoSided, below) => {
    near(studentTTwoSided(t, df), twoSided, 1e-12);
    near(studentTCdf(t, df), below, 1e-12);
  });

  it('of Student’s t keep their digits in a far tail, and their symmetry', () => {
    near(studentTTwoSided(-40, 30), 1.3726045194406417e-27, 1e-11); // scipy 1.17
    expect([studentTCdf(0, 4), studentTCdf(Infinity, 4), studentTCdf(-Infinity, 4)]).toEqual([0.5, 1, 0]);
    const outside = [
      studentTCdf(NaN, 4),
      ...[0, -1, NaN, Infinity].flatMap((df) => [studentTTwoSided(1, df), studentTTwoSided(Infinity, df)]),
    ];
    expect(outside).toEqual(Array(9).fill(NaN));
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), shape, (t, df) => {
        expect(Math.abs(studentTCdf(t, df) + studentTCdf(-t, df) - 1)).toBeLessThanOrEqual(1e-15);
      }),
    );
  });

  it('of Student’s t come to the normal one', () => {
    for (let t = -6; t <= 6; t += 0.37) expect(Math.abs(studentTCdf(t, 1e9) - normalCdf(t))).toBeLessThanOrEqual(1e-9);
  });

  it('of χ² are those of the tables', () => {
    near(chiSquareTail(3.841458820694124, 1), 0.05, 1e-12);
    near(chiSquareTail(16.918977604620448, 9), 0.05, 1e-12);
    near(chiSquareCdf(18.307038053275146, 10), 0.95, 1e-13);
    near(chiSquareTail(200, 9), 3.312992393909567e-38, 1e-11);
    expect([chiSquareCdf(-1, 3), chiSquareTail(-1, 3), chiSquareTail(1, 0)]).toEqual([0, 1, NaN]);
  });

  it('of χ² turn a quantile and its share into each other', () => {
    near(chiSquareQuantile(0.95, 9), 16.918977604620448, 1e-14);
    near(chiSquareQuantile(0.99, 9), 21.665994333461924, 1e-14);
    near(chiSquareQuantile(0.05, 1), 0.003932140000019522, 1e-12);
    near(chiSquareQuantile(1e-12, 0.5), 1.3499395786223522e-48, 1e-12);
    expect([0, -1, Infinity].flatMap((df) => [chiSquareQuantile(0, df), chiSquareQuantile(1, df)])).toEqual(Array(6).fill(NaN));
    expect([chiSquareQuantile(0, 3), chiSquareQuantile(1, 3), chiSquareQuantile(1.1, 3), chiSquareQuantile(0.5, 0)]).toEqual([
      0,
      Infinity,
      NaN,
      NaN,
    ]);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), fc.double({ min: 0.3, max: 5000, noNaN: true }), (p, df) => {
        const x = chiSquareQuantile(p, df);
        expect(Math.abs(chiSquareCdf(x, df) - p)).toBeLessThanOrEqual(1e-13 * p + 2e-15 * Math.sqrt(df));
        expect(Math.abs(chiSquareTail(x, df) - (1 - p))).toBeLessThanOrEqual(1e-13 * (1 - p) + 2e-15 * Math.sqrt(df));
      }),
    );
  });

  it('of χ² with one degree of freedom is the square of a normal', () => {
    for (let z = 0.1; z < 6; z += 0.23) near(chiSquareTail(z * z, 1), 2 * normalCdf(-z), 1e-9); // normalCdf's own digits
  });
});

it('special functions keep their bits', () => {
  expect({
    logGamma: fold((i) => logGamma(0.01 + i * 0.0371), 5000),
    gammaP: fold((i) => gammaP(0.3 + (i % 71), i * 0.031), 5000),
    betaI: fold((i) => betaI((i % 97) / 97, 0.2 + (i % 41), 0.7 + (i % 89)), 5000),
    studentTCdf: fold((i) => studentTCdf(-9 + (i % 181) * 0.1, 0.5 + (i % 57)), 5000),
    gammaQ: fold((i) => gammaQ(0.5 * (1 + (i % 83)), i * 0.031), 5000),
    betaOfWhole: fold((i) => betaI((i % 89) / 88, 1 + (i % 43), 1 + (i % 31)), 5000),
    studentTTwoSided: fold((i) => studentTTwoSided((i % 181) * 0.1, 1 + (i % 57)), 5000),
    chiSquareTail: fold((i) => chiSquareTail(-1 + i * 0.053, 1 + (i % 61)), 5000),
    chiSquareQuantile: fold((i) => chiSquareQuantile((i % 199) / 198, 0.25 * (1 + (i % 333))), 5000),
    ofLarge: fold((i) => gammaP(40 * (i + 1), 40 * i + 3 * (i % 23)) + betaI(0.3 + (i % 7) / 700, 3 * (i + 1), 7 * (i + 1)), 1000),
  }).toEqual({
    betaI: '9652f71be7c0d0b8',
    gammaP: '5977e63b60ca8d2b',
    logGamma: '324465e1770f0f95',
    studentTCdf: 'e73ca08f8a620f68',
    gammaQ: 'fe549abd0a168c9e',
    betaOfWhole: 'af7be845b489e00a',
    studentTTwoSided: '6fa4c1d7ed3ec96e',
    chiSquareTail: '78855bc1dfa44d21',
    chiSquareQuantile: '3d0343b0913fbae6',
    ofLarge: '4e820fa94abcacc2',
  });
});
