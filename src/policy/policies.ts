import type { Scenario } from '../scenario/scenario.ts';
import { expertFor } from './expert.ts';
import { none } from './none.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';
import { runbook } from './runbook.ts';

/** Those that every verdict shows beside the player. */
export const BASELINES = ['none', 'random', 'runbook', 'expert'] as const;
export type BaselineId = (typeof BASELINES)[number];

/** Named by the rules of the game, not built yet. */
const LATER = ['rollback-always', 'scale-always', 'restart-always', 'retrain-always', 'investigator'] as const;

export const POLICY_IDS: readonly string[] = BASELINES;

/**
 * A policy by its id.
 * @param variant the variant that will be played; only the expert reads it
 * @throws when no such policy is built
 */
export function policyOf(id: string, scenario: Scenario, variant: string): Policy {
  switch (id) {
    case 'none':
      return none;
    case 'random':
      return random;
    case 'runbook':
      return runbook;
    case 'expert':
      return expertFor(scenario, variant);
    default:
      throw new Error(
        `expected a policy, one of ${BASELINES.join(', ')}; got "${id}"${(LATER as readonly string[]).includes(id) ? ', which is not built yet' : ''}`,
      );
  }
}
