import type { TrainingData } from '../../domain/action.ts';
import { drawKey } from '../../kernel/streams.ts';
import { normalAt } from './noise.ts';
import type { Basis } from '../../parts/population/basis.ts';
import type { Counts } from '../../parts/population/mixture.ts';
import { exactAuc } from '../../parts/scorecard/auc.ts';
import { fitScorecard, usedBins } from '../../parts/scorecard/fit.ts';
import type { Scorecard } from '../../parts/scorecard/model.ts';
import { scoredBy } from '../../parts/scorecard/scores.ts';
import { championChart } from '../../parts/training/chart.ts';
import { passesGate } from '../../parts/training/gate.ts';
import { artifactOf, championOf, promote, versionOf, type ModelVersion } from '../../parts/training/registry.ts';
import { leastUsualAuc, sendTraining } from '../../parts/training/step.ts';
import { stepperOf } from '../../kernel/stepper.ts';
import { remembered } from './remembered.ts';
import { countsOf, holdoutRows, policiesKey, trainingRows, type LabelledRows } from './rows.ts';
import { tablesOf } from './tables.ts';
import type { ScoringParams, ScoringParts } from './world.ts';

const champion = stepperOf(championChart);
const fits = new WeakMap<Basis, Map<string, { readonly model: Scorecard; readonly artifact: string }>>();
const aucs = new WeakMap<Basis, Map<string, number>>();
/** AUC of a model on labelled rows, exactly; worked out once for the same of both. */
export function aucOn(params: ScoringParams, parts: ScoringParts, version: ModelVersion, rows: LabelledRows): number {
  const { basis } = tablesOf(params);
  return remembered(aucs, basis, `${version.artifact} ${rows.key} ${policiesKey(parts, rows)} ${params.labels.coverage}`, () =>
    aucOf(params, version, countsOf(params, parts, rows)),
  );
}

/** AUC of a model on rows by cell. */
export function aucOf(params: ScoringParams, { model, artifact }: ModelVersion, counts: Counts): number {
  const { logOdds, order } = scoredBy(tablesOf(params).basis, params.scorecard, model, artifact);
  return exactAuc(counts, logOdds, order);
}

/** AUC on rows that were set aside while the pipeline was known to be clean. */
export function pinnedAuc(params: ScoringParams, version: ModelVersion): number {
  const { basis, clean } = tablesOf(params);
  return remembered(aucs, basis, `${version.artifact} pinned`, () => aucOf(params, version, clean));
}

/**
 * Trains one candidate and registers it. Deterministic but for the noise of its measured AUC.
 * @param hour now @param hit share of the rows that are hit as they are read
 * @returns the candidate's id
 */
export function trainCandidate(
  params: ScoringParams,
  parts: ScoringParts,
  seed: string,
  hour: number,
  data: TrainingData,
  hit: number,
): string {
  const { basis } = tablesOf(params);
  const { training, registry } = parts;
  const { segmentFeatures, towardsLive, versionPrefix, code, aucNoiseSd } = params.training;
  const ids = params.population.features.map(({ id }) => id);
  const live = championOf(registry);
  const added = data === 'with-segment' || segmentFeatures.every((id) => live.features.includes(id));
  const without = [...(added ? [] : segmentFeatures), ...training.without];
  const rows = trainingRows(params, parts, hour, data, hit);
  const key = `${rows.key} ${policiesKey(parts, rows)} ${without.join()} ${params.scorecard.ridgeRows} ${params.scorecard.ridgeShare} ${live.artifact} ${params.labels.coverage}`;
  // The live model is where a fit starts even where it is not drawn to it: a fit ends where its steps are small, not at the same bits.
  const { model, artifact } = remembered(fits, basis, key, () => {
    const task = {
      basis,
      counts: countsOf(params, parts, rows),
      used: usedBins(basis, ids, without),
      ridge: params.scorecard.ridgeRows + params.scorecard.ridgeShare * rows.rows,
    };
    const fitted = fitScorecard({ ...task, towards: towardsLive ? live.model : null }, live.model);
    return { model: fitted, artifact: artifactOf(fitted) };
  });
  training.runs += 1;
  const id = `${versionPrefix}-${training.runs}`;
  const noise = (index: number): number => aucNoiseSd * normalAt(drawKey(seed, 'training', 'auc'), training.runs, index);
  const version = {
    id,
    model,
    artifact,
    trainedHour: hour,
    data,
    snapshot: rows.key.slice(0, 8),
    rows: Math.round(rows.rows),
    code,
    promoted: false,
  };
  const candidate: ModelVersion = { ...version, auc: 0, features: ids.filter((feature) => !without.includes(feature)) };
  const holdout = holdoutRows(params, parts, hour, hit);
  training.candidateAuc = aucOn(params, parts, candidate, holdout) + noise(0);
  training.championAuc = aucOn(params, parts, live, holdout) + noise(0); // the same rows, so the same luck
  training.pinnedAuc = pinnedAuc(params, candidate);
  training.candidate = id;
  registry.versions = [...registry.versions, { ...candidate, auc: training.candidateAuc }];
  return id;
}

/** Whether the newest candidate passes the gate as it stands. */
export const candidatePasses = (params: ScoringParams, parts: ScoringParts): boolean =>
  passesGate(params.training, parts.training.threshold, {
    candidateTonight: parts.training.candidateAuc,
    championTonight: parts.training.championAuc,
    candidatePinned: parts.training.pinnedAuc,
    championPinned: pinnedAuc(params, championOf(parts.registry)),
  });

/** The gate's word on the newest candidate. @param gated whether the gate is asked at all */
export function judgeCandidate(params: ScoringParams, parts: ScoringParts, gated: boolean): void {
  const { training, registry } = parts;
  if (training.candidate === null) return;
  const goes = gated ? !training.held && params.training.autoPromote && candidatePasses(params, parts) : true;
  sendTraining(training, goes ? 'PROMOTE' : 'BLOCK');
  if (goes) promoteVersion(params, parts, training.candidate);
  else if (!training.held) registry.chart = champion.send(registry.chart, 'HOLD');
}

/** Moves the alias to a version, and notes how. */
export function promoteVersion(
  params: ScoringParams,
  parts: ScoringParts,
  id: string,
  event: 'PROMOTE' | 'ROLL_BACK' | 'FALL_BACK' = 'PROMOTE',
): void {
  const { registry } = parts;
  versionOf(registry, id);
  if (event === 'PROMOTE') promote(registry, id, leastUsualAuc(params.training));
  else registry.champion = id;
  registry.chart = champion.send(registry.chart, event);
  if (params.decisions.batchHour === null) parts.dirty = true; // a batch in the morning scores with what is live by then
}
