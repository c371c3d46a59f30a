import { trainingWords } from '../../domain/words/training.ts';
import type { TrainingParams } from './params.ts';

/** What a gate can measure of a candidate. AUCs as measured, with the noise of a sample. */
export interface GateReadings {
  readonly candidateTonight: number; // on the newest labelled rows, as the pipeline reads them tonight
  readonly championTonight: number;
  readonly candidatePinned: number; // on rows that were set aside when the pipeline was known to be clean
  readonly championPinned: number;
}

/**
 * Whether a candidate may go live. A gate that compares on tonight's rows cannot see what spoils both models alike; one that compares on
 * pinned rows sees a model that has forgotten how clean rows read; an absolute one sees neither, only the figure.
 * @param threshold of the absolute gate, as it stands now
 */
export function passesGate(params: TrainingParams, threshold: number, readings: GateReadings): boolean {
  const { kind, margin, alsoPinned } = params.gate;
  const holdsPinned = readings.candidatePinned >= readings.championPinned - margin;
  if (alsoPinned && !holdsPinned) return false;
  switch (kind) {
    case 'none':
      return true;
    case 'absolute':
      return readings.candidateTonight >= threshold;
    case 'champion-tonight':
      return readings.candidateTonight >= readings.championTonight - margin;
    case 'champion-pinned':
      return holdsPinned;
  }
}

/** What a model card says that a candidate was judged by. */
export const gateWords = (params: TrainingParams, threshold: number): string => {
  const { kind, margin, alsoPinned } = params.gate;
  const { gate } = trainingWords;
  if (kind === 'none') return gate.none;
  if (kind === 'absolute') return alsoPinned ? gate.absoluteAndPinned(threshold, margin) : gate.absolute(threshold);
  return gate.champion(margin, kind === 'champion-pinned' ? 'pinned' : 'tonight');
};
