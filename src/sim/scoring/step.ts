import { hashValue } from '../../kernel/hash.ts';
import type { Basis } from '../../parts/population/basis.ts';
import { addRows, createCounts, createMixture, pour } from '../../parts/population/mixture.ts';
import { policyKey, take, workOut } from '../../parts/decisions/policy.ts';
import { stepQueue } from '../../parts/decisions/queue.ts';
import { driveDecisions } from '../../parts/decisions/step.ts';
import { bookHour, waitFactor } from '../../parts/outcomes/step.ts';
import { verdictOf } from '../../parts/pipeline/checks.ts';
import { CHECK_IDS } from '../../parts/pipeline/params.ts';
import { drivePipeline, sendPipeline, servedConditions } from '../../parts/pipeline/step.ts';
import { stepPopulation } from '../../parts/population/step.ts';
import { sendTraining } from '../../parts/training/step.ts';
import {
  readBatch,
  showAcceptance,
  showBatch,
  showDecisions,
  showScores,
  showLabels,
  showLiveAuc,
  showRun,
  type Draws,
} from './figures.ts';
import { remembered } from './remembered.ts';
import { tablesOf } from './tables.ts';
import { normalEur } from './ordinary.ts';
import { normalWaitHours, policyOf, servedMixture, servingVersion, workOutToday } from './today.ts';
import { aucOf, judgeCandidate, trainCandidate } from './train.ts';
import type { Places } from './catalogue.ts';
import type { ScoringParams, ScoringParts } from './world.ts';

/** What one run works with beside its state. */
export interface Night {
  readonly params: ScoringParams;
  readonly seed: string;
  readonly draws: Draws;
  readonly places: Places;
}

/** Inputs as the faults have them. */
export type ScoringInputs = Readonly<Record<string, number>>;

/** Every input at its normal value. */
export const normalInputs = (params: ScoringParams): Record<string, number> => ({
  'population.shift': 0,
  'population.movedShare': 0,
  'population.rowFactor': 1,
  'pipeline.trainShare': 0,
  'pipeline.servedShare': 0,
  'decisions.overrideShare': params.decisions.overrideShare,
  'decisions.changedShare': 0,
});

/**
 * One hour. The order of an hour stands here and nowhere else: who arrives, the nightly run, what is decided, what it costs, and at the
 * end of a period the labels and the sampled windows.
 * @param tick hours since the start
 */
export function stepScoring(night: Night, parts: ScoringParts, inputs: ScoringInputs, tick: number): void {
  const { params } = night;
  const { periodHours } = params.labels;
  const clock = tick % 24;
  drivePipeline(parts.pipeline, inputs['pipeline.trainShare']!, inputs['pipeline.servedShare']!, tick);
  driveDecisions(parts.decisions, params.decisions, inputs['decisions.overrideShare']!, inputs['decisions.changedShare']!);
  const opens = tick % periodHours === 0;
  if (opens || parts.dirty) {
    const { population } = parts;
    stepPopulation(
      population,
      params.population,
      inputs['population.shift']!,
      inputs['population.movedShare']!,
      inputs['population.rowFactor']!,
    );
  }
  const runsToday = (Math.floor(tick / 24) + 1) % params.training.scheduleDays === 0;
  if (params.training.scheduleHour === clock && runsToday) startRun(night, parts, tick);
  if (params.training.scheduleHour !== null && params.training.gateHour === clock) finishRun(night, parts, tick);
  const { batchHour } = params.decisions;
  const scores = parts.dirty || (batchHour === null ? opens : batchHour === clock); // what people change is scored again at once
  if (scores) score(night, parts, tick);
  if (params.decisions.configGate && parts.decisions.changedShare > 0) watchConfig(params, parts);
  passHour(night, parts);
  if (params.outcomes.bookedHour === clock || tick === 0) showAcceptance(params, parts, night.draws, tick);
  if ((tick + 1) % periodHours === 0) closePeriod(night, parts, tick + 1);
}

