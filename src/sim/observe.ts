import type { DashboardId } from '../domain/action.ts';
import type { ChartView } from '../domain/chart-view.ts';
import type { AlertView, ChangeEntry, Reading, SeriesView } from '../domain/evidence.ts';
import type { DashboardView, LineView, Observation, StationView, Status } from '../domain/observation.ts';
import type { System } from '../scenario/system.ts';
import { alertViews } from '../parts/alerts/step.ts';
import { steppers } from './charts.ts';
import { lazily } from './lazily.ts';
import { knownChanges } from './look-changes.ts';
import { refreshCharts } from './looks.ts';
import { shownImpact } from './shown-impact.ts';
import type { World } from './world.ts';

/** A series up to now. It is copied when it is first read: rows never change, and most observations are read in part. */
function seriesView({ catalogue, series }: World, key: string): SeriesView {
  const rows = series.length;
  let ticks: readonly number[] | null = null;
  let values: readonly number[] | null = null;
  return {
    metric: catalogue.byKey.get(key)!,
    get ticks() {
      return (ticks ??= Array.from(series.ticks().subarray(0, rows)));
    },
    get values() {
      return (values ??= Array.from(series.column(key).subarray(0, rows)));
    },
  };
}

/** Which dashboard shows a station, and the figures on it: the first decides the status. */
const STATION_FIGURES: Readonly<Record<string, { dashboard: DashboardId; keys: readonly string[]; critical: number }>> = {
  gateway: { dashboard: 'service', keys: ['gateway.latency_p95_ms', 'gateway.unscored_share', 'gateway.request_rate'], critical: 1000 },
  'model-server': { dashboard: 'saturation', keys: ['model.cpu_share', 'model.workers_busy_share', 'model.replicas'], critical: 0.93 },
  'feature-store': {
    dashboard: 'feature-store',
    keys: ['store.fetch_p95_ms', 'store.hot_partition_share', 'store.connections'],
    critical: 500,
  },
  upstream: {
    dashboard: 'upstream',
    keys: ['upstream.latency_p95_ms', 'upstream.calls_per_request', 'upstream.timeout_share'],
    critical: 300,
  },
  business: { dashboard: 'business', keys: ['business.unscored_share', 'business.impact_eur_per_minute'], critical: 0.015 },
  alerts: { dashboard: 'drift', keys: ['drift.psi'], critical: Infinity },
};

function reading(world: World, key: string): Reading | null {
  const metric = world.catalogue.byKey.get(key);
  if (metric === undefined) return null;
  const value = world.series.latest(key);
  return Number.isFinite(value) ? { key, label: metric.title, value, unit: metric.unit, normal: metric.normal.typical } : null;
}

function statusOf(world: World, figure: Reading, critical: number): Status {
  const { normal } = world.catalogue.byKey.get(figure.key)!;
  if (figure.value >= critical) return 'crit';
  return figure.value > normal.high || figure.value < normal.low ? 'warn' : 'healthy';
}

const CHARTS_BY_PART: Readonly<Record<string, readonly string[]>> = {
  gateway: ['traffic'],
  'model-server': ['serving', 'autoscaler', 'rollout'],
  'feature-store': ['feature-store', 'breaker feature-store'],
  upstream: ['upstream', 'breaker merchant-risk'],
  business: ['business'],
  rollout: ['rollout', 'registry-alias'],
};

function stationViews(world: World): StationView[] {
  const { setup, ledger, state } = world;
  return setup.system.stations.map((station): StationView => {
    const charts: ChartView[] = (CHARTS_BY_PART[station.part ?? ''] ?? []).flatMap((chart) => {
      const seen = ledger.seenCharts[chart];
      if (seen === undefined) return [];
      const states = (steppers as Record<string, { states: readonly string[] }>)[chart]?.states ?? [];
      return [{ part: station.part!, chart, state: seen.state, seenTick: seen.tick, states }];
    });
    const shown = STATION_FIGURES[station.part ?? ''];
    const opened = shown === undefined ? undefined : ledger.opened[shown.dashboard];
    if (shown === undefined || opened === undefined) {
      const changesSeen = station.part === 'rollout' ? ledger.changesSeen : null;
      return {
        id: station.id,
        name: station.name,
        status: changesSeen === null ? 'unknown' : 'healthy',
        caption: station.part === null ? 'no instruments here' : '',
        seenTick: changesSeen,
        figures: [],
        charts,
      };
    }
    const figures = shown.keys.map((key) => reading(world, key)).filter((figure): figure is Reading => figure !== null);
    const first = figures[0];
    return {
      id: station.id,
      name: station.name,
      status: first === undefined ? 'unknown' : statusOf(world, first, shown.critical),
      caption: charts[0] === undefined ? '' : charts.map((chart) => chart.state).join(', '),
      seenTick: state.tick,
      figures,
      charts,
    };
  });
}

interface LineFigures {
  readonly dashboard: DashboardId;
  readonly latency: string;
  readonly critical: number;
  readonly per: 'request' | 'lookup' | 'call';
}

const LINE_FIGURES: Readonly<Record<string, LineFigures>> = {
  'gateway>model-server': { dashboard: 'service', latency: 'gateway.latency_p95_ms', critical: 1000, per: 'request' },
  'model-server>feature-store': { dashboard: 'feature-store', latency: 'store.fetch_p95_ms', critical: 500, per: 'request' },
  'model-server>upstream': { dashboard: 'upstream', latency: 'upstream.latency_p95_ms', critical: 300, per: 'call' },
};

const bySystem = new WeakMap<System, ReadonlyMap<string, LineFigures>>();

