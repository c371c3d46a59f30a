import type { Scenario } from '../scenario/scenario.ts';
import { expertFor } from './expert.ts';
import { investigator } from './investigator.ts';
import { none } from './none.ts';
import { ONE_TRICKS, oneTrick, type OneTrickId } from './one-trick.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';
import { runbook } from './runbook.ts';

/** Those that every verdict shows beside the player. */
export const BASELINES = ['none', 'random', 'runbook', 'expert'] as const;
export type BaselineId = (typeof BASELINES)[number];

export const POLICY_IDS: readonly string[] = ['none', 'random', ...ONE_TRICKS, 'runbook', 'investigator', 'expert'];

const isOneTrick = (id: string): id is OneTrickId => (ONE_TRICKS as readonly string[]).includes(id);

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
    case 'investigator':
      return investigator;
    case 'expert':
      return expertFor(scenario, variant);
    default:
      if (isOneTrick(id)) return oneTrick(id);
      throw new Error(`expected a policy, one of ${POLICY_IDS.join(', ')}; got "${id}"`);
  }
}
