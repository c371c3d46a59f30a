import type { Scenario } from '../scenario/scenario.ts';
import { BARS } from './bars.ts';
import type { FixedList } from './lists/fixed-list.ts';
import { SEARCH_SEED, type Runner, type Task, type TaskAnswer } from './tasks.ts';
import { allNights, leaveAloneVariants, seedsFrom, variantsOf } from './variants.ts';

/** How thoroughly to prove. */
export interface ProveOptions {
  readonly seeds: number; // 1 to this many
  readonly quick: boolean; // lists found earlier are played instead of searched for
  readonly lists: number; // tried a variant for the cheapest, where they are searched for
}

/** Lists that a search found, to be played again. */
export interface KnownLists {
  readonly score: readonly FixedList[]; // best over all variants
  readonly cheapest: Readonly<Record<string, FixedList>>; // by variant
}

const CHAINS = 8;
const QUICK_LISTS = { score: 60, cheapest: 60 }; // tried a search where none are known

const PAGE_SEEDS = { fit: 100, test: 100, quickTest: 20, chunk: 25 };

type Of<K extends Task['task']> = Extract<Task, { task: K }>;

const perVariant = <T>(scenario: Scenario, make: (variant: string) => readonly T[]): readonly T[] => variantsOf(scenario).flatMap(make);

export const nightTasks = (scenario: Scenario, seeds: number): readonly Of<'night'>[] =>
  allNights(scenario, seedsFrom(1, seeds)).map((night) => ({ task: 'night', night }));

/** Pages to fit a classifier on, or to try it on: other seeds. */
export function pageTasks(scenario: Scenario, to: 'fit' | 'test', quick: boolean): readonly Of<'pages'>[] {
  const from = to === 'fit' ? 1001 : 1;
  const count = to === 'test' && quick ? PAGE_SEEDS.quickTest : PAGE_SEEDS[to];
  const starts = Array.from({ length: Math.ceil(count / PAGE_SEEDS.chunk) }, (_, i) => i * PAGE_SEEDS.chunk);
  return perVariant(scenario, (variant) =>
    starts.map((start): Of<'pages'> => ({
      task: 'pages',
      variant,
      seeds: seedsFrom(from + start, Math.min(PAGE_SEEDS.chunk, count - start)),
    })),
  );
}

export const scoreClimbs = (quick: boolean): readonly Of<'climb'>[] =>
  quick
    ? [{ task: 'climb', for: 'score', chain: 1, lists: QUICK_LISTS.score }]
    : Array.from({ length: CHAINS }, (_, i): Of<'climb'> => ({
        task: 'climb',
        for: 'score',
        chain: i + 1,
        lists: Math.ceil(BARS.memorisable.lists / CHAINS),
      }));

/** Variants whose cost a response can lower at all. */
export const costlyVariants = (scenario: Scenario): readonly string[] => {
  const still = leaveAloneVariants(scenario);
  return variantsOf(scenario).filter((variant) => !still.has(variant));
};

/** How many lists are tried a variant for the cheapest, unless more are asked for. */
export const usualLists = (quick: boolean): number => (quick ? QUICK_LISTS.cheapest : BARS.solvable.lists);

export const cheapestClimbs = (scenario: Scenario, lists: number): readonly Of<'climb'>[] =>
  costlyVariants(scenario).map((variant) => ({
    task: 'climb',
    for: { cheapest: { seed: SEARCH_SEED, variant } },
    chain: 1,
    lists,
  }));

/** Lists on every seed of one variant, or of all. */
export const listTasks = (
  scenario: Scenario,
  lists: readonly FixedList[],
  seeds: number,
  variants = variantsOf(scenario),
): readonly Of<'lists'>[] =>
  variants.flatMap((variant) => seedsFrom(1, seeds).map((seed): Of<'lists'> => ({ task: 'lists', lists, night: { seed, variant } })));

type Batches = Readonly<Record<string, readonly Task[]>>;
type BatchAnswers<B extends Batches> = { readonly [K in keyof B]: readonly TaskAnswer<B[K][number]>[] };

/** Runs several batches as one, so that no worker waits for the end of each. */
export async function runBatches<B extends Batches>(run: Runner, batches: B): Promise<BatchAnswers<B>> {
  const names = Object.keys(batches) as (keyof B & string)[];
  const answers = await run(names.flatMap((name) => [...batches[name]!]));
  let from = 0;
  return Object.fromEntries(
    names.map((name) => [name, answers.slice(from, (from += batches[name]!.length))]),
  ) as unknown as BatchAnswers<B>;
}
