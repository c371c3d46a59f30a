import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callMixture } from '../../src/parts/upstream/mixture.ts';
import type { SlowCalls } from '../../src/parts/upstream/slow-calls.ts';
import { setUp } from '../../src/sim/setup.ts';
import { slowCallsOf } from '../../src/sim/serving/slow-calls.ts';
import { asServing, asServingSetup } from '../../src/sim/serving/world.ts';
import { createWorld } from '../../src/sim/world.ts';
import { aScenario } from '../support/a-scenario.ts';

const setup = asServingSetup(setUp(aScenario(), '1', 'upstream', []));
const { state } = asServing(createWorld(setup));
const up = setup.params.upstream;

function at(slowMedianMs: number, secondLookupShare: number): SlowCalls {
  state.inputs['upstream.slowMedianMs'] = slowMedianMs;
  state.inputs['upstream.secondLookupShare'] = secondLookupShare;
  return slowCallsOf(setup, state)!;
}

const medians = fc.double({ min: up.normalMedianMs * 1.3, max: 4000, noNaN: true });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('calls to a service of some slowness', () => {
  it('lie between two mixtures close by, each request counted once', () => {
    fc.assert(
      fc.property(medians, shares, (medianMs, second) => {
        const { lower, upper, lowerOnce, lowerTwice, upperOnce, upperTwice } = at(medianMs, second);
        expect(lower.shape.medianMs).toBeLessThanOrEqual(medianMs);
        expect(upper.shape.medianMs).toBeGreaterThan(medianMs);
        expect(upper.shape.medianMs / lower.shape.medianMs).toBeLessThanOrEqual(1.125);
        expect(lowerOnce + lowerTwice + upperOnce + upperTwice).toBeCloseTo(1, 12);
        expect(lowerTwice + upperTwice).toBeCloseTo(second, 12);
        const mean = (lowerOnce + lowerTwice) * lower.shape.medianMs + (upperOnce + upperTwice) * upper.shape.medianMs;
        expect(mean / medianMs).toBeCloseTo(1, 9);
      }),
    );
  });

  it('take about as long, and time out about as often, as calls of just that slowness', () => {
    fc.assert(
      fc.property(medians, shares, (medianMs, second) => {
        const seen = at(medianMs, second);
        const exact = callMixture({
          medianMs,
          sigma: up.slowSigma,
          timeoutMs: up.timeoutMs,
          attempts: up.attempts,
          backoffMs: up.backoffMs,
          budgetMs: Infinity,
        });
        expect(seen.meanSeconds / (exact.meanSeconds * (1 + second))).toBeCloseTo(1, 2);
        expect(seen.calls / (exact.attempts * (1 + second))).toBeCloseTo(1, 2);
        expect(seen.timeoutProbability).toBeCloseTo(exact.timeoutProbability, 2);
      }),
    );
  });

  it('are those of a normal night until the service is a fifth slower than it', () => {
    state.inputs['upstream.slowMedianMs'] = up.normalMedianMs * 1.2;
    expect(slowCallsOf(setup, state)).toBeNull();
  });

  it('follow from inputs alone, whatever was asked before', () => {
    fc.assert(
      fc.property(medians, shares, medians, (medianMs, second, other) => {
        const before = structuredClone(at(medianMs, second));
        at(other, second);
        expect(at(medianMs, second)).toEqual(before);
      }),
    );
  });
});
