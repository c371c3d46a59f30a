import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import type { Night } from './outcome.ts';

/** Ids of the scenario's variants, in the file's order. */
export const variantsOf = (scenario: Scenario): readonly string[] => openTruth(scenario.sealed).variants.map(({ id }) => id);

/** Variants in which it is right to change nothing. */
export const leaveAloneVariants = (scenario: Scenario): ReadonlySet<string> =>
  new Set(openTruth(scenario.sealed).variants.flatMap(({ id, recommended }) => (recommended.leaveAlone === null ? [] : [id])));

/** Seeds "from" to "from + count − 1". */
export const seedsFrom = (from: number, count: number): readonly string[] => Array.from({ length: count }, (_, i) => String(from + i));

/** Every variant on every one of these seeds. */
export const allNights = (scenario: Scenario, seeds: readonly string[]): readonly Night[] =>
  variantsOf(scenario).flatMap((variant) => seeds.map((seed): Night => ({ seed, variant })));
