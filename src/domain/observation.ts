import type { Action, Change, DashboardId, Look, MessageBlock } from './action.ts';
import type { ChartView } from './chart-view.ts';
import type { AlertView, ChangeEntry, Evidence, Panel, Reading, SeriesView } from './evidence.ts';
import type { Tick } from './time.ts';

export type Status = 'unknown' | 'healthy' | 'warn' | 'crit';

/** A station of the map. Figures are what looks have returned; before the first look at it, status is `unknown`. */
export interface StationView {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly caption: string;
  readonly seenTick: Tick | null; // when its figures were last seen
  readonly silentSince?: string; // clock of its last figure, while its open dashboard has none
  readonly figures: readonly Reading[];
  readonly charts: readonly ChartView[];
}

/** A line between two stations. Rate and latency are null until seen. */
export interface LineView {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'request' | 'feature' | 'label' | 'deploy' | 'monitor' | 'training';
  readonly status: Status;
  readonly ratePerSecond: number | null;
  readonly latencyMs: number | null;
  readonly normalLatencyMs: number;
  readonly queued: number | null; // waiting at the arrival end
}

export interface DashboardView {
  readonly id: DashboardId;
  readonly title: string;
  readonly openedTick: Tick; // stays live from here
  readonly panels: readonly Panel[];
  readonly silent?: readonly string[]; // titles of its metrics whose scrapes get lost now
}

export interface StakeholderLine {
  readonly tick: Tick;
  readonly from: string; // a role: "checkout-lead", a colleague who was called in, or "you"
  readonly text: string;
  readonly answerDueTick: Tick | null;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** From so many seconds to so many. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What was said of the time of a change when it was asked for. */
export interface Foretold {
  readonly delaySeconds: Span; // until it shows
  readonly settlesSeconds: Span | null; // of that, from when it is carried out: pods start; null where it shows at once
}

export interface PendingChange {
  readonly action: Change;
  readonly label: string; // "Cut-off at score 0.25"
  readonly startedTick: Tick;
  readonly effectTick: Tick; // when it is carried out
  readonly settlesSeconds?: Span; // from then until it shows, where that is not at once: pods start
  readonly canTakeBack: boolean;
}

/** Someone who can be called in, and where they are. */
export interface ColleagueView {
  readonly id: string;
  readonly name: string; // a role: "Platform engineer on call"
  readonly state: 'away' | 'on-the-way' | 'here' | 'looking';
  readonly hereTick: Tick | null; // when they are expected, or came; null while nobody has called them
  readonly busyUntil: Tick | null; // when the last look they were asked for is back; null where there is none
}

/** What calling a colleague in brings and costs, and what one who is there can be asked for. */
export interface ColleagueOffer {
  readonly id: string;
  readonly name: string;
  readonly reads: readonly string[]; // labels of the looks that they can make: "Saturation"
  readonly decides: boolean; // may agree to lasting changes, and brings them forward in a busy deploy queue
  readonly comesSeconds: Span;
  readonly eur: number; // paid once they are here
  readonly refusal: string | null; // why they cannot be called now
  readonly looks: readonly LookOffer[]; // a refusal says why one cannot be asked for now
}

/** What a change would touch; the preview of an action button. */
export interface ChangePreview {
  readonly action: Change;
  readonly label: string;
  readonly group: 'mitigate' | 'fix';
  readonly touches: readonly string[]; // words, e.g. "fraud-api 6 to 16 pods", "feature store 240 to 640 connections"
  readonly stations: readonly string[]; // ids, for rings on the map
  readonly delaySeconds: Span;
  readonly undo: string; // "yes, within 15 s" | "no"
  readonly reversible: boolean;
  readonly blindTo: string; // what the player loses sight of, "" if nothing
  readonly runningCostEurPerHour: number;
  readonly refusal: string | null; // why it cannot be done now
}

export interface LookOffer {
  readonly look: Look;
  readonly label: string;
  readonly costSeconds: number;
  readonly showsPager: boolean; // the dashboard that has the metric which paged
  readonly refusal: string | null;
}

/** How the people who wait for word take silence, now. */
export interface Patience {
  readonly contentSeconds: number; // without a word; after that trust falls
  readonly tooSoonSeconds: number; // after the last update: another earns nothing, unless somebody asked
}

/** What the harm has cost, as far as the player may know it. */
export interface Impact {
  readonly eur: number;
  readonly eurPerMinute: number;
  readonly measured: boolean; // false: a guess from the pager metric, until `business` was opened
  readonly guessedFrom: string; // what the guess rests on: "latency"
  readonly replacedEur: number | null; // the guess that stood when it was measured first; null before that, and where none stood
}

/** All that a player, a policy or a screen may know at a tick. No field of it holds the truth. */
export interface Observation {
  readonly tick: Tick;
  readonly phase: 'detect' | 'triage' | 'diagnose' | 'mitigate' | 'resolve' | 'prevent' | 'learn';
  readonly page: AlertView | null; // the alert that paged, from the moment it fires
  readonly pageTick: Tick | null;
  readonly acknowledgedTick: Tick | null;
  readonly pager: SeriesView; // the one metric that is free at all times
  readonly alerts: readonly AlertView[]; // firing pages are free; the rest after a look at alerts
  readonly stations: readonly StationView[];
  readonly lines: readonly LineView[];
  readonly dashboards: readonly DashboardView[];
  readonly evidence: readonly Evidence[];
  readonly changes: readonly ChangeEntry[]; // known ones: after a look at changes, and the player's own
  readonly impact: Impact;
  readonly trust: number; // 0..100
  readonly patience: Patience;
  readonly conversation: readonly StakeholderLine[];
  readonly colleagues: readonly ColleagueView[]; // who can be called in
  readonly lent: readonly Look[]; // what colleagues are looking at, or will once they come to it
  readonly pending: readonly PendingChange[];
  readonly busyUntil: Tick; // a look under way returns then; looks are serial
  readonly verified: { readonly tick: Tick; readonly metric: string; readonly recovered: boolean; readonly text: string } | null;
  readonly causeClaims: number;
  readonly resolvedTick: Tick | null;
  readonly over: boolean; // resolved or out of ticks
  readonly lastRefusal: { readonly tick: Tick; readonly action: Action; readonly reason: string } | null;
}

/** What may be asked for and done at this tick, with what it would cost and touch. */
export interface Menu {
  readonly looks: readonly LookOffer[];
  readonly changes: readonly ChangePreview[];
  readonly verifiable: readonly { readonly metric: string; readonly label: string }[];
  readonly colleagues: readonly ColleagueOffer[];
  readonly messageTo: readonly { readonly id: string; readonly name: string }[];
  readonly messageBlocks: readonly { readonly id: MessageBlock; readonly text: string }[]; // text as it would be sent now, figures of this run filled in
}
