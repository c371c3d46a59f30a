import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basisOf } from '../../../src/parts/population/basis.ts';
import { addRows, createMixture } from '../../../src/parts/population/mixture.ts';
import { mixAt } from '../../../src/parts/population/step.ts';
import { paramsSchema } from '../../../src/parts/decisions/params.ts';
import { patternMask, take, takeAll, workOut, type Policy, type Taken } from '../../../src/parts/decisions/policy.ts';
import { createQueue, stepQueue } from '../../../src/parts/decisions/queue.ts';
import { createDecisions, driveDecisions } from '../../../src/parts/decisions/step.ts';
import { takeTop } from '../../../src/parts/decisions/top.ts';
import { scoredBy } from '../../../src/parts/scorecard/scores.ts';
import { tablesOf } from '../../../src/sim/scoring/tables.ts';
import { scoringParams } from '../../support/play-scoring.ts';

const fraud = scoringParams('prediction-drift-alarm', 'technique');
const { basis, versions } = tablesOf(fraud);
const champion = versions.at(-1)!;
const policy = (over: Partial<Policy> = {}): Policy => ({
  artifact: champion.artifact, model: champion.model, cutoff: 0.8, segmentCutoffs: {}, rules: [], paused: false, ...over,
}); // prettier-ignore
const hour = (shift = 0): Float64Array => {
  const mixture = createMixture(basis.groups);
  addRows(mixture, mixAt(fraud.population, shift), 44_000, 0, 0, 0);
  return mixture;
};
const selected = (over: Partial<Policy>, shift = 0): Taken =>
  take(basis, workOut(basis, fraud.population, fraud.scorecard, fraud.decisions, policy(over)).selected, hour(shift));

