import type { Change } from '../domain/action.ts';
import type { AlertView, ChangeEntry } from '../domain/evidence.ts';
import type { DashboardView, Observation, PendingChange } from '../domain/observation.ts';
import { alertViewsAt } from './alert-views.ts';
import { colleagueViews } from './colleagues.ts';
import { patienceOf } from './complications.ts';
import { foretoldOf } from './foretold.ts';
import { silentAmong } from './information.ts';
import { knownChanges } from './look-changes.ts';
import { lineViews } from './line-views.ts';
import type { World } from './plant.ts';
import { stationViews } from './station-views.ts';
import { stillAt } from './still-at.ts';
import { plainView, quickView, type ViewOf } from './series-view.ts';
import { replacedEstimate, shownImpact } from './shown-impact.ts';

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
