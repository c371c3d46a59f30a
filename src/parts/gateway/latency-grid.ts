import { ONE, ZERO } from '../../kernel/zero.ts';
import { exp, lognormalCdf } from '../../kernel/math.ts';

/** Upper edges of the latency histogram, ms. Fine between 1 and 3 s: wide buckets shift p95 by up to 11 % there. */
export const LATENCY_EDGES_MS: readonly number[] = [
  10, 25, 40, 50, 62.5, 75, 100, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 950, 1000, 1100,
  1200, 1300, 1400, 1500, 1600, 1700, 1750, 1800, 1850, 1900, 1950, 2000, 2050, 2100, 2250, 2500, 2750, 3000,
];

export const CELL_MS = 12.5;
export const CELLS = 241; // 0..3 s
const EDGES = LATENCY_EDGES_MS.length;

/**
 * A shift grid: request mass by what was *added* to the bare response time (queue, features, upstream). The bare response is
 * convolved in once per scrape by a matrix, so that the step itself needs no exponential. Source: performance.md §2.4.
 */
export type ShiftGrid = Float64Array;

export const TOP = CELLS + 1; // where a grid keeps how far it has been filled: cells from there on are empty

export const createGrid = (): ShiftGrid => new Float64Array(CELLS + 2); // cell CELLS: beyond 3 s

/** Adds mass at a shift, split linearly between two neighbouring cells. */
export function deposit(grid: ShiftGrid, mass: number, shiftMs: number): void {
  if (mass <= 0) return;
  const x = shiftMs / CELL_MS;
  if (x >= CELLS - 1) {
    grid[CELLS]! += mass;
    return;
  }
  const k = x > 0 ? Math.floor(x) : 0;
  const f = x > 0 ? x - k : 0;
  grid[k]! += mass * (1 - f);
  grid[k + 1]! += mass * f;
  if (k + 2 > grid[TOP]!) grid[TOP] = k + 2;
}

const LEAST_LEFT = 1e-5; // of the mass: what waits longer still is put where nobody waits
const latest = { meanMs: -ONE, decay: ZERO }; // several deposits in a row share a mean

/**
 * Adds mass whose shift is a constant plus a queueing wait: nothing with probability 1 − waitProbability, else exponential.
 * @param waitRatePerSecond rate of the exponential wait
 */
export function depositWaiting(grid: ShiftGrid, mass: number, shiftMs: number, waitProbability: number, waitRatePerSecond: number): void {
  const meanMs = 1000 / waitRatePerSecond;
  deposit(grid, mass * (1 - waitProbability), shiftMs);
  if (meanMs !== latest.meanMs) {
    latest.meanMs = meanMs;
    latest.decay = exp(-CELL_MS / meanMs);
  }
  const { decay } = latest;
  // mean position inside a cell of an exponential cut to that cell
  const inside = meanMs - (CELL_MS * decay) / (1 - decay);
  const x = (shiftMs + inside) / CELL_MS;
  let k = Math.floor(x);
  const f = x - k; // the same in every cell
  let left = mass * waitProbability;
  while (left > mass * LEAST_LEFT && k < CELLS - 1) {
    const here = left * (1 - decay);
    grid[k]! += here * (1 - f);
    grid[k + 1]! += here * f;
    left *= decay;
    k++;
  }
  if (k >= CELLS - 1) {
    grid[CELLS]! += left;
    grid[TOP] = CELLS;
    return;
  }
  if (k + 1 > grid[TOP]!) grid[TOP] = k + 1;
  deposit(grid, left, shiftMs);
}

/** P(bare response + k cells ≤ edge), row k, column edge; one matrix per service shape. */
export type EdgeMatrix = Float64Array;

const matrices = new Map<string, EdgeMatrix>();

export const responseCdf = (shape: 'lognormal' | 'exponential', medianMs: number, sigma: number, ms: number): number =>
  ms <= 0 ? 0 : shape === 'exponential' ? 1 - exp(-ms / medianMs) : lognormalCdf(ms, medianMs, sigma);

