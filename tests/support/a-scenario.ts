import type { Scenario } from '../../src/scenario/scenario.ts';
import { applySettings } from '../../src/scenario/settings.ts';
import type { Route, Settings } from '../../src/scenario/system.ts';
import { openTruth, seal, type Truth } from '../../src/scenario/truth.ts';
import { shipped } from '../scenario/shipped.ts';

export const VARIANTS = ['deploy', 'feature-store', 'traffic', 'upstream'] as const;
export type VariantId = (typeof VARIANTS)[number];

let loaded: Scenario | null = null;

/** The latency spike as it is shipped. */
export const aScenario = (): Scenario => (loaded ??= shipped('latency-spike'));

/** A scenario on a system with other parameters. */
export const withSettings = (scenario: Scenario, settings: Settings): Scenario => ({
  ...scenario,
  system: applySettings(scenario.system, settings),
});

/** A scenario whose system has one more route, so that changes can name it. */
export const withRoute = (scenario: Scenario, route: Route): Scenario => ({
  ...scenario,
  system: { ...scenario.system, routes: [...scenario.system.routes, route] },
});

/** A scenario with another truth. */
export const withTruth = (scenario: Scenario, edit: (truth: Truth) => Truth): Scenario => ({
  ...scenario,
  sealed: seal(edit(openTruth(scenario.sealed))),
});

/** The scenario in which nothing goes wrong, whatever the variant: systems and histories stay, faults do not. */
export const withoutFaults = (scenario: Scenario): Scenario =>
  withTruth(scenario, (truth) => ({ ...truth, variants: truth.variants.map((variant) => ({ ...variant, faults: [] })) }));
