import type { Change } from '../../domain/action.ts';
import type { LookOffer } from '../../domain/observation.ts';
import { paceOf } from '../../domain/time.ts';
import { EFFORT, MOST_ITEMS } from '../../policy/aftermath.ts';
import { createRun } from '../../run/run.ts';
import type { Brief } from '../../scenario/brief.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { changesWithFigures } from '../../domain/change-figures.ts';
import { untilPage } from './fixed-list.ts';

/** All that there is to choose from in a scenario, as any player finds it at the page: the menu, the board and the brief. */
export interface Choices {
  readonly looks: readonly LookOffer[];
  readonly suggested: readonly Change[]; // as the menu words them
  readonly changes: readonly Change[]; // those, and with other figures
  readonly messageTo: readonly string[];
  readonly options: readonly string[];
  readonly causes: readonly string[];
  readonly changed: readonly string[];
  readonly enters: readonly string[];
  readonly missed: readonly string[];
  readonly preventions: readonly (readonly string[])[]; // every choice of one to three that the effort allows
  readonly review: readonly string[];
  readonly pagerMetric: string;
  readonly pace: number; // see `paceOf`
}

/** Every choice of up to so many items within the effort, in order. */
function choicesOfItems(brief: Brief): readonly (readonly string[])[] {
  const effortOf = new Map(brief.preventions.map(({ id, effort }) => [id, effort]));
  let chosen: (readonly string[])[] = [[]];
  for (const { id } of brief.preventions)
    chosen = [...chosen, ...chosen.filter((items) => items.length < MOST_ITEMS).map((items) => [...items, id])];
  return chosen.filter((items) => items.length > 0 && items.reduce((sum, id) => sum + effortOf.get(id)!, 0) <= EFFORT);
}

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

/**
 * What the menu holds as a night pages.
 * @param seed,variant of the night whose menu is read: what it offers is the same in all of them
 */
export function choicesOf(scenario: Scenario, seed: string, variant: string): Choices {
  const run = createRun(scenario, { seed, variant, checkpoints: false });
  untilPage(run);
  const { looks, changes } = run.menu();
  const { brief } = scenario;
  const suggested = changes.map(({ action }) => action);
  return {
    looks,
    suggested,
    changes: changesWithFigures(suggested),
    messageTo: idsOf(brief.stakeholders),
    options: idsOf(brief.questions.flatMap((question) => question.options)),
    causes: idsOf(brief.causes),
    changed: idsOf(brief.board.changed),
    enters: idsOf(brief.board.enters),
    missed: idsOf(brief.board.missed),
    preventions: choicesOfItems(brief),
    review: idsOf(brief.review),
    pagerMetric: brief.pager.metric,
    pace: paceOf(brief.tickSeconds),
  };
}
