import type { DecisionsParams } from '../../parts/decisions/params.ts';
import type { DecisionsState } from '../../parts/decisions/step.ts';
import type { LabelsState } from '../../parts/labels/ledger.ts';
import type { LabelsParams } from '../../parts/labels/params.ts';
import type { MonitorsParams } from '../../parts/monitors/params.ts';
import type { OutcomesParams } from '../../parts/outcomes/params.ts';
import type { OutcomesState } from '../../parts/outcomes/step.ts';
import type { PipelineParams } from '../../parts/pipeline/params.ts';
import type { PipelineState } from '../../parts/pipeline/step.ts';
import type { PopulationParams } from '../../parts/population/params.ts';
import type { PopulationState } from '../../parts/population/step.ts';
import type { ScorecardParams } from '../../parts/scorecard/params.ts';
import type { TrainingParams } from '../../parts/training/params.ts';
import type { RegistryState } from '../../parts/training/registry.ts';
import type { TrainingState } from '../../parts/training/step.ts';
import type * as core from '../plant.ts';
import type * as shell from '../state.ts';

/** The parameters of every part, as one run has them. */
export interface ScoringParams {
  readonly population: PopulationParams;
  readonly pipeline: PipelineParams;
  readonly scorecard: ScorecardParams;
  readonly training: TrainingParams;
  readonly labels: LabelsParams;
  readonly decisions: DecisionsParams;
  readonly outcomes: OutcomesParams;
  readonly monitors?: MonitorsParams; // left out: the usual figures
}

export interface Setup extends core.Setup {
  readonly params: core.CoreParams & ScoringParams;
}

/** Decisions under way: of the newest batch, or of an hour. */
export interface TodayState {
  rows: number; // scored
  positives: number; // among all of them, expected
  selected: number;
  selectedPositives: number;
  selectedMoved: number; // of these, those whose relation has moved
  predicted: number; // positives that the model expects among the selected
  ruled: number; // of the selected, by a rule alone
  overridden: number; // selected by staff alone
  overriddenPositives: number;
  scoreMean: number;
  scoreSd: number;
  of: readonly number[]; // what all this was worked out of
  eurPerHour: number; // beyond the fault-free world
  wrong: number; // rows an hour that are selected and negative, those of rules left out: they wait for nobody
  waiting: number; // rows an hour that go to people
}

/** The physical state, by part. */
export interface ScoringParts {
  population: PopulationState;
  pipeline: PipelineState;
  registry: RegistryState;
  training: TrainingState;
  labels: LabelsState;
  decisions: DecisionsState;
  outcomes: OutcomesState;
  today: TodayState;
  sofar: {
    rows: number;
    allPositives: number;
    selected: number;
    positives: number;
    overridden: number;
    overriddenPositives: number;
    reviewed: number;
  }; // of the period under way
  figures: Float64Array; // as monitoring shows them, by column
  dirty: boolean; // something was changed since decisions were last worked out
}

export type PartStates = shell.CoreParts & ScoringParts;

/** A world whose plant scores rows. */
export interface World extends core.World {
  readonly setup: Setup;
  state: shell.WorldState & { parts: PartStates };
}

/** A world as the scoring plant's own code reads it. */
export const asScoring = (world: core.World): World => world as World; // its plant made its parts
