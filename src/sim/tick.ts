import { keyedDraw } from '../kernel/streams.ts';
import { evaluateAlerts, alertViews } from '../parts/alerts/step.ts';
import { autoscalerDue, resumeAutoscaler, stepAutoscaler } from '../parts/autoscaler/step.ts';
import type { PodReport } from '../parts/autoscaler/pods.ts';
import { businessEur, stepBusiness } from '../parts/business/step.ts';
import { costEur, stepCost } from '../parts/cost/step.ts';
import { gateTrips, watchRegistry } from '../parts/rollout/step.ts';
import { waitInSilence } from '../parts/stakeholder/step.ts';
import { stepTraffic } from '../parts/traffic/step.ts';
import { LATENCY_EDGES_MS } from '../parts/gateway/latency-grid.ts';
import { histogramQuantile } from '../parts/alerts/quantile.ts';
import { moveCharts, nextRollout, steppers } from './charts.ts';
import { conditionsOf, gatewayNow, reportToBreakers, servingParams } from './conditions.ts';
import { counterRow, slowerThan, Window } from './counters.ts';
import { takeEffect } from './effects.ts';
import { driveInputs } from './inputs.ts';
import { allPods, reconcilePods, restartOne, settled } from './pods.ts';
import { figuresOf, unscored } from './scrape.ts';
import { stepServing } from './serving.ts';
import { TOTAL_KEYS, type TotalKey, type World } from './world.ts';
import { returnLooks } from './looks.ts';
import { settleVerification } from './verify.ts';
import { askQuestions } from './people.ts';

const BOUNDS = [...LATENCY_EDGES_MS, Infinity];

/** Moves the world by one tick. The order of a tick stands here and nowhere else. */
export function stepWorld(world: World): void {
  const { setup, state } = world;
  const { parts } = state;
  const { params } = setup;
  const now = state.tick * setup.scenario.brief.tickSeconds;
  effectsDue(world);
  driveInputs(state.inputs, setup, state.tick);
  herring(world);
  controllers(world, now);
  const phi = params.traffic.noisePhi;
  stepTraffic(parts.traffic, params.traffic, state.inputs['traffic.rateFactor'], world.traffic, Math.sqrt(1 - phi * phi));
  const conditions = conditionsOf(setup, state);
  const totals = parts.serving.totals;
  const before = { calls: totals.outboundCalls, timeouts: totals.outboundTimeouts, answered: totals.answered, lookups: totals.lookups };
  stepServing(parts.serving, servingParams(setup, state), conditions, now);
  reportToBreakers(setup, state, conditions, before, now);
  stepCost(parts.cost, params.cost, allPods(parts.serving), setup.scenario.brief.tickSeconds);
  state.tick++;
  if (state.tick % world.scrapeTicks === 0) scrape(world);
  if (world.ledger.looks.length > 0) returnLooks(world);
  if (world.ledger.verifying !== null) settleVerification(world);
}

function effectsDue(world: World): void {
  const { state } = world;
  if (state.agenda.length === 0) return;
  const due = state.agenda.filter((entry) => entry.at <= state.tick);
  if (due.length === 0) return;
  state.agenda = state.agenda.filter((entry) => entry.at > state.tick);
  for (const entry of due) {
    takeEffect(world.setup, state, entry.action);
    const last = world.ledger.lastChange;
    if (last !== null && last.due.entry === entry.entry) world.ledger.lastChange = { ...last, effectDone: true };
  }
}

/** One replica restarts a few minutes before the trouble, on the seeds that have this. */
function herring(world: World): void {
  const { setup, state } = world;
  if (!setup.herrings.has('replica-restart')) return;
  const at = setup.onsetTick - 120 - Math.floor(keyedDraw(setup.seed, 'scenario', 'restart-at', 0, 0) * 120);
  if (state.tick !== at) return;
  restartOne(setup, state);
}