export function edgeMatrix(shape: 'lognormal' | 'exponential', medianMs: number, sigma: number): EdgeMatrix {
  const key = `${shape} ${medianMs} ${sigma}`;
  const known = matrices.get(key);
  if (known) return known;
  const matrix = new Float64Array(CELLS * EDGES);
  const shares = new Map<number, number>(); // by time: edges less whole cells are few
  for (let b = 0, within = 0; b < CELLS; b++) {
    while (within < EDGES && LATENCY_EDGES_MS[within]! - b * CELL_MS <= 0) within++;
    for (let e = within; e < EDGES; e++) {
      const ms = LATENCY_EDGES_MS[e]! - b * CELL_MS;
      let share = shares.get(ms);
      if (share === undefined) shares.set(ms, (share = responseCdf(shape, medianMs, sigma, ms)));
      matrix[b * EDGES + e] = share;
    }
  }
  matrices.set(key, matrix);
  return matrix;
}

const SURE = 1 - 1e-7; // a share of requests that no counter of a minute can tell from all

/** For each row of a matrix: the first edge that any mass lies below, and the first that all of it lies below. */
const spans = new WeakMap<EdgeMatrix, Uint8Array>();

function spansOf(matrix: EdgeMatrix): Uint8Array {
  const known = spans.get(matrix);
  if (known) return known;
  const made = new Uint8Array(CELLS * 2);
  let first = 0; // the more is added, the less lies below an edge: neither goes back from row to row
  let all = 0;
  for (let b = 0; b < CELLS; b++) {
    while (first < EDGES && matrix[b * EDGES + first] === 0) first++;
    all = Math.max(first, all);
    while (all < EDGES && matrix[b * EDGES + all]! < SURE) all++;
    made[b * 2] = first;
    made[b * 2 + 1] = all;
  }
  spans.set(matrix, made);
  return made;
}

const whole = new Float64Array(EDGES + 1); // mass that lies below an edge and below all later ones

/**
 * Adds the grid's mass to cumulative bucket counters (one more entry than edges: +Inf) and empties the grid.
 * @returns the sum of the shifts, ms × requests; what lies beyond 3 s counts as 3 s
 */
export function pourInto(buckets: Float64Array, grid: ShiftGrid, matrix: EdgeMatrix): number {
  const rows = spansOf(matrix);
  let shifts = grid[CELLS]! * CELL_MS * (CELLS - 1);
  whole.fill(0);
  const top = grid[TOP]!;
  for (let b = 0; b < top; b++) {
    const mass = grid[b]!;
    if (mass === 0) continue;
    const row = b * EDGES;
    const all = rows[b * 2 + 1]!;
    for (let e = rows[b * 2]!; e < all; e++) buckets[e]! += mass * matrix[row + e]!;
    whole[all]! += mass;
    shifts += mass * b * CELL_MS;
    grid[b] = 0;
  }
  let below = 0;
  for (let e = 0; e < EDGES; e++) {
    below += whole[e]!;
    buckets[e]! += below;
  }
  buckets[EDGES]! += below + whole[EDGES]! + grid[CELLS]!;
  grid[CELLS] = 0;
  grid[TOP] = 0;
  return shifts;
}

/** The bucket that a time falls into, by whole milliseconds up to 3 s. */
const bucketByMs = Uint8Array.from({ length: 3001 }, (_, ms) => {
  const at = LATENCY_EDGES_MS.findIndex((edge) => ms <= edge);
  return at < 0 ? EDGES : at;
});

/** Counts failures that took a known time, by bucket (not cumulative): they count in latency with what elapsed. */
export function countAt(counts: Float64Array, amount: number, elapsedMs: number): void {
  const ms = elapsedMs > 0 ? Math.ceil(elapsedMs) : 0;
  counts[ms > 3000 ? EDGES : bucketByMs[ms]!]! += amount;
}
