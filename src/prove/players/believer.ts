import { planOf } from '../../policy/expert.ts';
import { playPlan } from '../../policy/planned.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Scenario } from '../../scenario/scenario.ts';

export const believerId = (variant: string): string => `as ${variant}`;

/**
 * The recommended response to one variant, played whatever the night is: it opens what that response opens, and takes it for what
 * it would have shown there.
 * @throws when the scenario has no such variant
 */
export function believer(scenario: Scenario, variant: string): Policy {
  const plan = planOf(scenario, variant);
  return { id: believerId(variant), begin: () => playPlan({ ...plan, found: ({ look }) => plan.expected(look) }) };
}
