import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log } from '../../../src/kernel/math.ts';
import { basisOf } from '../../../src/parts/population/basis.ts';
import type { Counts } from '../../../src/parts/population/mixture.ts';
import { paramsSchema } from '../../../src/parts/population/params.ts';
import { exactAuc, orderOf } from '../../../src/parts/scorecard/auc.ts';
import { fitScorecard, usedBins } from '../../../src/parts/scorecard/fit.ts';
import { logOddsOf, predict, scoreOf } from '../../../src/parts/scorecard/model.ts';
import { paramsSchema as scorecardSchema } from '../../../src/parts/scorecard/params.ts';

const population = paramsSchema.parse({
  features: [
    { id: 'x', title: 'X', source: 's', levels: ['low', 'high'], usual: { shares: [0.5, 0.5] }, relation: [0, 1.3] },
    { id: 'y', title: 'Y', source: 's', levels: ['no', 'yes'], usual: { shares: [0.8, 0.2] }, relation: [0, -0.7] },
  ],
  groups: [{ id: 'all', title: 'All', share: 1, offset: -1.5 }],
});
const basis = basisOf(population, [null, null], 'none');
const all = usedBins(basis, ['x', 'y'], []);

const countsOf = (rows: number): Counts => ({
  rows: basis.rows[0]![0]!.map((share) => share * rows),
  positives: basis.positives[0]![0]![0]!.map((share) => share * rows),
});
const slow = (counts: Counts, scores: Float64Array): number => {
  let [wins, pairs] = [0, 0];
  for (let i = 0; i < scores.length; i += 1)
    for (let j = 0; j < scores.length; j += 1) {
      const weight = counts.positives[i]! * (counts.rows[j]! - counts.positives[j]!);
      pairs += weight;
      wins += weight * (scores[i]! > scores[j]! ? 1 : scores[i] === scores[j] ? 0.5 : 0);
    }
  return wins / pairs;
};

describe('a fit', () => {
  it('finds the log odds ratios of the world when nothing draws its weights', () => {
    const { weights, intercept } = fitScorecard({ basis, counts: countsOf(1e6), used: all, ridge: 1e-6, towards: null }, null);
    expect(weights[1]! - weights[0]!).toBeCloseTo(1.3, 6);
    expect(weights[5]! - weights[4]!).toBeCloseTo(-0.7, 6);
    expect(intercept + weights[0]! + weights[4]!).toBeCloseTo(-1.5, 6);
  });

  it('gives each bin the log odds that were counted there, for one feature alone', () => {
    const rows = new Float64Array(basis.cells).fill(100);
    const positives = Float64Array.from({ length: basis.cells }, (_, cell) => (basis.bins[cell * 2] === 0 ? 20 : 50));
    const used = usedBins(basis, ['x', 'y'], ['y']);
    const model = fitScorecard({ basis, counts: { rows, positives }, used, ridge: 1e-7, towards: null }, null);
    const at = predict(basis, model);
    for (let cell = 0; cell < basis.cells; cell += 1) expect(at[cell]).toBeCloseTo(basis.bins[cell * 2] === 0 ? log(0.2 / 0.8) : 0, 6);
    expect([...model.weights.subarray(4)]).toEqual([0, 0, 0, 0]);
  });

  it('keeps the share of positives, whatever the ridge', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (ridge) => {
        const counts = countsOf(10_000);
        const at = predict(basis, fitScorecard({ basis, counts, used: all, ridge, towards: null }, null));
        const expected = at.reduce((sum, x, cell) => sum + counts.rows[cell]! / (1 + Math.exp(-x)), 0);
        expect(expected).toBeCloseTo(
          counts.positives.reduce((sum, n) => sum + n, 0),
          3,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is drawn the further the stronger the ridge, to nothing or to the live model', () => {
    const live = { intercept: 0, weights: Float64Array.from([0.4, -0.4, 0, 0, 0.2, -0.2, 0, 0]) };
    const spread = (ridge: number, towards: typeof live | null): number => {
      const { weights } = fitScorecard({ basis, counts: countsOf(1000), used: all, ridge, towards }, null);
      return weights[1]! - weights[0]!;
    };
    expect(spread(10, null)).toBeGreaterThan(spread(1000, null));
    expect(spread(1e7, null)).toBeCloseTo(0, 3);
    expect(spread(1e7, live)).toBeCloseTo(-0.8, 3);
  });

  it('comes to the same from any start', () => {
    const task = { basis, counts: countsOf(5000), used: all, ridge: 20, towards: null };
    const cold = fitScorecard(task, null);
    const warm = fitScorecard(task, { intercept: 2, weights: Float64Array.from({ length: 8 }, (_, i) => (i % 3) - 1) });
    for (let bin = 0; bin < 8; bin += 1) expect(warm.weights[bin]).toBeCloseTo(cold.weights[bin]!, 8);
  });
});

describe('AUC on cells', () => {
  it('is the share of pairs in the right order, ties by half', () => {
    const model = fitScorecard({ basis, counts: countsOf(1e5), used: all, ridge: 1, towards: null }, null);
    const scores = predict(basis, model);
    expect(exactAuc(countsOf(1), scores, orderOf(scores))).toBeCloseTo(slow(countsOf(1), scores), 12);
  });

  it('agrees with counting pairs on any counts and scores', () => {
    const n = 6;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: -2, max: 2 })), {
          minLength: n,
          maxLength: n,
        }),
        (cells) => {
          const counts = { rows: Float64Array.from(cells, ([p, q]) => p + q), positives: Float64Array.from(cells, ([p]) => p) };
          const scores = Float64Array.from(cells, ([, , score]) => score);
          const auc = exactAuc(counts, scores, orderOf(scores));
          const pairs = slow(counts, scores);
          expect(Number.isNaN(auc) ? 'none' : auc.toFixed(12)).toBe(Number.isNaN(pairs) ? 'none' : pairs.toFixed(12));
        },
      ),
    );
  });

  it('is a half where nothing is told apart', () => {
    const flat = new Float64Array(basis.cells);
    expect(exactAuc(countsOf(1), flat, orderOf(flat))).toBeCloseTo(0.5, 12);
  });
});

describe('a score', () => {
  it('and the log odds behind it are one function and its inverse', () => {
    const scale = scorecardSchema.parse({ scoreSlope: 0.42, scoreShift: 2.309 });
    expect(scoreOf(scale, logOddsOf(scale, 0.62))).toBeCloseTo(0.62, 12);
    expect(1 / (1 + Math.exp(-logOddsOf(scale, 0.8)))).toBeCloseTo(0.1, 2); // what a score of 0.80 means
  });
});
