import type { Series } from '../kernel/series.ts';
import { createSeries } from '../kernel/series.ts';
import { cloneState } from '../kernel/clone.ts';
import { hashValue } from '../kernel/hash.ts';
import { openStream, restoreStream, type Stream } from '../kernel/streams.ts';
import { scrapeSeconds } from '../domain/time.ts';
import { createAlerts } from '../parts/alerts/step.ts';
import { createAutoscaler } from '../parts/autoscaler/step.ts';
import { createBusiness } from '../parts/business/step.ts';
import { createCost } from '../parts/cost/step.ts';
import { createBreaker } from '../parts/gateway/breaker.ts';
import { createGroup } from '../parts/model-server/group.ts';
import { createRollout } from '../parts/rollout/step.ts';
import { createStakeholder } from '../parts/stakeholder/step.ts';
import { createTraffic } from '../parts/traffic/step.ts';
import { catalogueOf, type Catalogue } from './catalogue.ts';
import { initialCharts, steppers } from './charts.ts';
import { copyCounters, createCounters, pushCounters, type CounterRing } from './counters.ts';
import { normalInputs } from './inputs.ts';
import { instrumentsOf, type Instruments } from './instruments.ts';
import { createServing, meterOf, type ServingState } from './serving-state.ts';
import type { Setup } from './setup.ts';
import type { Ledger, PartStates, WorldState } from './state.ts';

/** A world under way: what is fixed, what moves, what has been recorded, what has been seen. */
export interface World {
  readonly setup: Setup;
  readonly catalogue: Catalogue;
  readonly scrapeTicks: number;
  readonly instruments: Instruments;
  readonly row: Float64Array; // figures of the scrape under way, by column; filled anew at each
  state: WorldState;
  ledger: Ledger;
  series: Series; // every metric, one row a scrape
  totals: Series; // counters and euro at every scrape, for exports and sums
  counters: CounterRing; // of the last minute
  traffic: Stream;
}

export const TOTAL_KEYS = [
  'requests',
  'unscored',
  'slow',
  'degraded',
  'impactEur',
  'fraudEur',
  'abandonEur',
  'falsePositiveEur',
  'sloEur',
  'costEur',
  'trust',
  'outboundTimeouts',
  'shedDeadline',
  'storeRefused',
  'poolWaits',
  'restarts',
] as const;
export type TotalKey = (typeof TOTAL_KEYS)[number];

/** A moment of a world, cheap to take. */
export interface Snapshot {
  readonly world: World;
  readonly rows: number; // of the series, at that moment
}

function initialParts(setup: Setup): PartStates {
  const { params } = setup;
  const pods = params['model-server'].pods;
  const rollout = createRollout(params.rollout, pods);
  const serving = createServing(params.rollout.stable, pods);
  for (const version of params['model-server'].versions) meterOf(serving, version.id);
  if (rollout.target !== rollout.rest) {
    serving.groups[0]!.count = rollout.restPods;
    serving.groups.push(createGroup(rollout.target, pods - rollout.restPods, 'serving', -1e6, -1e6));
  }
  const charts = initialCharts();
  if (rollout.target !== params.rollout.stable) charts['rollout'] = steppers.rollout.send(charts['rollout']!, 'STEP');
  return {
    traffic: createTraffic(params.traffic),
    serving,
    breakers: { 'feature-store': createBreaker(params['feature-store'].breaker), 'merchant-risk': createBreaker(params.upstream.breaker) },
    autoscaler: createAutoscaler(params.autoscaler, pods),
    rollout,
    alerts: createAlerts(params.alerts),
    business: createBusiness(),
    cost: createCost(),
    stakeholder: createStakeholder(params.stakeholder),
    controls: {
      shedShare: 0,
      serveCached: false,
      storeTimeoutMs: params['feature-store'].fetchTimeoutMs,
      upstreamTimeoutMs: params.upstream.timeoutMs,
      upstreamAttempts: params.upstream.attempts,
      gatewayAttempts: params.gateway.attempts,
      upstreamFallback: params.upstream.fallback,
      storeFallback: false,
      manualReplicas: null,
      manualUntil: 0,
      maxReplicas: params.autoscaler.max,
      failOption: null,
    },
    charts,
  };
}

