import { binomialAt } from '../../kernel/binomial.ts';
import { hashValue } from '../../kernel/hash.ts';
import { drawKey, type DrawKey } from '../../kernel/streams.ts';
import { stabilityIndex } from '../../parts/monitors/divergence.ts';
import { drawCounts } from '../../parts/monitors/sample.ts';
import { matured, maturedCohorts, type Cohort } from '../../parts/labels/ledger.ts';
import { acceptance } from '../../parts/outcomes/step.ts';
import { failingChecks, type BatchFacts } from '../../parts/pipeline/checks.ts';
import { CHECK_IDS, type CheckId } from '../../parts/pipeline/params.ts';
import { profileBatch, type FieldProfile } from '../../parts/pipeline/profile.ts';
import type { Basis } from '../../parts/population/basis.ts';
import { shownBins, type Mixture } from '../../parts/population/mixture.ts';
import { SCORE_BINS, scoreSpread, scoredBy } from '../../parts/scorecard/scores.ts';
import { ordinaryDay, catalogueOf } from './catalogue.ts';
import { normalAt } from './noise.ts';
import { remembered } from './remembered.ts';
import { tablesOf } from './tables.ts';
import { servingVersion } from './today.ts';
import type { ScoringParams, ScoringParts } from './world.ts';

/** Draws that belong to one run: one key for each part and purpose. */
export interface Draws {
  readonly window: DrawKey; // rows of sampled windows
  readonly scores: DrawKey;
  readonly selected: DrawKey; // how many rows were selected
  readonly cohorts: DrawKey; // labels of cohorts
  readonly accepted: DrawKey;
  readonly auc: DrawKey;
  readonly labels: DrawKey;
  readonly match: DrawKey;
  readonly duration: DrawKey;
}

export const drawsOf = (seed: string): Draws => ({
  window: drawKey(seed, 'pipeline', 'window'),
  scores: drawKey(seed, 'scorecard', 'window'),
  selected: drawKey(seed, 'decisions', 'selected'),
  cohorts: drawKey(seed, 'labels', 'cohorts'),
  accepted: drawKey(seed, 'outcomes', 'accepted'),
  auc: drawKey(seed, 'scorecard', 'auc'),
  labels: drawKey(seed, 'labels', 'share'),
  match: drawKey(seed, 'pipeline', 'match'),
  duration: drawKey(seed, 'training', 'duration'),
});

/** Where each figure stands in the row of a scrape; −1 where the system has none of it. */
export interface Columns {
  at(key: string): number;
}

const columnsOf = new WeakMap<ScoringParams, Columns>();
export function columns(params: ScoringParams): Columns {
  let known = columnsOf.get(params);
  if (known === undefined) {
    const places = new Map(catalogueOf(params).keys.map((key, i) => [key, i]));
    columnsOf.set(params, (known = { at: (key) => places.get(key) ?? -1 }));
  }
  return known;
}

const put = (parts: ScoringParts, params: ScoringParams, key: string, value: number): void => {
  const at = columns(params).at(key);
  if (at >= 0) parts.figures[at] = value;
};

const bins = new WeakMap<Basis, Map<string, Float64Array>>();

/** A sampled batch, as checks and drift monitors read it. */
export interface Batch {
  readonly fields: readonly FieldProfile[];
  readonly facts: BatchFacts;
  readonly failing: Readonly<Record<CheckId, boolean>>;
}

/**
 * Samples what is read now and profiles it.
 * @param mixture its rows @param hit share of them in their new form @param labelShare of positives, as labels have it; NaN: none
 * @param sampleRows how many rows are read
 */
