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
        expect(seen.attemptsPerRequest / (exact.meanAttempts * (1 + second))).toBeCloseTo(1, 2);
        expect(seen.timeoutProbability).toBeCloseTo(exact.timeoutProbability, 2);
      }),
    );
  });

  it('are those of a normal night until the service is a fifth slower than it', () => {
    state.inputs['upstream.slowMedianMs'] = up.normalMedianMs * 1.2;
    expect(slowCallsOf(setup, state)).toBeNull();
    state.inputs['upstream.slowMedianMs'] = up.normalMedianMs * 1.201;
    expect(slowCallsOf(setup, state)).not.toBeNull();
  });

  it('are made as people have set them, while the service is as slow as before', () => {
    const usual = at(600, 0.5);
    const now = (): SlowCalls => slowCallsOf(setup, state)!;
    const { controls } = state.parts;
    controls.upstreamTimeoutMs = 200;
    const impatient = now();
    expect(impatient.lower.shape).toEqual({ ...usual.lower.shape, timeoutMs: 200 });
    expect(impatient.timeoutProbability).toBeGreaterThan(usual.timeoutProbability);
    controls.upstreamTimeoutMs = up.timeoutMs;
    controls.upstreamAttempts = 1;
    const once = now();
    expect(once.upper.shape).toEqual({ ...usual.upper.shape, attempts: 1 });
    expect(once.attemptsPerRequest).toBeCloseTo(1.5, 9);
    expect(once.missShare).toBeCloseTo(once.timeoutProbability, 9);
    controls.upstreamAttempts = up.attempts;
    controls.upstreamFallback = true;
    const cut = now();
    expect(cut.lower.shape).toEqual({ ...usual.lower.shape, budgetMs: up.fallbackBudgetMs });
    expect([cut.lowerTwice, cut.upperTwice]).toEqual([0, 0]); // no second lookup within one budget
    expect(cut.meanSeconds).toBeLessThanOrEqual(up.fallbackBudgetMs / 1000 + 1e-9);
    expect(cut.missShare).toBeGreaterThan(usual.missShare);
    controls.upstreamFallback = false;
    expect(now()).toEqual(usual);
  });

  it('lie between mixtures as close as is asked for', () => {
    const coarse = at(1001, 0.5);
    const finer = slowCallsOf({ ...setup, servingSteps: { ...setup.servingSteps, slowness: 1000 } }, state)!;
    const gap = ({ lower, upper }: SlowCalls): number => upper.shape.medianMs - lower.shape.medianMs;
    expect(gap(finer)).toBeLessThan(gap(coarse) / 50);
    expect(slowCallsOf(setup, state)).toEqual(coarse);
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
