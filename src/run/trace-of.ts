import type { Evidence } from '../domain/evidence.ts';
import { isLook, type Action } from '../domain/action.ts';
import type { Tick } from '../domain/time.ts';
import type { World } from '../sim/plant.ts';
import type { RunRecord } from './record.ts';
import type { Decided, RunTrace, TraceEntry } from './trace.ts';

/** Which piece of evidence each look of a log brought, asked in the log's order: everyone's looks return in the order in which they were asked for. */
function evidenceByLook(evidence: readonly Evidence[]): (action: Action) => Evidence | null {
  const left = new Map<string | undefined, Evidence[]>();
  for (const one of evidence) left.set(one.by, [...(left.get(one.by) ?? []), one]);
  const next = (by?: string): Evidence | null => left.get(by)?.shift() ?? null;
  return (action) => {
    if (isLook(action)) return next();
    return action.type === 'ask-colleague' ? next(action.who) : null;
  };
}

/** Reads a finished world as a trace. @param hashed gives its final hash, when that is first asked for: it costs a tenth of an episode */
export function traceOf(
  world: World,
  record: RunRecord,
  decided: readonly Decided[],
  verified: RunTrace['verified'],
  hashed: () => string,
  feltOf: RunTrace['feltOf'],
): RunTrace {
  const { ledger, setup, series, totals, state } = world;
  const seenOf = evidenceByLook(ledger.evidence);
  const entries = decided.map((entry, index): TraceEntry => {
    return {
      index,
      tick: entry.tick,
      action: entry.action,
      outcome: entry.outcome,
      effectTick: entry.outcome.accepted ? entry.outcome.effectTick : entry.tick,
      foretold: entry.foretold,
      evidence: entry.outcome.accepted ? seenOf(entry.action) : null,
      impactEurPerMinute: entry.impactEurPerMinute,
    };
  });
  const between = (key: string, tick: Tick): number => {
    const count = totals.countTo(tick);
    if (count === 0) return 0;
    const column = totals.columnOf(key);
    const last = totals.cell(column, count - 1);
    if (count === totals.length) return last;
    const ticks = totals.ticks();
    const span = ticks[count]! - ticks[count - 1]!;
    return last + ((totals.cell(column, count) - last) * (tick - ticks[count - 1]!)) / span;
  };
  const ticks = Array.from(series.ticks());
  let hash: string | null = null;
  let shown: RunTrace['series'] | null = null; // worked out when it is first read: most judgements read few of them
  return {
    record,
    variant: setup.variant.id,
    onsetTick: setup.onsetTick,
    redHerrings: setup.truth.redHerrings.filter(({ id }) => setup.herrings.has(id)).map(({ id }) => id),
    pageTick: ledger.pageTick,
    acknowledgedTick: ledger.acknowledgedTick,
    resolvedTick: ledger.resolvedTick,
    endTick: state.tick,
    entries,
    evidence: ledger.evidence,
    changes: ledger.happened,
    conversation: ledger.conversation,
    verified,
    trust: state.parts.stakeholder.trust,
    trustAt: (tick) => (totals.countTo(tick) === 0 ? setup.params.stakeholder.startTrust : between('trust', tick)),
    impactEur: totals.latest('impactEur'),
    impactAt: (tick) => between('impactEur', tick),
    metric: (key, tick) => (world.catalogue.byKey.has(key) ? series.at(key, tick) : NaN),
    metrics: world.catalogue.metrics,
    shownOn: (metric) =>
      world.catalogue.dashboards.filter(({ panels }) => panels.some(({ keys }) => keys.includes(metric))).map(({ id }) => id),
    ticks,
    get series() {
      return (shown ??= Object.fromEntries(
        world.catalogue.metrics.map((metric) => [metric.key, { metric, ticks, values: Array.from(series.column(metric.key)) }]),
      ));
    },
    total: (key, tick) => (totals.keys.includes(key) ? between(key, tick) : NaN),
    feltOf,
    get finalHash() {
      return (hash ??= hashed());
    },
  };
}
