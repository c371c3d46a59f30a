import type { Look } from '../domain/action.ts';
import type { Evidence, Reading } from '../domain/evidence.ts';
import { readingOf } from '../domain/reading.ts';
import { sameLook } from '../domain/same-look.ts';
import { lookTitles } from '../domain/words/looks.ts';
import { refusalWords as words } from '../domain/words/refusals.ts';
import { alertViewsAt } from './alert-views.ts';
import { calendarBody, changesBody, messagesBody } from './look-changes.ts';
import { incidentSteppers } from './incident-charts.ts';
import { silentAmong } from './information.ts';
import type { LookContent, PartChart, World } from './plant.ts';

const MOST_SEEN = 40; // states of one chart that are remembered

/** Seconds that a look takes on this system, in ticks. */
export function lookTicks(world: World, look: Look): number {
  return Math.max(1, Math.round((world.setup.system.looks[look.type] ?? 60) / world.setup.scenario.brief.tickSeconds));
}

/** Looks that a plant does not answer itself, by what a system file must have for them. */
const OWN: Readonly<Record<string, (world: World, look: Look) => string | null>> = {
  'look-dashboard': ({ catalogue }, look) =>
    look.type !== 'look-dashboard' || catalogue.dashboards.some(({ id }) => id === look.dashboard)
      ? null
      : words.noDashboard(
          catalogue.dashboards.map(({ id }) => id),
          look.dashboard,
        ),
  'look-changes': () => null,
  'look-alerts': () => null,
  'look-calendar': () => null,
  'look-messages': () => null,
};

/** Why a look cannot be made on this system; null where it can. */
export function lookRefusal(world: World, look: Look): string | null {
  const { setup } = world;
  if (setup.system.looks[look.type] === undefined) return words.nothingToShow(look.type);
  const own = OWN[look.type];
  if (own !== undefined) return own(world, look);
  if (look.type === 'look-logs')
    return setup.system.stations.some((station) => station.id === look.station && station.part !== null)
      ? null
      : words.noLogs(look.station);
  const offered = setup.plant.offeredLooks(setup).some((offer) => sameLook(offer.look, look));
  return offered ? null : words.nothingToShow(JSON.stringify(look));
}

/** Starts a look: looks are serial, so it begins when the one before has returned. Returns the tick at which it returns. */
export function startLook(world: World, look: Look): number {
  const { looks } = world.ledger;
  const begin = Math.max(world.state.tick, looks.length > 0 ? looks[looks.length - 1]!.returnsTick : 0);
  const returnsTick = begin + lookTicks(world, look);
  looks.push({ look, askedTick: world.state.tick, returnsTick });
  return returnsTick;
}

/** Hands over what looks have returned by now. */
export function returnLooks(world: World): void {
  const { ledger, state } = world;
  while (ledger.looks.length > 0 && ledger.looks[0]!.returnsTick <= state.tick) {
    const { look, askedTick } = ledger.looks.shift()!;
    takeIn(world, look, askedTick);
  }
}

/** What a look shows now becomes evidence, and what it opens stays open. @param by the colleague who made it, if not the player */
export function takeIn(world: World, look: Look, askedTick: number, by?: string): Evidence {
  const { ledger, state } = world;
  const { title, readings, body } = contentOf(world, look);
  const id = `E${ledger.evidence.length + 1}`;
  const evidence: Evidence = { id, look, ...(by === undefined ? {} : { by }), askedTick, tick: state.tick, title, readings, body };
  ledger.evidence.push(evidence);
  if (look.type === 'look-dashboard') {
    ledger.opened[look.dashboard] ??= state.tick;
    seeCharts(world, look.dashboard);
  }
  if (look.type === 'look-alerts') ledger.alertsSeen = true;
  if (look.type === 'look-changes') {
    ledger.changesSeen = state.tick;
    for (const chart of world.setup.plant.chartsInChanges) seeChart(world, chart);
  }
  return evidence;
}

/** A chart by its id, of the plant or of the core. */
export const chartOf = (world: World, chart: string): PartChart | undefined =>
  world.setup.plant.charts[chart] ?? (incidentSteppers as Record<string, PartChart>)[chart];

function seeCharts(world: World, dashboard: string): void {
  for (const chart of world.setup.plant.chartsByDashboard[dashboard] ?? []) seeChart(world, chart);
}

export function seeChart(world: World, chart: string): void {
  const state = world.state.parts.charts[chart];
  const stepper = chartOf(world, chart);
  if (state === undefined || (stepper !== undefined && stepper.tag(state) === 'hidden')) return;
  const { tick } = world.state;
  const came = world.ledger.seenCharts[chart]?.came ?? [];
  const stayed = came.at(-1)?.state === state;
  world.ledger.seenCharts[chart] = { state, tick, came: stayed ? came : [...came, { state, tick }].slice(-MOST_SEEN) };
}

/** Charts of dashboards that are open stay live: a scrape sees where they are. */
export function refreshCharts(world: World): void {
  for (const dashboard of Object.keys(world.ledger.opened)) seeCharts(world, dashboard);
}

function contentOf(world: World, look: Look): LookContent {
  switch (look.type) {
    case 'look-dashboard':
      return dashboardContent(world, look);
    case 'look-changes':
      return changesBody(world);
    case 'look-alerts': {
      const alerts = alertViewsAt(world, world.state.tick * world.setup.scenario.brief.tickSeconds);
      return {
        title: lookTitles.alerts,
        readings: alerts.map((alert) => ({
          key: `alerts.${alert.id}.active`,
          label: alert.text,
          value: alert.state === 'firing' || alert.state === 'pending' ? 1 : 0,
          unit: 'alert',
        })),
        body: { kind: 'alerts', alerts },
      };
    }
    case 'look-calendar':
      return calendarBody(world);
    case 'look-messages':
      return messagesBody(world);
    default: {
      const content = world.setup.plant.look(world, look);
      if (content === null) throw new Error(`expected a look that this system offers, got ${JSON.stringify(look)}`);
      return content;
    }
  }
}

/** The latest figures of a dashboard; NaN figures (no data) are left out. */
export function readingsOf(world: World, dashboardId: string): Reading[] {
  const dashboard = world.catalogue.dashboards.find((candidate) => candidate.id === dashboardId);
  return (dashboard?.panels ?? []).flatMap(({ keys }) =>
    keys.flatMap((key) => readingOf(world.catalogue.byKey.get(key)!, world.shown.latest(key)) ?? []),
  );
}

function dashboardContent(world: World, look: Look & { type: 'look-dashboard' }): LookContent {
  const dashboard = world.catalogue.dashboards.find((candidate) => candidate.id === look.dashboard)!;
  const silent = silentAmong(world, [...new Set(dashboard.panels.flatMap(({ keys }) => keys))]);
  return {
    title: dashboard.title,
    readings: readingsOf(world, look.dashboard),
    body: { kind: 'dashboard', dashboard: look.dashboard, ...(silent.length === 0 ? {} : { silent }) },
  };
}
