import type { DashboardId, Look } from './action.ts';
import type { MetricInfo, Unit } from './metric.ts';
import type { Tick } from './time.ts';

/** One figure that a piece of evidence shows; rules over evidence ("cpu above 0.85") read these by key. */
export interface Reading {
  readonly key: string; // "model.cpu_share", "trace.features_get.share", "changes.model_deploy.count"
  readonly label: string; // as a player reads it
  readonly value: number;
  readonly unit: Unit;
  readonly normal?: number;
}

/** One series up to now, oldest first. NaN where nothing was scraped. */
export interface SeriesView {
  readonly metric: MetricInfo;
  readonly ticks: readonly Tick[];
  readonly values: readonly number[];
}

export interface Panel {
  readonly title: string;
  readonly series: readonly SeriesView[];
}

export interface LogLine {
  readonly tick: Tick;
  readonly level: 'INFO' | 'WARN' | 'ERROR';
  readonly station: string;
  readonly pod?: string;
  readonly text: string;
}

export interface Span {
  readonly name: string; // "features.get"
  readonly parent: number; // index of the parent span, -1 for the root
  readonly startMs: number;
  readonly durationMs: number;
  readonly station: string;
  readonly critical: boolean; // on the critical path
  readonly note?: string; // "timed out at 520 ms"
}

/** Kinds of the change history; then those of the calendar, and messages that people wrote. */
export type ChangeKind = 'model-deploy' | 'config' | 'data' | 'scale' | 'player' | CalendarKind | 'message';
export const CALENDAR_KINDS = ['campaign', 'app-release', 'experiment', 'holiday', 'season'] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];
export interface ChangeEntry {
  readonly tick: Tick; // may be negative: before the episode
  readonly kind: ChangeKind;
  readonly station: string;
  readonly text: string;
}

export interface AlertView {
  readonly id: string;
  readonly text: string;
  readonly severity: 'page' | 'ticket';
  readonly state: 'inactive' | 'pending' | 'firing' | 'resolved';
  readonly sinceTick: Tick; // of this state
  readonly forSeconds: number; // how long the condition must hold
  readonly heldSeconds: number; // how long it has held
  readonly value: number;
  readonly threshold: number; // from which on it holds, in the same unit
  readonly unit: Unit;
  readonly burn?: { readonly longSeconds: number; readonly shortSeconds: number }; // of an error budget: the value is over the long window, and both must hold
  readonly setBy?: { readonly role: string; readonly tick: Tick; readonly why: string }; // who chose the threshold; before the episode
}

/** A cell of a table: a number in its column's unit, words, or nothing. */
export type Cell = number | string | null;
export interface TableColumn {
  readonly title: string;
  readonly unit: Unit | 'text';
}
export interface TableRow {
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly marked: boolean; // stands out against the others
}

/** A feature's values now against its reference, in the same bins. Shares add up to 1. */
export interface FeatureShape {
  readonly feature: string;
  readonly bins: readonly string[];
  readonly reference: readonly number[];
  readonly current: readonly number[];
  readonly psi: number;
  readonly missingReference: number; // share
  readonly missingCurrent: number;
  readonly note: string; // "" if nothing
}

export interface LineageNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'source' | 'step' | 'snapshot' | 'model' | 'use';
  readonly version: string;
  readonly was: string; // version before, "" where it is the same
  readonly says: string;
}

/** One estimate with its interval. */
export interface IntervalRow {
  readonly label: string;
  readonly rows: number; // that it rests on
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly reference: number | null; // what it is compared with
}

export type EvidenceBody =
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[]; readonly finding: string }
  | { readonly kind: 'distributions'; readonly features: readonly FeatureShape[]; readonly rows: number; readonly against: string }
  | {
      readonly kind: 'lineage';
      readonly nodes: readonly LineageNode[];
      readonly edges: readonly { readonly from: string; readonly to: string }[];
      readonly fields: readonly { readonly field: string; readonly before: string; readonly now: string }[]; // the schema's differences
    }
  | { readonly kind: 'intervals'; readonly unit: Unit; readonly rows: readonly IntervalRow[]; readonly finding: string }
  | { readonly kind: 'calendar'; readonly entries: readonly ChangeEntry[]; readonly overlay: readonly SeriesView[] }
  | { readonly kind: 'messages'; readonly entries: readonly ChangeEntry[] }
  | { readonly kind: 'dashboard'; readonly dashboard: DashboardId; readonly silent?: readonly string[] } // silent: titles of metrics whose scrapes got lost
  | { readonly kind: 'logs'; readonly lines: readonly LogLine[]; readonly sampled: string }
  | {
      readonly kind: 'trace';
      readonly traceId: string;
      readonly totalMs: number;
      readonly spans: readonly Span[];
      readonly healthy: readonly Span[];
      readonly finding: string;
    }
  | { readonly kind: 'changes'; readonly entries: readonly ChangeEntry[] }
  | { readonly kind: 'alerts'; readonly alerts: readonly AlertView[] };

/** What one look returned. Ids run E1, E2, ... in the order in which looks returned. */
export interface Evidence {
  readonly id: string;
  readonly look: Look;
  readonly by?: string; // the colleague who made it; left out where the player did
  readonly askedTick: Tick;
  readonly tick: Tick; // when it returned; its readings are of this tick
  readonly title: string;
  readonly readings: readonly Reading[];
  readonly body: EvidenceBody;
}