/** Which figures a line shows, by its id, from the parts at its ends. */
function figuresOfLines(system: System): ReadonlyMap<string, LineFigures> {
  const known = bySystem.get(system);
  if (known !== undefined) return known;
  const parts = new Map(system.stations.map((station) => [station.id, station.part ?? '']));
  const figures = new Map<string, LineFigures>();
  for (const line of system.lines) {
    const shown = LINE_FIGURES[`${parts.get(line.from)}>${parts.get(line.to)}`];
    if (shown !== undefined) figures.set(line.id, shown);
  }
  bySystem.set(system, figures);
  return figures;
}

function lineViews(world: World): LineView[] {
  const { setup, ledger, state } = world;
  const lineFigures = figuresOfLines(setup.system);
  const rate = reading(world, 'gateway.request_rate');
  const rateSeen = ledger.opened['service'] === undefined ? null : rate;
  return setup.system.lines.map((line): LineView => {
    const base = { id: line.id, from: line.from, to: line.to, kind: line.kind, normalLatencyMs: line.normalLatencyMs };
    const figures = lineFigures.get(line.id);
    if (figures === undefined) {
      const flows = line.kind === 'request' && rateSeen !== null;
      return {
        ...base,
        status: flows ? 'healthy' : 'unknown',
        ratePerSecond: flows ? rateSeen.value : null,
        latencyMs: flows ? line.normalLatencyMs : null,
        queued: null,
      };
    }
    const latency = ledger.opened[figures.dashboard] === undefined ? null : reading(world, figures.latency);
    if (latency === null) return { ...base, status: 'unknown', ratePerSecond: null, latencyMs: null, queued: null };
    const calls = figures.per === 'call' ? (reading(world, 'upstream.calls_per_request')?.value ?? 1) : 1;
    return {
      ...base,
      status: statusOf(world, latency, figures.critical),
      ratePerSecond: (rate?.value ?? 0) * calls,
      latencyMs: latency.value,
      queued:
        figures.per === 'request' && line.kind === 'request' && ledger.opened['saturation'] !== undefined
          ? Math.round(state.parts.serving.queued)
          : null,
    };
  });
}

function dashboardViews(world: World): DashboardView[] {
  return world.catalogue.dashboards.flatMap((dashboard): DashboardView[] => {
    const openedTick = world.ledger.opened[dashboard.id];
    if (openedTick === undefined) return [];
    const panels = dashboard.panels.map((panel) => ({ title: panel.title, series: panel.keys.map((key) => seriesView(world, key)) }));
    return [{ id: dashboard.id, title: dashboard.title, openedTick, panels }];
  });
}

/** Alerts that a player may read now: firing pages at all times, the rest once the rules were looked at. */
function visibleAlerts(world: World): AlertView[] {
  const { setup, state, ledger } = world;
  const tickSeconds = setup.scenario.brief.tickSeconds;
  const lastScrape = state.tick - (state.tick % world.scrapeTicks);
  const views = alertViews(state.parts.alerts, setup.params.alerts, lastScrape * tickSeconds, tickSeconds);
  return views.filter((alert) => ledger.alertsSeen || alert.id === ledger.page?.id).filter((alert) => alert.state !== 'inactive');
}

/**
 * What a player may know at this tick, each part worked out when it is first read: programs that play ask often and read little.
 * Nothing of it is the truth: figures are monitoring's, states are as last seen.
 * @throws from a part that is first read once the world has moved on
 */
export function glance(world: World, lastRefusal: Observation['lastRefusal'] = null): Observation {
  const { setup, state, ledger } = world;
  const { tick } = state;
  refreshCharts(world);
  const once = lazily(world);
  const stations = once(() => stationViews(world));
  const lines = once(() => lineViews(world));
  const dashboards = once(() => dashboardViews(world));
  const alerts = once(() => visibleAlerts(world));
  const pager = once(() => seriesView(world, setup.scenario.brief.pager.metric));
  const changes = once(() => visibleChanges(world));
  const impact = once(() => shownImpact(world));
  const pending = once(() =>
    state.agenda.map((due) => ({
      action: due.action,
      startedTick: due.startedTick,
      effectTick: due.at,
      canTakeBack: ledger.lastChange?.due.entry === due.entry,
    })),
  );
  return {
    tick,
    phase: state.parts.charts['incident'] as Observation['phase'],
    page: ledger.page,
    pageTick: ledger.pageTick,
    acknowledgedTick: ledger.acknowledgedTick,
    get pager() {
      return pager();
    },
    get alerts() {
      return alerts();
    },
    get stations() {
      return stations();
    },
    get lines() {
      return lines();
    },
    get dashboards() {
      return dashboards();
    },
    evidence: ledger.evidence,
    get changes() {
      return changes();
    },
    get impact() {
      return impact();
    },
    trust: Math.round(state.parts.stakeholder.trust),
    conversation: ledger.conversation,
    get pending() {
      return pending();
    },
    busyUntil: ledger.looks.length > 0 ? ledger.looks[ledger.looks.length - 1]!.returnsTick : tick,
    verified: ledger.verified,
    causeClaims: ledger.causeClaims,
    resolvedTick: ledger.resolvedTick,
    over: ledger.resolvedTick !== null || tick >= setup.scenario.brief.ticks,
    lastRefusal,
  };
}

function visibleChanges(world: World): ChangeEntry[] {
  const { changesSeen, happened } = world.ledger;
  return changesSeen === null
    ? happened.filter((entry) => entry.kind === 'player')
    : knownChanges(world).filter((entry) => entry.kind === 'player' || entry.tick <= changesSeen);
}

/** The same as a whole, which stays as it is when the world moves on. */
export const observe = (world: World, lastRefusal: Observation['lastRefusal'] = null): Observation => ({ ...glance(world, lastRefusal) });
