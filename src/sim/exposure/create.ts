import { copyInto } from '../../kernel/clone.ts';
import { drawKey } from '../../kernel/streams.ts';
import { createAudience, noiseOf } from '../../parts/audience/step.ts';
import { createExperiment } from '../../parts/experiment/step.ts';
import { createExposure } from '../../parts/successes/exposure.ts';
import { createSuccesses } from '../../parts/successes/step.ts';
import { createRelease } from '../../parts/release/step.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CoreParts } from '../state.ts';
import { steppers } from './charts.ts';
import { EXTRAS } from './columns.ts';
import { figureColumns } from './figures.ts';
import { copyHistory, createHistory } from './history.ts';
import { createInputs } from './inputs.ts';
import type { Draws, PartStates, Rig, Setup, Tail, World } from './world.ts';

/** The parts at tick 0: everyone on the stable version. */
export function createParts({ params, cells }: Setup, core: CoreParts): PartStates {
  const own = Object.fromEntries(Object.entries(steppers).map(([id, stepper]) => [id, stepper.initial]));
  return {
    audience: createAudience(),
    release: createRelease(params.release),
    experiment: createExperiment(params.experiment),
    successes: createSuccesses(),
    tally: new Float64Array(cells.count * 3),
    alerts: core.alerts,
    stakeholder: core.stakeholder,
    colleagues: core.colleagues,
    charts: { ...own, ...core.charts },
  };
}

/** Copied into parts made anew, so that the same code reads one shape of object in a run and in its forks. */
export const copyParts = (setup: Setup, from: PartStates, core: CoreParts): PartStates => copyInto(createParts(setup, core), from);

function drawsOf(seed: string, stream: number): Draws {
  const ofSuccesses = (purpose: string) => drawKey(seed, 'successes', purpose);
  return {
    arrivals: drawKey(seed, 'audience', 'arrivals'),
    sides: drawKey(seed, 'release', 'sides'),
    clicks: ofSuccesses('clicks'),
    successes: ofSuccesses('successes'),
    candidate: ofSuccesses(`candidate ${stream}`),
    fallback: drawKey(seed, 'release', 'fallback'),
    plain: ofSuccesses('plain'),
    lastYear: drawKey(seed, 'audience', 'last-year'),
    tail: drawKey(seed, 'release', 'tail'),
  };
}

const createTail = (): Tail => ({ version: '', cold: -1, share: -1, weight: NaN, ms: NaN });

/** Draws, scratch space and the history of counts, at tick 0. @param catalogue null where nothing will be measured */
export function createRig(setup: Setup, catalogue: Catalogue | null): Rig {
  const { params, cells, seed, stream } = setup;
  const { tickSeconds } = setup.scenario.brief;
  return {
    noise: noiseOf(params.audience, drawKey(seed, 'audience', 'rate'), drawKey(seed, 'audience', 'success'), tickSeconds),
    draws: drawsOf(seed, stream),
    inputs: createInputs(),
    exposure: createExposure(cells),
    tails: [createTail(), createTail()],
    peak: { since: -1, from: 0, share: NaN },
    history: createHistory(cells.count * 3, EXTRAS),
    window: new Float64Array(EXTRAS),
    columns: catalogue === null ? [] : figureColumns(setup, catalogue),
  };
}

/** A rig of its own: what is drawn with and what has happened are shared, what is written in a tick is not. */
export const copyRig = ({ rig, setup }: World): Rig => ({
  noise: rig.noise,
  draws: rig.draws,
  inputs: createInputs(),
  exposure: createExposure(setup.cells),
  tails: [createTail(), createTail()],
  peak: { since: rig.peak.since, from: rig.peak.from, share: rig.peak.share },
  history: copyHistory(rig.history),
  window: new Float64Array(EXTRAS),
  columns: rig.columns,
});