const emptyLedger = (): Ledger => ({
  evidence: [], looks: [], opened: {}, seenCharts: {}, alertsSeen: false, changesSeen: null, happened: [], conversation: [], asked: [], page: null,
  pageTick: null, acknowledgedTick: null, verifying: null, verified: null, causeClaims: 0, resolvedTick: null, lastChange: null, preventionsPicked: false, reviewed: false,
}); // prettier-ignore

/** A world at tick 0, healthy. */
export function createWorld(setup: Setup): World {
  const catalogue = catalogueOf(setup);
  const tickSeconds = setup.scenario.brief.tickSeconds;
  const parts = initialParts(setup);
  const scrapeTicks = Math.max(1, Math.round(scrapeSeconds(tickSeconds) / tickSeconds));
  const counters = createCounters(parts.serving.meters.length, Math.max(1, Math.round(60 / tickSeconds / scrapeTicks)));
  pushCounters(counters, parts.serving, setup.params['model-server']);
  return {
    setup,
    catalogue,
    scrapeTicks,
    state: { tick: 0, inputs: normalInputs(setup), parts, agenda: [], trafficDraws: openStream(setup.seed, 'traffic', 'demand').state() },
    ledger: emptyLedger(),
    instruments: instrumentsOf(setup),
    row: new Float64Array(catalogue.keys.length),
    series: createSeries(catalogue.keys, 256),
    totals: createSeries(TOTAL_KEYS, 256),
    counters,
    traffic: openStream(setup.seed, 'traffic', 'demand'),
  };
}

/**
 * A copy that no later tick of the original can move. Its series are still the original's, which only grow: `continueFrom` cuts
 * them off. What is seen never changes, so lists of it are copied, not their entries.
 */
export function snapshotWorld(world: World): Snapshot {
  world.state.trafficDraws = world.traffic.state();
  const { ledger } = world;
  const copy: World = {
    ...world,
    state: cloneState(world.state),
    ledger: {
      ...ledger,
      evidence: [...ledger.evidence],
      looks: [...ledger.looks],
      opened: { ...ledger.opened },
      seenCharts: { ...ledger.seenCharts },
      happened: [...ledger.happened],
      conversation: [...ledger.conversation],
      asked: [...ledger.asked],
      lastChange: ledger.lastChange === null ? null : { ...ledger.lastChange },
    },
    counters: copyCounters(world.counters),
    traffic: world.traffic,
  };
  return { world: copy, rows: world.series.length };
}

/** A world of its own that continues where the snapshot was taken; the snapshot can be used again. */
export function continueFrom({ world, rows }: Snapshot): World {
  const { world: copy } = snapshotWorld({ ...world, traffic: restoreStream(world.state.trafficDraws) });
  return { ...copy, series: world.series.copy(rows), totals: world.totals.copy(rows), traffic: restoreStream(world.state.trafficDraws) };
}

/** An independent copy of a world as it stands. */
export const copyWorld = (world: World): World => continueFrom(snapshotWorld(world));

const withoutGrids = (serving: ServingState): object => ({
  ...serving,
  meters: serving.meters.map((meter) => ({ ...meter, grid: 0, slowGrid: 0 })),
});

/** One hash per part of the physical state. */
export function hashParts(world: World): Record<string, string> {
  const { parts, inputs, agenda } = world.state;
  const hashes: Record<string, string> = { inputs: hashValue({ inputs, agenda, draws: world.traffic.state() }) };
  const poured = world.state.tick % world.scrapeTicks === 0; // then every grid is empty: 1,500 zeros that need no reading
  for (const [part, value] of Object.entries(parts))
    hashes[part] = hashValue(part === 'serving' && poured ? withoutGrids(parts.serving) : value);
  return hashes;
}
