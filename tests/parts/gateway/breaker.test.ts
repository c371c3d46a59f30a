import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCallWindow, recordCalls, windowRates } from '../../../src/parts/gateway/breaker-window.ts';
import {
  admitCalls,
  breakerSchema,
  createBreaker,
  reportCalls,
  setBreaker,
  type BreakerState,
} from '../../../src/parts/gateway/breaker.ts';

const params = breakerSchema.parse({});

/** One second: what is let through fails at a rate. Returns what was let through. */
const second = (state: BreakerState, now: number, wanted: number, failing: number, slow = 0): number => {
  const calls = admitCalls(state, params, wanted, now);
  reportCalls(state, params, calls, calls * failing, calls * slow, now + 1);
  return calls;
};

describe('a circuit breaker', () => {
  it('has the defaults of Resilience4j', () => {
    expect(params).toEqual({
      failureRateThreshold: 0.5,
      slowCallSeconds: 60,
      slowCallRateThreshold: 1,
      windowCalls: 100,
      minimumCalls: 100,
      openSeconds: 60,
      halfOpenCalls: 10,
    });
  });

  it('decides nothing before its minimum of calls', () => {
    const state = createBreaker('automatic');
    for (let t = 0; t < 9; t += 1) second(state, t, 10, 1);
    expect(state.chart).toBe('closed');
    second(state, 9, 10, 1);
    expect(state.chart).toBe('open');
  });

  it('opens at half failures, not below', () => {
    for (const [failing, chart] of [
      [0.49, 'closed'],
      [0.5, 'open'],
    ] as const) {
      const state = createBreaker('automatic');
      for (let t = 0; t < 30; t += 1) second(state, t, 7.3, t < 20 ? failing : 0);
      const first = createBreaker('automatic');
      for (let t = 0; t < 14; t += 1) second(first, t, 7.3, failing);
      expect(first.chart).toBe(chart);
    }
  });

  it('opens when all calls are slow', () => {
    const state = createBreaker('automatic');
    second(state, 0, 200, 0, 1);
    expect(state.chart).toBe('open');
  });

  it('lets nothing through while open, ten trials after a minute, and closes when they succeed', () => {
    const state = createBreaker('automatic');
    second(state, 0, 200, 1);
    expect([second(state, 1, 200, 0), second(state, 60, 200, 0)]).toEqual([0, 0]);
    expect(state.chart).toBe('open');
    expect(second(state, 61, 200, 0)).toBe(10);
    expect(state.chart).toBe('closed');
    expect(second(state, 62, 200, 0)).toBe(200);
  });

  it('opens again for another minute when half of the trials fail', () => {
    const state = createBreaker('automatic');
    second(state, 0, 200, 1);
    second(state, 61, 4, 0.5);
    expect(state.chart).toBe('half-open');
    expect(second(state, 62, 200, 0.5)).toBeCloseTo(6, 9);
    expect([state.chart, state.waitUntilSeconds]).toEqual(['open', 123]);
  });

  it('can be forced open, turned off, and set to work by itself again with nothing remembered', () => {
    const state = createBreaker('automatic');
    second(state, 0, 99, 1);
    setBreaker(state, 'forced-open');
    expect(second(state, 1, 50, 0)).toBe(0);
    setBreaker(state, 'off');
    expect(second(state, 2, 500, 1)).toBe(500);
    expect(state.chart).toBe('off');
    setBreaker(state, 'automatic');
    expect(second(state, 3, 50, 1)).toBe(50);
    expect(state.chart).toBe('closed');
    setBreaker(state, 'automatic');
    second(state, 4, 50, 1);
    expect(state.chart).toBe('open');
  });
});

describe('the window of the last calls', () => {
  it('holds the last calls in the mix in which they came', () => {
    const window = createCallWindow();
    recordCalls(window, 100, 60, 0, 0);
    recordCalls(window, 100, 60, 60, 30);
    const { calls, failureRate, slowRate } = windowRates(window, 100);
    expect([calls, failureRate, slowRate]).toEqual([100, 0.6, 0.3]);
  });

  it('counts whole calls as Resilience4j does: a ring of the last results', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (failures, size) => {
        const window = createCallWindow();
        for (const failed of failures) recordCalls(window, size, 1, failed ? 1 : 0, 0);
        const last = failures.slice(-size);
        const rates = windowRates(window, size);
        if (last.length < size) expect(rates.failureRate).toBeNaN();
        else expect(rates.failureRate).toBeCloseTo(last.filter(Boolean).length / size, 9);
      }),
    );
  });

  it('stays short and exact with crumbs of calls', () => {
    const window = createCallWindow();
    for (let i = 0; i < 200_000; i += 1) recordCalls(window, 100, 0.003, 0.001, 0);
    expect(window.calls.length).toBeLessThan(210);
    const { calls, failureRate } = windowRates(window, 100);
    expect(calls).toBeCloseTo(100, 6);
    expect(failureRate).toBeCloseTo(1 / 3, 6);
  });

  it('does not change for no calls', () => {
    const window = createCallWindow();
    recordCalls(window, 100, 0, 0, 0);
    expect(windowRates(window, 0)).toEqual({ calls: 0, failureRate: NaN, slowRate: NaN });
  });
});
