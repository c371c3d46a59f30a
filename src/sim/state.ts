import type { Change, Look } from '../domain/action.ts';
import type { Terms } from '../domain/difficulty.ts';
import type { SeenState } from '../domain/chart-view.ts';
import type { AlertView, ChangeEntry, Evidence } from '../domain/evidence.ts';
import type { StakeholderLine } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import type { AlertsState } from '../parts/alerts/step.ts';
import type { ColleaguesState } from '../parts/colleagues/step.ts';
import type { StakeholderState } from '../parts/stakeholder/step.ts';

/** A change under way: its first effect comes at `at`. */
export interface Due {
  at: Tick;
  entry: number; // index in the log
  action: Change;
  startedTick: Tick;
}

/** What every world has: those who are told, those who can be called in, what alerts, and the state of every chart. */
export interface CoreParts {
  alerts: AlertsState;
  stakeholder: StakeholderState;
  colleagues: ColleaguesState;
  charts: Record<string, string>; // chart id → state
}

/** What has been seen, said and decided. Lists only grow; entries never change. */
export interface Ledger {
  evidence: Evidence[];
  looks: { look: Look; askedTick: Tick; returnsTick: Tick }[]; // of the player, under way, in order
  lent: { look: Look; who: number; askedTick: Tick; returnsTick: Tick }[]; // of colleagues, by their index, in the order in which they were asked for
  opened: Partial<Record<string, Tick>>; // dashboards, by the tick of their first return
  seenCharts: Record<string, { readonly state: string; readonly tick: Tick; readonly came: readonly SeenState[] }>;
  alertsSeen: boolean;
  changesSeen: Tick | null;
  happened: ChangeEntry[]; // changes during the episode, by anyone
  conversation: StakeholderLine[];
  asked: string[]; // moments that have come
  page: AlertView | null;
  pageTick: Tick | null;
  acknowledgedTick: Tick | null;
  verifying: { metric: string; until: Tick; asked: Tick } | null;
  verified: { tick: Tick; metric: string; recovered: boolean; text: string } | null;
  causeClaims: number;
  resolvedTick: Tick | null;
  lastChange: { due: Due; undo: Record<string, unknown> | null; effectDone: boolean } | null;
  preventionsPicked: boolean;
  reviewed: boolean;
  terms: Terms; // in force now
}

/** What moves in a world. The parts of its plant stand beside the core's; every value is plain data, so that it can be copied and hashed. */
export interface WorldState {
  tick: Tick;
  inputs: Record<string, number>; // physical inputs that faults can drive, by "part.input"
  parts: CoreParts;
  agenda: Due[];
}
