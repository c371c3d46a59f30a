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

/** Cohorts whose last label has come by an hour, oldest first. @param before one cohort from before the start, repeated as often as asked for */
export function maturedCohorts(state: LabelsState, params: LabelsParams, hour: number, before: Cohort, beforeCount: number): Cohort[] {
  const hours = params.cohortDays * 24;
  const cohorts: Cohort[] = [];
  for (let i = beforeCount; i > 0; i -= 1)
    cohorts.push({
      ...before,
      index: -i,
      fromDay: -i * params.cohortDays,
      toDay: (1 - i) * params.cohortDays,
      matureHour: (1 - i) * hours + params.delayHours,
    });
  for (let index = 0; (index + 1) * hours + params.delayHours <= hour; index += 1) {
    let [selected, positives, overridden, overriddenPositives] = [0, 0, 0, 0];
    for (const period of state.periods) {
      if (period.hour <= index * hours || period.hour > (index + 1) * hours) continue;
      selected += period.selected;
      positives += period.positives;
      overridden += period.overridden;
      overriddenPositives += period.overriddenPositives;
    }
    const fromDay = index * params.cohortDays;
    cohorts.push({
      index,
      fromDay,
      toDay: fromDay + params.cohortDays,
      matureHour: (index + 1) * hours + params.delayHours,
      selected,
      positives,
      overridden,
      overriddenPositives,
    });
  }
  return cohorts.filter(({ matureHour }) => matureHour <= hour);
}
