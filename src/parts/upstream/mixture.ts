import { lognormalCdf, lognormalQuantile } from '../../kernel/math.ts';
import { CELL_MS, CELLS } from '../gateway/latency-grid.ts';
import { expectedAttempts } from '../gateway/retries.ts';

const POINTS = 5; // equal-probability points of an answered call
const LEAST_WEIGHT = 1e-7; // below this a cell is left out
const JITTER = [0.72, 1, 1.28]; // of the mean backoff, equal weights: same variance as uniform ± 50 %

/**
 * What a call to the slow shard adds to a request: weights by 12.5 ms of delay. Timed-out attempts are tried again after a backoff;
 * after the last one the request goes on without the field.
 */
export interface CallMixture {
  readonly shape: CallShape; // that it comes from
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

// Reused: a mixture that is being worked out, its filled cells, and what a second call makes of it.
const single = new Float64Array(CELLS + 1);
const filled = new Int32Array(CELLS + 1); // in order
const filling = new Float64Array(CELLS + 1); // their weights
const both = new Float64Array(CELLS + 1);
const cells = new Int32Array(CELLS + 1);
let least = CELLS; // the first and the last cell with weight
let most = 0;

function place(ms: number, weight: number): void {
  const x = ms / CELL_MS;
  const k = x >= CELLS ? CELLS : Math.floor(x);
  if (k < least) least = k;
  if (k >= CELLS - 1) {
    single[CELLS]! += weight;
    most = CELLS;
    return;
  }
  if (k + 1 > most) most = k + 1;
  single[k]! += weight * (1 - (x - k));
  single[k + 1]! += weight * (x - k);
}

/** Whether two mixtures come from the same shape. */
export const sameMixture = (one: CallMixture, other: CallMixture): boolean =>
  one === other ||
  (one.shape.medianMs === other.shape.medianMs &&
    one.shape.secondLookupShare === other.shape.secondLookupShare &&
    one.shape.timeoutMs === other.shape.timeoutMs &&
    one.shape.attempts === other.shape.attempts &&
    one.shape.budgetMs === other.shape.budgetMs &&
    one.shape.sigma === other.shape.sigma &&
    one.shape.backoffMs === other.shape.backoffMs);

export function callMixture(shape: CallShape): CallMixture {
  single.fill(0);
  least = CELLS;
  most = 0;
  const p = 1 - lognormalCdf(shape.timeoutMs, shape.medianMs, shape.sigma);
  const answered: number[] = [];
  for (let i = 0; i < POINTS; i++) answered.push(lognormalQuantile(((i + 0.5) / POINTS) * (1 - p), shape.medianMs, shape.sigma));
  let meanMs = 0;
  let reach = 1;
  let miss = 0;
  const add = (ms: number, weight: number, found: boolean): void => {
    const cut = ms > shape.budgetMs;
    const spent = cut ? shape.budgetMs : ms;
    place(spent, weight);
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
  const total = q > 0 ? withSecond(q) : single;
  let count = 0;
  for (let k = least; k <= most; k++) if (total[k]! > LEAST_WEIGHT) cells[count++] = k;
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) weights[i] = total[cells[i]!]!;
  return {
    shape,
    cells: cells.slice(0, count),
    weights,
    meanSeconds: (meanMs / 1000) * (1 + q),
    calls: expectedAttempts(p, shape.attempts) * (1 + q),
    timeoutProbability: p,
    missShare: miss,
  };
}

/** A share of requests makes a second, independent call: the convolution of the mixture with itself. */
function withSecond(q: number): Float64Array {
  let count = 0; // some ten of the cells
  for (let k = least; k <= most; k++) {
    const weight = single[k]!;
    if (weight === 0) continue;
    filled[count] = k;
    filling[count++] = weight;
  }
  both.fill(0);
  for (let a = 0; a < count; a++) {
    const i = filled[a]!;
    const w = filling[a]!;
    const qw = q * w;
    both[i]! += (1 - q) * w;
    let b = 0;
    for (; b < count && i + filled[b]! <= CELLS; b++) both[i + filled[b]!]! += qw * filling[b]!;
    for (; b < count; b++) both[CELLS]! += qw * filling[b]!;
  }
  most = Math.min(CELLS, 2 * most);
  return both;
}
