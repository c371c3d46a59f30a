import type { Terms } from '../domain/difficulty.ts';
import { policyOf } from '../policy/policies.ts';
import { playPolicy } from '../policy/policy.ts';
import type { Scenario } from '../scenario/scenario.ts';

export interface Night {
  readonly seed: string;
  readonly variant: string;
  readonly preventions?: readonly string[];
  readonly terms?: Terms; // as usual where left out
}

const KEPT = 512; // nights remembered a scenario
const remembered = new WeakMap<Scenario, Map<string, number>>();

/** What a night costs under a policy, € to the end; remembered, since everyone who plays that night is measured against it. */
export function nightCost(scenario: Scenario, policy: string, night: Night): number {
  let known = remembered.get(scenario);
  if (known === undefined) remembered.set(scenario, (known = new Map()));
  const key = JSON.stringify([policy, night.seed, night.variant, night.terms, ...(night.preventions ?? [])]);
  let cost = known.get(key);
  if (cost === undefined) {
    if (known.size >= KEPT) known.clear();
    cost = playPolicy(scenario, policyOf(policy, scenario, night.variant), night).impactEur();
    known.set(key, cost);
  }
  return cost;
}

/** What could be avoided of a night: doing nothing less the recommended response, at least the scenario's floor. € */
export const avoidableEur = (scenario: Scenario, night: Night): number =>
  Math.max(nightCost(scenario, 'none', night) - nightCost(scenario, 'expert', night), scenario.brief.floorEur);