/** The controllers that act by themselves: deployments, the registry's, and the autoscaler's count. */
function controllers(world: World, now: number): void {
  const { setup, state } = world;
  const { rollout, autoscaler, controls } = state.parts;
  if (rollout.reconcileAt !== null && now >= rollout.reconcileAt) {
    rollout.target = rollout.champion;
    rollout.restPods =
      rollout.champion === setup.params.rollout.candidate
        ? Math.max(0, setup.params['model-server'].pods - setup.params.rollout.candidatePods)
        : 0;
    rollout.rest = setup.params.rollout.stable;
    rollout.weights = null;
    rollout.reconcileAt = null;
    nextRollout(state, rollout.restPods === 0 ? 'SETTLE' : 'STEP');
    world.ledger.happened.push({
      tick: state.tick,
      kind: 'model-deploy',
      station: 'registry',
      text: `deploy controller put ${rollout.champion} back: the registry names it champion`,
    });
    reconcilePods(setup, state, true);
  }
  if (controls.manualReplicas !== null && state.tick >= controls.manualUntil) {
    controls.manualReplicas = null;
    resumeAutoscaler(autoscaler, now);
    world.ledger.happened.push({
      tick: state.tick,
      kind: 'scale',
      station: 'fraud-api',
      text: 'manual replica count lapsed: the autoscaler decides again',
    });
  }
  if (controls.manualReplicas === null && autoscalerDue(autoscaler, now)) {
    const before = autoscaler.replicas;
    const quota = state.inputs['autoscaler.max'];
    const max = Math.round(quota < setup.params.autoscaler.max ? Math.min(quota, controls.maxReplicas) : controls.maxReplicas);
    const targetUtilisationPercent = Math.round(state.inputs['autoscaler.targetUtilisationPercent']);
    stepAutoscaler(
      autoscaler,
      { ...setup.params.autoscaler, max, targetUtilisationPercent },
      { nowSeconds: now, pods: podReports(world, now) },
    );
    if (autoscaler.replicas !== before) reconcilePods(setup, state, false);
  }
  if (state.tick % 5 === 0 && !settled(state)) reconcilePods(setup, state, true);
}

function podReports(world: World, now: number): PodReport[] {
  const request = world.setup.params['model-server'].coresPerPod * 1000;
  const pods: PodReport[] = [];
  for (const group of world.state.parts.serving.groups) {
    if (group.phase === 'draining') continue;
    const report: PodReport =
      group.phase === 'booting'
        ? { ready: false, cpuMilli: null, requestMilli: request, startedSecondsAgo: now - group.bornAt }
        : {
            ready: true,
            cpuMilli: group.busyCores * 1000,
            requestMilli: request,
            startedSecondsAgo: now - group.bornAt,
            readySecondsAgo: now - group.readyAt,
          };
    for (let i = 0; i < group.count; i++) pods.push(report);
  }
  return pods;
}

/** A scrape: figures of the last minute, money, alerts, charts, people. */
function scrape(world: World): void {
  const { setup, state } = world;
  const { parts } = state;
  const { params } = setup;
  const row = counterRow(parts.serving, params['model-server']);
  const seconds = world.scrapeTicks * setup.scenario.brief.tickSeconds;
  const last = world.counters[world.counters.length - 1]!;
  world.counters.push({ tick: state.tick, row });
  const minute = Math.max(world.scrapeTicks, Math.round(60 / setup.scenario.brief.tickSeconds));
  while (world.counters.length > 2 && world.counters[1]!.tick <= state.tick - minute) world.counters.shift();
  const meters = parts.serving.meters.length;
  const step = new Window(row, last.row);
  const gateway = step.gateway(meters);
  const lost = unscored(step, meters, gatewayNow(setup, state)) + params.business.normalUnscoredShare * step.total('first');
  const slow = slowerThan(gateway, params.gateway.slowMs);
  stepBusiness(parts.business, params.business, {
    requests: step.total('first'), unscored: lost, slow, degraded: step.total('degraded'), p95Ms: histogramQuantile(0.95, BOUNDS, gateway), seconds,
  }); // prettier-ignore
  const from = world.counters[0]!;
  const { values } = figuresOf(setup, state, new Window(row, from.row), (state.tick - from.tick) * setup.scenario.brief.tickSeconds);
  const impact = businessEur(parts.business) + costEur(parts.cost);
  values.set('business.impact_eur', impact);
  world.series.push(
    state.tick,
    world.catalogue.metrics.map((metric) => values.get(metric.key) ?? NaN),
  );
  pushTotals(world, {
    requests: parts.serving.totals.first,
    unscored: lost,
    slow,
    degraded: parts.serving.totals.degraded,
    impactEur: impact,
  });
  const now = state.tick * setup.scenario.brief.tickSeconds;
  evaluateAlerts(parts.alerts, params.alerts, (key) => values.get(key) ?? totalOf(world, key), now);
  page(world, now);
  if (
    gateTrips(
      parts.rollout,
      params.rollout,
      values.get(`model.latency_p95_ms{${params.rollout.candidate}}`) ?? NaN,
      values.get(`model.latency_p95_ms{${params.rollout.stable}}`) ?? NaN,
    )
  )
    haltRelease(world, now);
  moveCharts(setup, state, values);
  if (world.ledger.pageTick !== null && world.ledger.resolvedTick === null) {
    waitInSilence(parts.stakeholder, params.stakeholder, now, seconds);
    if (parts.stakeholder.lastWordAt !== null && now - parts.stakeholder.lastWordAt > params.stakeholder.silenceSeconds)
      parts.charts['stakeholder'] = steppers.stakeholder.send(parts.charts['stakeholder']!, 'WAIT_TOO_LONG');
  }
  askQuestions(world);
}

