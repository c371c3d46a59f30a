import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, seal, type Variant } from '../scenario/truth.ts';

export interface Blinded {
  readonly scenario: Scenario;
  readonly nameOf: Readonly<Record<string, string>>; // of each variant, by what it is called in the file
}

const NOTHING_RECOMMENDED: Variant['recommended'] = { withoutCause: [], mitigate: [], fix: [], leaveAlone: null };

/**
 * The same world with all that a player must not need taken out: tells, recommended responses, harmful actions and the stated effects
 * of preventions are deleted, and the variants come in another order under other names.
 */
export function blinded(scenario: Scenario): Blinded {
  const truth = openTruth(scenario.sealed);
  const nameOf: Record<string, string> = {};
  truth.variants.forEach(({ id }, i) => {
    nameOf[id] = `unnamed-${i + 1}`;
  });
  const variants = [...truth.variants].reverse().map((variant): Variant => ({
    ...variant,
    id: nameOf[variant.id]!,
    title: '',
    says: '',
    tells: [],
    recommended: NOTHING_RECOMMENDED,
    harmful: [],
    preventionEffects: {},
  }));
  return { scenario: { ...scenario, sealed: seal({ ...truth, variants, tells: [] }) }, nameOf };
}
