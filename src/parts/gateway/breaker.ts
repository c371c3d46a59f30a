import { z } from 'zod';
import { stepperOf } from '../../kernel/stepper.ts';
import { breakerChart } from './breaker-chart.ts';
import { createCallWindow, recordCalls, windowRates, type CallWindow } from './breaker-window.ts';

/** The defaults of Resilience4j. */
export const breakerSchema = z.strictObject({
  failureRateThreshold: z.number().gt(0).max(1).default(0.5), // share of calls
  slowCallSeconds: z.number().positive().max(600).default(60), // a call that takes longer is slow; the caller counts them
  slowCallRateThreshold: z.number().gt(0).max(1).default(1), // share of calls
  windowCalls: z.number().int().min(1).max(100_000).default(100),
  minimumCalls: z.number().int().min(1).max(100_000).default(100), // fewer decide nothing
  openSeconds: z.number().min(0).max(3600).default(60),
  halfOpenCalls: z.number().int().min(1).max(10_000).default(10), // trial calls
});
export type BreakerParams = z.infer<typeof breakerSchema>;
export type BreakerMode = 'forced-open' | 'automatic' | 'off';

/** Plain data. */
export interface BreakerState {
  chart: string;
  window: CallWindow;
  waitUntilSeconds: number; // while open
}

const stepper = stepperOf(breakerChart);

export function createBreaker(mode: BreakerMode): BreakerState {
  const state: BreakerState = { chart: stepper.initial, window: createCallWindow(), waitUntilSeconds: 0 };
  setBreaker(state, mode);
  return state;
}

const enter = (state: BreakerState, event: Parameters<typeof stepper.send>[1]): void => {
  const next = stepper.send(state.chart, event);
  if (next !== state.chart) state.window = createCallWindow(); // every state counts afresh
  state.chart = next;
};

/** Sets how a breaker works. Setting `automatic` closes it, unless it works automatically already. */
export function setBreaker(state: BreakerState, mode: BreakerMode): void {
  if (mode === 'forced-open') enter(state, 'FORCE_OPEN');
  else if (mode === 'off') enter(state, 'TURN_OFF');
  else if (state.chart === 'forced-open' || state.chart === 'off') enter(state, 'AUTOMATIC');
}

/**
 * How many of the wanted calls a breaker lets through now. An open one whose wait is over becomes half-open here and lets trials through.
 * @param nowSeconds start of the step
 */
export function admitCalls(state: BreakerState, params: BreakerParams, wanted: number, nowSeconds: number): number {
  if (state.chart === 'open' && nowSeconds >= state.waitUntilSeconds) enter(state, 'WAITED');
  if (state.chart === 'closed' || state.chart === 'off') return wanted;
  if (state.chart !== 'half-open') return 0;
  const trials = params.halfOpenCalls - windowRates(state.window, 0).calls;
  return wanted < trials ? wanted : trials > 0 ? trials : 0;
}

/**
 * What came of the calls of a step. Trips at the failure or slow rate of a full enough window; a half-open one decides once all its
 * trials are in. Source: Resilience4j CircuitBreakerStateMachine.
 * @param calls,failures,slow counts, fractions allowed; a call may be both a failure and slow @param nowSeconds end of the step
 */
export function reportCalls(
  state: BreakerState,
  params: BreakerParams,
  calls: number,
  failures: number,
  slow: number,
  nowSeconds: number,
): void {
  if (state.chart !== 'closed' && state.chart !== 'half-open') return;
  const trial = state.chart === 'half-open';
  const size = trial ? params.halfOpenCalls : params.windowCalls;
  recordCalls(state.window, size, calls, failures, slow);
  const { failureRate, slowRate } = windowRates(state.window, trial ? size : Math.min(params.minimumCalls, size));
  if (Number.isNaN(failureRate)) return;
  if (failureRate >= params.failureRateThreshold || slowRate >= params.slowCallRateThreshold) {
    enter(state, 'TRIP');
    state.waitUntilSeconds = nowSeconds + params.openSeconds;
  } else if (trial) enter(state, 'RECOVERED');
}
