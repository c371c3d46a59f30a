import { exp, log } from '../../kernel/math.ts';
import { cellsAbove0, type Basis } from '../population/basis.ts';
import type { Counts } from '../population/mixture.ts';
import type { Scorecard } from './model.ts';

/** What a fit is asked to do. */
export interface FitTask {
  readonly basis: Basis;
  readonly counts: Counts; // rows and positives by cell
  readonly used: Uint8Array; // by bin of all features: 1 where a weight is fitted, 0 where it stays 0
  readonly ridge: number; // what draws each weight, in rows of full information
  readonly towards: Scorecard | null; // where weights are drawn to; null: to 0
}

const MOST_STEPS = 40;
const CLOSE = 1e-9; // log odds
const UNUSED = 1e12; // holds the intercept's row apart from bins that are not fitted

/** Solves A·x = b for a symmetric positive definite A, in place of both, by Cholesky's method. */
function solveSymmetric(a: Float64Array, b: Float64Array, n: number): void {
  for (let j = 0; j < n; j += 1) {
    let diagonal = a[j * n + j]!;
    for (let k = 0; k < j; k += 1) diagonal -= a[j * n + k]! * a[j * n + k]!;
    const root = Math.sqrt(diagonal > 1e-300 ? diagonal : 1e-300);
    a[j * n + j] = root;
    for (let i = j + 1; i < n; i += 1) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k += 1) sum -= a[i * n + k]! * a[j * n + k]!;
      a[i * n + j] = sum / root;
    }
  }
  for (let i = 0; i < n; i += 1) {
    let sum = b[i]!;
    for (let k = 0; k < i; k += 1) sum -= a[i * n + k]! * b[k]!;
    b[i] = sum / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k += 1) sum -= a[k * n + i]! * b[k]!;
    b[i] = sum / a[i * n + i]!;
  }
}

/** The cells that have rows, and of each the bins that are fitted: bins[starts[k]] to bins[starts[k + 1] − 1] are those of cells[k]. */
interface Filled {
  readonly cells: Int32Array;
  readonly bins: Int32Array;
  readonly starts: Int32Array;
}

function filledOf({ basis, counts, used }: FitTask): Filled {
  const cells = cellsAbove0(counts.rows);
  const bins = new Int32Array(cells.length * basis.features);
  const starts = new Int32Array(cells.length + 1);
  let end = 0;
  for (let k = 0; k < cells.length; k += 1) {
    const from = cells[k]! * basis.features;
    for (let at = from; at < from + basis.features; at += 1) if (used[basis.bins[at]!] === 1) bins[end++] = basis.bins[at]!;
    starts[k + 1] = end;
  }
  return { cells, bins, starts };
}

/**
 * −log likelihood + ridge/8 · Σ(weight − target)²; an eighth, since a row of full information has p(1 − p) = 1/4 and counts half.
 * @param odds filled with the log odds of each cell that has rows
 */
function lossOf(task: FitTask, model: Scorecard, { cells, bins, starts }: Filled, odds: Float64Array): number {
  const { counts, towards } = task;
  const { weights } = model;
  let loss = 0;
  for (let k = 0; k < cells.length; k += 1) {
    const cell = cells[k]!;
    let x = model.intercept;
    for (let at = starts[k]!; at < starts[k + 1]!; at += 1) x += weights[bins[at]!]!;
    odds[k] = x;
    const softplus = x > 0 ? x + log(1 + exp(-x)) : log(1 + exp(x));
    loss += counts.rows[cell]! * softplus - counts.positives[cell]! * x;
  }
  for (let bin = 0; bin < task.used.length; bin += 1) {
    if (task.used[bin] === 0) continue;
    const off = weights[bin]! - (towards?.weights[bin] ?? 0);
    loss += (task.ridge / 8) * off * off;
  }
  return loss;
}

/**
 * A ridge-regularised weighted logistic regression by Newton's method, with steps halved where the loss would rise. The intercept is
 * free. Deterministic: +, −, ×, ÷, √ and kernel/math alone.
 * Source: McCullagh and Nelder, Generalized Linear Models, on iteratively reweighted least squares.
 * @param start where to begin; it changes how long the fit takes, and its result by less than 1e−8
 */
export function fitScorecard(task: FitTask, start: Scorecard | null): Scorecard {
  const { basis, counts, used } = task;
  const { cells, weights } = basis;
  const n = weights + 1; // the intercept comes last
  let rows = 0;
  let positives = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    rows += counts.rows[cell]!;
    positives += counts.positives[cell]!;
  }
  const rate = Math.min(1 - 1e-6, Math.max(1e-6, rows > 0 ? positives / rows : 0.5));
  let model: Scorecard = {
    intercept: start?.intercept ?? log(rate / (1 - rate)),
    weights: Float64Array.from({ length: weights }, (_, bin) => (used[bin] === 0 ? 0 : (start?.weights[bin] ?? 0))),
  };
  if (!(rows > 0)) return model;
  const filled = filledOf(task);
  const { bins, starts } = filled;
  const odds = new Float64Array(filled.cells.length); // of the model that was tried last
  let loss = lossOf(task, model, filled, odds);
  const information = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    information.fill(0);
    gradient.fill(0);
    for (let k = 0; k < odds.length; k += 1) {
      const cell = filled.cells[k]!;
      const weight = counts.rows[cell]!;
      const p = 1 / (1 + exp(-odds[k]!));
      const pull = counts.positives[cell]! - weight * p;
      const bend = weight * p * (1 - p);
      gradient[weights]! += pull;
      information[weights * n + weights]! += bend;
      const from = starts[k]!;
      for (let at = from; at < starts[k + 1]!; at += 1) {
        const i = bins[at]!;
        gradient[i]! += pull;
        information[weights * n + i]! += bend;
        for (let other = from; other <= at; other += 1) information[i * n + bins[other]!]! += bend; // of an earlier feature, so not above i
      }
    }
    for (let bin = 0; bin < weights; bin += 1) {
      if (used[bin] === 0) {
        information[bin * n + bin] = UNUSED;
        continue;
      }
      information[bin * n + bin]! += task.ridge / 4 + 1e-9;
      gradient[bin]! -= (task.ridge / 4) * (model.weights[bin]! - (task.towards?.weights[bin] ?? 0));
    }
    solveSymmetric(information, gradient, n);
    let largest = 0;
    for (let i = 0; i < n; i += 1) largest = Math.max(largest, Math.abs(gradient[i]!));
    let next = model;
    for (let scale = largest > 5 ? 5 / largest : 1, tries = 0; tries < 30; scale /= 2, tries += 1) {
      next = {
        intercept: model.intercept + scale * gradient[weights]!,
        weights: Float64Array.from(model.weights, (value, bin) => (used[bin] === 0 ? 0 : value + scale * gradient[bin]!)),
      };
      const now = lossOf(task, next, filled, odds);
      if (now <= loss + 1e-12 * Math.abs(loss)) {
        loss = now;
        break;
      }
    }
    model = next;
    if (largest < CLOSE) break;
  }
  return model;
}

/** Which bins a model may use: all of the features that are not named. */
export function usedBins(basis: Basis, featureIds: readonly string[], without: readonly string[]): Uint8Array {
  const used = new Uint8Array(basis.weights);
  featureIds.forEach((id, f) => {
    if (!without.includes(id)) used.fill(1, basis.offsets[f]!, basis.offsets[f + 1]!);
  });
  return used;
}
