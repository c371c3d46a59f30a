import type { DashboardId, Look } from '../domain/action.ts';
import { DASHBOARDS } from '../domain/action.ts';
import type { ChangeKind, Evidence, Panel, SeriesView } from '../domain/evidence.ts';
import type { DashboardView, LookOffer, Menu, Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';

export const EVIDENCE_TABS = ['metrics', 'logs', 'traces', 'changes', 'alerts'] as const;
export type EvidenceTab = (typeof EVIDENCE_TABS)[number];

const TAB_OF: Readonly<Record<Look['type'], EvidenceTab>> = {
  'look-dashboard': 'metrics',
  'look-logs': 'logs',
  'look-trace': 'traces',
  'look-changes': 'changes',
  'look-alerts': 'alerts',
};

export const tabOf = (look: Look): EvidenceTab => TAB_OF[look.type];

export interface Mark {
  readonly tick: Tick;
  readonly kind: 'deploy' | 'config' | 'data' | 'page' | 'you';
  readonly label: string;
}

const MARKS: Readonly<Record<ChangeKind, Mark['kind']>> = {
  'model-deploy': 'deploy',
  config: 'config',
  data: 'data',
  scale: 'config',
  player: 'you',
};

/** What every chart is annotated with: known changes, the page, the player's own changes. */
export function chartMarks(observation: Observation): readonly Mark[] {
  const marks = observation.changes.map((change) => ({ tick: change.tick, kind: MARKS[change.kind], label: change.text }));
  return observation.pageTick === null ? marks : [...marks, { tick: observation.pageTick, kind: 'page', label: 'page' }];
}

/** "gateway.latency_p95_ms{v41}" → "v41"; "" for a series without a label. */
export const seriesLabel = (series: SeriesView): string => /\{(.*)\}$/.exec(series.metric.key)?.[1] ?? '';

/** One chart: the series of a panel that share a unit. */
export interface ChartGroup {
  readonly title: string;
  readonly series: readonly SeriesView[];
}

export function chartGroups(panel: Panel): readonly ChartGroup[] {
  const units = [...new Set(panel.series.map((series) => series.metric.unit))];
  if (units.length <= 1) return [{ title: panel.title, series: panel.series }];
  return units.map((unit) => {
    const series = panel.series.filter((each) => each.metric.unit === unit);
    return { title: series.length === 1 ? (series[0]?.metric.title ?? panel.title) : panel.title, series };
  });
}

export interface DashboardShelf {
  readonly opened: readonly DashboardView[]; // newest first: what was just asked for is on top
  readonly closed: readonly (LookOffer & { readonly dashboard: DashboardId })[];
}

/** Dashboards by what was opened; an opened one stays live and costs nothing more. */
export function dashboardShelf(observation: Observation, menu: Menu): DashboardShelf {
  const opened = [...observation.dashboards].sort((a, b) => b.openedTick - a.openedTick);
  const have = new Set(opened.map((view) => view.id));
  const closed = menu.looks.flatMap((offer) =>
    offer.look.type === 'look-dashboard' && !have.has(offer.look.dashboard) ? [{ ...offer, dashboard: offer.look.dashboard }] : [],
  );
  return { opened, closed: closed.sort((a, b) => DASHBOARDS.indexOf(a.dashboard) - DASHBOARDS.indexOf(b.dashboard)) };
}

/** Snapshots of one kind, newest first. */
export const snapshots = (observation: Observation, tab: EvidenceTab): readonly Evidence[] =>
  observation.evidence.filter((each) => tabOf(each.look) === tab).toReversed();

/** Looks of one kind that can be asked for. */
export const offers = (menu: Menu, tab: EvidenceTab): readonly LookOffer[] => menu.looks.filter((offer) => tabOf(offer.look) === tab);
