import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawAt, drawKey } from '../../../src/kernel/streams.ts';
import { expectedConfusion, expectedRocAuc, performanceOf, type Confusion } from '../../../src/parts/monitors/cbpe.ts';
import { drawCounts } from '../../../src/parts/monitors/sample.ts';

const THRESHOLD = 0.5;
const calibratedP = [0.03, 0.12, 0.28, 0.45, 0.58, 0.74, 0.9]; // by bin of scores
const usual = [0.3, 0.25, 0.15, 0.1, 0.08, 0.07, 0.05]; // shares of rows by bin

/** A window with its outcomes: what labels would say of the same decisions later. @param outcome probability of a positive in a bin */
const realised = (
  seed: string,
  shares: readonly number[],
  outcome: readonly number[],
  rows: number,
): { counts: Float64Array; labels: Confusion } => {
  const counts = drawCounts(drawKey(seed, 'test', 'rows'), 0, 0, rows, shares);
  const key = drawKey(seed, 'test', 'outcomes');
  const labels = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
  let row = 0;
  counts.forEach((inBin, bin) => {
    for (let i = 0; i < inBin; i += 1) {
      const positive = drawAt(key, 0, row++) < (outcome[bin] as number);
      const flagged = (calibratedP[bin] as number) >= THRESHOLD;
      labels[flagged ? (positive ? 'truePositives' : 'falsePositives') : positive ? 'falseNegatives' : 'trueNegatives'] += 1;
    }
  });
  return { counts, labels };
};
const estimate = (counts: Float64Array) => performanceOf(expectedConfusion(calibratedP, THRESHOLD, counts));

const weights = fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 });
const scaled = (values: readonly number[]): number[] => values.map((value) => value / values.reduce((sum, one) => sum + one, 0));

describe('performance estimated without labels', () => {
  it('follows a covariate shift: it comes to what labels say later', () => {
    const rows = 40_000;
    fc.assert(
      fc.property(fc.string(), weights, (seed, raw) => {
        const { counts, labels } = realised(seed, scaled(raw), calibratedP, rows);
        const [told, real] = [estimate(counts), performanceOf(labels)];
        const flagged = labels.truePositives + labels.falsePositives;
        const among = { accuracy: rows, precision: flagged, recall: labels.truePositives + labels.falseNegatives, positiveShare: rows };
        for (const [name, cases] of Object.entries(among) as [keyof typeof among, number][])
          expect(Math.abs(told[name] - real[name]), name).toBeLessThan(3 / Math.sqrt(cases)); // six times what the outcomes of so many scatter, at most
        expect(told.flaggedShare).toBeCloseTo(real.flaggedShare, 12);
      }),
      { numRuns: 30 },
    );
    const harder = [0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05];
    const before = realised('before', usual, calibratedP, rows);
    const after = realised('after', harder, calibratedP, rows);
    expect(estimate(after.counts).accuracy).toBeLessThan(estimate(before.counts).accuracy - 0.1);
    for (const { counts, labels } of [before, after])
      for (const name of ['accuracy', 'precision', 'recall'] as const)
        expect(Math.abs(estimate(counts)[name] - performanceOf(labels)[name])).toBeLessThan(0.012);
  });

  it('is blind to a concept change: the same cases, other outcomes, not one digit moves', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0.1, max: 0.8, noNaN: true }), (seed, kept) => {
        const changed = calibratedP.map((p) => p * kept);
        const before = realised(seed, usual, calibratedP, 20_000);
        const after = realised(seed, usual, changed, 20_000);
        expect(estimate(after.counts)).toEqual(estimate(before.counts));
        expect(performanceOf(after.labels).precision).toBeLessThan(performanceOf(before.labels).precision - 0.05);
      }),
      { numRuns: 20 },
    );
  });

  it('counts every case once, whatever the threshold', () => {
    const thousandths = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
    const p = fc.array(thousandths, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(p, thousandths, (probabilities, threshold) => {
        const counts = expectedConfusion(probabilities, threshold);
        expect(Object.values(counts).reduce((sum, rows) => sum + rows, 0)).toBeCloseTo(probabilities.length, 9);
        const auc = expectedRocAuc(probabilities);
        if (!Number.isNaN(auc)) expect(auc).toBeGreaterThanOrEqual(0.5 - 1e-9); // by its own probabilities no model ranks worse than chance
        expect(auc <= 1 + 1e-9 || Number.isNaN(auc)).toBe(true);
      }),
    );
  });

  it('says the same of rows one by one and by bins', () => {
    const byRow = [0.2, 0.7, 0.2, 0.7, 0.7];
    expect(expectedConfusion([0.2, 0.7], 0.5, [2, 3])).toEqual(expectedConfusion(byRow, 0.5));
    expect(expectedRocAuc([0.7, 0.2], [3, 2])).toBeCloseTo(expectedRocAuc(byRow), 12);
  });

  it('is unknown where nothing is flagged, and where nothing can be positive', () => {
    expect(performanceOf(expectedConfusion([0.1, 0.2], 0.5)).precision).toBeNaN();
    expect(performanceOf(expectedConfusion([0, 0], 0.5)).recall).toBeNaN();
    expect(expectedRocAuc([0, 0])).toBeNaN();
  });
});
