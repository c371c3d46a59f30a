import { plantWords } from '../../domain/words/plants.ts';
import { cellsOf } from '../../parts/audience/cells.ts';
import { pagerEstimate } from '../../parts/successes/step.ts';
import type { LookContent, Plant } from '../plant.ts';
import { catalogueOf } from './catalogue.ts';
import { steppers } from './charts.ts';
import { copyParts, copyRig, createParts, createRig } from './create.ts';
import { asked, refusalOf, takeBack, takeEffect, undoOf } from './effects.ts';
import { measure, TOTALS } from './figures.ts';
import { afterScrape } from './guard.ts';
import { driveInputs, normalInputs } from './inputs.ts';
import { lookEvaluation } from './look-evaluation.ts';
import { lookExperiment } from './look-experiment.ts';
import { lookLogs } from './look-logs.ts';
import { lookRegistry } from './look-registry.ts';
import { lookSample } from './look-sample.ts';
import { lookSegments } from './look-segments.ts';
import { changeLabel, preview, stationOf } from './menu-changes.ts';
import { offeredChanges, offeredLooks } from './offers.ts';
import { openingStream } from './opening.ts';
import { overlay } from './overlay.ts';
import { step } from './step.ts';
import { asExposure, ownSetup, type PartParams, type PartStates, type Setup } from './world.ts';

function checkStrata({ audience, experiment }: PartParams): void {
  const [segments, strata] = [audience.segments.map(({ id }) => id).join(', '), experiment.strata.join(', ')];
  if (segments !== strata) throw new Error(`experiment.strata: expected the segments of the audience (${segments}), got ${strata}`);
}

/** How far the pager's metric is off on its bad side, in its own unit. */
function worseBy(setup: Setup, value: number): number {
  const metric = catalogueOf(setup).byKey.get(setup.scenario.brief.pager.metric);
  if (metric === undefined || !Number.isFinite(value)) return 0;
  return metric.direction === 'higherIsBetter' ? metric.normal.typical - value : value - metric.normal.typical;
}

/** Versions of a model that are exposed to shares of an audience, and successes that are counted. */
export const exposurePlant: Plant = {
  id: 'exposure',
  words: plantWords.exposure,
  charts: steppers,
  chartsByPart: {
    audience: ['audience', 'client-release', 'parallel-experiment'],
    release: ['release'],
    experiment: ['experiment'],
    successes: ['successes'],
  },
  chartsByDashboard: {
    audience: ['audience', 'client-release', 'parallel-experiment'],
    release: ['release', 'experiment'],
    business: ['successes'],
  },
  chartsInChanges: ['release'],
  stations: {
    audience: { dashboard: 'audience', keys: ['audience.arrivals_per_second', 'audience.new_client_share', 'audience.treated_share'], critical: Infinity },
    release: { dashboard: 'release', keys: ['release.success_gap_pp', 'release.share'], critical: -2 },
    experiment: { dashboard: 'release', keys: ['release.decisions'], critical: Infinity },
    successes: { dashboard: 'business', keys: ['successes.share', 'business.impact_eur_per_minute'], critical: 0 },
  },
  lines: {},
  flow: { dashboard: 'audience', rate: 'audience.arrivals_per_second' },
  totals: TOTALS,
  settle(setup): Setup {
    const params = setup.params as PartParams;
    checkStrata(params);
    const settled: Setup = { ...setup, params, cells: cellsOf(params.audience), stream: 0 };
    return { ...settled, stream: openingStream(settled) };
  },
  catalogue: (setup) => catalogueOf(ownSetup(setup)),
  normalInputs: (setup) => normalInputs(ownSetup(setup)),
  createParts: (setup, core) => createParts(ownSetup(setup), core),
  copyParts: (setup, parts, core) => copyParts(ownSetup(setup), parts as PartStates, core),
  createRig: (setup, catalogue) => createRig(ownSetup(setup), catalogue),
  copyRig: (world) => copyRig(asExposure(world)),
  createWitness: () => ({ fired: [] }),
  copyWitness: ({ fired }) => ({ fired }),
  draws: (world) => asExposure(world).setup.stream,
  hashed: (_world, _part, value) => value,
  driveInputs: (world) => driveInputs(asExposure(world)),
  step: (world, now) => step(asExposure(world), now),
  measure: (world, now, row, totals) => measure(asExposure(world), now, row, totals),
  runningTotal: () => NaN,
  afterScrape: (world, now) => afterScrape(asExposure(world), now),
  monitoring(world) {
    const { state, setup } = asExposure(world);
    const { count } = setup.cells;
    const sum = (from: number): number => state.parts.tally.slice(from, from + count).reduce((all, one) => all + one, 0);
    const one = (name: string, help: string, value: number) => ({ type: 'counter' as const, name, help, labels: {}, value });
    return {
      own: [
        one('audience_arrivals_total', 'Arrivals since the start.', sum(0)),
        one('successes_clicks_total', 'Clicks since the start.', sum(count)),
        one('successes_total', 'Successes since the start.', sum(2 * count)),
      ],
      durations: null,
    };
  },
  pagerEstimate: (setup, value) => pagerEstimate(ownSetup(setup).params.successes, worseBy(ownSetup(setup), value)),
  acceptable: () => null,
  queued: () => 0,
  isUnfelt: () => false,
  overlay: (world) => overlay(asExposure(world)),
  offeredLooks: (setup) => offeredLooks(ownSetup(setup)),
  look(core, look): LookContent | null {
    const world = asExposure(core);
    switch (look.type) {
      case 'look-segments':
        return lookSegments(world, look.by);
      case 'look-experiment':
        return lookExperiment(world);
      case 'look-evaluation':
        return lookEvaluation(world);
      case 'look-registry':
        return lookRegistry(world);
      case 'look-sample':
        return lookSample(world, look.of);
      case 'look-logs':
        return lookLogs(world, look.station);
      default:
        return null;
    }
  },
  offeredChanges: (world) => offeredChanges(asExposure(world)),
  changeLabel: (world, change) => changeLabel(asExposure(world), change),
  preview: (world, change) => preview(asExposure(world), change),
  refusalOf: (world, change) => refusalOf(asExposure(world), change),
  asked: (world, change) => asked(asExposure(world), change),
  takeEffect: (world, change) => takeEffect(asExposure(world), change),
  undoOf: (world, change) => undoOf(asExposure(world), change),
  takeBack: (world, change, undo) => takeBack(asExposure(world), change, undo),
  stationOf: (setup, change) => stationOf(ownSetup(setup), change),
}; // prettier-ignore
