import type { Change } from '../domain/action.ts';
import type { ChartView } from '../domain/chart-view.ts';
import type { AlertView, ChangeEntry, Reading } from '../domain/evidence.ts';
import type { DashboardView, LineView, Observation, PendingChange, StationView, Status } from '../domain/observation.ts';
import { readingOf } from '../domain/reading.ts';
import { storyClock } from '../domain/time.ts';
import { stationWords } from '../domain/words/stations.ts';
import type { System } from '../scenario/system.ts';
import { alertViewsAt } from './alert-views.ts';
import { colleagueViews } from './colleagues.ts';
import { patienceOf } from './complications.ts';
import { foretoldOf } from './foretold.ts';
import { silentAmong } from './information.ts';
import { knownChanges } from './look-changes.ts';
import { chartOf } from './looks.ts';
import type { LineFigures, World } from './plant.ts';
import { stillAt } from './still-at.ts';
import { plainView, quickView, type ViewOf } from './series-view.ts';
import { replacedEstimate, shownImpact } from './shown-impact.ts';

function reading(world: World, key: string): Reading | null {
  const metric = world.catalogue.byKey.get(key);
  return metric === undefined ? null : readingOf(metric, world.shown.latest(key));
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

/**
 * A status by the metric's own direction: beyond its normal band it warns, at the critical figure and beyond it is critical.
 * @param critical null where the metric has none
 */
function statusOf(world: World, figure: Reading, critical: number | null): Status {
  const { normal, direction } = world.catalogue.byKey.get(figure.key)!;
  if (critical === null) return direction === 'neutral' || (figure.value <= normal.high && figure.value >= normal.low) ? 'healthy' : 'warn';
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
        caption: station.part === null ? stationWords.noInstruments : '',
        seenTick: changesSeen,
        figures: [],
        charts,
      };
    }
    const figures = shown.keys.map((key) => reading(world, key)).filter((figure): figure is Reading => figure !== null);
    const first = figures[0];
    const heard = first === undefined ? lastHeard(world, shown.keys) : null;
    const isDown = charts.some((chart) => chart.state === shown.downIn);
    return {
      id: station.id,
      name: station.name,
      // where the figure that decides has no data, no other is measured by its bound
      status: isDown
        ? 'crit'
        : first === undefined
          ? 'unknown'
          : statusOf(world, first, first.key === shown.keys[0] ? shown.critical : null),
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

function dashboardViews(world: World, viewOf: ViewOf): DashboardView[] {
  return world.catalogue.dashboards.flatMap((dashboard): DashboardView[] => {
    const openedTick = world.ledger.opened[dashboard.id];
    if (openedTick === undefined) return [];
    const panels = dashboard.panels.map((panel) => ({ title: panel.title, series: panel.keys.map((key) => viewOf(world, key)) }));
    const silent = world.shown === world.series ? [] : silentAmong(world, [...new Set(dashboard.panels.flatMap(({ keys }) => keys))]);
    return [{ id: dashboard.id, title: dashboard.title, openedTick, panels, ...(silent.length === 0 ? {} : { silent }) }];
  });
}

/** Alerts that a player may read now: the one that paged at all times, every other one once the rules were looked at. */
function visibleAlerts(world: World): AlertView[] {
  const { setup, state, ledger } = world;
  const lastScrape = state.tick - (state.tick % world.scrapeTicks);
  const views = alertViewsAt(world, lastScrape * setup.scenario.brief.tickSeconds);
  return views.filter((alert) => ledger.alertsSeen || alert.id === ledger.page?.id).filter((alert) => alert.state !== 'inactive');
}

const NONE_LENT: Observation['lent'] = [];

const impactOf = (world: World): Observation['impact'] => ({
  ...shownImpact(world),
  guessedFrom: world.setup.plant.words.estimatedFrom,
  replacedEur: replacedEstimate(world),
});

/**
 * What a player may know at this tick, each part worked out when it is first read: programs that play ask often and read little.
 * A class, because an object literal with getters costs more than what most of its readers read.
 * @throws from a part that is first read once the world has moved on
 */
class Glance implements Observation {
  readonly tick: Observation['tick'];
  readonly phase: Observation['phase'];
  readonly page: Observation['page'];
  readonly pageTick: Observation['pageTick'];
  readonly acknowledgedTick: Observation['acknowledgedTick'];
  readonly evidence: Observation['evidence'];
  readonly trust: number;
  readonly conversation: Observation['conversation'];
  readonly busyUntil: Observation['busyUntil'];
  readonly lent: Observation['lent'];
  readonly verified: Observation['verified'];
  readonly causeClaims: number;
  readonly resolvedTick: Observation['resolvedTick'];
  readonly over: boolean;
  readonly lastRefusal: Observation['lastRefusal'];
  readonly #world: World;
  readonly #viewOf: ViewOf;
  #pager: Observation['pager'] | null = null;
  #alerts: Observation['alerts'] | null = null;
  #stations: Observation['stations'] | null = null;
  #lines: Observation['lines'] | null = null;
  #dashboards: Observation['dashboards'] | null = null;
  #changes: Observation['changes'] | null = null;
  #impact: Observation['impact'] | null = null;
  #colleagues: Observation['colleagues'] | null = null;
  #pending: Observation['pending'] | null = null;

  constructor(world: World, lastRefusal: Observation['lastRefusal'], viewOf: ViewOf) {
    const { setup, state, ledger } = world;
    const { tick } = state;
    this.tick = tick;
    this.phase = state.parts.charts['incident'] as Observation['phase'];
    this.page = ledger.page;
    this.pageTick = ledger.pageTick;
    this.acknowledgedTick = ledger.acknowledgedTick;
    this.evidence = ledger.evidence;
    this.trust = Math.round(state.parts.stakeholder.trust);
    this.conversation = ledger.conversation;
    this.busyUntil = ledger.looks.length > 0 ? ledger.looks[ledger.looks.length - 1]!.returnsTick : tick;
    this.lent = ledger.lent.length === 0 ? NONE_LENT : ledger.lent.map(({ look }) => look);
    this.verified = ledger.verified;
    this.causeClaims = ledger.causeClaims;
    this.resolvedTick = ledger.resolvedTick;
    this.over = ledger.resolvedTick !== null || tick >= setup.scenario.brief.ticks;
    this.lastRefusal = lastRefusal;
    this.#world = world;
    this.#viewOf = viewOf;
  }

  get pager(): Observation['pager'] {
    return (this.#pager ??= this.#viewOf(this.#now(), this.#world.setup.scenario.brief.pager.metric));
  }

  get alerts(): Observation['alerts'] {
    return (this.#alerts ??= visibleAlerts(this.#now()));
  }

  get stations(): Observation['stations'] {
    return (this.#stations ??= stationViews(this.#now()));
  }

  get lines(): Observation['lines'] {
    return (this.#lines ??= lineViews(this.#now()));
  }

  get dashboards(): Observation['dashboards'] {
    return (this.#dashboards ??= dashboardViews(this.#now(), this.#viewOf));
  }

  get changes(): Observation['changes'] {
    return (this.#changes ??= visibleChanges(this.#now()));
  }

  get impact(): Observation['impact'] {
    return (this.#impact ??= impactOf(this.#now()));
  }

  get colleagues(): Observation['colleagues'] {
    return (this.#colleagues ??= colleagueViews(this.#now()));
  }

  get patience(): Observation['patience'] {
    const { silenceSeconds, tooSoonSeconds } = patienceOf(this.#now());
    return { contentSeconds: silenceSeconds, tooSoonSeconds };
  }

  get pending(): Observation['pending'] {
    return (this.#pending ??= pendingChanges(this.#now()));
  }

  #now(): World {
    return stillAt(this.#world, this.tick);
  }
}

export const glance = (world: World, lastRefusal: Observation['lastRefusal'] = null): Observation =>
  new Glance(world, lastRefusal, quickView);

/** What a preview counts beside the time until a change is carried out. */
function settling(world: World, action: Change): Pick<PendingChange, 'settlesSeconds'> {
  const { settlesSeconds } = foretoldOf(world, action);
  return settlesSeconds === null ? {} : { settlesSeconds };
}

const pendingChanges = (world: World): Observation['pending'] =>
  world.state.agenda.map((due) => ({
    action: due.action,
    label: world.setup.plant.changeLabel(world, due.action),
    startedTick: due.startedTick,
    effectTick: due.at,
    ...settling(world, due.action),
    canTakeBack: world.ledger.lastChange?.due.entry === due.entry,
  }));

function visibleChanges(world: World): ChangeEntry[] {
  const { changesSeen, happened } = world.ledger;
  return changesSeen === null
    ? happened.filter((entry) => entry.kind === 'player')
    : knownChanges(world).filter((entry) => entry.kind === 'player' || entry.tick <= changesSeen);
}

/**
 * All that a player may know at this tick, as a whole, which stays as it is when the world moves on.
 * Nothing of it is the truth: figures are monitoring's, states are as last seen.
 */
export function observe(world: World, lastRefusal: Observation['lastRefusal'] = null): Observation {
  const now = new Glance(world, lastRefusal, plainView);
  const { tick, phase, page, pageTick, acknowledgedTick, pager, alerts, stations, lines, dashboards, evidence, changes, impact } = now;
  const { trust, patience, conversation, colleagues, lent, pending, busyUntil, verified, causeClaims, resolvedTick, over } = now;
  return {
    tick, phase, page, pageTick, acknowledgedTick, pager, alerts, stations, lines, dashboards, evidence, changes, impact,
    trust, patience, conversation, colleagues, lent, pending, busyUntil, verified, causeClaims, resolvedTick, over, lastRefusal,
  }; // prettier-ignore
}
