import { exp } from '../../kernel/math.ts';
import { edgeMatrix, LATENCY_EDGES_MS, pourInto, type EdgeMatrix } from '../../parts/gateway/latency-grid.ts';
import type { ModelServerParams } from '../../parts/model-server/params.ts';
import { flushSlow } from './deposit.ts';
import type { RequestTotals, ServingState } from './path-state.ts';

/** Buckets of a histogram, +Inf included. */
export const BUCKETS = LATENCY_EDGES_MS.length + 1;

const TOTALS = [
  'first', 'attempts', 'answered', 'inTime', 'lateWatched', 'shedDeadline', 'shedFull', 'storeRefused', 'shedAtGateway', 'noBackend', 'lostAtRestart',
  'expired', 'abandoned', 'retries', 'retriesDenied', 'degraded', 'fieldless', 'outboundCalls', 'outboundTimeouts', 'lookups', 'localHits', 'hotLookups',
] as const satisfies readonly (keyof RequestTotals)[]; // prettier-ignore
export type TotalName = (typeof TOTALS)[number];

const FAILS = TOTALS.length;
const METERS = FAILS + BUCKETS;
const METER_WIDTH = BUCKETS + 4;

/** Offsets into a counter row: what a scrape reads off the serving path, cumulative since the start. */
export const at = {
  totals: Object.fromEntries(TOTALS.map((name, i) => [name, i])) as Readonly<Record<TotalName, number>>,
  failures: FAILS,
  meter: (index: number): number => METERS + index * METER_WIDTH,
} as const;

const T = at.totals;

/** What is counted of a version beside its buckets: offsets from their end. */
export const EXTRA = { cpuSeconds: 0, coreSeconds: 1, requests: 2, waitSum: 3 } as const;

const bare = new WeakMap<ModelServerParams, { readonly matrix: EdgeMatrix; readonly meanMs: number }>();

/** The response without any queue: its distribution over the edges, and its mean. */
function bareResponse(server: ModelServerParams): { readonly matrix: EdgeMatrix; readonly meanMs: number } {
  let known = bare.get(server);
  if (known === undefined) {
    const { serviceShape, responseMedianMs, responseSigma } = server;
    known = {
      matrix: edgeMatrix(serviceShape, responseMedianMs, responseSigma),
      meanMs: serviceShape === 'exponential' ? responseMedianMs : responseMedianMs * exp((responseSigma * responseSigma) / 2),
    };
    bare.set(server, known);
  }
  return known;
}

/** Counter rows of the last scrapes, one after the other, so that rates over a window are two subtractions. Plain data. */
export interface CounterRing {
  readonly width: number;
  readonly slots: number;
  readonly data: Float64Array;
  newest: number; // slot
  count: number;
}

/** An empty ring with room for a window of so many scrapes. */
export function createCounters(versions: number, scrapes: number): CounterRing {
  const width = METERS + versions * METER_WIDTH;
  return ringOf(width, scrapes + 1, new Float64Array(width * (scrapes + 1)), -1, 0);
}

const ringOf = (width: number, slots: number, data: Float64Array, newest: number, count: number): CounterRing => ({
  width,
  slots,
  data,
  newest,
  count,
});

export const copyCounters = ({ width, slots, data, newest, count }: CounterRing): CounterRing =>
  ringOf(width, slots, data.slice(), newest, count);

