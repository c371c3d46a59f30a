import { CELL_MS, CELLS, deposit, depositKernel, depositWaiting } from '../parts/gateway/latency-grid.ts';
import type { StoreState } from '../parts/feature-store/step.ts';
import type { VersionMeter } from './serving-state.ts';
import type { Conditions, GroupPlan } from './serving-types.ts';

const SMALL_WAIT_MS = 0.5; // a mean wait below this is added to all
const SMALL_MS = 3; // a delay below this is spread over all requests as its mean
const CALM_AGE = 0.25; // s of queue, past which chance adds nothing that can be told from it

/** Requests that were answered alike. Reused. */
export interface Answers {
  requests: number;
  fetched: number; // share of them that read the busiest partition
  ageSeconds: number; // waited in the queue, mean
}

const MOST_PARTS = 4; // heavy cards or not, fetched or not
const masses = new Float64Array(MOST_PARTS);
const shifts = new Float64Array(MOST_PARTS); // ms

/**
 * Puts answered requests on their version's grid by what was added to the bare response: queue, cold CPU, heavy cards,
 * feature fetch, upstream calls. The causes are independent, so shares multiply.
 */
export function depositAnswered(plan: GroupPlan, answers: Answers, conditions: Conditions, store: StoreState): void {
  const { requests, ageSeconds } = answers;
  if (requests <= 0) return;
  const delay = store.delaySeconds < conditions.fetchCutSeconds ? store.delaySeconds : conditions.fetchCutSeconds;
  const storeMs = delay * 1000;
  let shift = ageSeconds * 1000 + plan.coldMs;
  let hot = answers.fetched;
  if (storeMs < SMALL_MS) {
    shift += hot * storeMs;
    hot = 0;
  }
  const heavy = plan.heavyMs < SMALL_MS ? 0 : plan.heavyShare;
  if (heavy === 0) shift += plan.heavyShare * plan.heavyMs;
  masses[0] = requests * (1 - heavy) * (1 - hot);
  shifts[0] = shift;
  let parts = 1;
  if (heavy > 0) {
    masses[parts] = requests * heavy * (1 - hot);
    shifts[parts++] = shift + plan.heavyMs;
  }
  if (hot > 0) {
    masses[parts] = requests * (1 - heavy) * hot;
    shifts[parts++] = shift + storeMs;
  }
  if (heavy > 0 && hot > 0) {
    masses[parts] = requests * heavy * hot;
    shifts[parts++] = shift + plan.heavyMs + storeMs;
  }
  const waiting = ageSeconds < CALM_AGE ? plan.waitProbability * (1 - ageSeconds / CALM_AGE) : 0;
  const meanWaitMs = (waiting * 1000) / plan.waitRate;
  const { meter } = plan;
  const fast = plan.mixture === null ? 1 : 1 - plan.slowShare;
  for (let i = 0; i < parts; i++) {
    if (meanWaitMs < SMALL_WAIT_MS) deposit(meter.grid, masses[i]! * fast, shifts[i]! + meanWaitMs);
    else depositWaiting(meter.grid, masses[i]! * fast, shifts[i]!, waiting, plan.waitRate);
  }
  if (plan.mixture === null) return;
  if (meter.mixture === null || meter.mixture.key !== plan.mixture.key) {
    flushSlow(meter);
    meter.mixture = plan.mixture;
  }
  for (let i = 0; i < parts; i++) deposit(meter.slowGrid, masses[i]! * plan.slowShare, shifts[i]! + meanWaitMs);
}

/**
 * Adds what slow upstream calls took to the answers that wait for it: once for all that met the same mixture of delays, which is
 * the same sum as one by one.
 */
export function flushSlow(meter: VersionMeter): void {
  const { slowGrid, mixture, grid } = meter;
  if (mixture === null) return;
  for (let k = 0; k < CELLS; k++) {
    const mass = slowGrid[k]!;
    if (mass !== 0) depositKernel(grid, mass, k * CELL_MS, mixture.cells, mixture.weights);
  }
  grid[CELLS]! += slowGrid[CELLS]!;
  slowGrid.fill(0);
  meter.mixture = null;
}
