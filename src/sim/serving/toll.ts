import { ZERO } from '../../kernel/zero.ts';
import type { StoreState } from '../../parts/feature-store/step.ts';

/** What the store did to lookups over one step or several that are settled together. Reused. */
export interface Toll {
  seconds: number;
  lookups: number;
  overflow: number; // lookups refused at once
  cut: number; // lookups whose caller gave up
  delaySum: number; // s × s: the delay, over time
}

export const createToll = (): Toll => ({ seconds: ZERO, lookups: ZERO, overflow: ZERO, cut: ZERO, delaySum: ZERO });

export function clearToll(toll: Toll): void {
  toll.seconds = toll.lookups = toll.overflow = toll.cut = toll.delaySum = 0;
}

/** Adds what the store's last step did. */
export function takeToll(toll: Toll, store: StoreState, seconds: number): void {
  const lookups = store.lookups * seconds;
  toll.seconds += seconds;
  toll.lookups += lookups;
  toll.overflow += lookups * store.overflowShare;
  toll.cut += lookups * store.cutShare;
  toll.delaySum += store.delaySeconds * seconds;
}
