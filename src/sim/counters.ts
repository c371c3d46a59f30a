import { exp } from '../kernel/math.ts';
import { edgeMatrix, LATENCY_EDGES_MS, pourInto } from '../parts/gateway/latency-grid.ts';
import type { ModelServerParams } from '../parts/model-server/params.ts';
import { flushSlow } from './serving-deposit.ts';
import type { RequestTotals, ServingState } from './serving-state.ts';

/** Buckets of a histogram, +Inf included. */
export const BUCKETS = LATENCY_EDGES_MS.length + 1;

export const TOTALS = [
  'first', 'attempts', 'answered', 'inTime', 'lateWatched', 'shedDeadline', 'shedFull', 'storeRefused', 'shedAtGateway', 'noBackend', 'lostAtRestart',
  'expired', 'abandoned', 'retries', 'retriesDenied', 'degraded', 'outboundCalls', 'outboundTimeouts', 'lookups', 'localHits', 'hotLookups',
] as const satisfies readonly (keyof RequestTotals)[]; // prettier-ignore
export type TotalName = (typeof TOTALS)[number];

const METER_EXTRAS = 4; // cpuSeconds, coreSeconds, requests, waitSum
const FAILS = TOTALS.length;
const METERS = FAILS + BUCKETS;
const METER_WIDTH = BUCKETS + METER_EXTRAS;

/** Offsets into a counter row: what a scrape reads off the serving path, cumulative since the start. */
export const at = {
  total: (name: TotalName): number => TOTALS.indexOf(name),
  failures: FAILS,
  meter: (index: number): number => METERS + index * METER_WIDTH,
  extras: (index: number): number => METERS + index * METER_WIDTH + BUCKETS,
};

/** Brings the grids into the buckets and copies every counter. */
export function counterRow(serving: ServingState, server: ModelServerParams): Float64Array {
  const row = new Float64Array(METERS + serving.meters.length * METER_WIDTH);
  const matrix = edgeMatrix(server.serviceShape, server.responseMedianMs, server.responseSigma);
  const { serviceShape, responseMedianMs, responseSigma } = server;
  const bareMs = serviceShape === 'exponential' ? responseMedianMs : responseMedianMs * exp((responseSigma * responseSigma) / 2); // mean without any queue
  for (let i = 0; i < TOTALS.length; i++) row[i] = serving.totals[TOTALS[i]!];
  let failed = 0;
  for (let b = 0; b < BUCKETS; b++) {
    failed += serving.failCounts[b]!;
    row[FAILS + b] = failed;
  }
  for (let m = 0; m < serving.meters.length; m++) {
    const meter = serving.meters[m]!;
    if (meter.requests !== meter.poured) {
      meter.poured = meter.requests; // a version that answered nothing has nothing to pour
      flushSlow(meter);
      const before = meter.buckets[BUCKETS - 1]!;
      const shifts = pourInto(meter.buckets, meter.grid, matrix);
      meter.latencySumMs += shifts + (meter.buckets[BUCKETS - 1]! - before) * bareMs;
    }
    const base = at.meter(m);
    row.set(meter.buckets, base);
    row[base + BUCKETS] = meter.cpuSeconds;
    row[base + BUCKETS + 1] = meter.coreSeconds;
    row[base + BUCKETS + 2] = meter.requests;
    row[base + BUCKETS + 3] = meter.waitSum;
  }
  return row;
}

const one = new Float64Array(BUCKETS);

/** What happened between two counter rows. */
export class Window {
  readonly now: Float64Array;
  readonly then: Float64Array;
  constructor(now: Float64Array, then: Float64Array) {
    this.now = now;
    this.then = then;
  }
  total(name: TotalName): number {
    const i = at.total(name);
    return this.now[i]! - this.then[i]!;
  }
  sum(...names: TotalName[]): number {
    let sum = 0;
    for (const name of names) sum += this.total(name);
    return sum;
  }
  /** Cumulative buckets of one version's answers: a scratch array, to be read before the next call. */
  buckets(meter: number): Float64Array {
    const from = at.meter(meter);
    for (let b = 0; b < BUCKETS; b++) one[b] = this.now[from + b]! - this.then[from + b]!;
    return one;
  }
  /** Cumulative buckets at the gateway: all answers and all failures with their elapsed time. */
  gateway(meters: number): Float64Array {
    const sum = new Float64Array(BUCKETS);
    const { now, then } = this;
    for (let b = 0; b < BUCKETS; b++) sum[b] = now[FAILS + b]! - then[FAILS + b]!;
    for (let m = 0; m < meters; m++) {
      const from = at.meter(m);
      for (let b = 0; b < BUCKETS; b++) sum[b]! += now[from + b]! - then[from + b]!;
    }
    return sum;
  }
  extra(meter: number, which: 0 | 1 | 2 | 3): number {
    const i = at.extras(meter) + which;
    return this.now[i]! - this.then[i]!;
  }
}

const EDGE_3S = LATENCY_EDGES_MS.length - 1;

/** Answers that came after the client had given up: what lies beyond the first edge at or above its patience. */
export function lateAnswers(window: Window, meters: number, clientTimeoutMs: number): number {
  let edge = 0;
  while (edge < EDGE_3S && LATENCY_EDGES_MS[edge]! < clientTimeoutMs) edge++;
  let late = 0;
  for (let m = 0; m < meters; m++) {
    const from = at.meter(m);
    late += window.now[from + BUCKETS - 1]! - window.then[from + BUCKETS - 1]! - (window.now[from + edge]! - window.then[from + edge]!);
  }
  return late;
}

/** Requests that took longer than a second, of a cumulative histogram. */
export function slowerThan(buckets: Float64Array, ms: number): number {
  let e = 0;
  while (e < EDGE_3S && LATENCY_EDGES_MS[e]! < ms) e++;
  return buckets[BUCKETS - 1]! - buckets[e]!;
}
