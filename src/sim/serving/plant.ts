import { plantWords } from '../../domain/words/plants.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import { pagerEstimate } from '../../parts/business/step.ts';
import type { Plant } from '../plant.ts';
import { catalogueOf } from './catalogue.ts';
import { charts } from './charts.ts';
import { copyParts, copyRig, createParts, createRig } from './create.ts';
import { refusalOf, takeBack, takeEffect, undoOf } from './effects.ts';
import { driveInputs, normalInputs } from './inputs.ts';
import { logsBody } from './look-logs.ts';
import { traceBody } from './look-trace.ts';
import { changeLabel, previewOf } from './menu-changes.ts';
import { monitoring } from './monitoring.ts';
import { offeredChanges, offeredLooks } from './offers.ts';
import { afterScrape, measure, TOTAL, TOTALS, TOTALS_BY_SERIES } from './scrape.ts';
import { LINES, STATIONS } from './stations.ts';
import { step } from './step.ts';
import { SERVING_STEPS } from './types.ts';
import { isUnfelt } from './unfelt.ts';
import { copyWitness, createWitness } from './witness.ts';
import { asServing, asServingSetup, type PartStates, type Setup, type Witness } from './world.ts';
import type * as core from '../plant.ts';

/** A replica restarts two to four minutes before the onset, on the seeds that have this red herring. */
const restartTickOf = ({ herrings, onsetTick, seed }: core.Setup): number | null =>
  herrings.has('replica-restart') ? onsetTick - 120 - Math.floor(keyedDraw(seed, 'scenario', 'restart-at', 0, 0) * 120) : null;

/** A model behind a gateway, with a feature store and a service that it calls: requests wait, time out and are retried. */
export const servingPlant: Plant = {
  id: 'serving',
  words: plantWords.serving,
  charts,
  chartsByPart: {
    gateway: ['traffic'],
    'model-server': ['serving', 'autoscaler', 'rollout'],
    'feature-store': ['feature-store', 'breaker feature-store'],
    upstream: ['upstream', 'breaker merchant-risk'],
    business: ['business'],
    rollout: ['rollout', 'registry-alias'],
  },
  chartsByDashboard: {
    service: ['traffic'],
    versions: ['rollout'],
    saturation: ['serving', 'autoscaler', 'traffic'],
    'feature-store': ['feature-store', 'breaker feature-store'],
    upstream: ['upstream', 'breaker merchant-risk'],
    business: ['business'],
  },
  chartsInChanges: ['rollout', 'registry-alias'],
  stations: STATIONS,
  lines: LINES,
  flow: { dashboard: 'service', rate: 'gateway.request_rate' },
  totals: TOTALS,
  settle: (setup): Setup => ({ ...asServingSetup(setup), restartTick: restartTickOf(setup), servingSteps: SERVING_STEPS }),
  catalogue: (setup) => catalogueOf(asServingSetup(setup)),
  normalInputs: (setup) => normalInputs(asServingSetup(setup)),
  createParts: (setup, parts) => createParts(asServingSetup(setup), parts),
  copyParts: (setup, parts, core) => copyParts(asServingSetup(setup), parts as PartStates, core),
  createRig: (setup, _catalogue, parts) => createRig(asServingSetup(setup), parts as PartStates),
  copyRig: (world) => copyRig(asServing(world)),
  createWitness,
  copyWitness: (witness) => copyWitness(witness as Witness),
  draws: (world) => asServing(world).rig.traffic.state(),
  hashed(world, part, value) {
    if (part !== 'serving' || world.state.tick % world.scrapeTicks !== 0) return value;
    const serving = value as PartStates['serving']; // every grid is empty after a scrape: thousands of zeros that need no reading
    return { ...serving, meters: serving.meters.map((meter) => ({ ...meter, grid: 0, slowGrid: 0 })) };
  },
  driveInputs: (world) => driveInputs(asServing(world)),
  step: (world, now) => step(asServing(world), now),
  measure: (world, _now, row, totals) => measure(asServing(world), row, totals),
  runningTotal(world, series) {
    const key = TOTALS_BY_SERIES[series];
    return key === undefined ? NaN : world.running[TOTAL[key]]!;
  },
  afterScrape: (world, now) => afterScrape(asServing(world), now),
  monitoring: (world) => monitoring(asServing(world)),
  pagerEstimate: (setup, value) => pagerEstimate(asServingSetup(setup).params.business, value),
  acceptable: (setup, key) => (key.startsWith('gateway.latency_p95') ? asServingSetup(setup).params.business.sloMs : null),
  queued: (world) => Math.round(asServing(world).state.parts.serving.queued),
  isUnfelt,
  overlay: () => ({ series: [], readings: [] }),
  offeredLooks: (setup) => offeredLooks(asServingSetup(setup)),
  look(world, look) {
    if (look.type === 'look-logs') return logsBody(asServing(world), look.station);
    return look.type === 'look-trace' ? traceBody(asServing(world), look.pick) : null;
  },
  offeredChanges: (world) => offeredChanges(asServing(world)),
  changeLabel: (world, change) => changeLabel(asServing(world), change),
  preview: (world, change) => previewOf(asServing(world), change),
  refusalOf: (world, change) => refusalOf(asServing(world).setup, asServing(world).state, change),
  asked(world, change) {
    if (change.type === 'retrain') asServing(world).state.parts.cost.oneOffEur += asServing(world).setup.params.cost.retrainEur; // the job is paid for when it starts
  },
  takeEffect: (world, change) => takeEffect(asServing(world).setup, asServing(world).state, change),
  undoOf: (world, change) => undoOf(asServing(world).state, change) as Record<string, unknown> | null,
  takeBack: (world, change, undo) => takeBack(asServing(world).setup, asServing(world).state, change, undo),
  stationOf: () => 'fraud-api',
};
