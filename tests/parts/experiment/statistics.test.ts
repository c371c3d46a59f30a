import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/kernel/math.ts';
import { obrienFlemingBound, pocockBound } from '../../../src/parts/experiment/boundaries.ts';
import { crossingProbabilities } from '../../../src/parts/experiment/crossing.ts';
import { alwaysValidP, mixtureLikelihoodRatio } from '../../../src/parts/experiment/mixture-test.ts';
import { peekingFalsePositiveRate } from '../../../src/parts/experiment/peeking.ts';
import { criticalZ, differenceOf, intervalOf, pooledZ, twoSidedP, type Arm } from '../../../src/parts/experiment/proportions.ts';
import { sameMixTest, sampleRatioTest } from '../../../src/parts/experiment/ratio-mismatch.ts';
import { detectableFall, powerOf, trialsNeeded } from '../../../src/parts/experiment/sample-size.ts';
import { mixAdjustedDifference } from '../../../src/parts/experiment/strata.ts';

const arm = fc
  .tuple(fc.integer({ min: 2, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([trials, share]): Arm => ({ trials, successes: 1 + Math.floor(share * (trials - 2)) }));
const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('a comparison of two rates', () => {
  it('turns its sign when the arms are exchanged, and only that', () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const [one, other] = [differenceOf(a, b), differenceOf(b, a)];
        expect(one.difference).toBe(-other.difference || 0);
        expect(one.variance).toBeCloseTo(other.variance, 15);
        expect(pooledZ(a, b)).toBeCloseTo(-pooledZ(b, a), 9);
      }),
    );
  });

  it('reads failures as it reads successes, with the other sign', () => {
    const failures = ({ trials, successes }: Arm): Arm => ({ trials, successes: trials - successes });
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const z = pooledZ(a, b);
        expect(Math.abs(pooledZ(failures(a), failures(b)) + z)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(z)));
      }),
    );
  });

  it('has an interval around the difference that widens with confidence and narrows with trials', () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const estimate = differenceOf(a, b);
        const [narrow, wide] = [intervalOf(estimate, 0.9), intervalOf(estimate, 0.99)];
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(narrow.low).toBeLessThanOrEqual(estimate.difference);
        expect(narrow.high).toBeLessThanOrEqual(wide.high);
        const tenfold = (one: Arm): Arm => ({ trials: 10 * one.trials, successes: 10 * one.successes });
        expect(differenceOf(tenfold(a), tenfold(b)).variance).toBeLessThanOrEqual(estimate.variance);
      }),
    );
  });

  it('says NaN, not 0, where there is nothing to compare', () => {
    const some = { trials: 10, successes: 4 };
    const none = { trials: 0, successes: 0 };
    expect([differenceOf(none, some).difference, pooledZ(some, none), twoSidedP(NaN)]).toEqual([NaN, NaN, NaN]);
    expect(pooledZ({ trials: 5, successes: 0 }, { trials: 9, successes: 0 })).toBeNaN();
    expect([twoSidedP(0), criticalZ(0.05).toFixed(6), twoSidedP(criticalZ(0.01)).toFixed(9)]).toEqual([1, '1.959964', '0.010000000']);
  });
});

describe('sample size', () => {
  it('is the number at which the power is reached, and one trial fewer does not reach it', () => {
    fc.assert(
      fc.property(
        share(0.05, 0.95),
        share(0.1, 0.3),
        share(0.001, 0.2),
        share(0.5, 0.99),
        share(0.2, 20),
        (p, off, alpha, power, ratio) => {
          const changed = p * (1 - off);
          const n = trialsNeeded(p, changed, alpha, power, ratio);
          expect(powerOf(p, changed, n * ratio, n, alpha)).toBeGreaterThanOrEqual(power - 1e-9);
          if (n > 2) expect(powerOf(p, changed, (n - 1) * ratio, n - 1, alpha)).toBeLessThan(power + 1e-9);
        },
      ),
    );
  });

  it('and the smallest fall that it detects are two sides of one equation', () => {
    fc.assert(
      fc.property(share(0.05, 0.95), fc.integer({ min: 2000, max: 1_000_000 }), share(0.5, 0.99), (p, n, power) => {
        const fall = detectableFall(p, 19 * n, n, 0.05, power);
        if (fall === Infinity) return;
        expect(powerOf(p, p - fall, 19 * n, n, 0.05)).toBeCloseTo(power, 7);
      }),
    );
    expect(detectableFall(0.01, 100, 20, 0.05, 0.8)).toBe(Infinity);
  });

  it('is endless for no change, and forbids a canary what it cannot see', () => {
    expect(trialsNeeded(0.05, 0.05, 0.05, 0.8)).toBe(Infinity);
    const seen = powerOf(0.05, 0.049, 50 * 1800 * 0.95, 50 * 1800 * 0.05, 0.05); // half an hour of 50 requests/s, 5 % of them
    expect(seen).toBeLessThan(0.06);
    expect(powerOf(0.964, 0.961, 20_000, 1000, 0.05)).toBeCloseTo(0.06931750123591753, 12); // scipy 1.17
  });
});

