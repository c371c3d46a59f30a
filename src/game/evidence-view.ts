import type { DashboardId } from '../domain/action.ts';
import { DASHBOARDS } from '../domain/action.ts';
import type { ChangeEntry, ChangeKind, EvidenceBody, Panel, SeriesView } from '../domain/evidence.ts';
import type { DashboardView, LookOffer, Menu, Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { railWords } from './words/rail.ts';

export interface Mark {
  readonly tick: Tick;
  readonly kind: 'deploy' | 'config' | 'data' | 'event' | 'page' | 'you';
  readonly label: string;
}

/** By which shape a change is marked on charts, the rail and in lists; what happens outside the system is an event. */
export const CHANGE_MARKS = {
  'model-deploy': 'deploy',
  config: 'config',
  data: 'data',
  scale: 'config',
  player: 'you',
  'app-release': 'deploy',
  campaign: 'event',
  experiment: 'event',
  holiday: 'event',
  season: 'event',
  message: 'event',
} as const satisfies Readonly<Record<ChangeKind, Mark['kind']>>;

/** The changes of a list as marks of a chart. What people wrote is words, not a change. */
export const marksOf = (changes: readonly ChangeEntry[]): readonly Mark[] =>
  changes
    .filter((change) => change.kind !== 'message')
    .map((change) => ({ tick: change.tick, kind: CHANGE_MARKS[change.kind], label: change.text }));

/** What every chart is annotated with: known changes, the page, the player's own changes. */
export function chartMarks(observation: Observation): readonly Mark[] {
  const marks = marksOf(observation.changes);
  return observation.pageTick === null ? marks : [...marks, { tick: observation.pageTick, kind: 'page', label: railWords.page }];
}

/** "gateway.latency_p95_ms{v41}" → "v41"; "" for a series without a label. */
export function seriesLabel({ metric }: SeriesView): string {
  const part = /\{(.*)\}$/.exec(metric.key)?.[1];
  return part === undefined ? '' : (/^(.+?): /.exec(metric.title)?.[1] ?? part);
}

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

const PICTURED = ['table', 'distributions', 'lineage', 'intervals', 'calendar', 'messages'] as const;

/** What a look returned, where its figures alone do not tell it. */
export type PicturedBody = Extract<EvidenceBody, { kind: (typeof PICTURED)[number] }>;

export const isPictured = (body: EvidenceBody): body is PicturedBody => (PICTURED as readonly string[]).includes(body.kind);

/** The same with the stations' names in place of their ids, so that it can be read apart from its system. */
export function withNames(body: PicturedBody, stations: readonly { readonly id: string; readonly name: string }[]): PicturedBody {
  if (body.kind !== 'calendar' && body.kind !== 'messages') return body;
  const named = body.entries.map((entry) => ({
    ...entry,
    station: stations.find(({ id }) => id === entry.station)?.name ?? entry.station,
  }));
  return { ...body, entries: named };
}
