import type { Tick } from '../domain/time.ts';
import type { RunRecord } from '../run/record.ts';
import type { RunTrace } from '../run/trace.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import { apart, both, type Apart, type Pair } from './pair.ts';
import { conditionsApart, makesAnotherNight, partingOf, type Condition, type Parting } from './parting.ts';
import { impactRate, minutes } from './recovery.ts';
import type { PartId } from './score-card.ts';
import { scoreRun } from './score.ts';
import { seriesDifferences, type SeriesDifferences } from './series-differences.ts';

/** A finished run to be compared. */
export interface Compared {
  readonly record: RunRecord; // as it was kept: its engine and scenario version may be older than those it was played again on
  readonly trace: RunTrace;
}

/** The stretch in which what two runs cost differs most. */
export interface CostliestStretch {
  readonly fromTick: Tick;
  readonly toTick: Tick;
  readonly eurPerMinute: Apart;
}

export interface PartApart extends Apart {
  readonly id: PartId;
  readonly title: string;
  readonly max: number;
}

/** Two runs of one scenario side by side. Comparing them the other way round gives the mirror image. */
export interface Comparison {
  readonly conditions: readonly Condition[]; // in which they differ
  readonly sameNight: boolean; // the same seed, variant and preventions: what differs comes from what was decided
  readonly parting: Parting | null;
  readonly cost: { readonly impactEur: Apart; readonly stretch: CostliestStretch | null }; // null: they never cost differently
  readonly score: { readonly total: Apart; readonly parts: readonly PartApart[] };
  readonly identified: Pair<boolean>; // the last claim named what changed, where it enters and why it was missed
  readonly resolvedTick: Pair<Tick | null>;
  readonly series: SeriesDifferences;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
const points = (of: Pair<number>): Apart => ({ ...apart(of), difference: tenths(of.second - of.first) });

function identified(scenario: Scenario, trace: RunTrace): boolean {
  const cause = openTruth(scenario.sealed).variants.find((one) => one.id === trace.variant)!.cause;
  const claim = trace.entries.findLast((entry) => entry.action.type === 'claim-cause' && entry.outcome.accepted)?.action;
  return claim?.type === 'claim-cause' && claim.changed === cause.changed && claim.enters === cause.enters && claim.missed === cause.missed;
}

/** The minute, of those that end at a scrape, in which the cost per minute lies furthest apart; the earliest where several do. */
function costliestStretch({ brief }: Scenario, traces: Pair<RunTrace>): CostliestStretch | null {
  const span = minutes(brief, 1);
  let found: CostliestStretch | null = null;
  for (const toTick of traces.first.ticks) {
    const fromTick = Math.max(0, toTick - span);
    const eurPerMinute = apart(both(traces, (trace) => impactRate(trace, brief, fromTick, toTick)));
    if (Math.abs(eurPerMinute.difference) > Math.abs(found?.eurPerMinute.difference ?? 0)) found = { fromTick, toTick, eurPerMinute };
  }
  return found;
}

/**
 * Where two finished runs of a scenario part, and what each came to.
 * @throws when one is of another scenario
 */
export function compareRuns(scenario: Scenario, runs: Pair<Compared>): Comparison {
  const { id } = scenario.brief;
  for (const { record } of [runs.first, runs.second])
    if (record.scenario !== id) throw new Error(`expected two runs of "${id}", got one of "${record.scenario}"`);
  const traces = both(runs, (run) => run.trace);
  const scores = both(traces, (trace) => scoreRun(scenario, trace));
  const conditions = conditionsApart(both(runs, ({ record, trace }) => ({ record, variant: trace.variant })));
  return {
    conditions,
    sameNight: !conditions.some(makesAnotherNight),
    parting: partingOf(both(runs, (run) => run.record.log)),
    cost: { impactEur: apart(both(traces, (trace) => trace.impactEur)), stretch: costliestStretch(scenario, traces) },
    score: {
      total: points(both(scores, (score) => score.total)),
      parts: scores.first.parts.map(({ id: part, title, max }, index) => ({
        id: part,
        title,
        max,
        ...points(both(scores, (score) => score.parts[index]!.got)),
      })),
    },
    identified: both(traces, (trace) => identified(scenario, trace)),
    resolvedTick: both(traces, (trace) => trace.resolvedTick),
    series: seriesDifferences(traces),
  };
}
