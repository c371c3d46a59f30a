import { stepperOf } from '../../kernel/stepper.ts';
import { experimentChart } from './chart.ts';
import { alwaysValidP, mixtureLikelihoodRatio } from './mixture-test.ts';
import type { ExperimentParams } from './params.ts';
import { peekingFalsePositiveRate } from './peeking.ts';
import { differenceOf, intervalOf, pooledZ, rate, twoSidedP, type Arm, type Estimate } from './proportions.ts';
import { sameMixTest, sampleRatioTest } from './ratio-mismatch.ts';
import type { ReadOut, ShownDifference } from './read-out.ts';
import { boundAt, decide, type Decision } from './rules.ts';
import { detectableFall, powerOf, trialsNeeded } from './sample-size.ts';
import { mixAdjustedDifference } from './strata.ts';

/** One experiment. Plain data. Counts lie by arm and stratum: control's strata first, then treatment's. */
export interface ExperimentState {
  chart: string;
  treatmentShare: number; // as designed at the last start
  look: number; // taken since then
  alwaysValidP: number; // smallest at any of them
  trials: Float64Array;
  successes: Float64Array;
}

const stepper = stepperOf(experimentChart);
const EVENTS: Readonly<Partial<Record<Decision, 'STOP_FOR_HARM' | 'RAMP' | 'CONCLUDE'>>> = {
  'stop-for-harm': 'STOP_FOR_HARM',
  ramp: 'RAMP',
  conclude: 'CONCLUDE',
};
const MOST_LOOKS = 200; // the false-positive rate is not followed beyond

export const createExperiment = (params: ExperimentParams): ExperimentState => ({
  chart: stepper.initial,
  treatmentShare: params.treatmentShare,
  look: 0,
  alwaysValidP: 1,
  trials: new Float64Array(2 * params.strata.length),
  successes: new Float64Array(2 * params.strata.length),
});

/** Starts, or starts again on a new split: what was counted before is not read with what follows. A concluded one stays as it is. */
export function startExperiment(state: ExperimentState, treatmentShare: number): void {
  state.chart = stepper.send(state.chart, 'START');
  if (state.chart !== 'running') return;
  state.treatmentShare = treatmentShare;
  state.look = 0;
  state.alwaysValidP = 1;
  state.trials.fill(0);
  state.successes.fill(0);
}

/** Someone acts on the experiment, by the rule or against it. */
export const moveExperiment = (state: ExperimentState, event: 'STOP_FOR_HARM' | 'RAMP' | 'CONCLUDE'): void => {
  state.chart = stepper.send(state.chart, event);
};

/** Adds the outcomes of one tick in one arm and stratum. @param stratum its place in the parameters' list */
export function countOutcomes(
  state: ExperimentState,
  arm: 'control' | 'treatment',
  stratum: number,
  trials: number,
  successes: number,
): void {
  const cell = arm === 'control' ? stratum : state.trials.length / 2 + stratum;
  state.trials[cell]! += trials;
  state.successes[cell]! += successes;
}

const armsOf = (state: ExperimentState, from: number): Arm[] =>
  Array.from({ length: state.trials.length / 2 }, (_, i) => ({ trials: state.trials[from + i]!, successes: state.successes[from + i]! }));

const totalOf = (arms: readonly Arm[]): Arm => ({
  trials: arms.reduce((sum, { trials }) => sum + trials, 0),
  successes: arms.reduce((sum, { successes }) => sum + successes, 0),
});

const shown = (estimate: Estimate, z: number, confidence: number): ShownDifference => ({
  difference: estimate.difference,
  standardError: Math.sqrt(estimate.variance),
  interval: intervalOf(estimate, confidence),
  z,
  p: twoSidedP(z),
});

const pairOf = (control: Arm, treatment: Arm, confidence: number): ShownDifference =>
  shown(differenceOf(control, treatment), pooledZ(control, treatment), confidence);

/** The experiment as it reads now; reading it this way counts as no look and moves nothing. */
export function readExperiment(state: ExperimentState, params: ExperimentParams): ReadOut {
  const controls = armsOf(state, 0);
  const treated = armsOf(state, controls.length);
  const [control, treatment] = [totalOf(controls), totalOf(treated)];
  const { confidence, expectedRate, smallestEffect, alpha, power, harm } = params;
  const split = sampleRatioTest([control.trials, treatment.trials], [1 - state.treatmentShare, state.treatmentShare]);
  const mismatch = split.p < params.mismatchAlpha;
  const adjusted = mixAdjustedDifference(controls, treated);
  const adjustedZ = adjusted.difference / Math.sqrt(adjusted.variance);
  const raw = pairOf(control, treatment, confidence);
  const planned = harm === 'fall' ? expectedRate : 1 - expectedRate; // a rise of the rate is a fall of its complement
  const changed = Math.max(0, planned - smallestEffect);
  return {
    raw,
    control,
    treatment,
    controlRate: rate(control),
    treatmentRate: rate(treatment),
    split,
    mismatch,
    mix: sameMixTest(
      controls.map(({ trials }) => trials),
      treated.map(({ trials }) => trials),
    ),
    mixAdjusted: shown(adjusted, adjustedZ, confidence),
    coveredShare: adjusted.coveredShare,
    strata: params.strata.map((stratum, i) => {
      const [inControl, inTreatment] = [controls[i]!, treated[i]!];
      return { stratum, control: inControl, treatment: inTreatment, raw: pairOf(inControl, inTreatment, confidence) };
    }),
    trialsNeeded: trialsNeeded(planned, changed, alpha, power, 1 / state.treatmentShare - 1),
    power: powerOf(planned, changed, control.trials, treatment.trials, alpha),
    detectableChange: detectableFall(planned, control.trials, treatment.trials, alpha, power),
    look: state.look,
    bound: boundAt(params, state.look),
    alwaysValidP: state.alwaysValidP,
    falsePositiveRate: state.look === 0 ? 0 : peekingFalsePositiveRate(Math.min(state.look, MOST_LOOKS), alpha),
    decision: decide(params, {
      look: state.look,
      estimate: params.adjustForMix ? adjusted : differenceOf(control, treatment),
      z: params.adjustForMix ? adjustedZ : raw.z,
      alwaysValidP: state.alwaysValidP,
      mismatch,
      leastTrials: Math.min(control.trials, treatment.trials),
    }),
  };
}

/**
 * An interim look under the rule: it is counted, and a running experiment goes where the rule's decision sends it. Looking more often
 * than the rule allows for is not forbidden; it finds differences that are not there as often as chance has it.
 */
export function takeLook(state: ExperimentState, params: ExperimentParams): ReadOut {
  if (state.chart !== 'running') return readExperiment(state, params);
  state.look += 1;
  const controls = armsOf(state, 0);
  const treated = armsOf(state, controls.length);
  const estimate = params.adjustForMix ? mixAdjustedDifference(controls, treated) : differenceOf(totalOf(controls), totalOf(treated));
  const p = alwaysValidP(mixtureLikelihoodRatio(estimate, params.mixtureTau));
  if (p < state.alwaysValidP) state.alwaysValidP = p;
  const readOut = readExperiment(state, params);
  const event = EVENTS[readOut.decision];
  if (event !== undefined) state.chart = stepper.send(state.chart, event);
  return readOut;
}
