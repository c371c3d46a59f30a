import type { Action } from '../domain/action.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { setUp } from '../sim/setup.ts';
import type { KnownNight } from '../sim/plant.ts';
import { isUnfelt } from '../sim/unfelt.ts';

/** Those of some preventions that make a difference to a night: without the others it comes to the same, tick by tick. */
export function feltIn(scenario: Scenario, night: KnownNight, items: readonly string[]): readonly string[] {
  return items.filter((id) => {
    const set = scenario.brief.preventions.find((item) => item.id === id)?.set ?? {};
    return Object.entries(set).some(([path, value]) => !isUnfelt(path, value, night));
  });
}

/** Those of the preventions in place that can make a difference to a night with such actions, whatever happens in it. */
export function feltWhatever(
  scenario: Scenario,
  { seed, variant }: { readonly seed: string; readonly variant?: string | undefined },
  preventions: readonly string[],
  actions: readonly Action[],
): readonly string[] {
  return feltIn(scenario, { setup: setUp(scenario, seed, variant, preventions), actions, witness: null }, preventions);
}
