import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import type { Night } from './outcome.ts';

/** A scenario as a sweep knows it: its name, which text of it, and what its episodes are counted by. */
export interface SweptScenario {
  readonly id: string;
  readonly contentHash: string;
  readonly ticks: number; // of one episode
  readonly variants: readonly string[];
}

/** What is swept: every policy plays every night, and a night is a variant with a seed. */
export interface SweepPlan {
  readonly scenarios: readonly SweptScenario[];
  readonly policies: readonly string[];
  readonly seeds: number; // "1" to this one
}

export interface SweepNight extends Night {
  readonly scenario: string;
}

/** One part of a sweep that is spread over machines; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export const sweptScenario = ({ brief, contentHash, sealed }: Scenario): SweptScenario => ({
  id: brief.id,
  contentHash,
  ticks: brief.ticks,
  variants: openTruth(sealed).variants.map(({ id }) => id),
});

/** How many nights a sweep has. */
export const nightCount = (plan: SweepPlan): number =>
  plan.scenarios.reduce((sum, scenario) => sum + scenario.variants.length, 0) * plan.seeds;

/** A night by its place: scenario by scenario, in each variant by variant, in each seed by seed. */
function nightAt(plan: SweepPlan, place: number): SweepNight {
  let before = 0;
  for (const { id, variants } of plan.scenarios) {
    const within = place - before;
    const variant = variants[Math.floor(within / plan.seeds)];
    if (variant !== undefined) return { scenario: id, variant, seed: String((within % plan.seeds) + 1) };
    before += variants.length * plan.seeds;
  }
  throw new Error(`expected a night from 0 to ${before - 1}, got ${place}`);
}

/** How many nights a shard has; none where there are more shards than nights. */
export const nightCountOfShard = (plan: SweepPlan, { index, of }: Shard): number =>
  Math.max(0, Math.ceil((nightCount(plan) - index + 1) / of));

/**
 * The nights of a shard: every `of`-th of all, so that shards cost the same, whatever a variant costs to play. Whole nights,
 * because the policies of one are measured against the same two runs.
 */
export const nightsOfShard = (plan: SweepPlan, shard: Shard): readonly SweepNight[] =>
  Array.from({ length: nightCountOfShard(plan, shard) }, (_, i) => nightAt(plan, shard.index - 1 + i * shard.of));

/** Every night of a sweep. */
export const nightsOf = (plan: SweepPlan): readonly SweepNight[] => nightsOfShard(plan, { index: 1, of: 1 });