describe('a threshold', () => {
  it('selects the fewer rows, and the surer, the higher it is', () => {
    const shares = [0.6, 0.7, 0.8, 0.9].map((cutoff) => selected({ cutoff }));
    for (let i = 1; i < shares.length; i += 1) {
      expect(shares[i]!.rows).toBeLessThan(shares[i - 1]!.rows);
      expect(shares[i]!.positives / shares[i]!.rows).toBeGreaterThan(shares[i - 1]!.positives / shares[i - 1]!.rows);
    }
  });

  it('selects nothing while decisions are paused', () => {
    expect(selected({ paused: true, rules: ['many-to-new'] }).rows).toBe(0);
  });

  it('of a segment leaves the others alone', () => {
    const credit = scoringParams('slow-fade', 'channel');
    const tables = tablesOf(credit);
    const model = tables.versions.at(-1)!;
    const of = (segmentCutoffs: Record<string, number>): Taken => {
      const mixture = createMixture(tables.basis.groups);
      addRows(mixture, mixAt(credit.population, 0), 1000, 0, 0, 0);
      const own = { artifact: model.artifact, model: model.model, cutoff: 0.33, segmentCutoffs, rules: [], paused: false };
      const worked = workOut(tables.basis, credit.population, credit.scorecard, credit.decisions, own);
      return take(
        tables.basis,
        worked.selected,
        mixture,
        credit.population.groups.map(({ segments }) => segments['channel'] === 'direct'),
      );
    };
    expect(of({ broker: 0.22 })).toEqual(of({}));
    expect(of({ direct: 0.22 }).rows).toBeLessThan(of({}).rows);
  });

  it('never selects more than there is, and expects no more positives than rows', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.double({ min: 0, max: 1.5, noNaN: true }), (cutoff, shift) => {
        const taken = selected({ cutoff: Math.round(cutoff * 100) / 100 }, shift);
        const all = takeAll(basis, hour(shift));
        expect(taken.rows).toBeLessThanOrEqual(all.rows + 1e-6);
        expect(taken.positives).toBeLessThanOrEqual(Math.min(taken.rows, all.positives) + 1e-6);
        expect(taken.predicted).toBeLessThanOrEqual(taken.rows + 1e-6);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a rule', () => {
  it('selects every row of its pattern and nothing else beside the model', () => {
    const worked = workOut(basis, fraud.population, fraud.scorecard, fraud.decisions, policy({ rules: ['many-to-new'] }));
    const ruled = take(basis, worked.ruled, hour());
    expect(ruled.rows / 44_000).toBeCloseTo(0.02 * 0.02, 6);
    expect(take(basis, worked.selected, hour()).rows).toBeLessThan(selected({}).rows + ruled.rows);
    expect(() => patternMask(basis, fraud.population, fraud.decisions, 'nothing')).toThrow('expected one of many-to-new');
  });
});

describe('the highest of a batch', () => {
  const churn = scoringParams('silent-schema', 'market');
  const tables = tablesOf(churn);
  const model = tables.versions.at(-1)!;
  const scored = scoredBy(tables.basis, churn.scorecard, model.model, model.artifact);
  const batch = createMixture(tables.basis.groups);
  addRows(batch, mixAt(churn.population, 0), 80_000, 0.2, 0.1, 0.3);

  it('are as many as are asked for, and better than the rest', () => {
    const taken = takeTop(tables.basis, batch, scored.logOdds, scored.order, 4000);
    const all = takeAll(tables.basis, batch);
    expect(taken.rows).toBeCloseTo(4000, 6);
    expect(taken.positives / taken.rows).toBeGreaterThan((2 * all.positives) / all.rows);
  });

  it('are the same rows whether counted together or by group', () => {
    const together = takeTop(tables.basis, batch, scored.logOdds, scored.order, 4000);
    const apart = churn.population.groups.map((_, g) =>
      takeTop(
        tables.basis,
        batch,
        scored.logOdds,
        scored.order,
        4000,
        churn.population.groups.map((__, h) => h === g),
      ),
    );
    for (const key of ['rows', 'positives', 'movedPositives', 'predicted'] as const)
      expect(apart.reduce((sum, part) => sum + part[key], 0)).toBeCloseTo(together[key], 6);
  });
});

describe('the review queue', () => {
  const params = paramsSchema.parse({ queuePerHour: 540, queueStart: 400, queueHours: 24 });

  it('takes from 400 to 2,200 in four hours what the alarm brings', () => {
    const queue = createQueue(params);
    for (const share of [0.0163, 0.0205, 0.0248, 0.029]) stepQueue(queue, params, share * 44_000);
    expect(queue.waiting).toBeCloseTo(2200, -2);
  });

  it('loses nobody: what came is served, waits, or has left after its day', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 60 }), (arrivals) => {
        const queue = createQueue(params);
        let came = 400;
        arrivals.forEach((n, hours) => {
          came += n;
          stepQueue(queue, params, n);
          expect(queue.waiting).toBeGreaterThanOrEqual(0);
          expect(queue.waiting).toBeLessThanOrEqual(came);
          expect(came - queue.waiting).toBeGreaterThanOrEqual(0);
          expect(queue.waitHours).toBeLessThanOrEqual(24);
          expect(hours).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});

describe('what faults drive', () => {
  it('is held by a cap and ended by a revert', () => {
    const params = paramsSchema.parse({});
    const state = createDecisions(params);
    driveDecisions(state, params, 0.07, 0.9);
    expect([state.overrideShare, state.changedShare]).toEqual([0.07, 0.9]);
    state.reverted = true;
    driveDecisions(state, params, 0.07, 0.9);
    expect(state.changedShare).toBe(0);
    driveDecisions(createDecisions(params), paramsSchema.parse({ configGate: true }), 0, 0.9);
  });

  it('starts as small as the gate of a configuration lets it', () => {
    const params = paramsSchema.parse({ configGate: true });
    const state = createDecisions(params);
    driveDecisions(state, params, 0, 0.9);
    expect(state.changedShare).toBe(0.05);
  });
});

it('a basis is made once for the same operator', () => {
  expect(
    basisOf(
      fraud.population,
      fraud.population.features.map(() => null),
      'same',
    ),
  ).toBe(
    basisOf(
      fraud.population,
      fraud.population.features.map(() => null),
      'same',
    ),
  );
});