export function readBatch(
  params: ScoringParams,
  parts: ScoringParts,
  mixture: Mixture,
  hit: number,
  labelShare: number,
  draws: Draws,
  tick: number,
  sampleRows: number = params.pipeline.sampleRows,
): Batch {
  const { basis, reference, rate } = tablesOf(params);
  const { population, pipeline } = params;
  const fields = profileBatch(
    population,
    pipeline,
    reference,
    remembered(bins, basis, hashValue(mixture), () => shownBins(basis, mixture)),
    hit,
    sampleRows,
    draws.window,
    tick,
  );
  const { kind, target } = pipeline.operator;
  let matchShare = 1;
  pipeline.joins.forEach((join, j) => {
    const share = join.matchShare * (kind === 'keyless' && join.id === target ? 1 - hit : 1);
    matchShare = Math.min(matchShare, binomialAt(draws.match, tick, j, sampleRows, share) / sampleRows);
  });
  const twice = kind === 'duplicated' ? 1 + hit : 1;
  const rowsFactor = population.rowsPerHour > 0 ? (twice * parts.population.rowsPerHour) / population.rowsPerHour : 1;
  const facts = { matchShare, rowsFactor, labelFactor: rate > 0 ? labelShare / rate : NaN };
  return { fields, facts, failing: failingChecks(pipeline, fields, population.features.map(({ missingShare }) => missingShare), facts) }; // prettier-ignore
}

/** How many of the checks that are on do not pass. */
export const failingCount = (params: ScoringParams, batch: Batch): number =>
  CHECK_IDS.filter((id) => batch.failing[id] && params.pipeline.checks[id] !== 'off').length;

/** Figures of data and drift, from a sampled batch. */
export function showBatch(params: ScoringParams, parts: ScoringParts, batch: Batch): void {
  let worst = 0;
  params.population.features.forEach(({ id }, f) => {
    const field = batch.fields[f]!;
    put(parts, params, `data.null_share{${id}}`, field.nullShare);
    put(parts, params, `data.unknown_share{${id}}`, field.unknownShare);
    put(parts, params, `data.mean_factor{${id}}`, field.meanFactor);
    put(parts, params, `data.spread_factor{${id}}`, field.spreadFactor);
    put(parts, params, `drift.psi{${id}}`, field.psiRows);
    worst = Math.max(worst, field.psiRows);
  });
  put(parts, params, 'drift.worst_psi', worst);
  put(parts, params, 'data.match_share', batch.facts.matchShare);
  put(parts, params, 'data.rows_per_day', batch.facts.rowsFactor * params.population.rowsPerHour * 24);
  put(parts, params, 'data.checks_failing', failingCount(params, batch));
}

/** Figures of the model at work and of its decisions. @param hours that they cover */
export function showDecisions(params: ScoringParams, parts: ScoringParts, draws: Draws, tick: number, hours: number): void {
  const { today, decisions } = parts;
  const version = servingVersion(params, parts);
  const sample = params.pipeline.sampleRows;
  put(parts, params, 'model.score_mean', today.scoreMean + (today.scoreSd * normalAt(draws.scores, tick, SCORE_BINS)) / Math.sqrt(sample));
  put(parts, params, 'model.estimated_positive_share', today.selected > 0 ? today.predicted / today.selected : NaN);
  put(parts, params, 'model.age_days', Math.max(0, (tick - version.trainedHour) / 24));
  const rows = Math.round(today.rows * (params.decisions.batchHour === null ? hours : 1));
  const share = today.rows > 0 ? Math.min(1, (today.selected - today.ruled) / today.rows) : 0; // a rule decides before the model is asked
  const exact = params.decisions.mode === 'top' || rows < 1;
  const selected = exact ? share * rows : binomialAt(draws.selected, tick, 0, rows, share);
  put(parts, params, 'decisions.selected_share', rows > 0 ? selected / rows : share);
  put(parts, params, 'decisions.override_share', today.selected > 0 ? binomialAt(draws.selected, tick, 1, Math.round(selected), Math.min(1, today.overridden / today.selected)) / Math.max(1, Math.round(selected)) : 0); // prettier-ignore
  put(
    parts,
    params,
    'decisions.cutoff_score',
    (1 - decisions.changedShare) * decisions.cutoff + decisions.changedShare * params.decisions.changedCutoff,
  );
}

/** How the scores of a sample are spread against training. @param mixture rows scored now */
export function showScores(params: ScoringParams, parts: ScoringParts, mixture: Mixture, draws: Draws, tick: number): void {
  const { basis } = tablesOf(params);
  const { model, artifact } = servingVersion(params, parts);
  const scored = scoredBy(basis, params.scorecard, model, artifact);
  const { histogram } = scoreSpread(basis, scored, mixture);
  const usual = scoreSpread(basis, scored, tablesOf(params).usual).histogram; // of this model on the rows it was trained on
  const counts = drawCounts(draws.scores, tick, 0, params.pipeline.sampleRows, histogram);
  put(parts, params, 'drift.score_psi', stabilityIndex(usual, counts));
}

