import { lognormalCdf, lognormalQuantile } from '../../kernel/math.ts';
import { CELL_MS, CELLS } from '../gateway/latency-grid.ts';
import { expectedAttempts } from '../gateway/retries.ts';

const POINTS = 5; // equal-probability points of an answered call
const JITTER = [0.72, 1, 1.28]; // of the mean backoff, equal weights: same variance as uniform ± 50 %

/**
 * What a call to the slow shard adds to a request: weights by 12.5 ms of delay. Timed-out attempts are tried again after a backoff;
 * after the last one the request goes on without the field.
 */
export interface CallMixture {
  readonly key: string; // of the shape it comes from
  readonly cells: Int32Array; // grid cells with weight
  readonly weights: Float64Array;
  readonly meanSeconds: number; // worker time held
  readonly calls: number; // attempts per request
  readonly timeoutProbability: number; // of one attempt
  readonly missShare: number; // requests that end without the field
}

export interface CallShape {
  readonly medianMs: number;
  readonly sigma: number;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly secondLookupShare: number;
  readonly budgetMs: number; // of the whole call; Infinity without fallback
}

const place = (grid: Float64Array, ms: number, weight: number): void => {
  const x = ms / CELL_MS;
  const k = x >= CELLS ? CELLS : Math.floor(x);
  if (k >= CELLS - 1) {
    grid[CELLS]! += weight;
    return;
  }
  grid[k]! += weight * (1 - (x - k));
  grid[k + 1]! += weight * (x - k);
};

/** One text per shape. */
const shapeKey = (shape: CallShape): string => Object.values(shape).join(' ');

export function callMixture(shape: CallShape): CallMixture {
  const single = new Float64Array(CELLS + 1);
  const p = 1 - lognormalCdf(shape.timeoutMs, shape.medianMs, shape.sigma);
  const answered: number[] = [];
  for (let i = 0; i < POINTS; i++) answered.push(lognormalQuantile(((i + 0.5) / POINTS) * (1 - p), shape.medianMs, shape.sigma));
  let meanMs = 0;
  let reach = 1;
  let miss = 0;
  const add = (ms: number, weight: number, found: boolean): void => {
    const cut = ms > shape.budgetMs;
    const spent = cut ? shape.budgetMs : ms;
    place(single, spent, weight);
    meanMs += weight * spent;
    if (cut || !found) miss += weight;
  };
  for (let k = 0; k < shape.attempts; k++) {
    for (const jitter of k === 0 ? [1] : JITTER) {
      const before = k * shape.timeoutMs + k * shape.backoffMs * jitter;
      const share = (reach * (1 - p)) / POINTS / (k === 0 ? 1 : JITTER.length);
      for (const ms of answered) add(before + ms, share, true);
    }
    reach *= p;
  }
  for (const jitter of JITTER) {
    const waits = (shape.attempts - 1) * shape.backoffMs * (shape.attempts > 1 ? jitter : 1);
    add(shape.attempts * shape.timeoutMs + waits, reach / JITTER.length, false);
  }
  const q = shape.budgetMs < Infinity ? 0 : shape.secondLookupShare;
  const total = q > 0 ? withSecond(single, q) : single;
  const cells: number[] = [];
  const weights: number[] = [];
  for (let k = 0; k <= CELLS; k++)
    if (total[k]! > 1e-7) {
      cells.push(k);
      weights.push(total[k]!);
    }
  return {
    key: shapeKey(shape),
    cells: Int32Array.from(cells),
    weights: Float64Array.from(weights),
    meanSeconds: (meanMs / 1000) * (1 + q),
    calls: expectedAttempts(p, shape.attempts) * (1 + q),
    timeoutProbability: p,
    missShare: miss,
  };
}

/** A share of requests makes a second, independent call: the convolution of the mixture with itself. */
function withSecond(single: Float64Array, q: number): Float64Array {
  const total = new Float64Array(CELLS + 1);
  const filled: number[] = []; // some ten of the cells
  for (let i = 0; i <= CELLS; i++) if (single[i] !== 0) filled.push(i);
  for (let a = 0; a < filled.length; a++) {
    const i = filled[a]!;
    const w = single[i]!;
    total[i]! += (1 - q) * w;
    for (let b = 0; b < filled.length; b++) {
      const at = i + filled[b]!;
      total[at > CELLS ? CELLS : at]! += q * w * single[filled[b]!]!;
    }
  }
  return total;
}