/** The totals in the order of their names: written out, since a loop over names is slow at every scrape. */
function writeTotals(totals: RequestTotals, row: Float64Array, base: number): void {
  row[base + T.first] = totals.first;
  row[base + T.attempts] = totals.attempts;
  row[base + T.answered] = totals.answered;
  row[base + T.inTime] = totals.inTime;
  row[base + T.lateWatched] = totals.lateWatched;
  row[base + T.shedDeadline] = totals.shedDeadline;
  row[base + T.shedFull] = totals.shedFull;
  row[base + T.storeRefused] = totals.storeRefused;
  row[base + T.shedAtGateway] = totals.shedAtGateway;
  row[base + T.noBackend] = totals.noBackend;
  row[base + T.lostAtRestart] = totals.lostAtRestart;
  row[base + T.expired] = totals.expired;
  row[base + T.abandoned] = totals.abandoned;
  row[base + T.retries] = totals.retries;
  row[base + T.retriesDenied] = totals.retriesDenied;
  row[base + T.degraded] = totals.degraded;
  row[base + T.fieldless] = totals.fieldless;
  row[base + T.outboundCalls] = totals.outboundCalls;
  row[base + T.outboundTimeouts] = totals.outboundTimeouts;
  row[base + T.lookups] = totals.lookups;
  row[base + T.localHits] = totals.localHits;
  row[base + T.hotLookups] = totals.hotLookups;
}

/** Brings the grids into the buckets and keeps every counter as the newest row. */
export function pushCounters(ring: CounterRing, serving: ServingState, server: ModelServerParams): void {
  ring.newest = (ring.newest + 1) % ring.slots;
  if (ring.count < ring.slots) ring.count++;
  const row = ring.data;
  const base = ring.newest * ring.width;
  const { meters, totals } = serving;
  const { matrix, meanMs } = bareResponse(server);
  writeTotals(totals, row, base);
  let failed = 0;
  for (let b = 0; b < BUCKETS; b++) {
    failed += serving.failCounts[b]!;
    row[base + FAILS + b] = failed;
  }
  for (let m = 0; m < meters.length; m++) {
    const meter = meters[m]!;
    if (meter.requests === 0) continue; // nothing has been counted of this version
    if (meter.requests !== meter.poured) {
      meter.poured = meter.requests; // a version that answered nothing has nothing to pour
      flushSlow(meter);
      const before = meter.buckets[BUCKETS - 1]!;
      const shifts = pourInto(meter.buckets, meter.grid, matrix);
      meter.latencySumMs += shifts + (meter.buckets[BUCKETS - 1]! - before) * meanMs;
    }
    const from = base + METERS + m * METER_WIDTH;
    row.set(meter.buckets, from);
    row[from + BUCKETS] = meter.cpuSeconds;
    row[from + BUCKETS + 1] = meter.coreSeconds;
    row[from + BUCKETS + 2] = meter.requests;
    row[from + BUCKETS + 3] = meter.waitSum;
  }
}

/** What happened between two rows of a ring: where they begin, and how many scrapes lie between them. */
export interface Window {
  readonly data: Float64Array;
  readonly now: number;
  readonly then: number;
  readonly scrapes: number;
}

/** The window that ends at the newest row and spans so many scrapes, or as many as there are. */
export function windowOf(ring: CounterRing, scrapes: number): Window {
  const back = scrapes < ring.count ? scrapes : ring.count - 1;
  const then = (ring.newest - back + ring.slots) % ring.slots;
  return { data: ring.data, now: ring.newest * ring.width, then: then * ring.width, scrapes: back };
}

/** Cumulative buckets of the newest row, for all answers and failures at the gateway. */
export function bucketsSoFar(ring: CounterRing, versions: number): number[] {
  const base = ring.newest * ring.width;
  return Array.from({ length: BUCKETS }, (_, b) => {
    let sum = ring.data[base + FAILS + b]!;
    for (let m = 0; m < versions; m++) sum += ring.data[base + METERS + m * METER_WIDTH + b]!;
    return sum;
  });
}

/** How often something happened, by its place in `at.totals`. */
export const total = (window: Window, place: number): number => window.data[window.now + place]! - window.data[window.then + place]!;

export function extra(window: Window, meter: number, which: number): number {
  const i = METERS + meter * METER_WIDTH + BUCKETS + which;
  return window.data[window.now + i]! - window.data[window.then + i]!;
}

