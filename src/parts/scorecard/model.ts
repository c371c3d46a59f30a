import { exp, log } from '../../kernel/math.ts';
import type { Basis } from '../population/basis.ts';
import type { ScorecardParams } from './params.ts';

/** A scorecard. Plain data. */
export interface Scorecard {
  intercept: number; // log odds
  weights: Float64Array; // by bin of all features, log odds
}

export const sigmoid = (x: number): number => 1 / (1 + exp(-x));
export const logit = (p: number): number => log(p / (1 - p));

/** The score that people and cut-offs speak of. @param logOdds as the model predicts */
export const scoreOf = (params: ScorecardParams, logOdds: number): number => sigmoid(params.scoreSlope * logOdds + params.scoreShift);

/** The predicted log odds behind a score. */
export const logOddsOf = (params: ScorecardParams, score: number): number => (logit(score) - params.scoreShift) / params.scoreSlope;

/** Predicted log odds of every cell. */
export function predict(basis: Basis, model: Scorecard): Float64Array {
  const { cells, features, bins } = basis;
  const logOdds = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell += 1) {
    let sum = model.intercept;
    for (let f = 0; f < features; f += 1) sum += model.weights[bins[cell * features + f]!]!;
    logOdds[cell] = sum;
  }
  return logOdds;
}
