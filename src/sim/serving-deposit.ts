import { CELL_MS, CELLS, deposit, depositKernel, depositWaiting } from '../parts/gateway/latency-grid.ts';
import type { StoreState } from '../parts/feature-store/step.ts';
import type { VersionMeter } from './serving-state.ts';
import type { Conditions, GroupPlan } from './serving-types.ts';

const SMALL_MS = 3; // a delay below this is spread over all requests as its mean
const CALM_AGE = 0.25; // s of queue, past which chance adds nothing that can be told from it

/**
 * Puts answered requests on their version's grid by what was added to the bare response: queue, cold CPU, heavy cards,
 * feature fetch, upstream calls. The causes are independent, so shares multiply.
 * @param mass requests @param fetched share of them that read the busiest partition
 * @param age s waited in the queue, mean
 */
export function depositAnswered(
  plan: GroupPlan,
  mass: number,
  fetched: number,
  age: number,
  conditions: Conditions,
  store: StoreState,
): void {
  if (mass <= 0) return;
  const delay = store.delaySeconds < conditions.fetchCutSeconds ? store.delaySeconds : conditions.fetchCutSeconds;
  const storeMs = delay * 1000;
  const calm = age < CALM_AGE ? 1 - age / CALM_AGE : 0;
  let shift = age * 1000 + plan.coldMs;
  let hot = fetched;
  if (storeMs < SMALL_MS) {
    shift += hot * storeMs;
    hot = 0;
  }
  const heavy = plan.heavyMs < SMALL_MS ? 0 : plan.heavyShare;
  if (heavy === 0) shift += plan.heavyShare * plan.heavyMs;
  put(plan, mass * (1 - heavy) * (1 - hot), shift, calm);
  if (hot > 0) put(plan, mass * (1 - heavy) * hot, shift + storeMs, calm);
  if (heavy > 0) {
    put(plan, mass * heavy * (1 - hot), shift + plan.heavyMs, calm);
    if (hot > 0) put(plan, mass * heavy * hot, shift + plan.heavyMs + storeMs, calm);
  }
}

function put(plan: GroupPlan, mass: number, shiftMs: number, calm: number): void {
  const grid = plan.meter.grid;
  const waiting = plan.waitProbability * calm;
  const mixture = plan.mixture;
  if (mixture === null) {
    depositWaiting(grid, mass, shiftMs, waiting, plan.waitRate);
    return;
  }
  depositWaiting(grid, mass * (1 - plan.slowShare), shiftMs, waiting, plan.waitRate);
  const slow = mass * plan.slowShare;
  const from = shiftMs + (waiting * 1000) / plan.waitRate;
  const meter = plan.meter;
  if (meter.mixture === null || meter.mixture.key !== mixture.key) {
    flushSlow(meter);
    meter.mixture = mixture;
  }
  deposit(meter.slowGrid, slow, from);
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
