import type { LogEntry } from '../../domain/action.ts';
import type { Tick } from '../../domain/time.ts';
import { planOf } from '../../policy/expert.ts';
import type { Made } from '../../policy/response.ts';
import type { RunRecord } from '../../run/record.ts';
import { playRecord } from '../../run/run.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { costUnder } from '../loss/continuation.ts';
import { standingAfter } from '../loss/variant-costs.ts';
import { runUpTo, searchBest, type Progress } from './search.ts';

/** The cheapest line found, beside what the same night costs otherwise. All costs are of the whole night, in euro. */
export interface BestReport {
  readonly scenario: string;
  readonly seed: string;
  readonly variant: string;
  readonly atTick: Tick; // the moment asked for
  readonly fromTick: Tick; // where the line may begin
  readonly pageTick: Tick | null;
  readonly isOver: boolean; // nothing could be done any more
  readonly acts: readonly (LogEntry & { readonly effectTick: Tick })[];
  readonly bestEur: number;
  readonly playedEur: number; // as the run was played on
  readonly recommendedEur: number; // the recommended response takes over, which owes the looks not yet made
  readonly nothingEur: number; // nothing more is done
  readonly simulations: number;
  readonly record: RunRecord; // of the run with this line
  readonly finalHash: string;
}

/**
 * Searches for the best line and sets it beside the others. Only this comparison knows the recommended response: the search is over
 * by then. A generator, as the search is.
 * @param most simulations that it may make
 * @throws when the record is not of the scenario
 */
export function* analyseBest(scenario: Scenario, record: RunRecord, tick: Tick, most?: number): Generator<Progress, BestReport> {
  const played = playRecord(scenario, record, { checkpoints: false }).trace();
  const best = yield* searchBest(scenario, record, tick, most);
  const again = playRecord(scenario, best.record, { checkpoints: false }).trace();
  const before = played.entries.filter((entry) => entry.tick < tick);
  const made = before.reduce<readonly Made[]>((all, { action, outcome }) => standingAfter(all, action, outcome), []);
  const start = runUpTo(scenario, record, tick);
  return {
    scenario: scenario.brief.id,
    seed: record.seed,
    variant: played.variant,
    atTick: tick,
    fromTick: best.fromTick,
    pageTick: start.pageTick,
    isOver: start.over,
    acts: again.entries.slice(before.length).map((entry) => ({
      tick: entry.tick,
      action: entry.action,
      effectTick: entry.effectTick,
    })),
    bestEur: best.costEur,
    playedEur: played.impactEur,
    recommendedEur: costUnder(start, planOf(scenario, played.variant), made),
    nothingEur: best.nothingEur,
    simulations: best.simulations,
    record: best.record,
    finalHash: again.finalHash,
  };
}
