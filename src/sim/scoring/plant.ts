import { plantWords } from '../../domain/words/plants.ts';
import type * as core from '../plant.ts';
import type { OwnReading, Plant } from '../plant.ts';
import { pathValue } from '../driven-input.ts';
import { outcomesEur, pagerEstimate } from '../../parts/outcomes/step.ts';
import { catalogueOf, columnsOf } from './catalogue.ts';
import { moveCharts, steppers } from './charts.ts';
import { copyParts, createParts, hashedPart } from './create.ts';
import { oneOffEur, takeBack, takeEffect, undoOf } from './effects.ts';
import { drawsOf } from './figures.ts';
import { distributionsBody, lineageBody, logsBody } from './look-data.ts';
import { backtestBody, evaluationBody, registryBody } from './look-model.ts';
import { sampled } from '../information.ts';
import { sampleBody, segmentsBody } from './look-outcomes.ts';
import { changeLabel, offeredChanges, offeredLooks, previewOf, stationOf } from './menu.ts';
import { refusalOf } from './refusals.ts';
import { normalInputs, stepScoring, type Night } from './step.ts';
import { LINES, STATIONS } from './stations.ts';
import { asScoring, type PartStates, type Setup } from './world.ts';

const own = (setup: core.Setup): Setup => setup as Setup; // its system names this plant's parts

const nightOf = (setup: core.Setup): Night => {
  const { params } = own(setup);
  return { params, seed: setup.seed, draws: drawsOf(setup.seed), places: columnsOf(params) };
};
const rig = (world: core.World): Night => world.rig as Night; // `createRig` made it

