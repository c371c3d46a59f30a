import { describe, expect, it } from 'vitest';
import { provePreventions, rerun } from '../../src/judge/prevention.ts';
import { look, partOf, played, SPIKE_DRILL, TRACE, type Act } from './scripted.ts';

const cached = { type: 'serve-cached', on: true } as const;
const afterTrace: Act[] = [
  [10, { type: 'acknowledge' }],
  [20, TRACE],
  [270, cached],
];

describe('preventions, proved by playing the same night again', () => {
  it('a gate on latency keeps the slow release from going out: nothing pages, and most of the cost is gone', () => {
    const { record, impactEur, pageTick } = played('deploy', afterTrace);
    const proof = rerun(SPIKE_DRILL, record, ['canary-latency-gate']);
    expect(proof.impactBeforeEur).toBe(impactEur);
    expect(proof.firstAlertBefore).toBe(pageTick);
    expect(proof.firstAlertAfter).toBeNull();
    expect(proof.impactAfterEur).toBeLessThan(0.2 * impactEur);
  });

  it.each(['feature-store', 'traffic', 'upstream'] as const)('the same gate leaves %s as it was', (variant) => {
    const { record, impactEur } = played(variant, afterTrace);
    const proof = rerun(SPIKE_DRILL, record, ['canary-latency-gate']);
    expect(proof.impactAfterEur).toBeCloseTo(impactEur, 6);
    expect(proof.firstAlertAfter).toBe(proof.firstAlertBefore);
  });

  it('an item that shortens looks moves what follows them by the time saved', () => {
    const before = played('feature-store', afterTrace);
    const proof = rerun(SPIKE_DRILL, before.record, ['feature-fetch-tracing']);
    const sooner = played('feature-store', [[90, cached]]); // 270 s less the 180 s that the trace takes less
    expect(proof.firstAlertAfter).toBe(before.pageTick);
    expect(proof.impactAfterEur).toBeLessThan(before.impactEur);
    expect(Math.abs(proof.impactAfterEur - sooner.impactEur)).toBeLessThan(0.02 * before.impactEur);
  });

  it('it changes nothing for those who made no such look', () => {
    const { record, impactEur } = played('feature-store', [
      [20, look('feature-store')],
      [90, cached],
    ]);
    expect(rerun(SPIKE_DRILL, record, ['feature-fetch-tracing']).impactAfterEur).toBeCloseTo(impactEur, 6);
  });

  it('an earlier alert brings the same acts earlier', () => {
    const { record, impactEur } = played('deploy', [
      [20, look('versions')],
      [90, { type: 'rollback' }],
      [95, { type: 'repoint-champion', version: 'v41' }],
    ]);
    const proof = rerun(SPIKE_DRILL, record, ['slo-burn-alert']);
    expect(proof.firstAlertAfter).toBeLessThan(proof.firstAlertBefore!);
    expect(proof.impactAfterEur).toBeLessThan(impactEur);
  });

  it('without preventions the re-run is the run', () => {
    const { record, impactEur } = played('upstream', afterTrace);
    const proof = rerun(SPIKE_DRILL, record, []);
    expect(proof.impactAfterEur).toBe(impactEur);
    expect(proof.firstAlertAfter).toBe(proof.firstAlertBefore);
  });

  it('an item that the scenario does not have is refused by name', () => {
    expect(() => rerun(SPIKE_DRILL, played('deploy', []).record, ['more-meetings'])).toThrow(
      /expected a prevention of "latency-spike", got "more-meetings"; it has canary-latency-gate, /,
    );
  });

  it('an item counts as having an effect once it saves three hundredths of the cost', () => {
    const trace = played('feature-store', [...afterTrace, [900, { type: 'resolve' }], [901, { type: 'pick-preventions', items: ['feature-fetch-tracing'] }]]); // prettier-ignore
    const { impactAfterEur } = rerun(SPIKE_DRILL, trace.record, ['feature-fetch-tracing']);
    const helps = (saved: number): unknown =>
      provePreventions(SPIKE_DRILL, { ...trace, impactEur: impactAfterEur / (1 - saved) })!.items.map((item) => item.helps);
    expect([0.0299, 0.0301].map(helps)).toEqual([[false], [true]]);
  });

  it('effort on items without effect is taken off', () => {
    const pick = (...items: string[]): number =>
      partOf(played('deploy', [...afterTrace, [900, { type: 'resolve' }], [901, { type: 'pick-preventions', items }]]), 'prevention').got;
    expect(pick('canary-latency-gate')).toBe(10);
    expect(pick('canary-latency-gate', 'circuit-breaker')).toBeCloseTo(10 * (3 / 7), 1);
    expect(pick('circuit-breaker')).toBe(0);
    expect(pick()).toBe(0);
  });

  it('a pick that saved nothing is not mended by a second one, and the card says so', () => {
    const picked = (...picks: readonly string[][]): number =>
      partOf(
        played('deploy', [
          ...afterTrace,
          [900, { type: 'resolve' }],
          ...picks.map((items, i) => [901 + i, { type: 'pick-preventions', items }] as const),
        ]),
        'prevention',
      ).got;
    expect(picked(['circuit-breaker'], ['canary-latency-gate'])).toBe(picked(['circuit-breaker']));
    expect(picked(['canary-latency-gate'], ['circuit-breaker'])).toBe(picked(['canary-latency-gate']));
    expect(picked([], ['canary-latency-gate'])).toBe(0);
  });
});
