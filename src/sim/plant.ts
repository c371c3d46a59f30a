import type { Action, Change, DashboardId, Look } from '../domain/action.ts';
import type { ChartOutline } from '../domain/chart-view.ts';
import type { EvidenceBody, Reading, SeriesView } from '../domain/evidence.ts';
import type { MetricInfo } from '../domain/metric.ts';
import type { ChangePreview } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import type { Series } from '../kernel/series.ts';
import type { AlertsParams } from '../parts/alerts/params.ts';
import type { ColleaguesParams } from '../parts/colleagues/params.ts';
import type { IncidentParams } from '../parts/incident/params.ts';
import type { StakeholderParams } from '../parts/stakeholder/params.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SettingValue, System } from '../scenario/system.ts';
import type { Truth, Variant } from '../scenario/truth.ts';
import type { Catalogue } from './catalogue.ts';
import type { DrivenInput } from './driven-input.ts';
import type { CoreParts, Ledger, WorldState } from './state.ts';

/** Parameters that every world has; those of a plant's parts stand beside them. */
export interface CoreParams {
  readonly alerts: AlertsParams;
  readonly stakeholder: StakeholderParams;
  readonly colleagues: ColleaguesParams;
  readonly incident: IncidentParams;
}

/** What a run is given before its first tick. It never changes; all that changes is the world's state. */
export interface Setup {
  readonly scenario: Scenario;
  readonly system: System; // with the variant's and the preventions' settings
  readonly plant: Plant;
  readonly params: CoreParams;
  readonly truth: Truth;
  readonly variant: Variant;
  readonly seed: string;
  readonly onsetTick: Tick;
  readonly faults: readonly DrivenInput[];
  readonly herrings: ReadonlySet<string>; // ids of red herrings and their kinds, present on this seed
}

/**
 * What has happened that a setting of the system might have answered to, were it set otherwise. It only grows. A setting that nothing
 * has called for made no difference so far, so that a night need not be played again to see that.
 */
export interface Witness {
  fired: readonly string[]; // ids of alert rules that have fired
}

/** A world under way: what is fixed, what moves, what has been recorded, what has been seen. */
export interface World {
  readonly setup: Setup;
  readonly catalogue: Catalogue;
  readonly scrapeTicks: number;
  readonly row: Float64Array; // figures of the scrape under way, by the catalogue's keys; filled anew at each
  readonly ruleColumns: readonly number[]; // of the figure that each alert rule reads; −1: none, it reads running totals
  state: WorldState;
  ledger: Ledger;
  readonly witness: Witness;
  series: Series; // every metric, one row a scrape, as the system was
  shown: Series; // the same rows as monitoring has them; `series` itself for as long as it has had all of them
  totals: Series; // euro, trust and the plant's running totals at every scrape
  readonly running: Float64Array; // the running totals as they stand, in the order of their keys: the plant's own first
  readonly rig: object; // what the plant works with beside its state: streams, rings, instruments
}

/** What a look returns. */
export interface LookContent {
  readonly title: string;
  readonly readings: readonly Reading[];
  readonly body: EvidenceBody;
}

/** Which figures of a station a dashboard shows; the first of them decides its status. */
export interface StationFigures {
  readonly dashboard: DashboardId;
  readonly keys: readonly string[];
  readonly critical: number; // at this the first figure is critical, in the direction that is worse
  readonly downIn?: string; // the state of a chart in which it is critical whatever its figures are
}

/** What a line of the map shows: how long its last step takes, and how much goes along it. */
export interface LineFigures {
  readonly dashboard: DashboardId;
  readonly latency: string | null; // key of a series in ms; null where latency means nothing there
  readonly critical: number; // ms
  readonly timesRate: string | null; // key of a series that multiplies the rate of requests
  readonly queued: boolean; // whether what waits at its end is shown
}

/** The machine of a part as a screen draws it. */
export interface PartChart {
  readonly states: readonly string[];
  readonly outline: ChartOutline;
  tag(state: string): string;
}

/** A night as far as it is known: all that is asked for in it, and what has happened in it where it has been played. */
export interface KnownNight {
  readonly setup: Setup;
  readonly actions: readonly Action[];
  readonly witness: Witness | null; // null: not played, so anything may happen
}

