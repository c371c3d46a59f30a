import { ZERO } from '../../kernel/zero.ts';
import { lognormalCdf, lognormalQuantile } from '../../kernel/math.ts';
import type { Delay } from '../gateway/class-grid.ts';
import { CELL_MS, CELLS } from '../gateway/latency-grid.ts';
import { expectedAttempts } from '../gateway/retries.ts';

const POINTS = 5; // equal-probability points of an answered call
const NO_JITTER = [1];
const JITTER = [0.72, 1, 1.28]; // of the mean backoff, equal weights: same variance as uniform ± 50 %

/**
 * What a call to the slow shard adds to a request: weights by 12.5 ms of delay. Timed-out attempts are tried again after a backoff;
 * after the last one the request goes on without the field.
 */
export interface CallMixture {
  readonly shape: CallShape; // that it comes from
  readonly once: Delay;
  readonly twice: Delay; // of a request that calls a second time, independently; only where the whole call has no budget
  readonly meanSeconds: number; // worker time held by a call
  readonly meanAttempts: number; // of a call
  readonly timeoutProbability: number; // of one attempt
  readonly missShare: number; // calls that end without the field
}

export interface CallShape {
  readonly medianMs: number;
  readonly sigma: number;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly budgetMs: number; // of the whole call; Infinity without fallback
}

// Reused: a mixture that is being worked out, its filled cells in the order in which they were, and what a second call makes of it.
const single = new Float64Array(CELLS);
const filled = new Int32Array(CELLS);
const both = new Float64Array(CELLS);
const answered = new Float64Array(POINTS); // ms of an answered call, one for each point
let count = 0; // of filled cells
let beyond = 0;
let heldMs = 0; // mean so far
let missed = 0;

function fill(cell: number, weight: number): void {
  if (weight <= 0) return;
  if (single[cell] === 0) filled[count++] = cell;
  single[cell]! += weight;
}

/** Adds requests that take so long, cut at the budget for the whole call. */
function add(budgetMs: number, ms: number, weight: number, found: boolean): void {
  const cut = ms > budgetMs;
  const spent = cut ? budgetMs : ms;
  heldMs += weight * spent;
  if (cut || !found) missed += weight;
  const x = spent / CELL_MS;
  if (x >= CELLS - 1) {
    beyond += weight;
    return;
  }
  const k = Math.floor(x);
  fill(k, weight * (1 - (x - k)));
  fill(k + 1, weight * (x - k));
}

/** Whether two mixtures come from the same shape. */
export const sameMixture = (one: CallMixture, other: CallMixture): boolean =>
  one === other ||
  (one.shape.medianMs === other.shape.medianMs &&
    one.shape.timeoutMs === other.shape.timeoutMs &&
    one.shape.attempts === other.shape.attempts &&
    one.shape.budgetMs === other.shape.budgetMs &&
    one.shape.sigma === other.shape.sigma &&
    one.shape.backoffMs === other.shape.backoffMs);

/**
 * Answered attempts by five points of equal probability each, late ones cut at the timeout; backoffs by three points.
 * Source: performance.md §2.6.
 */
export function callMixture(shape: CallShape): CallMixture {
  const { medianMs, sigma, timeoutMs, attempts, backoffMs, budgetMs } = shape;
  single.fill(0);
  count = 0;
  beyond = 0;
  heldMs = 0;
  missed = 0;
  const p = 1 - lognormalCdf(timeoutMs, medianMs, sigma);
  for (let i = 0; i < POINTS; i++) answered[i] = lognormalQuantile(((i + 0.5) / POINTS) * (1 - p), medianMs, sigma);
  let reach = 1;
  for (let k = 0; k < attempts; k++) {
    const jitters = k === 0 ? NO_JITTER : JITTER;
    const share = (reach * (1 - p)) / POINTS / jitters.length;
    for (let j = 0; j < jitters.length; j++) {
      const before = k * timeoutMs + k * backoffMs * jitters[j]!;
      for (let i = 0; i < POINTS; i++) add(budgetMs, before + answered[i]!, share, true);
    }
    reach *= p;
  }
  for (let j = 0; j < JITTER.length; j++) {
    const waits = (attempts - 1) * backoffMs * (attempts > 1 ? JITTER[j]! : 1);
    add(budgetMs, attempts * timeoutMs + waits, reach / JITTER.length, false);
  }
  let first = CELLS;
  let last = 0;
  for (let a = 0; a < count; a++) {
    const cell = filled[a]!;
    if (cell < first) first = cell;
    if (cell > last) last = cell;
  }
  const once = { first, weights: single.slice(first, last + 1), beyond: beyond + ZERO };
  return {
    shape,
    once,
    twice: budgetMs < Infinity ? once : secondCall(first, last),
    meanSeconds: heldMs / 1000,
    meanAttempts: expectedAttempts(p, attempts),
    timeoutProbability: p,
    missShare: missed,
  };
}

/** The delay of a request that makes a second, independent call: the convolution of the mixture with itself. */
function secondCall(first: number, last: number): Delay {
  both.fill(0);
  let over = 0; // past the grid by both calls, neither of them by itself
  let within = 0;
  for (let a = 0; a < count; a++) {
    const cell = filled[a]!;
    const weight = single[cell]!;
    within += weight;
    for (let b = 0; b < a; b++) {
      const other = filled[b]!;
      const at = cell + other;
      const product = 2 * weight * single[other]!;
      if (at < CELLS) both[at]! += product;
      else over += product;
    }
    if (2 * cell < CELLS) both[2 * cell]! += weight * weight;
    else over += weight * weight;
  }
  return { first: 2 * first, weights: both.slice(2 * first, 2 * last + 1), beyond: beyond * (2 * within + beyond) + over };
}
