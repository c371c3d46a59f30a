import { ONE, ZERO } from '../../kernel/zero.ts';
import { ATTEMPTS, cellAt, FROM, massOf, pushCell, SPAN, SUM, takeFrom, WIDTH, type Cells } from './cells.ts';
import type { ModelServerParams } from './params.ts';

/** What one group did in one step or several, per pod. Reused: it is cleared, added to by steps, and read. */
export interface Served {
  seconds: number; // that the step or steps took
  total: number; // requests that left the queue into a worker
  ageSum: number; // requests × s waited
  attempts: Float64Array; // served, by attempt
  inTime: Float64Array; // of these, answered before the client gave up, by attempt (only where the client's timeout is watched)
  shedDeadline: Float64Array; // refused with 503 after the queue deadline, by attempt
  shedFull: Float64Array; // refused at once: queue full
  expired: number; // left the queue after their client had given up
  failures: { count: number; attempt: Uint8Array; amount: Float64Array; at: Float64Array }; // clients giving up, with the second they do
  chunks: Chunks;
}

/** What was served, in pieces whose wait runs straight from one time to another. */
export interface Chunks {
  count: number;
  readonly mass: Float64Array; // requests
  readonly from: Float64Array; // s waited by the first of them
  readonly to: Float64Array; // s waited by the last
}

const CHUNKS = 64;

function addChunk(chunks: Chunks, mass: number, from: number, to: number): void {
  const full = chunks.count === CHUNKS;
  const i = full ? CHUNKS - 1 : chunks.count++;
  chunks.from[i] = full && chunks.from[i]! > from ? chunks.from[i]! : from;
  chunks.to[i] = to;
  chunks.mass[i] = full ? chunks.mass[i]! + mass : mass;
}

const FAILURES = 4096;

export const createServed = (): Served => ({
  seconds: ZERO,
  total: ZERO,
  ageSum: ZERO,
  attempts: new Float64Array(ATTEMPTS),
  inTime: new Float64Array(ATTEMPTS),
  shedDeadline: new Float64Array(ATTEMPTS),
  shedFull: new Float64Array(ATTEMPTS),
  expired: ZERO,
  failures: { count: 0, attempt: new Uint8Array(FAILURES), amount: new Float64Array(FAILURES), at: new Float64Array(FAILURES) },
  chunks: { count: 0, mass: new Float64Array(CHUNKS), from: new Float64Array(CHUNKS), to: new Float64Array(CHUNKS) },
});

/** Empties what a step filled; of the entries by attempt the first `attempts`. */
export function clearServed(out: Served, attempts: number): void {
  out.seconds = 0;
  out.total = 0;
  out.ageSum = 0;
  for (let a = 0; a < attempts; a++) {
    out.attempts[a] = 0;
    out.inTime[a] = 0;
    out.shedDeadline[a] = 0;
    out.shedFull[a] = 0;
  }
  out.expired = 0;
  out.failures.count = 0;
  out.chunks.count = 0;
}

function fail(out: Served, attempt: number, amount: number, at: number): void {
  const f = out.failures;
  if (amount <= 0 || f.count === f.amount.length) return;
  f.attempt[f.count] = attempt;
  f.amount[f.count] = amount;
  f.at[f.count] = at;
  f.count++;
}

/** The client's view that the server does not have: when it gives up, and how likely an answer is within a time. */
export interface ClientWatch {
  readonly timeoutSeconds: number;
  readonly withinSeconds: Float64Array; // P(response ≤ k × cellSeconds), without queue
  readonly cellSeconds: number;
}

const within = (watch: ClientWatch, seconds: number): number => {
  if (seconds <= 0) return 0;
  const x = seconds / watch.cellSeconds;
  const k = Math.floor(x);
  const table = watch.withinSeconds;
  if (k >= table.length - 1) return table[table.length - 1]!;
  const low = table[k]!;
  return low + (table[k + 1]! - low) * (x - k);
};

const requests = (perSecond: Float64Array, attempts: number): number => {
  let sum = 0;
  for (let a = 0; a < attempts; a++) sum += perSecond[a]!;
  return sum;
};

