import { judgeEvidence } from '../judge/evidence-first.ts';
import { openCase } from '../judge/case-file.ts';
import { scoreRun } from '../judge/score.ts';
import { openStream } from '../kernel/streams.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { pageOf, type Page } from './alike.ts';
import { BARS } from './bars.ts';
import { choicesOf, type Choices } from './lists/choices.ts';
import { climb, type Climbed } from './lists/climb.ts';
import { deedCoordinates, wordCoordinates } from './lists/coordinates.ts';
import type { FixedList } from './lists/fixed-list.ts';
import { listOf } from './lists/genome.ts';
import { ListNight } from './lists/list-night.ts';
import { cheapness, meanScore } from './lists/objectives.ts';
import { figuresOfNight, type NightFigures } from './night-figures.ts';
import type { Night } from './outcome.ts';
import { allNights, variantsOf } from './variants.ts';

/** What a list came to on one night. */
export interface ListOutcome {
  readonly score: number;
  readonly impactEur: number;
  readonly evidence: number; // points of that part of the score
}

/** A piece of a proof that can be worked on apart from all others: plain data, with plain data for an answer. */
export type Task =
  | { readonly task: 'night'; readonly night: Night }
  | { readonly task: 'pages'; readonly variant: string; readonly seeds: readonly string[] }
  | { readonly task: 'lists'; readonly lists: readonly FixedList[]; readonly night: Night } // each on this night
  | { readonly task: 'climb'; readonly for: 'score' | { readonly cheapest: Night }; readonly chain: number; readonly lists: number };

interface Answers {
  readonly night: NightFigures;
  readonly pages: readonly Page[];
  readonly lists: readonly ListOutcome[];
  readonly climb: Climbed;
}
export type TaskAnswer<T extends Task> = Answers[T['task']];

/** The seed on which lists are searched; the best are then played on all others. */
export const SEARCH_SEED = '1';

export const choicesIn = (scenario: Scenario): Choices => choicesOf(scenario, SEARCH_SEED, variantsOf(scenario)[0]!);

function outcomeOfList(scenario: Scenario, played: ListNight, list: FixedList): ListOutcome {
  const trace = played.play(list);
  return {
    score: scoreRun(scenario, trace).total,
    impactEur: trace.impactEur,
    evidence: judgeEvidence(openCase(scenario, trace)).got,
  };
}

function climbed(scenario: Scenario, task: Extract<Task, { task: 'climb' }>): Climbed {
  const choices = choicesIn(scenario);
  const forScore = task.for === 'score';
  const coordinates = forScore ? [...deedCoordinates(choices, 0), ...wordCoordinates(choices)] : deedCoordinates(choices, 1);
  const evaluate = task.for === 'score' ? meanScore(scenario, allNights(scenario, [SEARCH_SEED])) : cheapness(scenario, task.for.cheapest);
  const draw = openStream(`prove ${task.chain}`, 'climb', JSON.stringify(task.for)).next;
  return climb(coordinates, (genome) => listOf(genome, choices), evaluate, task.lists, draw, BARS.memorisable.scored);
}

type Handlers = { readonly [K in Task['task']]: (scenario: Scenario, task: Extract<Task, { task: K }>) => Answers[K] };

const HANDLERS: Handlers = {
  night: (scenario, { night }) => figuresOfNight(scenario, night),
  pages: (scenario, { variant, seeds }) => seeds.flatMap((seed) => pageOf(scenario, variant, seed) ?? []),
  lists: (scenario, { lists, night }) => {
    const played = new ListNight(scenario, night);
    return lists.map((list) => outcomeOfList(scenario, played, list));
  },
  climb: climbed,
};

/** Does one piece of a proof. */
export const doTask = <T extends Task>(scenario: Scenario, task: T): TaskAnswer<T> =>
  (HANDLERS[task.task] as unknown as (scenario: Scenario, task: T) => TaskAnswer<T>)(scenario, task);

/** Does tasks, wherever and in whatever order, and answers in theirs. */
export type Runner = <T extends Task>(tasks: readonly T[]) => Promise<readonly TaskAnswer<T>[]>;
