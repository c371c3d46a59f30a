import { alertViews, evaluateAlerts } from '../parts/alerts/step.ts';
import { businessEur, stepBusiness } from '../parts/business/step.ts';
import { costEur } from '../parts/cost/step.ts';
import { gateTrips } from '../parts/rollout/step.ts';
import { waitInSilence } from '../parts/stakeholder/step.ts';
import { moveCharts, steppers } from './charts.ts';
import { gatewayNow } from './conditions.ts';
import { haltRelease } from './controllers.ts';
import { at, isP95Above, pushCounters, slowAtGateway, total, windowOf, type Window } from './counters.ts';
import { readFigures, unscored } from './figures.ts';
import { askQuestions } from './people.ts';
import { witnessAlerts } from './witness.ts';
import { TOTAL_KEYS, type TotalKey, type World } from './world.ts';

const T = at.totals;
const COLUMN = Object.fromEntries(TOTAL_KEYS.map((key, i) => [key, i])) as Readonly<Record<TotalKey, number>>;
const totalsRow = new Float64Array(TOTAL_KEYS.length);

/** A scrape: money, figures of the last minute, alerts, charts, people. */
export function scrape(world: World): void {
  const { setup, state, row } = world;
  const { parts } = state;
  const { params } = setup;
  const { tickSeconds } = setup.scenario.brief;
  const now = state.tick * tickSeconds;
  pushCounters(world.counters, parts.serving, params['model-server']);
  bookInterval(world, windowOf(world.counters, 1));
  const minute = windowOf(world.counters, world.counters.slots - 1);
  readFigures(world.instruments, setup, state, minute, minute.scrapes * world.scrapeTicks * tickSeconds, row);
  const { columns } = world.instruments;
  row[columns['business.impact_eur']] = totalsRow[COLUMN.impactEur]!;
  world.series.push(state.tick, row);
  world.totals.push(state.tick, totalsRow);
  evaluateAlerts(parts.alerts, params.alerts, (key) => readingOf(world, key), now);
  witnessAlerts(world.witness, state);
  if (world.ledger.pageTick === null) page(world, now);
  watchRelease(world, now);
  moveCharts(setup, state, columns, row);
  if (world.ledger.pageTick !== null && world.ledger.resolvedTick === null) wait(world, now);
  askQuestions(world);
}

/** What the time since the last scrape cost, and the running totals with it. */
function bookInterval(world: World, since: Window): void {
  const { setup, state, totals } = world;
  const { business, cost, serving, stakeholder } = state.parts;
  const { params } = setup;
  const meters = serving.meters.length;
  const requests = total(since, T.first);
  const lost = unscored(since, meters, gatewayNow(setup, state)) + params.business.normalUnscoredShare * requests;
  const slow = slowAtGateway(since, meters, params.gateway.slowMs);
  stepBusiness(business, params.business, {
    requests,
    unscored: lost,
    slow,
    degraded: total(since, T.degraded),
    fraudMissed: total(since, T.fieldless) * params.upstream.quality,
    sloMissed: isP95Above(since, meters, params.business.sloMs),
    seconds: world.scrapeTicks * setup.scenario.brief.tickSeconds,
  });
  const first = totals.length === 0;
  const waiting = serving.store.queue - serving.store.connections;
  totalsRow[COLUMN.requests] = serving.totals.first;
  totalsRow[COLUMN.unscored] = (first ? 0 : totals.cell(COLUMN.unscored, -1)) + lost;
  totalsRow[COLUMN.slow] = (first ? 0 : totals.cell(COLUMN.slow, -1)) + slow;
  totalsRow[COLUMN.degraded] = serving.totals.degraded;
  totalsRow[COLUMN.impactEur] = businessEur(business) + costEur(cost);
  totalsRow[COLUMN.fraudEur] = business.fraudEur;
  totalsRow[COLUMN.abandonEur] = business.abandonEur;
  totalsRow[COLUMN.falsePositiveEur] = business.falsePositiveEur;
  totalsRow[COLUMN.sloEur] = business.sloEur;
  totalsRow[COLUMN.costEur] = costEur(cost);
  totalsRow[COLUMN.trust] = stakeholder.trust;
  totalsRow[COLUMN.outboundTimeouts] = serving.totals.outboundTimeouts;
  totalsRow[COLUMN.shedDeadline] = serving.totals.shedDeadline;
  totalsRow[COLUMN.storeRefused] = serving.totals.storeRefused;
  totalsRow[COLUMN.poolWaits] = (first ? 0 : totals.cell(COLUMN.poolWaits, -1)) + (waiting > 0 ? waiting : 0);
  totalsRow[COLUMN.restarts] = serving.totals.lostAtRestart;
}

/** Running totals that burn-rate rules read, by the names they go by in monitoring. */
const TOTALS_BY_SERIES: Readonly<Record<string, TotalKey>> = {
  'gateway.requests_total': 'requests',
  'gateway.slow_total': 'slow',
  'gateway.unscored_total': 'unscored',
};

/** What an alert rule reads at this scrape: a figure, or a running total. NaN where there is neither. */
function readingOf(world: World, key: string): number {
  const name = TOTALS_BY_SERIES[key];
  if (name !== undefined) return totalsRow[COLUMN[name]]!;
  return world.catalogue.byKey.has(key) ? world.series.latest(key) : NaN;
}

/** The first alert of severity "page" that fires opens the incident. */
function page(world: World, now: number): void {
  const { setup, state, ledger } = world;
  const { alerts } = state.parts;
  const { rules } = setup.params.alerts;
  const paging = rules.findIndex((rule, i) => rule.severity === 'page' && alerts.alerts[i]!.chart === 'firing');
  if (paging < 0) return;
  ledger.page = alertViews(alerts, setup.params.alerts, now, setup.scenario.brief.tickSeconds)[paging]!;
  ledger.pageTick = state.tick;
  state.parts.stakeholder.lastWordAt = now;
}

/** The release's latency gate reads the candidate beside the stable version. */
function watchRelease(world: World, now: number): void {
  const { rollout } = world.setup.params;
  const p95 = (id: string | null): number => {
    const version = world.instruments.columns.versions.find((one) => one.version === id);
    return version === undefined ? NaN : world.row[version.p95]!;
  };
  if (rollout.latencyGate && gateTrips(world.state.parts.rollout, rollout, p95(rollout.candidate), p95(rollout.stable)))
    haltRelease(world, now);
}

/** Those who wait for word lose trust. */
function wait(world: World, now: number): void {
  const { setup, state } = world;
  const { stakeholder, charts } = state.parts;
  const params = setup.params.stakeholder;
  waitInSilence(stakeholder, params, now, world.scrapeTicks * setup.scenario.brief.tickSeconds);
  if (stakeholder.lastWordAt !== null && now - stakeholder.lastWordAt > params.silenceSeconds)
    charts['stakeholder'] = steppers.stakeholder.send(charts['stakeholder']!, 'WAIT_TOO_LONG');
}
