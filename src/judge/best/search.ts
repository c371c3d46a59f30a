import type { LogEntry } from '../../domain/action.ts';
import { scrapeTicks, type Tick } from '../../domain/time.ts';
import { termsAtStart, type RunRecord } from '../../run/record.ts';
import { createRun, replayInto, type Run } from '../../run/run.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { beam, type FirstActs } from './beam.ts';
import { nothingMore, playInto } from './line.ts';
import { polish } from './polish.ts';
import { Simulations } from './simulations.ts';

export const MOST_SIMULATIONS = 400;
const FOR_POLISHING = 0.25; // of them, kept back for the end

/** The cheapest line of play found from a moment of a run on. */
export interface BestLine {
  readonly fromTick: Tick; // its first act may come here: at the moment asked for, or at the page where that comes later
  readonly acts: readonly LogEntry[]; // in order; empty where nothing that was tried is cheaper than doing nothing more
  readonly costEur: number; // of the whole night
  readonly nothingEur: number; // of the whole night when nothing more is done
  readonly simulations: number; // of how many were allowed
  readonly record: RunRecord; // the run up to the moment, and then this line
}

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** A recorded run up to a moment, its actions of that very tick left out; played on to the page where it has not been paged by then. */
export function runUpTo(scenario: Scenario, record: RunRecord, tick: Tick): Run {
  const { brief } = scenario;
  const run = createRun(scenario, {
    seed: record.seed,
    variant: record.variant,
    preventions: record.preventions,
    untimed: record.settings.untimed,
    terms: termsAtStart(record),
    checkpoints: false,
  });
  replayInto(run, record.log, Math.min(tick, brief.ticks));
  const step = scrapeTicks(brief.tickSeconds);
  while (run.pageTick === null && run.tick < brief.ticks) run.advance(Math.min(brief.ticks, run.tick - (run.tick % step) + step));
  return run;
}

/**
 * Looks for the cheapest line of play from a moment of a run on, with hindsight: it tries what the menu offers on the very night of the
 * run. It is shown no cause, no tell and no recommended response.
 * A generator, so that it can be watched and given up: each step is one simulation.
 * @param most simulations that it may make
 * @throws when the record's variant or preventions are not the scenario's
 */
export function* searchBest(
  scenario: Scenario,
  record: RunRecord,
  tick: Tick,
  most: number = MOST_SIMULATIONS,
): Generator<Progress, BestLine> {
  const root = runUpTo(scenario, record, tick);
  const simulations = new Simulations();
  const first: FirstActs = new Map();
  const nothing = nothingMore(root, simulations.endOf(root.fork(), Infinity));
  const counted = function* <T>(work: Generator<void, T>): Generator<Progress, T> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      yield { done: simulations.done, of: most };
    }
  };
  simulations.allow(Math.ceil(most * (1 - FOR_POLISHING)));
  const found = yield* counted(beam(root, nothing, first, simulations));
  simulations.allow(most);
  const offered = [...first.values()].map(({ action }) => action);
  const best = yield* counted(polish(root, found, offered, simulations));
  const last = root.fork();
  playInto(last, best.acts);
  return {
    fromTick: root.tick,
    acts: best.acts,
    costEur: best.costEur,
    nothingEur: nothing.costEur,
    simulations: simulations.done,
    record: last.record(),
  };
}
