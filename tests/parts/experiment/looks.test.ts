import { describe, expect, it } from 'vitest';
import { binomialAt } from '../../../src/kernel/binomial.ts';
import { cloneState } from '../../../src/kernel/clone.ts';
import { drawKey } from '../../../src/kernel/streams.ts';
import { paramsSchema, type ExperimentParams } from '../../../src/parts/experiment/params.ts';
import type { ReadOut } from '../../../src/parts/experiment/read-out.ts';
import {
  countOutcomes,
  createExperiment,
  moveExperiment,
  readExperiment,
  startExperiment,
  takeLook,
  type ExperimentState,
} from '../../../src/parts/experiment/step.ts';

// A canary on a payment service at night: 60 requests/s of which 5 % go to it, 96.4 % approved.
const PER_SECOND = 60;
const APPROVED = 0.964;
const NEVER = { clearMargin: 0, clearConfidence: 0.9999999 }; // is not ramped by any look

const started = (params: ExperimentParams): ExperimentState => {
  const state = createExperiment(params);
  startExperiment(state, params.treatmentShare);
  return state;
};

/** Requests of one stretch between looks, routed and answered by keyed draws. */
function serve(state: ExperimentState, seed: number, look: number, seconds: number, gap: number): void {
  const key = drawKey(String(seed), 'experiment', 'outcomes');
  const all = PER_SECOND * seconds;
  const treated = binomialAt(key, look, 0, all, state.treatmentShare);
  countOutcomes(state, 'control', 0, all - treated, binomialAt(key, look, 1, all - treated, APPROVED));
  countOutcomes(state, 'treatment', 0, treated, binomialAt(key, look, 2, treated, APPROVED + gap));
}

/** One experiment to its end: the last read-out, and where its chart stands. */
function play(params: ExperimentParams, seed: number, gap: number): { readonly chart: string; readonly last: ReadOut } {
  const state = started(params);
  let last = readExperiment(state, params);
  for (let look = 1; look <= params.looks && state.chart === 'running'; look += 1) {
    serve(state, seed, look, params.lookSeconds, gap);
    last = takeLook(state, params);
  }
  return { chart: state.chart, last };
}

const shareStopped = (params: ExperimentParams, seeds: number): number =>
  Array.from({ length: seeds }, (_, seed) => play(params, seed, 0).chart).filter((chart) => chart === 'stopped-for-harm').length / seeds;

/** Minutes until half of the runs have stopped. */
const medianStop = (params: ExperimentParams, gap: number): number => {
  const minutes = Array.from({ length: 301 }, (_, seed) => {
    const { chart, last } = play(params, seed, gap);
    return chart === 'stopped-for-harm' ? (last.look * params.lookSeconds) / 60 : Infinity;
  });
  return minutes.sort((a, b) => a - b)[150]!;
};

const EVERY_FIVE_MINUTES = { looks: 48, lookSeconds: 300, ...NEVER };
const peek = paramsSchema.parse({ rule: 'every-look', ...EVERY_FIVE_MINUTES });
const peekSeldom = paramsSchema.parse({ rule: 'every-look', looks: 8, lookSeconds: 1800, ...NEVER });
const sequential = paramsSchema.parse({ rule: 'obrien-fleming', looks: 16, lookSeconds: 900, ...NEVER });
const pocock = paramsSchema.parse({ rule: 'pocock', looks: 16, lookSeconds: 900, ...NEVER });
const alwaysValid = paramsSchema.parse({ rule: 'always-valid', ...EVERY_FIVE_MINUTES });
const once = paramsSchema.parse({ rule: 'single-look', ...EVERY_FIVE_MINUTES });

