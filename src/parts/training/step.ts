import type { TrainingData } from '../../domain/action.ts';
import { stepperOf } from '../../kernel/stepper.ts';
import { trainingChart } from './chart.ts';
import type { TrainingParams } from './params.ts';

export interface TrainingState {
  chart: string;
  held: boolean; // nothing goes live by itself
  threshold: number; // of the absolute gate
  data: TrainingData; // rows of scheduled runs, as the last run on request chose them
  without: string[]; // features that fits leave out
  candidate: string | null; // of the last run
  candidateAuc: number; // as measured on tonight's holdout
  championAuc: number; // the champion on the same rows
  pinnedAuc: number; // the candidate on pinned clean rows
  runs: number;
  haltedRuns: number;
}

const stepper = stepperOf(trainingChart);
type TrainingEvent = Parameters<(typeof stepper)['send']>[1];

export const createTraining = (params: TrainingParams): TrainingState => ({
  chart: stepper.initial,
  held: false,
  threshold: params.gate.threshold,
  data: 'all',
  without: [],
  candidate: null,
  candidateAuc: params.usualAuc,
  championAuc: params.usualAuc,
  pinnedAuc: params.usualAuc,
  runs: 0,
  haltedRuns: 0,
});

export function sendTraining(state: TrainingState, event: TrainingEvent): void {
  state.chart = stepper.send(state.chart, event);
}

/** How far below its usual value a measured AUC is still usual. */
export const leastUsualAuc = (params: TrainingParams): number => params.usualAuc - 4 * params.aucNoiseSd;
