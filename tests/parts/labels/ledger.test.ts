import { describe, expect, it } from 'vitest';
import { createLabels, matured, maturedCohorts, type Cohort, type Period } from '../../../src/parts/labels/ledger.ts';
import { paramsSchema } from '../../../src/parts/labels/params.ts';

const params = paramsSchema.parse({ periodHours: 24, delayHours: 45 * 24, cohortDays: 15 });
const day = (n: number): Period => ({
  hour: (n + 1) * 24, mix: new Float64Array(1), rows: 100, moved: 0, hit: 0, stale: 0, policy: 0, overrides: 0, reviewed: 1,
  allPositives: 10, selected: 30, positives: n, overridden: 1, overriddenPositives: 0.2,
}); // prettier-ignore
const before: Cohort = {
  index: 0,
  fromDay: 0,
  toDay: 0,
  matureHour: 0,
  selected: 450,
  positives: 9,
  overridden: 5,
  overriddenPositives: 1,
};
const labels = { ...createLabels(), periods: Array.from({ length: 60 }, (_, n) => day(n)) };

describe('labels', () => {
  it('are known all at once, so many days after the decision', () => {
    expect(matured(labels, params, 46 * 24 - 1)).toBe(0);
    expect(matured(labels, params, 46 * 24)).toBe(1);
    expect(matured(labels, params, 60 * 24)).toBe(15);
  });

  it('come by cohort only once the last of its days has its own', () => {
    const newest = (hour: number): number => maturedCohorts(labels, params, hour, before, 1)[0]!.index;
    expect(newest(59 * 24)).toBe(-1);
    expect(newest(60 * 24)).toBe(0);
    expect(newest(75 * 24)).toBe(1);
  });

  it('add up over the days of a cohort, and stand for an ordinary time before the start', () => {
    const [first, second] = maturedCohorts(labels, params, 60 * 24, before, 2);
    expect(first).toMatchObject({ index: -1, fromDay: -15, toDay: 0, positives: 9 });
    expect(second).toMatchObject({ index: 0, selected: 450, positives: 105, overridden: 15 });
  });
});