describe('four hours of a canary that harms nobody', () => {
  it('read as z with mean 0 and spread 1', () => {
    const runs = 1500;
    let [sum, squares] = [0, 0];
    const params = paramsSchema.parse({ rule: 'single-look', looks: 1, lookSeconds: 3600 });
    for (let seed = 0; seed < runs; seed += 1) {
      const { z } = play(params, seed, 0).last.raw;
      sum += z;
      squares += z * z;
    }
    expect(Math.abs(sum / runs)).toBeLessThan(0.06);
    expect(Math.abs(Math.sqrt(squares / runs) - 1)).toBeLessThan(0.05);
  });

  // calibration-s04-s10.md, S10: false stops of a true "no difference" over 4 h, on the harmful side only
  it.each([
    ['peeking every 5 minutes', peek, 0.15, 0.03],
    ['peeking every 30 minutes', peekSeldom, 0.09, 0.02],
    ['O’Brien and Fleming’s bounds', sequential, 0.03, 0.012],
    ['Pocock’s bound', pocock, 0.025, 0.012],
    ['the always-valid test', alwaysValid, 0.01, 0.01],
    ['a single look at the end', once, 0.025, 0.012],
  ])('are stopped by %s as often as chance has it', (_, params, wanted, within) => {
    expect(Math.abs(shareStopped(params, 900) - wanted)).toBeLessThan(within);
  });

  it('are stopped by peeking on either side as often as the read-out says', () => {
    const runs = 1000;
    let crossed = 0;
    for (let seed = 0; seed < runs; seed += 1) {
      const state = started(peek);
      let above = false;
      for (let look = 1; look <= 12; look += 1) {
        serve(state, seed, look, 300, 0);
        above ||= Math.abs(readExperiment(state, peek).raw.z) > 1.959964;
      }
      if (above) crossed += 1;
    }
    const state = started(peek);
    state.look = 12;
    const { falsePositiveRate } = readExperiment(state, peek);
    expect(falsePositiveRate).toBeGreaterThan(0.2);
    expect(Math.abs(crossed / runs - falsePositiveRate)).toBeLessThan(0.03);
  });
});

describe('a canary that refuses 0.9 points more', () => {
  it('is stopped by every rule within the hour, by those that allow for looks a little later', () => {
    const [fast, steady, slow] = [medianStop(peek, -0.009), medianStop(alwaysValid, -0.009), medianStop(sequential, -0.009)];
    expect(fast).toBeGreaterThanOrEqual(5);
    expect(fast).toBeLessThanOrEqual(20);
    expect(steady).toBeGreaterThanOrEqual(20);
    expect(steady).toBeLessThanOrEqual(40);
    expect(slow).toBeGreaterThanOrEqual(45);
    expect(slow).toBeLessThanOrEqual(60);
  });

  it('is never ramped by the agreed rule, and one that harms nobody nearly always is', () => {
    const rule = paramsSchema.parse({});
    const ramped = (gap: number): number =>
      Array.from({ length: 200 }, (_, seed) => play(rule, seed, gap).chart).filter((chart) => chart === 'ramped').length / 200;
    expect(ramped(-0.009)).toBeLessThan(0.02);
    expect(ramped(0)).toBeGreaterThan(0.9);
  });

  it('is stopped just so when the outcome is one whose rise is the harm', () => {
    const rise = paramsSchema.parse({ rule: 'obrien-fleming', harm: 'rise', expectedRate: 1 - APPROVED });
    const fall = paramsSchema.parse({ rule: 'obrien-fleming' });
    const [risen, fallen] = [started(rise), started(fall)];
    countOutcomes(risen, 'control', 0, 50_000, 1800);
    countOutcomes(risen, 'treatment', 0, 2600, 180);
    countOutcomes(fallen, 'control', 0, 50_000, 50_000 - 1800);
    countOutcomes(fallen, 'treatment', 0, 2600, 2600 - 180);
    const [one, other] = [takeLook(risen, rise), takeLook(fallen, fall)];
    expect([one.decision, other.decision]).toEqual(['stop-for-harm', 'stop-for-harm']);
    expect([one.raw.z, one.power, one.trialsNeeded]).toEqual([
      expect.closeTo(-other.raw.z, 9),
      expect.closeTo(other.power, 9),
      other.trialsNeeded,
    ]);
  });
});

describe('a split that sends one country to the canary', () => {
  const params = paramsSchema.parse({ strata: ['country-x', 'others'], ...NEVER });
  const adjusted = { ...params, adjustForMix: true };

  /** Nothing is wrong with the treatment: country X is approved less in both arms. */
  function biased(seed: number): ExperimentState {
    const state = started(params);
    const key = drawKey(String(seed), 'experiment', 'outcomes');
    const cells = [
      ['control', 0, 15_000, 0.91],
      ['control', 1, 190_000, 0.9687],
      ['treatment', 0, 2_380, 0.91],
      ['treatment', 1, 8_420, 0.9687],
    ] as const;
    cells.forEach(([arm, stratum, trials, p], i) => countOutcomes(state, arm, stratum, trials, binomialAt(key, 1, i, trials, p)));
    return state;
  }

  it('shows a gap that the mix-adjusted difference does not, in a split of the right size', () => {
    const runs = 400;
    let [covered, z] = [0, 0];
    for (let seed = 0; seed < runs; seed += 1) {
      const { raw, mixAdjusted, split, mismatch, mix, coveredShare } = readExperiment(biased(seed), params);
      expect([split.p > 0.1, mismatch, mix.p < 1e-100, coveredShare]).toEqual([true, false, true, 1]);
      z += raw.z;
      if (mixAdjusted.interval.low <= 0 && mixAdjusted.interval.high >= 0) covered += 1;
    }
    expect(z / runs).toBeLessThan(-4);
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(0.04);
  });

  it('stops the canary unless the rule was to adjust for it', () => {
    const decisions = (rule: ExperimentParams): Set<string> =>
      new Set(
        Array.from({ length: 30 }, (_, seed) => {
          const state = biased(seed);
          for (let look = 1; look < rule.looks; look += 1) takeLook(state, { ...rule, rule: 'single-look' });
          return takeLook(state, rule).decision;
        }),
      );
    expect(decisions(params)).toContain('stop-for-harm');
    expect(decisions(adjusted)).not.toContain('stop-for-harm');
  });
});

