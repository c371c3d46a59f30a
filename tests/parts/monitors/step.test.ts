import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/kernel/math.ts';
import { drawKey } from '../../../src/kernel/streams.ts';
import { missingThreshold, shareInterval } from '../../../src/parts/monitors/missing.ts';
import { momentsOf } from '../../../src/parts/monitors/moments.ts';
import { paramsSchema } from '../../../src/parts/monitors/params.ts';
import { drawCounts, drawValues } from '../../../src/parts/monitors/sample.ts';
import {
  readFreshness,
  readHistogram,
  readMissing,
  readMoments,
  readPredictions,
  readSample,
  referenceOf,
} from '../../../src/parts/monitors/step.ts';

const params = paramsSchema.parse({});
const drawn = (seed: string, rows: number, shift = 0, scale = 1): Float64Array =>
  drawValues(drawKey(seed, 'monitors', 'test'), 1, 0, (share) => shift + scale * normalQuantile(share), new Float64Array(rows));

describe('a window of raw values', () => {
  const reference = referenceOf(drawn('reference', 2000), params);

  it('without drift is told from one with drift', () => {
    const same = readSample(reference, drawn('same', 2000), params);
    const moved = readSample(reference, drawn('moved', 2000, 0.4), params);
    expect([same.histogram.level, same.differs]).toEqual(['none', false]);
    expect([moved.histogram.level, moved.differs]).toEqual(['moderate', true]);
    expect(moved.histogram.nullTail).toBeLessThan(1e-6);
    expect(moved.wassersteinNorm).toBeCloseTo(0.4, 1);
    expect(moved.rank.p).toBeLessThan(1e-9);
    expect(moved.mean.t).toBeLessThan(-8);
  });

  it('agrees with what its moments say of a normal feature', () => {
    const moved = drawn('moved', 20_000, 0.5);
    const wide = referenceOf(drawn('reference', 20_000), params);
    const byRows = readSample(wide, moved, params);
    const byMoments = readMoments(wide.moments, momentsOf(moved), params);
    expect(Math.abs(byRows.histogram.psi - byMoments.psi)).toBeLessThan(0.02);
    expect(Math.abs(byRows.ksD - byMoments.ks)).toBeLessThan(0.015);
    expect(Math.abs(byRows.wassersteinNorm - byMoments.wasserstein)).toBeLessThan(0.02);
  });

  it('with missing values counts them and reads the rest', () => {
    const values = drawn('same', 1000).map((value, i) => (i % 10 === 0 ? NaN : value));
    const { missing, histogram, moments } = readSample(reference, values, params);
    expect([histogram.rows, moments.rows, missing.share, missing.above]).toEqual([900, 900, 0.1, true]);
  });

  it('that is all missing says so and invents nothing', () => {
    const { missing, histogram, ksD, ksP, differs } = readSample(reference, [NaN, NaN], params);
    expect([missing.share, histogram.psi, ksD, ksP, differs, histogram.level]).toEqual([1, NaN, NaN, NaN, false, 'none']);
  });
});

describe('a histogram of 100 rows', () => {
  it('passes the rule of thumb for drift where none is, and stays below what chance shows', () => {
    const key = drawKey('small', 'monitors', 'test');
    const shares = Array<number>(10).fill(0.1);
    let [called, beyond] = [0, 0];
    for (let tick = 0; tick < 200; tick += 1) {
      const reading = readHistogram(drawCounts(key, tick, 0, 100, shares), drawCounts(key, tick, 10, 100, shares), params);
      if (reading.level !== 'none') called += 1;
      if (reading.psi > reading.nullHigh) beyond += 1;
      expect(reading.nullTail < 1 - params.nullShare).toBe(reading.psi > reading.nullHigh);
    }
    expect(called).toBeGreaterThan(140);
    expect(beyond).toBeLessThan(30);
  });
});

describe('scores of a window', () => {
  it('drift without harm where the mix changes, and what the model expects of itself changes with it', () => {
    const calibratedP = [0.01, 0.1, 0.6, 0.95];
    const before = [7000, 2000, 700, 300];
    const after = [5000, 2000, 2000, 1000];
    const same = readPredictions(before, before, calibratedP, 0.5, params);
    const { drift, performance } = readPredictions(before, after, calibratedP, 0.5, params);
    expect([same.drift.psi, same.drift.ks, same.drift.ksP]).toEqual([0, 0, 1]);
    expect(drift.level).toBe('major');
    expect(drift.ks).toBeCloseTo(0.2, 12);
    expect(drift.ksP).toBeLessThan(1e-12);
    expect(performance.flaggedShare).toBeCloseTo(0.3, 12);
    expect(same.performance.flaggedShare).toBeCloseTo(0.1, 12);
    expect(same.rocAuc).toBeGreaterThan(0.9);
  });
});

describe('missing values', () => {
  it('have an interval that holds their share, within 0 and 1, narrower with more rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (rows, part) => {
        const count = Math.round(part * rows);
        const { low, high } = shareInterval(count, rows, 1.96);
        const more = shareInterval(count * 4, rows * 4, 1.96);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / rows + 1e-15);
        expect(high).toBeGreaterThanOrEqual(count / rows - 1e-15);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
    expect(shareInterval(5, 50, 1.959963984540054)).toEqual({ low: expect.closeTo(0.0434758, 6), high: expect.closeTo(0.2136023, 6) }); // scipy 1.17
    expect(shareInterval(0, 0, 1.96)).toEqual({ low: NaN, high: NaN });
    expect([shareInterval(0, 10, 1.96).low, shareInterval(10, 10, 1.96).high]).toEqual([0, 1]);
  });

  it('raise nothing that a sample of the reference would show, nor a row or two of a column that was whole', () => {
    expect(readMissing(25, 1000, 0.02, params).above).toBe(false);
    expect(readMissing(45, 1000, 0.02, params).above).toBe(true);
    expect(readMissing(1, 1000, 0, params).above).toBe(false);
    expect(readMissing(5, 1000, 0, params).above).toBe(true);
    expect(missingThreshold(0.02, 1000, 3, 0.001)).toBeCloseTo(0.02 + 3 * Math.sqrt((0.02 * 0.98) / 1000), 15);
  });
});

describe('freshness', () => {
  it('is the age of the newest row, and stale beyond the age agreed', () => {
    expect(readFreshness(10_000, 6_400, params)).toEqual({ ageSeconds: 3600, boundSeconds: 3600, stale: false });
    expect(readFreshness(10_001, 6_400, params).stale).toBe(true);
    expect(readFreshness(10_000, 10_005, params).ageSeconds).toBe(-5);
    expect(readFreshness(10_000, NaN, params)).toEqual({ ageSeconds: Infinity, boundSeconds: 3600, stale: true });
  });
});
