import type { Series } from '../kernel/series.ts';
import { createSeries } from '../kernel/series.ts';
import { copyInto } from '../kernel/clone.ts';
import { hashValue } from '../kernel/hash.ts';
import { openStream, restoreStream, type Stream, type StreamState } from '../kernel/streams.ts';
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
import { copyWitness, createWitness, type Witness } from './witness.ts';

/** A world under way: what is fixed, what moves, what has been recorded, what has been seen. */
export interface World {
  readonly setup: Setup;
  readonly catalogue: Catalogue;
  readonly scrapeTicks: number;
  readonly instruments: Instruments;
  readonly row: Float64Array; // figures of the scrape under way, by column; filled anew at each
  state: WorldState;
  ledger: Ledger;
  readonly witness: Witness;
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

/** A ledger of its own. What is seen never changes, so lists of it are copied, not their entries. */
const copyLedger = (from: Ledger): Ledger => ({
  evidence: [...from.evidence],
  looks: [...from.looks],
  opened: { ...from.opened },
  seenCharts: { ...from.seenCharts },
  alertsSeen: from.alertsSeen,
  changesSeen: from.changesSeen,
  happened: [...from.happened],
  conversation: [...from.conversation],
  asked: [...from.asked],
  page: from.page,
  pageTick: from.pageTick,
  acknowledgedTick: from.acknowledgedTick,
  verifying: from.verifying,
  verified: from.verified,
  causeClaims: from.causeClaims,
  resolvedTick: from.resolvedTick,
  lastChange: from.lastChange === null ? null : { ...from.lastChange },
  preventionsPicked: from.preventionsPicked,
  reviewed: from.reviewed,
});

const emptyLedger = (): Ledger => copyLedger({
  evidence: [], looks: [], opened: {}, seenCharts: {}, alertsSeen: false, changesSeen: null, happened: [], conversation: [], asked: [], page: null,
  pageTick: null, acknowledgedTick: null, verifying: null, verified: null, causeClaims: 0, resolvedTick: null, lastChange: null, preventionsPicked: false, reviewed: false,
}); // prettier-ignore

const initialState = (setup: Setup, trafficDraws: StreamState): WorldState => ({
  tick: 0,
  inputs: normalInputs(setup),
  parts: initialParts(setup),
  agenda: [],
  trafficDraws,
});

/** Copied into a state made anew, so that the same code reads one shape of object in a run and in its forks. */
function copyState(setup: Setup, state: WorldState): WorldState {
  const copy = initialState(setup, state.trafficDraws);
  const { serving, autoscaler } = copy.parts;
  for (const list of ['recommendations', 'ups', 'downs'] as const)
    autoscaler[list] = state.parts.autoscaler[list].map(({ replicas, atSeconds }) => ({ replicas, atSeconds }));
  serving.groups = state.parts.serving.groups.map(({ version, count }) => createGroup(version, count, 'serving', 0, 0));
  for (const { version } of state.parts.serving.meters) meterOf(serving, version);
  return copyInto(copy, state);
}

/** The one place that puts a world together, so that there is one shape of it. @param fixed any world of the same setup */
const worldOf = (
  { setup, catalogue, scrapeTicks, instruments, row }: Pick<World, 'setup' | 'catalogue' | 'scrapeTicks' | 'instruments' | 'row'>,
  { state, ledger, witness, series, totals, counters }: Pick<World, 'state' | 'ledger' | 'witness' | 'series' | 'totals' | 'counters'>,
): World => ({
  setup,
  catalogue,
  scrapeTicks,
  instruments,
  row,
  state,
  ledger,
  witness,
  series,
  totals,
  counters,
  traffic: restoreStream(state.trafficDraws),
});

/** A world at tick 0, healthy. */
export function createWorld(setup: Setup): World {
  const catalogue = catalogueOf(setup);
  const tickSeconds = setup.scenario.brief.tickSeconds;
  const state = initialState(setup, openStream(setup.seed, 'traffic', 'demand').state());
  const { serving } = state.parts;
  const scrapeTicks = Math.max(1, Math.round(scrapeSeconds(tickSeconds) / tickSeconds));
  const counters = createCounters(serving.meters.length, Math.max(1, Math.round(60 / tickSeconds / scrapeTicks)));
  pushCounters(counters, serving, setup.params['model-server']);
  return worldOf(
    { setup, catalogue, scrapeTicks, instruments: instrumentsOf(setup), row: new Float64Array(catalogue.keys.length) },
    {
      state,
      ledger: emptyLedger(),
      witness: createWitness(),
      series: createSeries(catalogue.keys, 256),
      totals: createSeries(TOTAL_KEYS, 256),
      counters,
    },
  );
}

function copyWith(world: World, series: Series, totals: Series): World {
  const { setup, state, ledger, witness, counters } = world;
  return worldOf(world, {
    state: copyState(setup, state),
    ledger: copyLedger(ledger),
    witness: copyWitness(witness),
    series,
    totals,
    counters: copyCounters(counters),
  });
}

/** A copy that no later tick of the original can move. Its series are still the original's, which only grow: `continueFrom` cuts them off. */
export function snapshotWorld(world: World): Snapshot {
  world.state.trafficDraws = world.traffic.state();
  return { world: copyWith(world, world.series, world.totals), rows: world.series.length };
}

/** A world of its own that continues where the snapshot was taken; the snapshot can be used again. */
export const continueFrom = ({ world, rows }: Snapshot): World => copyWith(world, world.series.copy(rows), world.totals.copy(rows));

/** An independent copy of a world as it stands. @param setup to go on with: of the same night, with settings that have not been read yet */
export function copyWorld(world: World, setup: Setup = world.setup): World {
  world.state.trafficDraws = world.traffic.state();
  return copyWith({ ...world, setup }, world.series.copy(), world.totals.copy());
}

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
