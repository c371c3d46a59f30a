import type { Setup } from './setup.ts';
import type { Conditions } from './serving-types.ts';
import type { WorldState } from './state.ts';

/**
 * What has happened that a setting of the system might have answered to, were it set otherwise. It only grows. A setting that nothing
 * has called for made no difference so far, so that a night need not be played again to see that; see unfelt.ts.
 */
export interface Witness {
  storeFailed: boolean; // a fetch failed, or was slow, as a breaker counts it
  supplierFailed: boolean; // likewise a call to the upstream service
  fired: readonly string[]; // ids of alert rules that have fired
}

export const createWitness = (): Witness => ({ storeFailed: false, supplierFailed: false, fired: [] });

export const copyWitness = ({ storeFailed, supplierFailed, fired }: Witness): Witness => ({ storeFailed, supplierFailed, fired });

/** Takes note of the calls of one tick. */
export function witnessCalls(witness: Witness, setup: Setup, state: WorldState, conditions: Conditions): void {
  const { store } = state.parts.serving;
  const { slowCallSeconds } = setup.params['feature-store'].breakerTuning;
  if (store.overflowShare > 0 || store.cutShare > 0 || store.delaySeconds > slowCallSeconds) witness.storeFailed = true;
  if (conditions.mixture !== null) witness.supplierFailed = true; // some of its calls are slow, so some may fail
}

/** Takes note of the alerts that fire at a scrape. */
export function witnessAlerts(witness: Witness, state: WorldState): void {
  for (const { id, chart } of state.parts.alerts.alerts)
    if (chart === 'firing' && !witness.fired.includes(id)) witness.fired = [...witness.fired, id];
}
