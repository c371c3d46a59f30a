import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paramsSchema as audienceSchema } from '../../../src/parts/audience/params.ts';
import { passesGate, evaluationShares, offlineMetric } from '../../../src/parts/release/gate.ts';
import { mixtureQuantile } from '../../../src/parts/release/latency.ts';
import { paramsSchema } from '../../../src/parts/release/params.ts';
import { candidateChance } from '../../../src/parts/release/routing.ts';
import { answerAmber, createRelease, readGuardrail, rollBack, setShare, timeOut } from '../../../src/parts/release/step.ts';
import { cooledBy, joinedBy, podsFor } from '../../../src/parts/release/warm-up.ts';

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('a split', () => {
  test('by origin keeps the candidate’s share of all requests, whatever it sends', () => {
    fc.assert(
      fc.property(
        share,
        fc.double({ min: 0.01, max: 0.3, noNaN: true }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (all, origin, weight) => {
          const there = candidateChance(all, true, weight, origin);
          const elsewhere = candidateChance(all, false, weight, origin);
          expect(there).toBeGreaterThanOrEqual(0);
          expect(there).toBeLessThanOrEqual(1);
          if (elsewhere > 0 && elsewhere < 1) expect(origin * there + (1 - origin) * elsewhere).toBeCloseTo(all, 12);
        },
      ),
    );
  });

  test('of 5 % that sends 2.75 times one country’s share has 22 % of it on the candidate and 7.3 % elsewhere', () => {
    const there = candidateChance(0.05, true, 2.75, 0.08);
    expect((0.08 * there) / 0.05).toBeCloseTo(0.22, 12);
    expect((0.08 * (1 - there)) / 0.95).toBeCloseTo(0.0726, 4);
  });
});

describe('the answers of a canary', () => {
  const p95 = (country: number, slower: number, cold: number): number => {
    const kinds = [{ weight: 1 - country, medianMs: 54.6 * slower }, { weight: country, medianMs: 54.6 * 2.1 * slower }]; // prettier-ignore
    return mixtureQuantile(0.95, kinds.flatMap(({ weight, medianMs }) => [{ weight: weight * (1 - cold), medianMs }, { weight: weight * cold, medianMs: medianMs * 1.8 }]), 0.5279); // prettier-ignore
  };

  test('take 150 ms at p95, and about 35 more for each of four reasons', () => {
    expect(p95(0.08, 1, 0)).toBeCloseTo(150, 0);
    for (const other of [p95(0.08, 1.23, 0), p95(0.22, 1, 0), p95(0.08, 1, 0.28 * 0.7145)]) {
      expect(other).toBeGreaterThan(182);
      expect(other).toBeLessThan(188);
    }
  });

  test('come faster as cold caches fill: 197, 175, 162 and 151 ms at 0, 5, 10 and 25 minutes of three payments a second', () => {
    const wanted = [[0, 197], [5, 175], [10, 162], [25, 151]] as const; // prettier-ignore
    for (const [minutes, ms] of wanted) expect(Math.abs(p95(0.08, 1, 0.28 * cooledBy(1, minutes * 180, 1, 1260)) - ms)).toBeLessThan(1.5);
  });

  test('are cold again in the pods that join when the share grows', () => {
    expect(podsFor(0.05, 0.05)).toBe(1);
    expect(podsFor(0.5, 0.05)).toBe(10);
    expect(joinedBy(0, 0.05, 0.5)).toBeCloseTo(0.9, 12);
    expect(joinedBy(0.4, 0.5, 0.05)).toBe(0.4); // fewer pods are not colder
  });
});

describe('an evaluation gate', () => {
  const segment = (id: string, of: number) => ({ id, name: id, share: of, successRate: 0.03, clickRate: 0.07 });
  const audience = audienceSchema.parse({ segments: [segment('heavy', 0.69), segment('tail', 0.31)] });
  const release = (evaluation: number) =>
    paramsSchema.parse({
      stable: 'v17',
      candidate: 'v18',
      versions: [{ id: 'v17' }, { id: 'v18', segments: [{ id: 'heavy', clicks: 1.057 }, { id: 'tail', clicks: 0.5735 }] }],
      gate: { on: true, evaluation: [{ id: 'heavy', share: 1 - evaluation }, { id: 'tail', share: evaluation }] },
    }); // prettier-ignore

  test('passes a version with a poor tail where the set has 9 % of it, and stops it above 11.7 %', () => {
    expect(offlineMetric(release(0.09), audience, 'v18', evaluationShares(release(0.09), audience))).toBeCloseTo(1.0135, 3);
    expect(passesGate(release(0.115), audience, 'v18')).toBe(true);
    expect(passesGate(release(0.12), audience, 'v18')).toBe(false);
    expect(offlineMetric(release(0.31), audience, 'v18', evaluationShares(release(0.31), audience))).toBeCloseTo(0.907, 3);
  });
});

describe('an amber', () => {
  const params = paramsSchema.parse({ guardrail: { on: true, timeoutSeconds: 3600 } });
  const amber = () => {
    const state = createRelease(params);
    setShare(state, 0.05);
    expect(readGuardrail(state, params, NaN, 0)).toBe(false);
    expect(readGuardrail(state, params, -0.9, 100)).toBe(true);
    return state;
  };

  test('that nobody answers is aborted after its time', () => {
    const state = amber();
    expect(timeOut(state, params, 3699)).toBe(false);
    expect(timeOut(state, params, 3700)).toBe(true);
    expect([state.chart, state.share]).toEqual(['aborted', 0]);
  });

  test('that is answered is a canary again, and is not raised a second time', () => {
    const state = amber();
    answerAmber(state);
    expect(state.chart).toBe('canary');
    expect(timeOut(state, params, 1e6)).toBe(false);
    expect(readGuardrail(state, params, -5, 200)).toBe(false);
  });

  test('ends with a rollback', () => {
    const state = amber();
    rollBack(state);
    expect([state.chart, state.share, timeOut(state, params, 1e6)]).toEqual(['rolled-back', 0, false]);
  });
});