describe('an experiment', () => {
  const params = paramsSchema.parse({ looks: 4, leastTrials: 100 });

  it('takes no look before it starts or after it ends, and reading it freely moves nothing', () => {
    const state = createExperiment(params);
    expect([takeLook(state, params).look, state.chart]).toEqual([0, 'planned']);
    startExperiment(state, 0.05);
    serve(state, 3, 1, 600, 0);
    const before = cloneState(state);
    readExperiment(state, params);
    expect(state).toEqual(before);
    moveExperiment(state, 'CONCLUDE');
    expect([takeLook(state, params).look, state.chart]).toEqual([0, 'concluded']);
    startExperiment(state, 0.5);
    expect([state.chart, state.treatmentShare]).toEqual(['concluded', 0.05]);
  });

  it('concludes at its last planned look when nothing was decided', () => {
    const state = started({ ...params, ...NEVER });
    const decisions = [1, 2, 3, 4].map((look) => {
      serve(state, 4, look, 300, 0);
      return takeLook(state, { ...params, ...NEVER }).decision;
    });
    expect(decisions).toEqual(['continue', 'continue', 'continue', 'conclude']);
    expect(state.chart).toBe('concluded');
  });

  it('decides nothing on a handful of trials', () => {
    const state = started(params);
    countOutcomes(state, 'control', 0, 1800, 1740);
    countOutcomes(state, 'treatment', 0, 99, 30);
    expect(takeLook(state, params).decision).toBe('continue');
    countOutcomes(state, 'treatment', 0, 1, 0);
    expect(takeLook(state, params).decision).toBe('stop-for-harm');
  });

  it('distrusts itself when an arm has lost trials on the way, and goes on', () => {
    const state = started(params);
    countOutcomes(state, 'control', 0, 95_000, 91_580);
    countOutcomes(state, 'treatment', 0, 4_600, 4_300);
    const { decision, mismatch } = takeLook(state, params);
    expect([decision, mismatch, state.chart]).toEqual(['distrust', true, 'running']);
  });

  it('keeps the smallest always-valid p of all its looks', () => {
    const rule = paramsSchema.parse({ rule: 'always-valid', ...NEVER, looks: 10 });
    const state = started(rule);
    countOutcomes(state, 'control', 0, 19_000, 18_316);
    countOutcomes(state, 'treatment', 0, 1_000, 950);
    const low = takeLook(state, rule).alwaysValidP;
    expect(low).toBeLessThan(1);
    countOutcomes(state, 'control', 0, 19_000, 18_316);
    countOutcomes(state, 'treatment', 0, 1_000, 978);
    expect(takeLook(state, rule).alwaysValidP).toBe(low);
  });

  it('starts afresh on a new split', () => {
    const state = started(params);
    serve(state, 5, 1, 600, -0.2);
    takeLook(state, params);
    expect(state.chart).toBe('stopped-for-harm');
    startExperiment(state, 0.5);
    expect(state.chart).toBe('running');
    const { control, treatment, look, alwaysValidP, raw, falsePositiveRate, power } = readExperiment(state, params);
    expect([control.trials, treatment.trials, look, alwaysValidP, falsePositiveRate]).toEqual([0, 0, 0, 1, 0]);
    expect([raw.difference, raw.z, raw.p]).toEqual([NaN, NaN, NaN]);
    expect(power).toBeLessThan(0.05);
    serve(state, 5, 2, 600, 0);
    expect(readExperiment(state, params).mismatch).toBe(false);
  });

  it('has parameters with defaults, and refuses others', () => {
    expect(paramsSchema.parse({})).toMatchObject({
      treatmentShare: 0.05,
      rule: 'obrien-fleming',
      looks: 16,
      lookSeconds: 900,
      mixtureTau: 0.005,
    });
    for (const wrong of [{ looks: 0 }, { treatmentShare: 1 }, { strata: ['a', 'a'] }, { strata: [] }, { rule: 'peek' }, { peeks: 3 }])
      expect(paramsSchema.safeParse(wrong).success).toBe(false);
  });
});
