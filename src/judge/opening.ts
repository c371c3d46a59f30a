import type { LogEntry } from '../domain/action.ts';
import type { Terms } from '../domain/difficulty.ts';
import { scrapeTicks, type Tick } from '../domain/time.ts';
import { feltWhatever } from '../run/felt.ts';
import { createRun, type Run } from '../run/run.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A night with preventions in place. */
export interface PreventedNight {
  readonly seed: string;
  readonly variant: string | undefined; // undefined: as the seed picks
  readonly preventions: readonly string[];
  readonly untimed: boolean;
  readonly terms?: Terms | undefined; // at its start; as usual where left out
}

/** A night up to its first alert: where the re-run of what was done from the alert on begins. */
export interface Opening {
  readonly pageTick: Tick | null; // null: nothing pages, and the night is over
  readonly played: number; // of the early entries
  /** A run of one's own at the scrape of the alert. @param preventions in place from here on, of those that have made no difference yet */
  begin(preventions?: readonly string[]): Run;
  /** The night when nothing more is done in it, at its end; to be read only. */
  unattended(): Run;
}

/** Plays early entries as they lie until something pages. @returns how many were played */
function untilPage(run: Run, scenario: Scenario, early: readonly LogEntry[]): number {
  const { ticks, tickSeconds } = scenario.brief;
  const step = scrapeTicks(tickSeconds);
  let played = 0;
  while (run.pageTick === null && run.tick < ticks) {
    const next = early[played];
    const to = Math.min(ticks, run.tick - (run.tick % step) + step);
    if (next !== undefined && next.tick <= to) {
      run.advance(next.tick);
      run.dispatch(next.action);
      played += 1;
    } else run.advance(to);
  }
  return played;
}

/** Plays a night to its first alert. @param early entries that were made before there was one */
export function playOpening(scenario: Scenario, night: PreventedNight, early: readonly LogEntry[]): Opening {
  const run = createRun(scenario, { ...night, checkpoints: false });
  const played = untilPage(run, scenario, early);
  const { pageTick } = run;
  let unattended: Run | null = null;
  const finished = (): Run => {
    const rest = run.fork();
    rest.advance(scenario.brief.ticks);
    return rest;
  };
  return { pageTick, played, begin: (preventions) => run.fork(preventions), unattended: () => (unattended ??= finished()) };
}

const KEPT = 24; // openings remembered a scenario, those of a few nights: each holds a world
const remembered = new WeakMap<Scenario, Map<string, Opening>>();

/**
 * The opening of a night in which nobody does anything before the alert; remembered, since it is the same for all of them, and for all
 * preventions that only make a difference to those who act.
 */
export function openingOf(scenario: Scenario, { seed, variant, preventions, untimed, terms }: PreventedNight): Opening {
  const night: PreventedNight = { seed, variant, preventions: feltWhatever(scenario, { seed, variant }, preventions, []), untimed, terms };
  let known = remembered.get(scenario);
  if (known === undefined) remembered.set(scenario, (known = new Map()));
  const key = JSON.stringify([night.seed, night.variant, night.preventions, night.untimed, night.terms]);
  let opening = known.get(key);
  if (opening === undefined) {
    for (const oldest of known.keys()) {
      if (known.size < KEPT) break;
      known.delete(oldest);
    }
    opening = playOpening(scenario, night, []);
    known.set(key, opening);
  }
  return opening;
}
