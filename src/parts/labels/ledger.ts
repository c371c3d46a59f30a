import { ZERO } from '../../kernel/zero.ts';
import type { LabelsParams } from './params.ts';

/** What rows met in one period. Plain data. */
export interface Period {
  readonly hour: number; // when it ended, since the start
  readonly mix: Float64Array; // share by group
  readonly rows: number;
  readonly moved: number; // shares of the rows
  readonly hit: number;
  readonly stale: number;
  readonly policy: number; // index among the policies that have been in force
  readonly overrides: number; // share of the rejected rows of the band that staff took on
  readonly reviewed: number; // share of the selected rows that people looked at
  readonly allPositives: number; // expected
  readonly selected: number; // expected rows taken on or flagged
  readonly positives: number; // expected, among the selected
  readonly overridden: number; // expected rows taken on by staff alone
  readonly overriddenPositives: number;
}

export interface LabelsState {
  periods: Period[]; // oldest first
}

export const createLabels = (): LabelsState => ({ periods: [] });

/** How many of the first periods have their labels by an hour: all of a period at once, after the delay. */
export function matured(state: LabelsState, params: LabelsParams, hour: number): number {
  let count = state.periods.length;
  while (count > 0 && state.periods[count - 1]!.hour + params.delayHours > hour) count -= 1;
  return count;
}

/** A cohort: consecutive periods of decisions, followed together. */
export interface Cohort {
  readonly index: number; // 0: the first after the start; below 0: before it
  readonly fromDay: number;
  readonly toDay: number;
  readonly matureHour: number; // when all of it is known
  readonly selected: number;
  readonly positives: number;
  readonly overridden: number;
  readonly overriddenPositives: number;
}

/**
 * The newest cohorts whose last label has come by an hour, oldest first.
 * @param before a cohort of an ordinary time, which stands for all from before the start @param count how many
 */
export function maturedCohorts(state: LabelsState, params: LabelsParams, hour: number, before: Cohort, count: number): Cohort[] {
  const hours = params.cohortDays * 24;
  const newest = Math.floor((hour - params.delayHours) / hours) - 1; // index of the newest that is known
  const cohorts: Cohort[] = [];
  for (let i = 0; i < count; i += 1) cohorts.push(cohortOf(state, params, newest - count + 1 + i, before));
  return cohorts;
}

const NONE = { selected: ZERO, positives: ZERO, overridden: ZERO, overriddenPositives: ZERO };

function cohortOf({ periods }: LabelsState, params: LabelsParams, index: number, before: Cohort): Cohort {
  const hours = params.cohortDays * 24;
  let { selected, positives, overridden, overriddenPositives } = index < 0 ? before : NONE;
  const perCohort = hours / params.periodHours;
  for (const period of index < 0 ? [] : periods.slice(index * perCohort, (index + 1) * perCohort)) {
    selected += period.selected;
    positives += period.positives;
    overridden += period.overridden;
    overriddenPositives += period.overriddenPositives;
  }
  return {
    index,
    fromDay: index * params.cohortDays,
    toDay: (index + 1) * params.cohortDays,
    matureHour: (index + 1) * hours + params.delayHours,
    selected,
    positives,
    overridden,
    overriddenPositives,
  };
}
