import { stepperOf } from '../../kernel/stepper.ts';
import { pipelineChart } from './chart.ts';
import { operatedSource } from './row-map.ts';
import type { PopulationParams } from '../population/params.ts';
import type { PipelineParams } from './params.ts';

export interface PipelineState {
  trainHit: number; // share of the rows read for training that are in their new form
  servedHit: number; // share of the rows to be scored
  sinceHour: number | null; // when rows in their new form began to come
  mended: boolean; // an adapter, or the repaired feed, brings the old form back
  pinnedHour: number | null; // when the snapshot was taken that is scored instead of today's rows; null: today's
  lastGoodHour: number; // when the newest snapshot that checks or people call good was taken
  stopped: boolean; // checks hold the batch back; the last good one is scored
  quarantined: boolean; // checks set the rows aside that fail
  chart: string;
}

const stepper = stepperOf(pipelineChart);

export const createPipeline = (): PipelineState => ({
  trainHit: 0,
  servedHit: 0,
  sinceHour: null,
  mended: false,
  pinnedHour: null,
  lastGoodHour: 0,
  stopped: false,
  quarantined: false,
  chart: stepper.initial,
});

/** Shares follow the faults until the cause is mended; kept to a thousandth. */
export function drivePipeline(state: PipelineState, trainShare: number, servedShare: number, hour: number): void {
  state.trainHit = state.mended ? 0 : Math.round(trainShare * 1000) / 1000;
  state.servedHit = state.mended ? 0 : Math.round(servedShare * 1000) / 1000;
  if (state.trainHit + state.servedHit > 0) state.sinceHour ??= hour;
  else if (state.mended) state.sinceHour = null;
}

/**
 * What a row to be scored meets: hit by the operator, or left over from an earlier reading. Pins act here, and checks where rows wait
 * for each other; a stream that is held back is scored as it comes, by a model that can do without.
 * @param hour now @param stream whether rows are scored one by one
 */
export function servedConditions(
  state: PipelineState,
  params: PipelineParams,
  hour: number,
  stream: boolean,
): { hit: number; stale: number } {
  if (stream && state.pinnedHour === null) return { hit: state.servedHit, stale: 0 };
  const from = state.pinnedHour ?? (state.stopped ? state.lastGoodHour : null);
  if (from !== null) return { hit: 0, stale: Math.min(1, (params.staleSharePerDay * Math.max(0, hour - from)) / 24) };
  if (state.quarantined) return { hit: 0, stale: Math.min(1, state.servedHit) };
  return { hit: state.servedHit, stale: 0 };
}

/** Whether mending this feature or join is mending what is broken. */
export const mends = (params: PipelineParams, target: string): boolean =>
  params.operator.kind !== 'none' && params.operator.target === target;

/** Whether repairing this source's feed is mending what is broken. */
export const mendsFeed = (population: PopulationParams, params: PipelineParams, source: string): boolean =>
  params.operator.kind !== 'none' && operatedSource(population, params) === source;

type PipelineEvent = Parameters<(typeof stepper)['send']>[1];
export function sendPipeline(state: PipelineState, event: PipelineEvent): void {
  state.chart = stepper.send(state.chart, event);
}
