import { basisOf, type Basis } from '../../parts/population/basis.ts';
import { addRows, binsOfRows, createCounts, createMixture, pour, type Counts, type Mixture } from '../../parts/population/mixture.ts';
import { mixAt } from '../../parts/population/step.ts';
import { rowMapKey, rowMapOf } from '../../parts/pipeline/row-map.ts';
import { exactAuc } from '../../parts/scorecard/auc.ts';
import { fitScorecard, usedBins } from '../../parts/scorecard/fit.ts';
import type { Scorecard } from '../../parts/scorecard/model.ts';
import { scoredBy } from '../../parts/scorecard/scores.ts';
import { artifactOf, type ModelVersion } from '../../parts/training/registry.ts';
import type { ScoringParams } from './world.ts';

/** What follows from the parameters alone: who arrives on an ordinary day, and the models that were there at the start. */
export interface Tables {
  readonly basis: Basis;
  readonly mix: Float64Array; // by group, on an ordinary day
  readonly usual: Mixture; // one row of an ordinary day
  readonly clean: Counts; // the same by cell: rows that were set aside while the pipeline was known to be clean
  readonly reference: Float64Array; // shares by bin of all features, on an ordinary day
  readonly rate: number; // of positives, on an ordinary day
  readonly versions: readonly ModelVersion[]; // oldest first
}

const MOST = 64;
const kept = new Map<string, Tables>();

/** The tables of a system's parameters; the same for the same parameters. */
export function tablesOf(params: ScoringParams): Tables {
  const own = byParams.get(params);
  if (own !== undefined) return own;
  const { population, pipeline, scorecard, training, decisions } = params;
  const groups = population.groups.map((group) => ({ ...group, shifted: null })); // where the mix goes changes no table
  const key = JSON.stringify([
    { ...population, groups },
    pipeline.joins,
    pipeline.operator,
    scorecard,
    training.segmentFeatures,
    training.usualAuc,
    training.code,
    training.windowDays,
    [decisions.mode, decisions.dimension, decisions.overrideBand, decisions.patterns], // what of a policy is not in its key
  ]);
  let tables = kept.get(key);
  if (tables === undefined) {
    if (kept.size >= MOST) kept.clear();
    kept.set(key, (tables = build(params)));
  }
  byParams.set(params, tables);
  return tables;
}
const byParams = new WeakMap<ScoringParams, Tables>();

function build(params: ScoringParams): Tables {
  const { population, pipeline, scorecard, training } = params;
  const basis = { ...basisOf(population, rowMapOf(population, pipeline), rowMapKey(pipeline)) }; // its own: what is worked out by basis depends on the other parameters too
  const mix = mixAt(population, 0);
  const usual = createMixture(basis.groups);
  addRows(usual, mix, 1, 0, 0, 0);
  const clean = createCounts(basis);
  pour(basis, usual, clean);
  const rate = clean.positives.reduce((sum, positive) => sum + positive, 0);
  const rows = population.rowsPerHour * 24 * training.windowDays;
  const counts: Counts = { rows: clean.rows.map((share) => share * rows), positives: clean.positives.map((share) => share * rows) };
  const ids = population.features.map(({ id }) => id);
  const fits = new Map<string, Scorecard>();
  const versions = scorecard.versions.map((version): ModelVersion => {
    const without = [...training.segmentFeatures, ...version.without];
    const fitKey = without.join(' ');
    let fitted = fits.get(fitKey);
    if (fitted === undefined)
      fits.set(
        fitKey,
        (fitted = fitScorecard(
          { basis, counts, used: usedBins(basis, ids, without), ridge: scorecard.ridgeRows + scorecard.ridgeShare * rows, towards: null },
          null,
        )),
      );
    const weights = fitted.weights.slice();
    population.features.forEach((feature, f) => {
      const fade = version.fade[feature.id];
      if (fade === undefined) return;
      for (let bin = basis.offsets[f]!; bin < basis.offsets[f + 1]!; bin += 1) weights[bin]! *= fade;
    });
    const model = { intercept: fitted.intercept + version.shift, weights };
    const artifact = artifactOf(model);
    const { logOdds, order } = scoredBy(basis, scorecard, model, artifact);
    return {
      id: version.id,
      model,
      artifact,
      trainedHour: -version.ageDays * 24,
      auc: exactAuc(clean, logOdds, order),
      data: 'all',
      snapshot: artifact.slice(0, 8),
      rows: Math.round(rows),
      features: ids.filter((id) => !without.includes(id)),
      code: training.code,
      promoted: version.id !== scorecard.fallback,
    };
  });
  return { basis, mix, usual, clean, reference: binsOfRows(basis, clean.rows), rate, versions };
}
