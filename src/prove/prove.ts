import type { Scenario } from '../scenario/scenario.ts';
import { oneChangeLists, triedOn, type Candidate } from './changes-tried.ts';
import { alike } from './claims/alike.ts';
import { apt } from './claims/apt.ts';
import { checklist } from './claims/checklist.ts';
import { boardNotes } from './claims/board-notes.ts';
import { identifiable } from './claims/identifiable.ts';
import { losable } from './claims/losable.ts';
import { memorisable } from './claims/memorisable.ts';
import { preventions } from './claims/preventions.ts';
import { solvable } from './claims/solvable.ts';
import { worse } from './claims/worse.ts';
import { bestOf, cheapestEligible, meanScores, withPreventions } from './finalists.ts';
import type { Climbed } from './lists/climb.ts';
import type { FixedList } from './lists/fixed-list.ts';
import { listOf } from './lists/genome.ts';
import { guessing } from './lists/guessing.ts';
import { guessNote } from './guess-note.ts';
import { impactMean, type Nights } from './nights.ts';
import { cheapestClimbs, costlyVariants, listTasks, nightTasks, pageTasks, usualLists, runBatches, scoreClimbs } from './plan.ts';
import type { KnownLists, ProveOptions } from './plan.ts';
import { mean, type ClaimRow, type Unmeasured } from './row.ts';
import { choicesIn, type ListOutcome, type Runner } from './tasks.ts';
import { leaveAloneVariants, variantsOf } from './variants.ts';
import { BARS } from './bars.ts';

export interface Proof {
  readonly rows: readonly ClaimRow[];
  readonly found: KnownLists;
}

/** Lists of which the best is to be found on every seed. */
interface Finalists {
  readonly score: readonly FixedList[];
  readonly cheapest: Readonly<Record<string, readonly FixedList[]>>; // by variant
  readonly notes: { readonly score: readonly string[]; readonly cheapest: readonly string[] };
}

const tried = (climbs: readonly Climbed[]): number => climbs.reduce((sum, climb) => sum + climb.tried, 0);

function replayed(scenario: Scenario, known: KnownLists): Finalists {
  const note = ['played again: lists that an earlier search found'];
  return {
    score: known.score,
    cheapest: Object.fromEntries(costlyVariants(scenario).map((variant) => [variant, [known.cheapest[variant] ?? []]])),
    notes: { score: note, cheapest: note },
  };
}

/** That no list sets a standard in some variants, and how to look for one. */
const noneOnEvidence = (variants: readonly string[], quick: boolean): Unmeasured => ({
  variants,
  because: 'none of the lists rests on evidence on every seed',
  todo: quick ? `leave out --quick, to try ${usualLists(false)} lists a variant, or try more with --lists` : 'try more with --lists',
});

/** The change whose nights on the search's seed cost the most beyond doing nothing. @param costs by variant, then by list */
function worstChange(nights: Nights, lists: readonly FixedList[], outcomes: readonly (readonly ListOutcome[])[]): Candidate {
  const candidates = nights.variants.flatMap(
    (variant, v) =>
    lists.map((list, i) => ({ variant, list, share: outcomes[v]![i]!.impactEur / nights.figures.find((night) => night.variant === variant)!.played['none']!.impactEur })), // prettier-ignore
  );
  return candidates.reduce((a, b) => (b.share > a.share ? b : a));
}

/**
 * Measures every claim of an honest scenario.
 * @param known lists of an earlier search, played again where a quick proof is asked for; null: none are known
 * @param run does the work, in as many places at once as it likes: the rows depend on nothing but scenario and options
 */
export async function prove(scenario: Scenario, options: ProveOptions, known: KnownLists | null, run: Runner): Promise<Proof> {
  const { id } = scenario.brief;
  const again = options.quick ? known : null;
  const choices = choicesIn(scenario);
  const changes = oneChangeLists(choices);
  const first = await runBatches(run, {
    score: again === null ? scoreClimbs(options.quick) : [],
    cheapest: again === null ? cheapestClimbs(scenario, options.lists) : [],
    nights: nightTasks(scenario, options.seeds),
    changes: listTasks(scenario, changes, 1),
    fit: pageTasks(scenario, 'fit', options.quick),
    test: pageTasks(scenario, 'test', options.quick),
  });
  const nights: Nights = {
    variants: variantsOf(scenario),
    leaveAlone: leaveAloneVariants(scenario),
    floorEur: scenario.brief.floorEur,
    figures: first.nights,
  };
  const finalists: Finalists =
    again !== null
      ? replayed(scenario, again)
      : {
          score: await withPreventions(scenario, bestOf(first.score, BARS.memorisable.scored), choices, run),
          cheapest: Object.fromEntries(
            costlyVariants(scenario).map((variant, i) => [variant, first.cheapest[i]!.best.map(({ genome }) => listOf(genome, choices))]),
          ),
          notes: {
            score: [`${tried(first.score)} lists tried by coordinate ascent`],
            cheapest: [`${tried(first.cheapest)} lists tried, ${first.cheapest.map((climb) => climb.tried).join(' + ')} by variant`],
          },
        };
  const worstTried = worstChange(nights, changes, first.changes);
  const costly = costlyVariants(scenario);
  const last = await runBatches(run, {
    score: listTasks(scenario, finalists.score, options.seeds),
    cheapest: costly.flatMap((variant) => listTasks(scenario, finalists.cheapest[variant]!, options.seeds, [variant])),
    worse: listTasks(scenario, [worstTried.list], options.seeds, [worstTried.variant]),
  });
  const scores = meanScores(finalists.score, last.score);
  const ranked = finalists.score.map((list, i) => ({ list, score: scores[i]! })).sort((a, b) => b.score - a.score);
  const cheapest = costly.flatMap((variant, v) => {
    const outcomes = last.cheapest.slice(v * options.seeds, (v + 1) * options.seeds);
    return cheapestEligible(variant, finalists.cheapest[variant]!, outcomes) ?? [];
  });
  const without = costly.filter((variant) => !cheapest.some((one) => one.variant === variant));
  const { guesses } = await runBatches(run, {
    guesses: cheapest.flatMap(({ variant, list }) => listTasks(scenario, [guessing(list)], options.seeds, [variant])),
  });
  const guessed = cheapest.map((one, v) => ({
    variant: one.variant,
    impactEur: mean(guesses.slice(v * options.seeds, (v + 1) * options.seeds).map((night) => night[0]!.impactEur)),
  }));
  const worseEur = mean(last.worse.map((night) => night[0]!.impactEur));
  const rows = [
    solvable(
      id,
      nights,
      cheapest,
      [...finalists.notes.cheapest, ...guessNote(nights, guessed)],
      without.length === 0 ? null : noneOnEvidence(without, options.quick),
    ),
    apt(id, nights),
    losable(id, nights),
    memorisable(id, nights, ranked, finalists.notes.score),
    checklist(id, nights),
    identifiable(id, nights, boardNotes(scenario)),
    alike(scenario, first.fit.flat(), first.test.flat()),
    preventions(id, nights),
    worse(id, [triedOn(scenario.brief, worstTried, worseEur, impactMean(nights, worstTried.variant, 'none'))]),
  ];
  const found: KnownLists = {
    score: ranked.map(({ list }) => list),
    cheapest: Object.fromEntries(cheapest.map(({ variant, list }) => [variant, list])),
  };
  return { rows, found };
}
