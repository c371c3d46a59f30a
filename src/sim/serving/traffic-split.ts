import type { RolloutState } from '../../parts/rollout/step.ts';

/** Shares of traffic by version as the gateway uses them; null: every pod gets the same. */
export const splitOf = (rollout: RolloutState): ReadonlyMap<string, number> | null =>
  rollout.weights === null ? null : new Map(rollout.weights);
