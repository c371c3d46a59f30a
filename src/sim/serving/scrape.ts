import { businessEur, stepBusiness } from '../../parts/business/step.ts';
import { costEur } from '../../parts/cost/step.ts';
import { gateTrips } from '../../parts/rollout/step.ts';
import { moveCharts } from './charts.ts';
import { gatewayNow } from './conditions.ts';
import { haltRelease } from './controllers.ts';
import { at, isP95Above, pushCounters, slowAtGateway, total, windowOf, type Window } from './counters.ts';
import { readFigures, unscored } from './figures.ts';
import type { World } from './world.ts';

export const TOTALS = [
  'requests',
  'unscored',
  'slow',
  'degraded',
  'fraudEur',
  'abandonEur',
  'falsePositiveEur',
  'sloEur',
  'costEur',
  'outboundTimeouts',
  'shedDeadline',
  'storeRefused',
  'poolWaits',
  'restarts',
] as const;
export type TotalKey = (typeof TOTALS)[number];

/** The place of each running total. */
export const TOTAL = Object.fromEntries(TOTALS.map((key, i) => [key, i])) as Readonly<Record<TotalKey, number>>;

const T = at.totals;

/** A scrape of the serving path: money, and figures of the last minute. */
export function measure(world: World, row: Float64Array, totals: Float64Array): number {
  const { setup, state, rig } = world;
  const { tickSeconds } = setup.scenario.brief;
  pushCounters(rig.counters, state.parts.serving, setup.params['model-server']);
  const impactEur = bookInterval(world, windowOf(rig.counters, 1), totals);
  const minute = windowOf(rig.counters, rig.counters.slots - 1);
  readFigures(rig.instruments, setup, state, minute, minute.scrapes * world.scrapeTicks * tickSeconds, row);
  row[rig.instruments.columns['business.impact_eur']] = impactEur;
  return impactEur;
}

/** After the alerts: the release's own gate, and the charts. */
export function afterScrape(world: World, now: number): void {
  watchRelease(world, now);
  moveCharts(world.setup, world.state, world.rig.instruments.columns, world.row);
}

/** What the time since the last scrape cost, and the running totals with it. */
function bookInterval(world: World, since: Window, totals: Float64Array): number {
  const { setup, state } = world;
  const { business, cost, serving } = state.parts;
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
  const waiting = serving.store.queue - serving.store.connections;
  totals[TOTAL.requests] = serving.totals.first;
  totals[TOTAL.unscored]! += lost;
  totals[TOTAL.slow]! += slow;
  totals[TOTAL.degraded] = serving.totals.degraded;
  totals[TOTAL.fraudEur] = business.fraudEur;
  totals[TOTAL.abandonEur] = business.abandonEur;
  totals[TOTAL.falsePositiveEur] = business.falsePositiveEur;
  totals[TOTAL.sloEur] = business.sloEur;
  totals[TOTAL.costEur] = costEur(cost);
  totals[TOTAL.outboundTimeouts] = serving.totals.outboundTimeouts;
  totals[TOTAL.shedDeadline] = serving.totals.shedDeadline;
  totals[TOTAL.storeRefused] = serving.totals.storeRefused;
  if (waiting > 0) totals[TOTAL.poolWaits]! += waiting;
  totals[TOTAL.restarts] = serving.totals.lostAtRestart;
  return businessEur(business) + costEur(cost);
}

/** Running totals that burn-rate rules read, by the names they go by in monitoring. */
export const TOTALS_BY_SERIES: Readonly<Record<string, TotalKey>> = {
  'gateway.requests_total': 'requests',
  'gateway.slow_total': 'slow',
  'gateway.unscored_total': 'unscored',
};

/** The release's latency gate reads the candidate beside the stable version. */
function watchRelease(world: World, now: number): void {
  const { rollout } = world.setup.params;
  const p95 = (id: string | null): number => {
    const version = world.rig.instruments.columns.versions.find((one) => one.version === id);
    return version === undefined ? NaN : world.row[version.p95]!;
  };
  if (rollout.latencyGate && gateTrips(world.state.parts.rollout, rollout, p95(rollout.candidate), p95(rollout.stable)))
    haltRelease(world, now);
}
