import { describe, expect, it } from 'vitest';
import { Pool, type PoolSpec } from '../../src/cli/oracle-pool.ts';

const CAPACITY = 320; // requests/s: 32 servers, 100 ms
const spec: PoolSpec = { servers: 32, serviceMs: 100, timeoutMs: 1000, backoffMs: 1000, attempts: 4, retryBudgetShare: null };

/** Goodput over the last ten seconds of a play. */
const goodput = (
  given: PoolSpec,
  seconds: number,
  rate: (second: number) => number,
  factor: (second: number) => number = () => 1,
): number => {
  const pool = new Pool(given);
  let first = 0;
  let inTime = 0;
  for (let second = 0; second < seconds; second += 1) {
    const brought = pool.step({ rate: rate(second), capacityFactor: factor(second) });
    if (second < seconds - 10) continue;
    first += brought.first;
    inTime += brought.inTime;
  }
  return inTime / first;
};

const halved = (from: number, to: number) => (second: number) => (second >= from && second < to ? 0.5 : 1);

describe('a retry storm comes out of the serving step by itself', () => {
  it('is entered once the trigger lifts the queue above the timeout, between three and four seconds', () => {
    for (const [seconds, healthy] of [
      [1, true],
      [2, true],
      [3, true],
      [4, false],
      [6, false],
      [30, false],
    ] as const) {
      const got = goodput(spec, 300, () => 0.7 * CAPACITY, halved(100, 100 + seconds));
      expect(got > 0.9, `${seconds} s: ${got}`).toBe(healthy);
    }
  });

  it('exists only where attempts × load exceed capacity: below, the system drains', () => {
    for (const [rho, stuck] of [
      [0.2, false],
      [0.24, false],
      [0.3, true],
      [0.5, true],
    ] as const) {
      const got = goodput(
        spec,
        1500,
        () => rho * CAPACITY,
        (second) => (second >= 100 && second < 130 ? 1 / 16 : 1),
      );
      expect(got < 0.1, `${rho}: ${got}`).toBe(stuck);
    }
  });

  it('has hysteresis: the same load is healthy from below and stuck from above', () => {
    const below = goodput(spec, 600, () => 0.7 * CAPACITY);
    const above = goodput(spec, 600, (second) => (second >= 100 && second < 160 ? 1.3 : 0.7) * CAPACITY);
    expect(below).toBeGreaterThan(0.95);
    expect(above).toBeLessThan(0.05);
    const withoutRetries = goodput({ ...spec, attempts: 1 }, 600, (second) => (second >= 100 && second < 160 ? 1.3 : 0.7) * CAPACITY);
    expect(withoutRetries).toBeGreaterThan(0.95);
  });

  it('is kept out by a retry budget, which bounds load at 1 + its share', () => {
    const pool = new Pool({ ...spec, retryBudgetShare: 0.1 });
    let first = 0;
    let attempts = 0;
    for (let second = 0; second < 400; second += 1) {
      const brought = pool.step({ rate: 0.7 * CAPACITY, capacityFactor: halved(100, 160)(second) });
      first += brought.first;
      attempts += brought.attempts;
    }
    expect(attempts).toBeGreaterThan(first);
    expect(attempts).toBeLessThanOrEqual(1.1 * first + 1);
  });
});
