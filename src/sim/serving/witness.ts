import type { Setup, Witness, WorldState } from './world.ts';
import type { Conditions } from './types.ts';

export const createWitness = (): Witness => ({ storeFailed: false, supplierFailed: false, fired: [] });

export const copyWitness = ({ storeFailed, supplierFailed, fired }: Witness): Witness => ({ storeFailed, supplierFailed, fired });

/** Takes note of the calls of one tick. */
export function witnessCalls(witness: Witness, setup: Setup, state: WorldState, conditions: Conditions): void {
  const { store } = state.parts.serving;
  const { slowCallSeconds } = setup.params['feature-store'].breakerTuning;
  if (store.overflowShare > 0 || store.cutShare > 0 || store.delaySeconds > slowCallSeconds) witness.storeFailed = true;
  if (conditions.slowCalls !== null) witness.supplierFailed = true; // some of its calls are slow, so some may fail
}