function pushTotals(world: World, given: Partial<Record<TotalKey, number>>): void {
  const { parts } = world.state;
  const before = world.totals.length > 0 ? world.totals : null;
  const sum = (key: TotalKey, more: number): number => (before === null ? 0 : before.column(key)[before.length - 1]!) + more;
  const row: Record<TotalKey, number> = {
    requests: given.requests!, unscored: sum('unscored', given.unscored!), slow: sum('slow', given.slow!), degraded: given.degraded!, impactEur: given.impactEur!,
    fraudEur: parts.business.fraudEur, abandonEur: parts.business.abandonEur, falsePositiveEur: parts.business.falsePositiveEur, sloEur: parts.business.sloEur,
    costEur: costEur(parts.cost), trust: parts.stakeholder.trust, outboundTimeouts: parts.serving.totals.outboundTimeouts, shedDeadline: parts.serving.totals.shedDeadline,
    storeRefused: parts.serving.totals.storeRefused, poolWaits: sum('poolWaits', Math.max(0, parts.serving.store.queue - parts.serving.store.connections)), restarts: parts.serving.totals.lostAtRestart,
  }; // prettier-ignore
  world.totals.push(
    world.state.tick,
    TOTAL_KEYS.map((key) => row[key]),
  );
}

/** Running totals that burn-rate rules read, by the names they go by in monitoring. */
const TOTALS_BY_SERIES: Readonly<Record<string, TotalKey>> = {
  'gateway.requests_total': 'requests',
  'gateway.slow_total': 'slow',
  'gateway.unscored_total': 'unscored',
};

function totalOf(world: World, key: string): number {
  const name = TOTALS_BY_SERIES[key];
  return name === undefined ? NaN : world.totals.column(name)[world.totals.length - 1]!;
}

/** The first alert of severity "page" that fires opens the incident. */
function page(world: World, now: number): void {
  const { setup, state, ledger } = world;
  if (ledger.pageTick !== null) return;
  const firing = alertViews(state.parts.alerts, setup.params.alerts, now, setup.scenario.brief.tickSeconds).find(
    (alert) => alert.severity === 'page' && alert.state === 'firing',
  );
  if (firing === undefined) return;
  ledger.page = firing;
  ledger.pageTick = state.tick;
  state.parts.stakeholder.lastWordAt = now;
}

/** The canary's latency gate stops a release and takes it back by itself. */
function haltRelease(world: World, now: number): void {
  const { setup, state } = world;
  const { rollout } = state.parts;
  rollout.champion = setup.params.rollout.stable;
  rollout.target = setup.params.rollout.stable;
  rollout.restPods = 0;
  watchRegistry(rollout, setup.params.rollout, now);
  nextRollout(state, 'ROLL_BACK');
  world.ledger.happened.push({
    tick: state.tick,
    kind: 'model-deploy',
    station: 'registry',
    text: `latency gate stopped ${setup.params.rollout.candidate} and rolled it back`,
  });
  reconcilePods(setup, state, true);
}