/** Fills `out` with the difference of `BUCKETS` counters. */
function takeDifference(data: Float64Array, now: number, then: number, out: Float64Array): void {
  for (let b = 0; b < BUCKETS; b++) out[b] = data[now + b]! - data[then + b]!;
}

function addDifference(data: Float64Array, now: number, then: number, out: Float64Array): void {
  for (let b = 0; b < BUCKETS; b++) out[b]! += data[now + b]! - data[then + b]!;
}

/** Fills `out` with the cumulative buckets of one version's answers. */
export function versionBuckets({ data, now, then }: Window, meter: number, out: Float64Array): void {
  const from = METERS + meter * METER_WIDTH;
  takeDifference(data, now + from, then + from, out);
}

/** Fills `out` with the cumulative buckets at the gateway: all answers and all failures with their elapsed time. */
export function gatewayBuckets({ data, now, then }: Window, meters: number, out: Float64Array): void {
  takeDifference(data, now + FAILS, then + FAILS, out);
  for (let m = 0; m < meters; m++) {
    const from = METERS + m * METER_WIDTH;
    const last = from + BUCKETS - 1;
    if (data[now + last] !== data[then + last]) addDifference(data, now + from, then + from, out); // else nothing was answered by it
  }
}

const LAST_EDGE = LATENCY_EDGES_MS.length - 1;

const edges = new Map<number, number>(); // by time: a run asks for two

/** The first edge at or above a time; the last one where there is none. */
function edgeAt(ms: number): number {
  let edge = edges.get(ms);
  if (edge === undefined) {
    edge = 0;
    while (edge < LAST_EDGE && LATENCY_EDGES_MS[edge]! < ms) edge++;
    edges.set(ms, edge);
  }
  return edge;
}

/** Answers that came after the client had given up: what lies beyond the first edge at or above its patience. */
export function lateAnswers(window: Window, meters: number, clientTimeoutMs: number): number {
  const edge = edgeAt(clientTimeoutMs);
  const { data, now, then } = window;
  let late = 0;
  for (let m = 0; m < meters; m++) {
    const from = METERS + m * METER_WIDTH;
    late += data[now + from + BUCKETS - 1]! - data[then + from + BUCKETS - 1]! - (data[now + from + edge]! - data[then + from + edge]!);
  }
  return late;
}

/** Requests that took longer than some time, of a cumulative histogram. */
export const slowerThan = (buckets: Float64Array, ms: number): number => buckets[BUCKETS - 1]! - buckets[edgeAt(ms)]!;

/** Answers and failures at the gateway in one bucket, cumulative. */
function gatewayAt(window: Window, meters: number, bucket: number): number {
  const { data, now, then } = window;
  let sum = data[now + FAILS + bucket]! - data[then + FAILS + bucket]!;
  for (let m = 0; m < meters; m++) {
    const at = METERS + m * METER_WIDTH + bucket;
    sum += data[now + at]! - data[then + at]!;
  }
  return sum;
}

/** Requests at the gateway that took longer than some time: what lies beyond the first edge at or above it. */
export const slowAtGateway = (window: Window, meters: number, ms: number): number =>
  gatewayAt(window, meters, BUCKETS - 1) - gatewayAt(window, meters, edgeAt(ms));

/** Whether the 95th percentile at the gateway is above a time, as it would be read off the histogram. */
export function isP95Above(window: Window, meters: number, ms: number): boolean {
  const edge = edgeAt(ms);
  const below = edge === 0 ? 0 : LATENCY_EDGES_MS[edge - 1]!;
  const share = (ms - below) / (LATENCY_EDGES_MS[edge]! - below);
  const before = edge === 0 ? 0 : gatewayAt(window, meters, edge - 1);
  const within = before + (gatewayAt(window, meters, edge) - before) * share;
  return within < 0.95 * gatewayAt(window, meters, BUCKETS - 1);
}
