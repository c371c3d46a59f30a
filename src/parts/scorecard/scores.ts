import { HIT, CLEAN, CONDITIONS, type Basis } from '../population/basis.ts';
import { mixed, type Mixture } from '../population/mixture.ts';
import { predict, scoreOf, type Scorecard } from './model.ts';
import { orderOf } from './auc.ts';
import type { ScorecardParams } from './params.ts';

export const SCORE_BINS = 20; // of equal width between 0 and 1

/** What a model makes of every cell, and how each group's scores are spread; worked out once for the same model. */
export interface Scored {
  readonly logOdds: Float64Array; // by cell
  readonly order: Int32Array; // cells by rising prediction
  readonly histogram: Float64Array; // [group × 2 conditions × score bin], shares of the group's rows
  readonly means: Float64Array; // [group × 2 conditions], mean score
}

const made = new WeakMap<Basis, Map<string, Scored>>();

/** @param artifact names the model: two with the same name must be the same */
export function scoredBy(basis: Basis, params: ScorecardParams, model: Scorecard, artifact: string): Scored {
  let known = made.get(basis);
  if (known === undefined) made.set(basis, (known = new Map()));
  const found = known.get(artifact);
  if (found !== undefined) return found;
  const logOdds = predict(basis, model);
  const scores = logOdds.map((x) => scoreOf(params, x));
  const histogram = new Float64Array(basis.groups * 2 * SCORE_BINS);
  const means = new Float64Array(basis.groups * 2);
  for (let g = 0; g < basis.groups; g += 1)
    for (const c of [CLEAN, HIT]) {
      const rows = basis.rows[g]![c]!;
      const at = g * 2 + c;
      const landed = basis.landed[g]![c]!;
      for (let i = 0; i < landed.length; i += 1) {
        const cell = landed[i]!;
        const bin = Math.min(SCORE_BINS - 1, Math.floor(scores[cell]! * SCORE_BINS));
        histogram[at * SCORE_BINS + bin]! += rows[cell]!;
        means[at]! += rows[cell]! * scores[cell]!;
      }
    }
  const scored = { logOdds, order: orderOf(logOdds), histogram, means };
  known.set(artifact, scored);
  return scored;
}

/** Shares of rows by score, with mean and deviation, of a mixture. */
export function scoreSpread(basis: Basis, scored: Scored, mixture: Mixture): { histogram: Float64Array; mean: number; sd: number } {
  const histogram = new Float64Array(SCORE_BINS);
  let [all, sum] = [0, 0];
  for (let g = 0; g < basis.groups; g += 1)
    for (let c = 0; c < CONDITIONS; c += 1) {
      const rows = mixture[mixed(g, c, 0)]! + mixture[mixed(g, c, 1)]!;
      if (rows === 0) continue;
      const at = g * 2 + (c === HIT ? HIT : CLEAN);
      all += rows;
      sum += rows * scored.means[at]!;
      for (let bin = 0; bin < SCORE_BINS; bin += 1) histogram[bin]! += rows * scored.histogram[at * SCORE_BINS + bin]!;
    }
  if (all > 0) for (let bin = 0; bin < SCORE_BINS; bin += 1) histogram[bin]! /= all;
  const mean = all > 0 ? sum / all : NaN;
  let square = 0;
  for (let bin = 0; bin < SCORE_BINS; bin += 1)
    square += histogram[bin]! * ((bin + 0.5) / SCORE_BINS - mean) * ((bin + 0.5) / SCORE_BINS - mean);
  return { histogram, mean, sd: Math.sqrt(square) };
}