/** What a plant counts and sums by itself, for the exposition, by Prometheus names. */
export interface OwnReading {
  readonly type: 'counter' | 'gauge'; // a sum that may fall is a gauge
  readonly name: string; // "http_requests_total"
  readonly help: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface HistogramReading {
  readonly edgesMs: readonly number[];
  readonly cumulative: readonly number[]; // one entry more than the edges, for all
  readonly sumMs: number;
}

/** What a system's instruments read at a moment. */
export interface Monitoring {
  readonly tick: Tick;
  readonly gauges: readonly { readonly metric: MetricInfo; readonly value: number }[]; // NaN: no data
  readonly own: readonly OwnReading[];
  readonly durations: HistogramReading | null; // of requests, where the plant serves any
}

/**
 * One kind of production system: how its parts are wired, stepped, read and changed. Time, alerts, looks, people and money's running
 * total are the same for all of them and stay outside. All that a plant moves lies in `world.state.parts` as plain data, and in its rig.
 */
export interface Plant {
  readonly id: string;
  readonly words: {
    readonly usersSee: string; // before the pager's figure: "Customers wait"
    readonly estimatedFrom: string; // what the impact is estimated from before it is measured: "latency"
  };
  readonly charts: Readonly<Record<string, PartChart>>; // by chart id, beside the incident's and the stakeholder's
  readonly chartsByPart: Readonly<Record<string, readonly string[]>>;
  readonly chartsByDashboard: Readonly<Record<string, readonly string[]>>;
  readonly chartsInChanges: readonly string[]; // seen with the change history
  readonly stations: Readonly<Record<string, StationFigures>>; // by part
  readonly lines: Readonly<Record<string, LineFigures>>; // by "part>part"
  readonly flow: { readonly dashboard: DashboardId; readonly rate: string } | null; // what runs along lines of requests: key of a series per second
  readonly totals: readonly string[]; // its own running totals, before `impactEur` and `trust`

  /** What a run of it is given beyond what every run is. */
  settle(setup: Setup): Setup;
  catalogue(setup: Setup): Catalogue;
  /** Physical inputs at their normal values, by "part.input". */
  normalInputs(setup: Setup): Record<string, number>;
  /** Its parts at tick 0 and the first states of its charts, beside the core's. */
  createParts(setup: Setup, core: CoreParts): CoreParts;
  /** A copy that shares nothing with what it is copied from. @param core made anew, to copy the core's state into */
  copyParts(setup: Setup, parts: CoreParts, core: CoreParts): CoreParts;
  createRig(setup: Setup, catalogue: Catalogue, parts: CoreParts): object;
  /** A rig of its own for a copy of a world. */
  copyRig(world: World): object;
  createWitness(): Witness;
  copyWitness(witness: Witness): Witness;
  /** Where its streams of chance stand, for the hash of the inputs; null where it has none that move. */
  draws(world: World): unknown;
  /** A part as it is hashed, without what carries no information. */
  hashed(world: World, part: string, value: unknown): unknown;

  /** Sets the inputs to what the faults make of them at a tick. */
  driveInputs(world: World): void;
  /** One tick of its parts, from the world's tick to the next; inputs are driven, and changes that are due have taken effect. */
  step(world: World, now: number): void;
  /** Fills the row of figures of a scrape, and running totals. @returns what it has cost since the start, in euro */
  measure(world: World, now: number, row: Float64Array, totals: Float64Array): number;
  /** A running total that a burn-rate rule names; NaN where there is none. */
  runningTotal(world: World, series: string): number;
  /** After the figures and alerts of a scrape: gates that act by themselves, charts that move. */
  afterScrape(world: World, now: number): void;
  monitoring(world: World): Pick<Monitoring, 'own' | 'durations'>;

  /** Euro a minute from the pager's metric alone: one function for every variant. */
  pagerEstimate(setup: Setup, value: number): number;
  /** What a metric may be, at its worst, to count as recovered; null: its normal band and its worst decide. */
  acceptable(setup: Setup, key: string): number | null;
  /** How long a label takes to arrive; left out where the plant has none. */
  labelDelayMs?(setup: Setup): number;
  /** What waits in its pools, for the lines that show it. */
  queued(world: World): number;
  /** Whether a setting of its own parts makes no difference to a night; what it does not know of is felt. */
  isUnfelt(path: string, value: SettingValue, night: KnownNight): boolean;

  /** Looks beside dashboards, changes, alerts, calendar and messages. */
  /** What its calendar shows beside the entries, such as last year's curve over this year's. */
  overlay(world: World): { readonly series: readonly SeriesView[]; readonly readings: readonly Reading[] };
  offeredLooks(setup: Setup): readonly { readonly look: Look; readonly label: string }[];
  /** What one of those returns now; null where it is none of this plant's. */
  look(world: World, look: Look): LookContent | null;

  /** The changes that this system offers now, with sensible values; the same in every variant. */
  offeredChanges(world: World): Change[];
  changeLabel(world: World, change: Change): string;
  /** What a change would touch: from what anyone could know of the system, never from what is wrong with it tonight. */
  preview(world: World, change: Change): Omit<ChangePreview, 'action' | 'label' | 'refusal'>;
  /** Why a change cannot be made now; null where it can. No reason depends on what only a look would tell. */
  refusalOf(world: World, change: Change): string | null;
  /** At once when a change is asked for: what is paid or stopped before it takes effect. */
  asked(world: World, change: Change): void;
  takeEffect(world: World, change: Change): void;
  /** Settings that a change moves, as they stand, where it can be taken back once in effect; else null. */
  undoOf(world: World, change: Change): Record<string, unknown> | null;
  takeBack(world: World, change: Change, undo: Record<string, unknown>): void;
  /** Which station a change of the player's is noted at. */
  stationOf(setup: Setup, change: Change): string;
}