describe('a split', () => {
  it('of three arms, and a mix of three strata, are tested as a statistics library does it', () => {
    const ratio = sampleRatioTest([480, 310, 210], [0.5, 0.3, 0.2]); // scipy.stats.chisquare
    expect([ratio.chiSquare, ratio.p, ratio.degreesOfFreedom]).toEqual([
      expect.closeTo(1.6333333333333333, 12),
      expect.closeTo(0.4419022095845254, 12),
      2,
    ]);
    const mix = sameMixTest([100, 50, 30], [80, 60, 45]); // scipy.stats.chi2_contingency without correction
    expect([mix.chiSquare, mix.p, mix.degreesOfFreedom]).toEqual([
      expect.closeTo(6.063957897291227, 12),
      expect.closeTo(0.048220118504821906, 12),
      2,
    ]);
    expect(sameMixTest([100, 50, 0, 30], [80, 60, 0, 45])).toEqual(mix); // a stratum that nobody is in
  });

  it('into equal shares is indifferent to which arm is which; of nobody it says nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        expect(sampleRatioTest([a, b], [0.5, 0.5])).toEqual(sampleRatioTest([b, a], [0.5, 0.5]));
      }),
    );
    expect(sampleRatioTest([0, 0], [0.5, 0.5]).p).toBeNaN();
  });
});

