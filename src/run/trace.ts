import type { Action, DashboardId, Outcome } from '../domain/action.ts';
import type { ChangeEntry, Evidence, SeriesView } from '../domain/evidence.ts';
import type { MetricInfo } from '../domain/metric.ts';
import type { Foretold, StakeholderLine } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import type { RunRecord } from './record.ts';

/** One decision of the log with what came of it. */
export interface TraceEntry {
  readonly index: number;
  readonly tick: Tick;
  readonly action: Action;
  readonly outcome: Outcome;
  readonly effectTick: Tick; // of an accepted one; a look: when it returned
  readonly foretold: Foretold | null; // of an accepted change
  readonly evidence: Evidence | null; // of a look that has returned
  readonly impactEurPerMinute: number; // as the player was shown it then
}

/** A run as those who judge it read it: what was decided, seen and shown, and what it cost. */
export interface RunTrace {
  readonly record: RunRecord;
  readonly variant: string;
  readonly onsetTick: Tick;
  readonly redHerrings: readonly string[]; // ids of those that this seed has
  readonly pageTick: Tick | null;
  readonly acknowledgedTick: Tick | null;
  readonly resolvedTick: Tick | null;
  readonly endTick: Tick;
  readonly entries: readonly TraceEntry[];
  readonly evidence: readonly Evidence[];
  readonly changes: readonly ChangeEntry[]; // all that happened during the episode
  readonly conversation: readonly StakeholderLine[];
  readonly verified: readonly { readonly tick: Tick; readonly metric: string; readonly recovered: boolean; readonly text: string }[];
  readonly trust: number; // at the end
  trustAt(tick: Tick): number;
  readonly impactEur: number; // to the end of the episode
  impactAt(tick: Tick): number;
  /** A metric as monitoring showed it at a tick; NaN before its first scrape or without data. */
  metric(key: string, tick: Tick): number;
  readonly metrics: readonly MetricInfo[];
  /** The dashboards that show a metric, whether or not it has data. */
  shownOn(metric: string): readonly DashboardId[];
  readonly ticks: readonly Tick[]; // of the scrapes
  readonly series: Readonly<Record<string, SeriesView>>; // by metric key, as monitoring showed it
  /** Counters and euro at scrapes, by the names of the sim's totals. */
  total(key: string, tick: Tick): number;
  /** Those of some preventions that would have made a difference to it: with the others in place too it comes to the same. */
  feltOf(preventions: readonly string[]): readonly string[];
  readonly finalHash: string;
}

/** One hash a part of the physical state, as it stood before a tick. */
export interface WindowHash {
  readonly tick: Tick;
  readonly parts: Readonly<Record<string, string>>;
}

/** One decision with its outcome, as the run keeps it. */
export interface Decided {
  readonly tick: Tick;
  readonly action: Action;
  readonly outcome: Outcome;
  readonly foretold: Foretold | null;
  readonly impactEurPerMinute: number;
  readonly verified: number; // verifications that had been answered before
}
