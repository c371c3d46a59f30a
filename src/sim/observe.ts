import type { ChartView } from '../domain/chart-view.ts';
import type { AlertView, ChangeEntry, Reading, SeriesView } from '../domain/evidence.ts';
import type { DashboardView, LineView, Observation, StationView, Status } from '../domain/observation.ts';
import { storyClock } from '../domain/time.ts';
import type { System } from '../scenario/system.ts';
import { alertViews } from '../parts/alerts/step.ts';
import { silentAmong } from './information.ts';
import { lazily } from './lazily.ts';
import { knownChanges } from './look-changes.ts';
import { chartOf } from './looks.ts';
import type { LineFigures, World } from './plant.ts';
import { shownImpact } from './shown-impact.ts';

/** A series up to now. It is copied when it is first read: rows never change, and most observations are read in part. */
function seriesView({ catalogue, shown: series }: World, key: string): SeriesView {
  const rows = series.length;
  let ticks: readonly number[] | null = null;
  let values: readonly number[] | null = null;
  return {
    metric: catalogue.byKey.get(key)!,
    get ticks() {
      return (ticks ??= Array.from(series.ticks().subarray(0, rows)));
    },
    get values() {
      return (values ??= series.listed(key, rows));
    },
  };
}

function reading(world: World, key: string): Reading | null {
  const metric = world.catalogue.byKey.get(key);
  if (metric === undefined) return null;
  const value = world.shown.latest(key);
  return Number.isFinite(value) ? { key, label: metric.title, value, unit: metric.unit, normal: metric.normal.typical } : null;
}

/** The clock at which any of some series last had a figure; null where none ever had. */
function lastHeard({ catalogue, shown: series, setup }: World, keys: readonly string[]): string | null {
  const { startClock, tickSeconds } = setup.scenario.brief;
  const rows = keys
    .filter((key) => catalogue.byKey.has(key))
    .map((key) => series.listed(key, series.length).findLastIndex((value) => Number.isFinite(value)));
  const row = Math.max(-1, ...rows);
  return row < 0 ? null : storyClock(startClock, series.ticks()[row] ?? 0, tickSeconds);
}

/** A status by the metric's own direction: beyond its normal band it warns, at the critical figure and beyond it is critical. */
function statusOf(world: World, figure: Reading, critical: number): Status {
  const { normal, direction } = world.catalogue.byKey.get(figure.key)!;
  const isCritical = direction === 'higherIsBetter' ? figure.value <= critical : figure.value >= critical;
  if (isCritical) return 'crit';
  return figure.value > normal.high || figure.value < normal.low ? 'warn' : 'healthy';
}

function stationViews(world: World): StationView[] {
  const { setup, ledger, state } = world;
  const { plant } = setup;
  return setup.system.stations.map((station): StationView => {
    const charts: ChartView[] = (plant.chartsByPart[station.part ?? ''] ?? []).flatMap((chart) => {
      const seen = ledger.seenCharts[chart];
      if (seen === undefined) return [];
      const states = chartOf(world, chart)?.states ?? [];
      return [{ part: station.part!, chart, state: seen.state, seenTick: seen.tick, states, came: seen.came }];
    });
    const shown = plant.stations[station.part ?? ''];
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
    const heard = first === undefined ? lastHeard(world, shown.keys) : null;
    return {
      id: station.id,
      name: station.name,
      status: first === undefined ? 'unknown' : statusOf(world, first, shown.critical),
      caption: charts[0] === undefined ? '' : charts.map((chart) => chart.state).join(', '),
      seenTick: state.tick,
      ...(heard === null ? {} : { silentSince: heard }),
      figures,
      charts,
    };
  });
}

const bySystem = new WeakMap<System, ReadonlyMap<string, LineFigures>>();

/** Which figures a line shows, by its id, from the parts at its ends. */
function figuresOfLines({ system, plant }: World['setup']): ReadonlyMap<string, LineFigures> {
  const known = bySystem.get(system);
  if (known !== undefined) return known;
  const parts = new Map(system.stations.map((station) => [station.id, station.part ?? '']));
  const figures = new Map<string, LineFigures>();
  for (const line of system.lines) {
    const shown = plant.lines[`${parts.get(line.from)}>${parts.get(line.to)}`];
    if (shown !== undefined) figures.set(line.id, shown);
  }
  bySystem.set(system, figures);
  return figures;
}

function lineViews(world: World): LineView[] {
  const { setup, ledger } = world;
  const lineFigures = figuresOfLines(setup);
  const { flow } = setup.plant;
  const rate = flow === null ? null : reading(world, flow.rate);
  const rateSeen = flow === null || ledger.opened[flow.dashboard] === undefined ? null : rate;
  const labelled = new Set(setup.system.stations.filter(({ part }) => part === 'labels').map(({ id }) => id));
  const labelDelayMs = setup.plant.labelDelayMs?.(setup) ?? 0;
  return setup.system.lines.map((line): LineView => {
    const late = line.kind === 'label' && labelled.has(line.to) ? labelDelayMs : 0; // how the system is made, not how it fares
    const base = { id: line.id, from: line.from, to: line.to, kind: line.kind, normalLatencyMs: line.normalLatencyMs || late };
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
    const opened = ledger.opened[figures.dashboard] !== undefined;
    const latency = opened && figures.latency !== null ? reading(world, figures.latency) : null;
    if (latency === null) return { ...base, status: 'unknown', ratePerSecond: null, latencyMs: null, queued: null };
    const times = figures.timesRate === null ? 1 : (reading(world, figures.timesRate)?.value ?? 1);
    return {
      ...base,
      status: statusOf(world, latency, figures.critical),
      ratePerSecond: rateSeen === null ? null : rateSeen.value * times,
      latencyMs: latency.value,
      queued: figures.queued && ledger.opened['saturation'] !== undefined ? setup.plant.queued(world) : null,
    };
  });
}

function dashboardViews(world: World): DashboardView[] {
  return world.catalogue.dashboards.flatMap((dashboard): DashboardView[] => {
    const openedTick = world.ledger.opened[dashboard.id];
    if (openedTick === undefined) return [];
    const panels = dashboard.panels.map((panel) => ({ title: panel.title, series: panel.keys.map((key) => seriesView(world, key)) }));
    const silent = silentAmong(world, [...new Set(dashboard.panels.flatMap(({ keys }) => keys))]);
    return [{ id: dashboard.id, title: dashboard.title, openedTick, panels, ...(silent.length === 0 ? {} : { silent }) }];
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