/** The data checks on the rows that a run reads, then the run itself. */
export function startRun(night: Night, parts: ScoringParts, tick: number): void {
  const { params, draws, seed } = night;
  const { training, pipeline } = parts;
  sendTraining(training, 'SCHEDULE');
  sendTraining(training, 'START');
  const { basis } = tablesOf(params);
  const read = createMixture(basis.groups);
  const newest = parts.labels.periods.at(-1);
  addRows(read, newest?.mix ?? parts.population.mix, 1, pipeline.trainHit, 0, newest?.moved ?? 0);
  const labelShare = newest === undefined ? tablesOf(params).rate : newest.allPositives / newest.rows;
  const batch = readBatch(params, parts, read, pipeline.trainHit, labelShare, draws, tick);
  if (params.decisions.batchHour !== null) showBatch(params, parts, batch);
  const verdict = verdictOf(params.pipeline, batch.failing);
  takeVerdict(parts, verdict, tick);
  if (verdict === 'block') {
    sendTraining(training, 'HALT');
    training.haltedRuns += 1;
    return;
  }
  trainCandidate(params, parts, seed, tick, training.data, verdict === 'quarantine' ? 0 : pipeline.trainHit);
}

function takeVerdict(parts: ScoringParts, verdict: ReturnType<typeof verdictOf>, tick: number): void {
  const { pipeline } = parts;
  pipeline.stopped = verdict === 'block';
  pipeline.quarantined = verdict === 'quarantine';
  if (verdict === 'pass') pipeline.lastGoodHour = tick;
  if (pipeline.pinnedHour !== null) return;
  sendPipeline(pipeline, verdict === 'pass' ? 'PASS' : verdict === 'warn' ? 'WARN' : verdict === 'block' ? 'STOP' : 'SET_ASIDE');
}

export function finishRun(night: Night, parts: ScoringParts, tick: number): void {
  const { params, draws } = night;
  if (parts.training.chart !== 'running') return;
  sendTraining(parts.training, 'FINISH');
  judgeCandidate(params, parts, true);
  showRun(params, parts, draws, tick);
}

/** Works out who is selected from now on. */
function score(night: Night, parts: ScoringParts, tick: number): void {
  const { params, draws } = night;
  const changed = parts.dirty;
  const stream = params.decisions.batchHour === null;
  parts.dirty = false;
  const windowed = !stream || tick % params.pipeline.windowHours === 0;
  if (stream && (windowed || anyCheck(params))) watchStream(night, parts, tick);
  if (changed || !stream) notePolicy(params, parts);
  workOutToday(params, parts, tick, normalEur(params), changed || !stream);
  if (windowed) showScores(params, parts, servedMixture(params, parts, tick), draws, tick);
  showDecisions(params, parts, draws, tick, stream ? params.labels.periodHours : 24);
}

const anyCheck = ({ pipeline }: ScoringParams): boolean => CHECK_IDS.some((id) => pipeline.checks[id] !== 'off');

/** Samples what comes now, for monitors and checks. */
function watchStream({ params, draws }: Night, parts: ScoringParts, tick: number): void {
  const { population, pipeline } = parts;
  const fresh = createMixture(tablesOf(params).basis.groups);
  addRows(fresh, population.mix, 1, pipeline.servedHit, 0, population.moved);
  const batch = readBatch(params, parts, fresh, pipeline.servedHit, NaN, draws, tick);
  showBatch(params, parts, batch);
  takeVerdict(parts, verdictOf(params.pipeline, batch.failing), tick);
}

/** The gate of a changed configuration compares how much each of the two selects on the same rows. */
function watchConfig(params: ScoringParams, parts: ScoringParts): void {
  const { basis } = tablesOf(params);
  const { decisions, population, pipeline } = parts;
  const mixture = createMixture(basis.groups);
  addRows(mixture, population.mix, 1, pipeline.servedHit, 0, population.moved);
  const share = (cutoff: number): number =>
    take(basis, workOut(basis, params.population, params.scorecard, params.decisions, policyOf(params, parts, cutoff)).selected, mixture)
      .rows;
  if (share(params.decisions.changedCutoff) <= params.decisions.configGateFactor * share(decisions.cutoff)) return;
  decisions.reverted = true;
  parts.dirty = true;
}

