import type { DrawKey } from '../../kernel/streams.ts';
import type { Cells } from '../../parts/audience/cells.ts';
import type { AudienceParams } from '../../parts/audience/params.ts';
import type { AudienceNoise, AudienceState } from '../../parts/audience/step.ts';
import type { ExperimentParams } from '../../parts/experiment/params.ts';
import type { ExperimentState } from '../../parts/experiment/step.ts';
import type { Exposure, ExposureInputs } from '../../parts/successes/exposure.ts';
import type { SuccessesParams } from '../../parts/successes/params.ts';
import type { SuccessesState } from '../../parts/successes/step.ts';
import type { ReleaseParams } from '../../parts/release/params.ts';
import type { ReleaseState } from '../../parts/release/step.ts';
import type * as core from '../plant.ts';
import type * as shell from '../state.ts';
import type { History } from './history.ts';

/** The parameters of every part, as one run has them. */
export interface PartParams extends core.CoreParams {
  readonly audience: AudienceParams;
  readonly release: ReleaseParams;
  readonly experiment: ExperimentParams;
  readonly successes: SuccessesParams;
}

export interface Setup extends core.Setup {
  readonly params: PartParams;
  readonly cells: Cells;
  readonly stream: number; // which of the nights that could come is told
}

/** The physical state, by part. */
export interface PartStates extends shell.CoreParts {
  audience: AudienceState;
  release: ReleaseState;
  experiment: ExperimentState;
  successes: SuccessesState;
  tally: Float64Array; // since the start: arrivals by cell, then clicks, then successes
}

export interface WorldState extends shell.WorldState {
  parts: PartStates;
}

export interface Draws {
  readonly arrivals: DrawKey;
  readonly sides: DrawKey;
  readonly clicks: DrawKey;
  readonly successes: DrawKey; // of the stable side
  readonly candidate: DrawKey; // successes of the candidate's side
  readonly fallback: DrawKey;
  readonly plain: DrawKey;
  readonly lastYear: DrawKey;
  readonly tail: DrawKey; // of quantiles
}

/** What a p95 was worked out for, so that it is worked out again only where that has changed. */
export interface Tail {
  version: string;
  cold: number; // steps of cold misses
  share: number; // of requests to the candidate
  weight: number; // of the origin that the split favours
  ms: number;
}

/** The largest share of fallback answers in a window, as far as windows are over. */
export interface Peak {
  since: number; // s, the start of the comparison; −1: none yet
  from: number; // tick, of the window under way
  share: number; // NaN: no window is over
}

export interface Rig {
  readonly noise: AudienceNoise;
  readonly draws: Draws;
  readonly inputs: ExposureInputs; // of the tick under way
  readonly exposure: Exposure; // likewise
  readonly tails: readonly [Tail, Tail]; // p95 as last worked out, by side
  readonly peak: Peak;
  readonly history: History;
  readonly window: Float64Array; // what the scrape under way reads: added to each sum in the window that ends now
  readonly columns: readonly number[]; // where the figures of figures.ts stand in a row; −1: not kept here
}

/** A world whose plant exposes versions of a model to shares of an audience. */
export interface World extends core.World {
  readonly setup: Setup;
  readonly rig: Rig;
  state: WorldState;
}

/** A world as this plant's own code reads it. */
export const asExposure = (world: core.World): World => world as World; // its plant made its parts and its rig
export const ownSetup = (setup: core.Setup): Setup => setup as Setup; // `settle` made it
