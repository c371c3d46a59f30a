import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  erlangB,
  erlangC,
  fluidBacklog,
  queueOf,
  relaxationSeconds,
  responseQuantile,
  responseTail,
  waitQuantile,
} from '../../../src/parts/model-server/queueing.ts';

const load = fc.record({
  servers: fc.integer({ min: 1, max: 200 }),
  utilisation: fc.double({ min: 0.01, max: 0.995, noNaN: true }),
  seconds: fc.double({ min: 0.001, max: 10, noNaN: true }),
});
const queueFor = (servers: number, utilisation: number, seconds: number, cv2 = 1) =>
  queueOf((utilisation * servers) / seconds, seconds, servers, cv2);

describe('the closed forms of a queue', () => {
  it('give Erlang’s own figures', () => {
    expect(erlangB(5, 3)).toBeCloseTo(0.1100543, 6); // tables of Erlang B
    expect(erlangB(0, 3)).toBe(1);
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12); // one server: its utilisation
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
    expect(erlangB(10_000, 9_900)).toBeGreaterThan(0);
  });

  it('are M/M/1 with one server', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: 0.01, max: 0.999, noNaN: true }), (rho, p) => {
        const queue = queueFor(1, rho, 1);
        expect(queue.meanWaitSeconds).toBeCloseTo(rho / (1 - rho), 9);
        const response = -Math.log(1 - p) / (1 - rho); // the response of M/M/1 is exponential
        expect(responseQuantile(queue, 1, p) / response).toBeCloseTo(1, 9);
      }),
    );
  });

  it('scale with time: k times the load on k times faster servers is k times quicker', () => {
    fc.assert(
      fc.property(load, fc.double({ min: 0.01, max: 100, noNaN: true }), ({ servers, utilisation, seconds }, k) => {
        const slow = queueFor(servers, utilisation, seconds);
        const fast = queueFor(servers, utilisation, seconds / k);
        expect((fast.waiterSeconds * k) / slow.waiterSeconds).toBeCloseTo(1, 9);
        expect(Math.abs(fast.waitShare - slow.waitShare)).toBeLessThan(1e-9);
      }),
    );
  });

  it('gain by pooling: one queue of 2c servers waits less than two of c', () => {
    fc.assert(
      fc.property(load, ({ servers, utilisation, seconds }) => {
        const one = queueFor(2 * servers, utilisation, seconds);
        const two = queueFor(servers, utilisation, seconds);
        expect(one.meanWaitSeconds).toBeLessThanOrEqual(two.meanWaitSeconds);
      }),
    );
  });

  it('keep Little’s law and the order of quantiles', () => {
    fc.assert(
      fc.property(load, ({ servers, utilisation, seconds }) => {
        const queue = queueFor(servers, utilisation, seconds);
        expect(queue.meanLength).toBeCloseTo(((utilisation * servers) / seconds) * queue.meanWaitSeconds, 9);
        const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((p) => responseQuantile(queue, seconds, p));
        expect(p50).toBeLessThanOrEqual(p95);
        expect(p95).toBeLessThanOrEqual(p99);
        expect(responseTail(queue, seconds, p95)).toBeCloseTo(0.05, 9);
        expect(p95).toBeGreaterThanOrEqual(waitQuantile(queue, 0.95));
      }),
    );
  });

  it('are steady where the rates of waiting and serving meet', () => {
    const at = (servers: number, spare: number): number => {
      const queue = queueOf(servers - spare, 1, servers);
      return responseQuantile(queue, 1, 0.95);
    };
    for (const near of [1e-6, 1e-8, 1e-12]) expect(at(4, 1 + near)).toBeCloseTo(at(4, 1), 5);
  });

  it('grow without end at and above full utilisation', () => {
    for (const utilisation of [1, 1.2]) {
      const queue = queueFor(4, utilisation, 1);
      expect([queue.waitShare, queue.meanWaitSeconds, queue.meanLength, waitQuantile(queue, 0.5), responseQuantile(queue, 1, 0.5)]).toEqual(
        [1, Infinity, Infinity, Infinity, Infinity],
      );
    }
  });

  it('are empty without load', () => {
    const queue = queueOf(0, 1, 4);
    expect([queue.waitShare, queue.meanWaitSeconds, queue.meanLength, waitQuantile(queue, 0.99)]).toEqual([0, 0, 0, 0]);
    expect(responseQuantile(queue, 1, 0.5)).toBeCloseTo(Math.LN2, 9);
  });

  it('settle the more slowly the fuller they are', () => {
    expect(relaxationSeconds(200, 0.95)).toBeCloseTo(7.8, 1);
    expect(relaxationSeconds(200, 1)).toBe(Infinity);
  });
});

describe('a backlog as a fluid', () => {
  it('never drains while nothing is spare, and never builds below capacity', () => {
    expect(fluidBacklog(300, 200, 10, 200)).toEqual({ requests: 1000, delaySeconds: 5, drainSeconds: Infinity });
    expect(fluidBacklog(200, 200, 10, 300)).toEqual({ requests: 0, delaySeconds: 0, drainSeconds: 0 });
    expect(fluidBacklog(100, 200, 10, 100)).toEqual({ requests: 0, delaySeconds: 0, drainSeconds: 0 });
  });
});