/** What comes to a pod of a pool in one step. Reused between steps. */
export interface Arriving {
  from: number; // s
  seconds: number;
  readonly perSecond: Float64Array; // requests/s, by attempt
  attempts: number; // how many attempts a call may make: later entries of `perSecond` are not read
  capacity: number; // requests/s
  watch: ClientWatch | null; // null where nobody retries and no timeout can expire in the queue; then lateness is read off the histogram
}

export const createArriving = (): Arriving => ({
  from: ZERO,
  seconds: ONE,
  perSecond: new Float64Array(ATTEMPTS),
  attempts: 1,
  capacity: ZERO,
  watch: null,
});

/**
 * Adds to `out` one step of a first-in first-out (or last-in) pool of pods, per pod: a fluid of arrival cells. While capacity and
 * arrivals are constant in the step it is exact, whatever its length. The server does not know the client's timeout: it goes on
 * serving what nobody waits for any more. Source: model.md §1.6 and A.3.
 */
export function serveStep(cells: Cells, params: ModelServerParams, arriving: Arriving, out: Served): void {
  const { from: now, seconds: dt, perSecond, attempts, capacity, watch } = arriving;
  out.seconds += dt;
  let budget = capacity * dt;
  if (cells.count === 0) {
    const coming = requests(perSecond, attempts) * dt;
    if (coming <= budget) {
      serveAtOnce(arriving, coming, out);
      return;
    }
  }
  pushCell(cells, now, dt, perSecond, attempts);
  const expired = watch !== null && expire(cells, params, now, dt, watch, out);
  const lifo = params.discipline === 'lifo';
  const start = budget;
  const deadline = params.queueDeadlineMs > 0 && !lifo ? params.queueDeadlineMs / 1000 : Infinity;
  while (budget > 1e-12 && cells.count > 0) {
    const i = cellAt(cells, lifo ? cells.count - 1 : 0);
    const { edges } = cells;
    const from = edges[i * WIDTH + FROM]!;
    const width = edges[i * WIDTH + SPAN]!;
    const sum = edges[i * WIDTH + SUM]!;
    const begin = now + (start - budget) / capacity;
    let take = sum < budget ? sum : budget;
    let gone = 0;
    if (deadline < Infinity && sum > capacity * width) {
      // More came in this time than is served in it, so the head of the queue grows older until it meets the deadline, and stays there.
      const left = deadline - (begin - from);
      if (left > 1e-9) {
        const meets = (left * capacity) / (1 - (capacity * width) / sum);
        if (meets < take) take = meets;
      } else if (width * capacity < budget) {
        take = width * capacity;
        gone = sum - take;
      } else {
        take = budget;
        gone = (sum * budget) / (width * capacity) - budget;
      }
    }
    const span = sum > 0 ? (width * (take + gone)) / sum : width;
    const first = begin - (lifo ? from + width - span : from); // s that the first of them has waited, and the last
    const last = first + take / capacity - span;
    out.total += take;
    const age = addWaits(out, take, first, last);
    if (watch === null && cells.kinds === 1) {
      out.attempts[0]! += take;
      out.shedDeadline[0]! += gone;
    } else splitByAttempt(cells, i, take, gone, begin, age, expired ? dt : 0, watch, out);
    takeFrom(cells, i, take + gone, !lifo);
    budget -= take;
  }
  if (cells.count > 0) bound(cells, params, now + dt, out);
}

/** All that comes finds a worker at once. */
function serveAtOnce(arriving: Arriving, coming: number, out: Served): void {
  const { from, seconds, perSecond, attempts, watch } = arriving;
  out.total += coming;
  addChunk(out.chunks, coming, 0, 0);
  const answered = watch === null ? 1 : within(watch, watch.timeoutSeconds);
  for (let a = 0; a < attempts; a++) {
    const m = perSecond[a]! * seconds;
    out.attempts[a]! += m;
    out.inTime[a]! += m * answered;
    if (watch !== null && answered < 1) fail(out, a, m * (1 - answered), from + seconds / 2 + watch.timeoutSeconds);
  }
}