describe('the always-valid test', () => {
  it('is never surer than the test that is read once', () => {
    fc.assert(
      fc.property(share(-0.2, 0.2), share(1e-9, 1e-2), share(1e-4, 0.1), (difference, variance, tau) => {
        const p = alwaysValidP(mixtureLikelihoodRatio({ difference, variance }, tau));
        expect(p).toBeGreaterThanOrEqual(twoSidedP(difference / Math.sqrt(variance)) * (1 - 1e-6));
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has a likelihood ratio whose mean is 1 when nothing differs', () => {
    for (const [variance, tau] of [
      [1e-5, 0.002],
      [4e-6, 0.002],
    ] as const) {
      let mean = 0;
      const points = 20_000;
      for (let i = 0; i < points; i += 1)
        mean += mixtureLikelihoodRatio({ difference: Math.sqrt(variance) * normalQuantile((i + 0.5) / points), variance }, tau) / points;
      expect(mean).toBeCloseTo(1, 2);
    }
  });

  it('reads nothing before anything has varied', () => {
    expect(mixtureLikelihoodRatio({ difference: 0.5, variance: 0 }, 0.005)).toBeNaN();
    expect([alwaysValidP(0.3), alwaysValidP(4), alwaysValidP(Infinity), alwaysValidP(NaN)]).toEqual([1, 0.25, 0, NaN]);
  });
});

describe('group-sequential bounds', () => {
  // Jennison and Turnbull, tables 2.1 and 2.3: Pocock and O'Brien–Fleming constants by looks
  it.each([
    [0.05, 2, 2.178, 1.977],
    [0.05, 5, 2.413, 2.04],
    [0.05, 10, 2.555, 2.087],
    [0.05, 20, 2.672, 2.126],
    [0.01, 4, 2.939, 2.609],
    [0.1, 3, 1.992, 1.71],
  ])('at level %f with %i looks are those of the tables', (alpha, looks, pocock, obrienFleming) => {
    expect(Math.abs(pocockBound(looks, alpha) - pocock)).toBeLessThan(6e-4);
    expect(Math.abs(obrienFlemingBound(looks, looks, alpha) - obrienFleming)).toBeLessThan(6e-4);
    expect(obrienFlemingBound(1, looks, alpha)).toBeCloseTo(obrienFlemingBound(looks, looks, alpha) * Math.sqrt(looks), 12);
  });

  it('spend exactly their level over all looks, and are the single test where there is one look', () => {
    for (const looks of [1, 3, 16])
      for (const alpha of [0.2, 0.05, 0.001]) {
        const heights = (bound: (look: number) => number) => Array.from({ length: looks }, (_, i) => bound(i + 1));
        expect(crossingProbabilities(heights(() => pocockBound(looks, alpha)))[looks - 1]).toBeCloseTo(alpha, 7);
        expect(crossingProbabilities(heights((look) => obrienFlemingBound(look, looks, alpha)))[looks - 1]).toBeCloseTo(alpha, 7);
      }
    expect(pocockBound(1, 0.05)).toBeCloseTo(criticalZ(0.05), 6);
  });

  it('exist only for looks that are planned', () => {
    expect([
      obrienFlemingBound(0, 5, 0.05),
      obrienFlemingBound(6, 5, 0.05),
      pocockBound(0, 0.05),
      pocockBound(2.5, 0.05),
      pocockBound(5, 1),
    ]).toEqual(Array(5).fill(NaN));
  });
});

describe('reading a test again and again', () => {
  // Armitage, McPherson and Rowe (1969), table 2: level .05, by looks
  it.each([
    [1, 0.05],
    [2, 0.083],
    [3, 0.107],
    [4, 0.126],
    [5, 0.142],
    [10, 0.193],
    [20, 0.248],
    [50, 0.32],
  ])('%i times at .05 finds what is not there with probability %f', (looks, wanted) => {
    expect(peekingFalsePositiveRate(looks, 0.05)).toBeCloseTo(wanted, 3);
  });

  it('finds it more often with every look, whatever was asked before', () => {
    const rates = [7, 3, 1, 12, 5].map((looks) => peekingFalsePositiveRate(looks, 0.03));
    const alone = [7, 3, 1, 12, 5].map((looks) => crossingProbabilities(Array<number>(looks).fill(criticalZ(0.03)))[looks - 1]);
    expect(rates).toEqual(alone);
    expect([...rates].sort((a, b) => a - b)).toEqual([rates[2], rates[1], rates[4], rates[0], rates[3]]);
    expect([peekingFalsePositiveRate(0, 0.05), peekingFalsePositiveRate(5, 0)]).toEqual([NaN, NaN]);
  });
});

describe('the mix-adjusted difference', () => {
  const arms = (...rows: (readonly [number, number])[]): Arm[] => rows.map(([trials, rate]) => ({ trials, successes: trials * rate }));

  it('is 0 where no stratum differs, however differently the arms are mixed', () => {
    const control = arms([7_300, 0.91], [92_700, 0.97]);
    const treatment = arms([2_200, 0.91], [7_800, 0.97]);
    const adjusted = mixAdjustedDifference(control, treatment);
    expect(adjusted.difference).toBeCloseTo(0, 12);
    expect(adjusted.coveredShare).toBe(1);
    const total = (list: readonly Arm[]): Arm => ({
      trials: list.reduce((sum, one) => sum + one.trials, 0),
      successes: list.reduce((sum, one) => sum + one.successes, 0),
    });
    expect(differenceOf(total(control), total(treatment)).difference).toBeLessThan(-0.008);
  });

  it('of one stratum is the plain difference', () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const { difference, variance } = mixAdjustedDifference([a], [b]);
        const plain = differenceOf(a, b);
        expect(difference).toBeCloseTo(plain.difference, 12);
        expect(Math.abs(variance - plain.variance)).toBeLessThanOrEqual(1e-9 * plain.variance);
      }),
    );
  });

  it('leaves out a stratum that an arm lacks, and says how much it has covered', () => {
    const adjusted = mixAdjustedDifference(arms([800, 0.5], [100, 0.2]), arms([100, 0.4], [0, 0]));
    expect([adjusted.difference, adjusted.coveredShare]).toEqual([expect.closeTo(-0.1, 12), 0.9]);
    expect(mixAdjustedDifference(arms([5, 0.2], [0, 0]), arms([0, 0], [5, 0.2])).difference).toBeNaN();
  });
});