/** The cohort of an ordinary time, expected: what came before the start. */
export function ordinaryCohort(params: ScoringParams): Cohort {
  const day = ordinaryDay(params);
  const hours = params.labels.cohortDays * 24;
  return {
    index: 0, fromDay: 0, toDay: 0, matureHour: 0,
    selected: day.selected * hours, positives: day.selected * day.positiveShare * hours,
    overridden: day.overridden * hours, overriddenPositives: day.overriddenPositives * hours,
  }; // prettier-ignore
}

/** Positives among a cohort's selected rows as counted: a draw of its own for each cohort. */
export const countedPositives = (cohort: Cohort, draws: Draws): number =>
  binomialAt(
    draws.cohorts,
    cohort.index + 1000,
    0,
    Math.round(cohort.selected),
    Math.min(1, cohort.positives / Math.max(1e-9, cohort.selected)),
  );

/** The newest matured cohorts, oldest first. */
export const cohortsNow = (params: ScoringParams, parts: ScoringParts, hour: number, count: number): Cohort[] =>
  maturedCohorts(parts.labels, params.labels, hour, ordinaryCohort(params), count);

/** Figures that wait for labels. */
export function showLabels(params: ScoringParams, parts: ScoringParts, draws: Draws, hour: number): void {
  const { labels } = params;
  const count = matured(parts.labels, labels, hour);
  const newest = parts.labels.periods[count - 1];
  if (hour % 24 === 0) {
    const shown = cohortsNow(params, parts, hour, labels.cohortsShown);
    const [rows, positives] = shown.reduce(
      ([n, k], cohort) => [n + Math.round(cohort.selected), k + countedPositives(cohort, draws)],
      [0, 0],
    );
    put(parts, params, 'business.outcome_share', positives / rows);
  }
  const day = ordinaryDay(params);
  const missed = newest === undefined ? day.missedShare : (newest.allPositives - newest.positives) / newest.rows;
  const missedRows = Math.round(newest?.rows ?? params.population.rowsPerHour * labels.periodHours);
  put(
    parts,
    params,
    'business.missed_share',
    binomialAt(draws.labels, count, 1, missedRows, Math.max(0, Math.min(1, missed))) / missedRows,
  );
  const share = newest === undefined ? tablesOf(params).rate : newest.allPositives / newest.rows;
  put(parts, params, 'data.label_share', binomialAt(draws.labels, count, 0, missedRows, Math.min(1, share)) / missedRows);
}

/** Share of a batch's offers that were accepted, as counted. */
export function showAcceptance(params: ScoringParams, parts: ScoringParts, draws: Draws, tick: number): void {
  if (params.outcomes.offerEur === 0) return;
  const { selected, selectedPositives, selectedMoved } = parts.today;
  const share = acceptance(params.outcomes, { rows: selected, positives: selectedPositives, movedPositives: selectedMoved, predicted: 0 });
  const rows = Math.round(selected);
  put(parts, params, 'business.accepted_share', rows > 0 ? binomialAt(draws.accepted, tick, 0, rows, Math.min(1, share)) / rows : NaN);
}

/** Figures of a training run. */
export function showRun(params: ScoringParams, parts: ScoringParts, draws: Draws, tick: number): void {
  put(parts, params, 'training.candidate_auc', parts.training.candidateAuc);
  put(parts, params, 'training.champion_auc', parts.training.championAuc);
  put(parts, params, 'training.blocked', parts.training.chart === 'blocked' && !parts.training.held ? 1 : 0);
  put(parts, params, 'training.duration_minutes', params.pipeline.jobMinutes * (1 + 0.04 * normalAt(draws.duration, tick, 0)));
}

export const showLiveAuc = (params: ScoringParams, parts: ScoringParts, auc: number, draws: Draws, tick: number): void =>
  put(parts, params, 'model.live_auc', auc + params.training.aucNoiseSd * normalAt(draws.auc, tick, 0));