/** Keeps what is in force, so that labels can be read with the decisions that let them come. */
function notePolicy(params: ScoringParams, parts: ScoringParts): void {
  const policy = policyOf(params, parts);
  const { policies } = parts.decisions;
  const last = policies.at(-1);
  if (last !== undefined && policyKey(last) === policyKey(policy)) return;
  parts.decisions.policies = [...policies, { ...policy, segmentCutoffs: { ...policy.segmentCutoffs }, rules: [...policy.rules] }];
}

/** Money and people of an hour. */
function passHour({ params }: Night, parts: ScoringParts): void {
  const { today, decisions, outcomes, sofar } = parts;
  const { queue } = decisions;
  stepQueue(queue, params.decisions, today.waiting);
  const hours = params.decisions.batchHour === null ? 1 : 24;
  const { selectedNegativeEur } = params.outcomes;
  const longer = waitFactor(params.outcomes, queue.waitHours) - waitFactor(params.outcomes, normalWaitHours(params));
  const people = Math.max(0, queue.factor - 1) * params.decisions.queuePerHour * params.outcomes.verdictEur;
  bookHour(outcomes, today.eurPerHour + today.wrong * selectedNegativeEur * longer, people);
  decisions.rowsTotal += today.rows / hours;
  decisions.selectedTotal += today.selected / hours;
  sofar.rows += today.rows / hours;
  sofar.allPositives += today.positives / hours;
  sofar.selected += today.selected / hours;
  sofar.positives += today.selectedPositives / hours;
  sofar.overridden += today.overridden / hours;
  sofar.overriddenPositives += today.overriddenPositives / hours;
  sofar.reviewed += queue.reviewedShare;
}

/** Labels, figures that wait for them, and what was scored, kept for later. */
function closePeriod(night: Night, parts: ScoringParts, hour: number): void {
  const { params, draws } = night;
  const { labels, sofar, population, decisions, pipeline } = parts;
  const { periodHours } = params.labels;
  const { hit, stale } = servedConditions(pipeline, params.pipeline, hour, params.decisions.batchHour === null);
  labels.periods.push({
    hour,
    mix: population.mix,
    rows: sofar.rows,
    moved: population.moved,
    hit,
    stale,
    policy: decisions.policies.length - 1,
    overrides: sofar.selected > 0 ? bandOverrides(night, parts, hour) : 0,
    reviewed: sofar.reviewed / periodHours,
    allPositives: sofar.allPositives,
    selected: sofar.selected,
    positives: sofar.positives,
    overridden: sofar.overridden,
    overriddenPositives: sofar.overriddenPositives,
  });
  parts.sofar = { rows: 0, allPositives: 0, selected: 0, positives: 0, overridden: 0, overriddenPositives: 0, reviewed: 0 };
  if (hour % 24 === 0 || periodHours < 24) showLabels(params, parts, draws, hour);
  if (params.labels.coverage === 'everyone') showLiveAuc(params, parts, liveAuc(params, parts, hour), draws, hour);
}

/** Share of the rejected rows near the cut-off that staff took on. */
function bandOverrides({ params }: Night, parts: ScoringParts, hour: number): number {
  if (params.decisions.mode === 'top' || parts.decisions.overrideShare === 0) return 0;
  const { basis } = tablesOf(params);
  const policy = policyOf(params, parts);
  const band = take(
    basis,
    workOut(basis, params.population, params.scorecard, params.decisions, policy).band,
    servedMixture(params, parts, hour),
  );
  return band.rows > 0 ? Math.min(1, parts.today.overridden / band.rows) : 0;
}

const aucs = new WeakMap<Basis, Map<string, number>>();

/** How well the live model told the rows apart that were served in the last period. */
function liveAuc(params: ScoringParams, parts: ScoringParts, hour: number): number {
  const { basis } = tablesOf(params);
  const mixture = servedMixture(params, parts, hour);
  const version = servingVersion(params, parts);
  return remembered(aucs, basis, `${version.artifact} ${hashValue(mixture)}`, () => {
    const counts = createCounts(basis);
    pour(basis, mixture, counts);
    return aucOf(params, version, counts);
  });
}
