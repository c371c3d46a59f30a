import type { Chunks } from '../../parts/model-server/serve.ts';
import { depositByClass, spread } from '../../parts/gateway/class-grid.ts';
import { CELL_MS, deposit, depositWaiting } from '../../parts/gateway/latency-grid.ts';
import type { VersionMeter } from './path-state.ts';
import { sameMixtures } from '../../parts/upstream/slow-calls.ts';
import type { Toll } from './toll.ts';
import type { Conditions, GroupPlan } from './types.ts';

const SMALL_WAIT_MS = 0.5; // a mean wait below this is added to all
const SMALL_MS = 3; // a delay below this is spread over all requests as its mean
const CALM_AGE = 0.25; // s of queue, past which chance adds nothing that can be told from it

/** What is common to all chunks that are put on a grid together. Reused. */
export interface Answers {
  perChunk: number; // answered requests of all pods for each that a chunk has for one
  fetched: number; // share of them that read the busiest partition
}

const SAME_AGE = CELL_MS / 1000; // s: waits within this are put where their mean is
const MOST_PARTS = 4; // heavy cards or not, fetched or not
const shares = new Float64Array(MOST_PARTS);
const shifts = new Float64Array(MOST_PARTS); // ms
let parts = 1;

/**
 * Puts answered requests on their version's grid by what was added to the bare response: queue, cold CPU, heavy cards,
 * feature fetch, upstream calls. The causes are independent, so shares multiply.
 */
export function depositAnswered(plan: GroupPlan, chunks: Chunks, answers: Answers, conditions: Conditions, toll: Toll): void {
  splitByCause(plan, answers, conditions, toll);
  const { meter, slowCalls } = plan;
  if (slowCalls !== null && slowCalls !== meter.slowCalls) {
    if (meter.slowCalls !== null && !sameMixtures(meter.slowCalls, slowCalls)) flushSlow(meter);
    meter.slowCalls = slowCalls;
  }
  for (let c = 0; c < chunks.count; c++) {
    const from = chunks.from[c]!;
    const range = chunks.to[c]! - from;
    const size = range < 0 ? -range : range;
    const slices = size <= SAME_AGE ? 1 : Math.ceil(size / SAME_AGE);
    const mass = (chunks.mass[c]! * answers.perChunk) / slices;
    for (let k = 0; k < slices; k++) depositSlice(plan, mass, from + (range * (k + 0.5)) / slices);
  }
}

/** Requests of one wait, by what else was added to them. */
function depositSlice(plan: GroupPlan, mass: number, ageSeconds: number): void {
  const { meter, slowCalls } = plan;
  const fast = slowCalls === null ? 1 : 1 - plan.slowShare;
  const waiting = ageSeconds < CALM_AGE ? plan.waitProbability * (1 - ageSeconds / CALM_AGE) : 0;
  const meanWaitMs = (waiting * 1000) / plan.waitRate;
  const ageMs = ageSeconds * 1000;
  for (let i = 0; i < parts; i++) {
    const shift = ageMs + shifts[i]!;
    const amount = mass * shares[i]!;
    if (meanWaitMs < SMALL_WAIT_MS) deposit(meter.grid, amount * fast, shift + meanWaitMs);
    else depositWaiting(meter.grid, amount * fast, shift, waiting, plan.waitRate);
    if (slowCalls !== null) depositByClass(meter.slowGrid, amount * plan.slowShare, shift + meanWaitMs, slowCalls);
  }
}

/** Fills `shares` and `shifts` with what cold pods, heavy cards and the store add, small delays spread over all. */
function splitByCause(plan: GroupPlan, answers: Answers, conditions: Conditions, toll: Toll): void {
  const mean = toll.delaySum / toll.seconds;
  const delay = mean < conditions.fetchCutSeconds ? mean : conditions.fetchCutSeconds;
  const storeMs = delay * 1000;
  let shift = plan.coldMs;
  let hot = answers.fetched;
  if (storeMs < SMALL_MS) {
    shift += hot * storeMs;
    hot = 0;
  }
  const heavy = plan.heavyMs < SMALL_MS ? 0 : plan.heavyShare;
  if (heavy === 0) shift += plan.heavyShare * plan.heavyMs;
  shares[0] = (1 - heavy) * (1 - hot);
  shifts[0] = shift;
  parts = 1;
  if (heavy > 0) {
    shares[parts] = heavy * (1 - hot);
    shifts[parts++] = shift + plan.heavyMs;
  }
  if (hot > 0) {
    shares[parts] = (1 - heavy) * hot;
    shifts[parts++] = shift + storeMs;
  }
  if (heavy > 0 && hot > 0) {
    shares[parts] = heavy * hot;
    shifts[parts++] = shift + plan.heavyMs + storeMs;
  }
}

/**
 * Adds what slow upstream calls took to the answers that wait for it: once for all that met the same mixtures of delays, which is
 * the same sum as one by one.
 */
export function flushSlow(meter: VersionMeter): void {
  const { slowGrid, slowCalls, grid } = meter;
  if (slowCalls === null) return;
  const { lower, upper } = slowCalls;
  spread(slowGrid, grid, [lower.once, lower.twice, upper.once, upper.twice]);
  meter.slowCalls = null;
}
