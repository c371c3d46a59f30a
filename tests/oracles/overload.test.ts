import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pool } from '../../src/cli/oracle-pool.ts';
import { fluidBacklog } from '../../src/parts/model-server/queueing.ts';
import { casesOf } from './files.ts';

interface Fluid {
  readonly kind: string;
  readonly lambdaPerSec: number;
  readonly capacityPerSec: number;
  readonly overloadS: number;
  readonly lambdaAfterPerSec: number;
}

/** Plays an overload through the serving step: backlog at its end, wait of the last in, seconds until it has drained. */
const play = (one: Omit<Fluid, 'kind'>, most = 2000) => {
  const servers = Math.min(100, Math.max(1, Math.round(one.capacityPerSec / 10)));
  const pool = new Pool({ servers, serviceMs: (servers * 1000) / one.capacityPerSec });
  let backlog = 0;
  for (let second = 0; second < one.overloadS; second += 1) backlog = pool.step({ rate: one.lambdaPerSec }).queued;
  let drain = 0;
  let longest = 0;
  let queued = backlog;
  while (queued > 0 && drain < most) {
    const brought = pool.step({ rate: one.lambdaAfterPerSec });
    queued = brought.queued;
    longest = Math.max(longest, brought.waitSeconds);
    drain += 1;
  }
  return { backlog, drain, longest };
};

describe('an overload played through the serving step', () => {
  it.each(casesOf<Fluid>('transient').filter(({ kind }) => kind === 'fluid'))(
    'leaves the backlog of a fluid: $lambdaPerSec/s on $capacityPerSec/s',
    (one) => {
      const wanted = fluidBacklog(one.lambdaPerSec, one.capacityPerSec, one.overloadS, one.lambdaAfterPerSec);
      const got = play(one);
      expect(got.backlog).toBeCloseTo(wanted.requests, 6);
      expect(Math.abs(got.drain - wanted.drainSeconds)).toBeLessThanOrEqual(1); // it is looked at once a second
      expect(Math.abs(got.longest - wanted.delaySeconds)).toBeLessThanOrEqual(0.5); // mean over a second
    },
  );

  it('does so for any load', () => {
    const load = fc.record({
      capacityPerSec: fc.integer({ min: 50, max: 2000 }),
      over: fc.double({ min: 1.06, max: 2, noNaN: true }),
      after: fc.double({ min: 0, max: 0.8, noNaN: true }),
      overloadS: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(load, ({ capacityPerSec, over, after, overloadS }) => {
        const one = { capacityPerSec, lambdaPerSec: over * capacityPerSec, lambdaAfterPerSec: after * capacityPerSec, overloadS };
        const wanted = fluidBacklog(one.lambdaPerSec, capacityPerSec, overloadS, one.lambdaAfterPerSec);
        const got = play(one);
        expect(Math.abs(got.backlog / wanted.requests - 1)).toBeLessThan(1e-6);
        expect(Math.abs(got.drain - wanted.drainSeconds)).toBeLessThanOrEqual(1.01);
      }),
      { numRuns: 60 },
    );
  });
});
