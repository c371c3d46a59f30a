import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { USUAL_TERMS } from '../../src/domain/difficulty.ts';
import { nightCost } from '../../src/judge/night-cost.ts';
import { baselinesOf, impactAvoidedOf, judge } from '../../src/judge/verdict.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { played, SPIKE_DRILL } from './scripted.ts';

describe('impact avoided', () => {
  it('is what you saved as a share of what the expert saved', () => {
    expect(impactAvoidedOf(4000, 10_000, 2000, 500)).toEqual({ impactAvoided: 0.75, harmAddedEur: 0 });
  });

  it('is measured against the floor where little could be saved', () => {
    expect(impactAvoidedOf(900, 1000, 900, 500)).toEqual({ impactAvoided: 0.2, harmAddedEur: 0 });
  });

  it('is negative where you cost more than nothing, and says by how much', () => {
    expect(impactAvoidedOf(12_000, 10_000, 2000, 500)).toEqual({ impactAvoided: -0.25, harmAddedEur: 2000 });
  });

  it('is null where nothing was to be avoided', () => {
    expect(impactAvoidedOf(300, 200, 200, 500)).toEqual({ impactAvoided: null, harmAddedEur: 100 });
  });
});

describe('the verdict on a record', () => {
  const expert = playPolicy(SPIKE_DRILL, policyOf('expert', SPIKE_DRILL, 'upstream'), { seed: '4', variant: 'upstream' }).record();

  it('finds the expert where the expert is, and nothing where nothing is', () => {
    const verdict = judge(SPIKE_DRILL, expert);
    expect(verdict.impactAvoided).toBeCloseTo(1, 9);
    expect(verdict.harmAddedEur).toBe(0);
    expect(verdict.score.total).toBe(verdict.baselines.expert.score);
    expect(verdict.impactEur).toBe(verdict.baselines.expert.impactEur);
    const idle = judge(SPIKE_DRILL, played('upstream', [], '4').record);
    expect(idle.impactAvoided).toBe(0);
    expect(idle.score.total).toBe(0);
    expect(idle.proven).toBeNull();
  });

  it('is plain data and the same each time', () => {
    const verdict = judge(SPIKE_DRILL, expert);
    expect(structuredClone(verdict)).toEqual(verdict);
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
    expect(judge(SPIKE_DRILL, expert)).toEqual(verdict);
  });

  it('carries curves that end at the impact', () => {
    const { curve, impactEur, baselines } = judge(SPIKE_DRILL, expert);
    expect(curve.eur.at(-1)).toBe(impactEur);
    expect([curve.ticks.slice(0, 3), curve.ticks.length, curve.eur[0]]).toEqual([[0, 15, 30], SPIKE_DRILL.brief.ticks / 15 + 1, 0]); // at every scrape
    expect(curve.ticks.at(-1)).toBe(SPIKE_DRILL.brief.ticks);
    for (const baseline of Object.values(baselines)) expect(baseline.curve.eur.at(-1)).toBe(baseline.impactEur);
  });

  it('judges a run whose variant the seed picked like one where it was forced', () => {
    const picked = playPolicy(SPIKE_DRILL, policyOf('runbook', SPIKE_DRILL, 'deploy'), { seed: '11' });
    const forced = playPolicy(SPIKE_DRILL, policyOf('runbook', SPIKE_DRILL, 'deploy'), { seed: '11', variant: picked.variant });
    expect(judge(SPIKE_DRILL, picked.record()).score).toEqual(judge(SPIKE_DRILL, forced.record()).score);
  });
});

describe('what is remembered of a night', () => {
  it('is of its terms', () => {
    const night = { seed: '1', variant: 'deploy', preventions: [] };
    const [usual, strict] = [baselinesOf(SPIKE_DRILL, night), baselinesOf(SPIKE_DRILL, { ...night, terms: { ...USUAL_TERMS, strictness: 'strict' } })]; // prettier-ignore
    expect([usual.expert.record.settings, strict.expert.record.settings]).toEqual([{ untimed: false }, { untimed: false, strictness: 'strict' }]); // prettier-ignore
    const drift = scenarioOf('prediction-drift-alarm'); // where the expert does worse by noisy readings
    const costs = [USUAL_TERMS, { ...USUAL_TERMS, information: 'noisy' as const }].map((terms) => nightCost(drift, 'expert', { seed: '1', variant: 'config', terms })); // prettier-ignore
    expect(costs[1]).toBeGreaterThan(costs[0]!);
  });

  it('is of its seed, its variant and its preventions', () => {
    const nights = [
      { seed: '1', variant: 'deploy', preventions: [] },
      { seed: '2', variant: 'deploy', preventions: [] },
      { seed: '1', variant: 'traffic', preventions: [] },
      { seed: '1', variant: 'deploy', preventions: ['circuit-breaker', 'canary-latency-gate'] },
    ];
    const costs = nights.map((night) => nightCost(SPIKE_DRILL, 'none', night));
    expect(new Set(costs).size).toBe(4);
    expect(nights.map((night) => nightCost(SPIKE_DRILL, 'none', night))).toEqual(costs);
    expect(nightCost(SPIKE_DRILL, 'expert', nights[0]!)).toBeLessThan(costs[0]!);
    expect(nights.map((night) => baselinesOf(SPIKE_DRILL, night).none.impactEur)).toEqual(costs);
    expect(baselinesOf(SPIKE_DRILL, { ...nights[0]! })).toBe(baselinesOf(SPIKE_DRILL, nights[0]!));
  });
});
