import type { Scenario } from '../scenario/scenario.ts';
import { BARS } from './bars.ts';
import type { Cheapest } from './claims/solvable.ts';
import type { Choices } from './lists/choices.ts';
import type { Climbed } from './lists/climb.ts';
import type { FixedList } from './lists/fixed-list.ts';
import { listOf, type Genome } from './lists/genome.ts';
import { listTasks, runBatches } from './plan.ts';
import { mean } from './row.ts';
import type { ListOutcome, Runner } from './tasks.ts';

const MORE_SETS = 2; // further sets of preventions that the best list is played with

/** The best of several chains, best first, each once. */
export function bestOf(chains: readonly Climbed[], keep: number): readonly Genome[] {
  const all = chains.flatMap(({ best }) => best).sort((a, b) => b.value - a.value);
  const once = new Map(all.map((found) => [JSON.stringify(found.list), found.genome] as const).reverse());
  return [...once.values()].reverse().slice(0, keep);
}

/** Means over nights of what each list scored. @param outcomes by night, then by list */
export const meanScores = (lists: readonly FixedList[], outcomes: readonly (readonly ListOutcome[])[]): readonly number[] =>
  lists.map((_, i) => mean(outcomes.map((night) => night[i]!.score)));

/**
 * The lists that are played on every seed: the best that were found, with the preventions that suit the best of them most. Those come
 * last because proving them costs several nights a list.
 */
export async function withPreventions(
  scenario: Scenario,
  found: readonly Genome[],
  choices: Choices,
  run: Runner,
): Promise<readonly FixedList[]> {
  const best = found[0];
  if (best === undefined) return [];
  const sets = [-1, ...choices.preventions.keys()];
  const lists = sets.map((preventions) => listOf({ ...best, preventions }, choices));
  const { tried } = await runBatches(run, { tried: listTasks(scenario, lists, 1) });
  const scores = meanScores(lists, tried);
  const ranked = sets.map((set, i) => ({ set, score: scores[i]! })).sort((a, b) => b.score - a.score);
  const others = ranked.slice(1, 1 + MORE_SETS).map(({ set }) => ({ ...best, preventions: set }));
  const all = [...found.map((genome) => ({ ...genome, preventions: ranked[0]!.set })), ...others];
  return all.map((genome) => listOf(genome, choices));
}

/**
 * The cheapest of some lists whose changes rest on what they have seen, on every one of the nights.
 * @param outcomes by night, then by list
 * @returns null where no list is such
 */
export function cheapestEligible(
  variant: string,
  lists: readonly FixedList[],
  outcomes: readonly (readonly ListOutcome[])[],
): Cheapest | null {
  const eligible = lists.flatMap((list, i): Cheapest[] =>
    outcomes.every((night) => night[i]!.evidence >= BARS.solvable.evidenceAtLeast)
      ? [{ variant, list, impactEur: mean(outcomes.map((night) => night[i]!.impactEur)) }]
      : [],
  );
  return eligible.length === 0 ? null : eligible.reduce((a, b) => (b.impactEur < a.impactEur ? b : a));
}
