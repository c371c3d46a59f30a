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

export type ChangeKind = 'model-deploy' | 'config' | 'data' | 'scale' | 'player';
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
  readonly unit: Unit;
}

export type EvidenceBody =
  | { readonly kind: 'dashboard'; readonly dashboard: DashboardId }
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

/** What one look returned. Ids run E1, E2, ... in the order of the looks. */
export interface Evidence {
  readonly id: string;
  readonly look: Look;
  readonly askedTick: Tick;
  readonly tick: Tick; // when it returned; its readings are of this tick
  readonly title: string;
  readonly readings: readonly Reading[];
  readonly body: EvidenceBody;
}