/** Books requests whose wait runs straight from one time to another; who would be served before arriving is served on arrival. Returns the mean. */
function addWaits(out: Served, mass: number, first: number, last: number): number {
  if (first >= 0 && last >= 0) {
    addChunk(out.chunks, mass, first, last);
    out.ageSum += (mass * (first + last)) / 2;
    return (first + last) / 2;
  }
  const peak = first > last ? first : last;
  if (peak <= 0) {
    addChunk(out.chunks, mass, 0, 0);
    return 0;
  }
  const waiting = (mass * peak) / (first > last ? first - last : last - first);
  addChunk(out.chunks, waiting, first > 0 ? first : 0, last > 0 ? last : 0);
  addChunk(out.chunks, mass - waiting, 0, 0);
  out.ageSum += (waiting * peak) / 2;
  return (waiting * peak) / 2 / mass;
}

/** What a step took of a cell, by attempt, with what its clients made of it. @param late s that clients have less patience left */
function splitByAttempt(
  cells: Cells,
  place: number,
  take: number,
  gone: number,
  begin: number,
  age: number,
  late: number,
  watch: ClientWatch | null,
  out: Served,
): void {
  const sum = cells.edges[place * WIDTH + SUM]!;
  const share = sum > 0 ? (take + gone) / sum : 1;
  const kept = gone > 0 ? take / (take + gone) : 1;
  const waited = cells.fired[place] === 1;
  const answered = watch === null ? 1 : waited ? 0 : within(watch, watch.timeoutSeconds - age - late);
  for (let a = 0; a < cells.kinds; a++) {
    const m = massOf(cells, place, a) * share;
    if (m === 0) continue;
    const got = m * kept;
    out.attempts[a]! += got;
    out.inTime[a]! += got * answered;
    if (waited) continue;
    out.shedDeadline[a]! += m - got;
    if (watch !== null) fail(out, a, got * (1 - answered), begin - age + watch.timeoutSeconds);
  }
  if (waited) out.expired += gone;
}

/** Clients whose timeout falls into this step give up; with cancellation their requests leave the queue too. */
function expire(cells: Cells, params: ModelServerParams, now: number, dt: number, watch: ClientWatch, out: Served): boolean {
  let expired = false;
  for (let k = 0; k < cells.count; k++) {
    const i = cellAt(cells, k);
    if (cells.fired[i] === 1) continue;
    if (cells.edges[i * WIDTH + FROM]! + watch.timeoutSeconds >= now + dt - 1e-9) break;
    for (let a = 0; a < cells.kinds; a++) fail(out, a, massOf(cells, i, a), now + dt);
    cells.fired[i] = 1;
  }
  while (params.cancelExpired && cells.count > 0 && cells.fired[cells.head] === 1) {
    expired = true;
    const sum = cells.edges[cells.head * WIDTH + SUM]!;
    out.expired += sum;
    takeFrom(cells, cells.head, sum, true);
  }
  return expired;
}

/** What waited past the queue deadline gets 503; what does not fit is refused at once, newest first. */
function bound(cells: Cells, params: ModelServerParams, end: number, out: Served): void {
  if (params.queueDeadlineMs > 0) {
    const cutoff = end - params.queueDeadlineMs / 1000;
    while (cells.count > 0) {
      const base = cells.head * WIDTH;
      const over = cutoff - cells.edges[base + FROM]!;
      if (over <= 1e-12) break;
      const span = cells.edges[base + SPAN]!;
      const sum = cells.edges[base + SUM]!;
      drop(cells, cells.head, over >= span ? sum : (sum * over) / span, true, out.shedDeadline, out);
    }
  }
  if (params.queueCapPerPod > 0) {
    while (cells.total > params.queueCapPerPod + 1e-9) {
      const i = cellAt(cells, cells.count - 1);
      const excess = cells.total - params.queueCapPerPod;
      const sum = cells.edges[i * WIDTH + SUM]!;
      drop(cells, i, excess < sum ? excess : sum, false, out.shedFull, out);
    }
  }
}

function drop(cells: Cells, place: number, amount: number, fromOldEnd: boolean, into: Float64Array, out: Served): void {
  const sum = cells.edges[place * WIDTH + SUM]!;
  const share = sum > 0 ? amount / sum : 1;
  if (cells.fired[place] === 1) out.expired += amount < sum ? amount : sum;
  else for (let a = 0; a < cells.kinds; a++) into[a]! += massOf(cells, place, a) * share;
  takeFrom(cells, place, amount, fromOldEnd);
}
