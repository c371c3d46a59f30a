import type { Outcome } from './outcome.ts';
import type { SweepPlan } from './sweep.ts';

/** What one policy came to on one variant. Scores to a hundredth, euro to the cent, shares to four digits. */
export interface SweepRow {
  readonly scenario: string;
  readonly variant: string;
  readonly policy: string;
  readonly seeds: number;
  readonly scoreMean: number;
  readonly scoreP05: number;
  readonly scoreP95: number;
  readonly impactEurMean: number;
  readonly impactAvoidedMean: number | null; // over the seeds where something could be avoided; null where there is none
  readonly identifiedShare: number; // of seeds whose last claim named the cause
}

export interface SweepTable {
  readonly rows: readonly SweepRow[];
  readonly episodes: number;
  readonly ticks: number; // simulated in these episodes
  readonly seconds: number; // that they took
}

const rounded = (value: number, unit: number): number => Math.round(value * unit) / unit;
const HUNDREDTH = 100;
const FOUR_DIGITS = 10_000;

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The nearest-rank percentile: the least of the values that at least so many percent of them do not exceed. It is always one
 * of the values.
 * @param percent a whole number from 1 to 100
 */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? NaN;
}

/** The row of one policy on one variant. @param outcomes at least one, each of another seed, in any order */
function rowOf(outcomes: readonly Outcome[]): SweepRow {
  const bySeed = [...outcomes].sort((a, b) => (a.seed < b.seed ? -1 : a.seed > b.seed ? 1 : 0)); // a sum depends on its order
  const { scenario, variant, policy } = bySeed[0]!;
  const scores = bySeed.map(({ score }) => score);
  const avoided = bySeed.flatMap(({ impactAvoided }) => (impactAvoided === null ? [] : [impactAvoided]));
  return {
    scenario,
    variant,
    policy,
    seeds: bySeed.length,
    scoreMean: rounded(meanOf(scores), HUNDREDTH),
    scoreP05: rounded(percentileOf(scores, 5), HUNDREDTH),
    scoreP95: rounded(percentileOf(scores, 95), HUNDREDTH),
    impactEurMean: rounded(meanOf(bySeed.map(({ impactEur }) => impactEur)), HUNDREDTH),
    impactAvoidedMean: avoided.length === 0 ? null : rounded(meanOf(avoided), FOUR_DIGITS),
    identifiedShare: rounded(bySeed.filter(({ identified }) => identified).length / bySeed.length, FOUR_DIGITS),
  };
}

const keyOf = (scenario: string, variant: string, policy: string): string => JSON.stringify([scenario, variant, policy]);

/** Rows in the order of the plan; equal whatever the order in which outcomes come, and so whoever played them. */
export function rowsOf(plan: SweepPlan, outcomes: readonly Outcome[]): readonly SweepRow[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome.scenario, outcome.variant, outcome.policy);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [outcome]);
    else group.push(outcome);
  }
  return plan.scenarios.flatMap(({ id, variants }) =>
    variants.flatMap((variant) =>
      plan.policies.flatMap((policy) => {
        const group = groups.get(keyOf(id, variant, policy));
        return group === undefined ? [] : [rowOf(group)];
      }),
    ),
  );
}

/** All of it: rows, and what they rest on. */
export function tableOf(plan: SweepPlan, outcomes: readonly Outcome[], seconds: number): SweepTable {
  const ticks = new Map(plan.scenarios.map((scenario) => [scenario.id, scenario.ticks]));
  return {
    rows: rowsOf(plan, outcomes),
    episodes: outcomes.length,
    ticks: outcomes.reduce((sum, { scenario }) => sum + (ticks.get(scenario) ?? 0), 0),
    seconds: rounded(seconds, HUNDREDTH),
  };
}