/** A model that scores rows, and a decision that follows: trained on what the pipeline brings, judged by a gate, paid for by outcomes. */
export const scoringPlant: Plant = {
  id: 'scoring',
  words: plantWords.scoring,
  charts: steppers,
  chartsByPart: {
    population: ['population'],
    pipeline: ['pipeline'],
    scorecard: ['champion'],
    training: ['training'],
    labels: ['labels'],
    decisions: ['decisions', 'review-queue'],
    outcomes: ['outcomes'],
  },
  chartsByDashboard: {
    model: ['training', 'champion'],
    data: ['pipeline'],
    decisions: ['decisions', 'review-queue'],
    business: ['outcomes', 'labels'],
    drift: ['population'],
  },
  chartsInChanges: ['champion'],
  stations: STATIONS,
  lines: LINES,
  flow: null,
  totals: ['decisionsEur', 'staffEur', 'oneOffEur', 'rows', 'selected'], // in the order in which `measure` fills them
  settle: (setup) => setup,
  catalogue: (setup) => catalogueOf(own(setup).params),
  normalInputs: (setup) => normalInputs(own(setup).params),
  createParts: (setup, parts) => createParts(own(setup).params, catalogueOf(own(setup).params).keys.length, parts),
  copyParts: (_setup, parts, coreParts) => copyParts(parts as PartStates, coreParts),
  createRig: (setup) => nightOf(setup),
  copyRig: (world) => nightOf(world.setup),
  createWitness: () => ({ fired: [] }),
  copyWitness: ({ fired }) => ({ fired }),
  draws: () => null, // every draw is keyed
  hashed: (_world, part, value) => hashedPart(part, value),
  driveInputs({ setup, state }) {
    const seconds = (state.tick - setup.onsetTick) * setup.scenario.brief.tickSeconds;
    for (const fault of setup.faults) {
      const value = pathValue(fault, seconds);
      if (value === value) state.inputs[fault.name] = value; // NaN before the path begins
    }
  },
  step(world) {
    stepScoring(rig(world), asScoring(world).state.parts, world.state.inputs, world.state.tick);
  },
  measure(world, _now, row, totals) {
    const { outcomes, figures, decisions } = asScoring(world).state.parts;
    row.set(figures);
    const { places } = rig(world);
    const eur = outcomesEur(outcomes);
    row[places.impact] = eur;
    row[places.impactPerMinute] = outcomes.eurPerHour / 60;
    if (places.queue >= 0) {
      row[places.queue] = decisions.queue.waiting;
      row[places.queueWait] = decisions.queue.waitHours;
    }
    totals[0] = outcomes.decisionsEur;
    totals[1] = outcomes.staffEur;
    totals[2] = outcomes.oneOffEur;
    totals[3] = decisions.rowsTotal;
    totals[4] = decisions.selectedTotal;
    return eur;
  },
  runningTotal: (world, series) => {
    const { running } = world;
    return series === 'decisions.rows_total' ? running[3]! : series === 'decisions.selected_total' ? running[4]! : NaN;
  },
  afterScrape(world) {
    const { parts } = asScoring(world).state;
    const { params, places } = rig(world);
    const { tick } = world.state;
    if (tick % params.labels.periodHours !== 0 && tick % 24 !== params.training.gateHour + 1 && world.ledger.lastChange === null) return; // nothing that moves a chart
    const worst = world.row[places.worstPsi]!;
    const outcome = places.outcome >= 0 ? world.row[places.outcome]! : NaN;
    const high = places.outcome >= 0 ? world.catalogue.metrics[places.outcome]!.normal.high : Infinity;
    moveCharts(params, parts, worst, outcome > high);
  },
  monitoring(world) {
    const { outcomes } = asScoring(world).state.parts;
    const one = (type: OwnReading['type'], name: string, help: string, value: number): OwnReading => ({
      type,
      name,
      help,
      labels: {},
      value,
    });
    return {
      own: [
        one('gauge', 'decisions_euro', 'Cost of decisions beyond an ordinary time.', outcomes.decisionsEur),
        one('gauge', 'staff_euro', 'Cost of people beyond the normal number.', outcomes.staffEur),
        one('counter', 'training_euro_total', 'Cost of runs on request.', outcomes.oneOffEur),
      ],
      durations: null,
    };
  },
  pagerEstimate: (setup, value) => pagerEstimate(own(setup).params.outcomes, value),
  acceptable: () => null,
  labelDelayMs: (setup) => own(setup).params.labels.delayHours * 3_600_000,
  queued: (world) => Math.round(asScoring(world).state.parts.decisions.queue.waiting),
  isUnfelt: () => false,
  overlay: () => ({ series: [], readings: [] }),
  offeredLooks: (setup) => offeredLooks(own(setup)),
  look(world, look) {
    const { setup, state } = asScoring(world);
    const { parts, tick } = state;
    switch (look.type) {
      case 'look-lineage':
        return lineageBody(setup, parts, tick);
      case 'look-distributions':
        return distributionsBody(setup, parts, rig(world).draws, tick, sampled(world, setup.params.pipeline.sampleRows));
      case 'look-segments':
        return segmentsBody(setup, parts, look.by, tick);
      case 'look-registry':
        return registryBody(setup, parts, tick);
      case 'look-evaluation':
        return evaluationBody(setup, parts, tick, sampled(world, setup.params.pipeline.sampleRows));
      case 'look-backtest':
        return backtestBody(setup, parts, tick);
      case 'look-sample':
        return sampleBody(setup, parts, look.of, tick, sampled(world, setup.params.decisions.sampleRows));
      case 'look-logs':
        return logsBody(setup, parts, look.station, tick);
      default:
        return null;
    }
  },
  offeredChanges: (world) => offeredChanges(asScoring(world)),
  changeLabel: (world, change) => changeLabel(asScoring(world), change),
  preview: (world, change) => previewOf(asScoring(world), rig(world), change),
  refusalOf: (world, change) => refusalOf(own(world.setup).params, asScoring(world).state.parts, change, world.state.tick),
  asked(world, change) {
    asScoring(world).state.parts.outcomes.oneOffEur += oneOffEur(rig(world), change); // paid for when it starts
  },
  takeEffect: (world, change) => takeEffect(rig(world), asScoring(world).state.parts, change, world.state.tick),
  undoOf: (world, change) => undoOf(asScoring(world).state.parts, change) as Record<string, unknown> | null,
  takeBack: (world, _change, undo) => takeBack(asScoring(world).state.parts, undo),
  stationOf: (setup, change) => stationOf(own(setup), change),
};
