import { describe, expect, it } from 'vitest';
import { provePreventions, rerun } from '../../src/judge/prevention.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playRecord, type RunTrace } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { aScenario, VARIANTS, withTruth, type VariantId } from '../support/a-scenario.ts';

const SEEDS = ['1', '2'];
const scenario = aScenario();

/** Each variant under the name of the next: the worlds stay, who is called what does not. */
const NEXT: Readonly<Record<string, VariantId>> = Object.fromEntries(VARIANTS.map((id, i) => [id, VARIANTS[(i + 1) % VARIANTS.length]!]));
const renamed: Scenario = withTruth(scenario, (truth) => ({
  ...truth,
  variants: truth.variants.map((variant) => ({ ...variant, id: NEXT[variant.id]! })),
}));

/** The scenario with nothing stated of its preventions. */
const unstated: Scenario = withTruth(scenario, (truth) => ({
  ...truth,
  variants: truth.variants.map((variant) => ({ ...variant, preventionEffects: {} })),
}));

/** Everything of a run that anyone can see, and what it cost. */
const shown = ({ series, ticks, evidence, changes, conversation, verified, impactEur, finalHash }: RunTrace) => ({
  series,
  ticks,
  evidence,
  changes,
  conversation,
  verified,
  impactEur,
  finalHash,
});

describe('a script cannot hide behind the name of a variant', () => {
  it.each(VARIANTS)('the same world under another name gives the same series, evidence and cost: %s', (variant) => {
    for (const seed of SEEDS)
      for (const policy of ['none', 'runbook', 'random']) {
        const run = playPolicy(scenario, policyOf(policy, scenario, variant), { seed, variant });
        const other = playRecord(renamed, { ...run.record(), variant: NEXT[variant]! });
        expect(other.variant).toBe(NEXT[variant]);
        expect(shown(other.trace())).toEqual(shown(run.trace()));
      }
  });

  it('another world under the same name does not', () => {
    for (const variant of VARIANTS) {
      const run = playPolicy(scenario, policyOf('none', scenario, variant), { seed: '1', variant });
      expect(shown(playRecord(renamed, run.record()).trace()).finalHash).not.toBe(run.trace().finalHash);
    }
  });
});

describe('a script cannot hide behind what is stated of a prevention', () => {
  it.each(VARIANTS)('re-runs come to the same where nothing is stated: %s', (variant) => {
    for (const seed of SEEDS) {
      const run = playPolicy(scenario, policyOf('runbook', scenario, variant), { seed, variant });
      for (const { id } of scenario.brief.preventions)
        expect(rerun(unstated, run.record(), [id])).toEqual(rerun(scenario, run.record(), [id]));
      expect(provePreventions(unstated, run.trace())).toEqual(provePreventions(scenario, run.trace()));
    }
  });
});
