import { z } from 'zod';
import type { Outcome } from '../prove/outcome.ts';
import { nightCount, nightCountOfShard, nightsOfShard, type Shard, type SweepNight, type SweepPlan } from '../prove/sweep.ts';
import { ENGINE } from '../run/engine.ts';
import { checked } from './checked.ts';
import { readJson } from './files.ts';
import { BadInput, quoted } from './wrong.ts';

const MOST_BYTES = 1 << 28; // some three million episodes
const MOST_NAMES = 1000;
export const MOST_SEEDS = 100_000;
export const MOST_SHARDS = 10_000;

const name = z.string().min(1).max(200);
const count = (most: number) => z.number().int().min(1).max(most);

const nightSchema = z.strictObject({
  scenario: name,
  variant: name,
  seed: name,
  score: z.array(z.number()), // of each policy, in their order
  impactEur: z.array(z.number()),
  impactAvoided: z.array(z.number().nullable()),
  identified: z.array(z.boolean()),
});

const shardSchema = z.strictObject({
  shard: z.strictObject({ index: count(MOST_SHARDS), of: count(MOST_SHARDS) }),
  engine: name,
  scenarios: z
    .array(z.strictObject({ id: name, contentHash: name, ticks: count(1e6), variants: z.array(name).min(1).max(MOST_NAMES) }))
    .min(1)
    .max(MOST_NAMES),
  policies: z.array(name).min(1).max(MOST_NAMES),
  seeds: count(MOST_SEEDS),
  nights: z.array(nightSchema),
  seconds: z.number().min(0),
});

type KeptNight = z.output<typeof nightSchema>;

/** What a sweep with `--shard` prints: what was asked for, and what came of every night of this shard, unrounded. */
export type ShardFile = z.output<typeof shardSchema>;

const sameNight = (a: SweepNight, b: SweepNight): boolean => a.scenario === b.scenario && a.variant === b.variant && a.seed === b.seed;

/** A shard of a sweep that was played. @param outcomes of every policy on every night of the shard, in that order */
export function shardFileOf(plan: SweepPlan, shard: Shard, outcomes: readonly Outcome[], seconds: number): ShardFile {
  const width = plan.policies.length;
  const nights = nightsOfShard(plan, shard).map(({ scenario, variant, seed }, i): KeptNight => {
    const own = outcomes.slice(i * width, (i + 1) * width);
    return {
      scenario,
      variant,
      seed,
      score: own.map((one) => one.score),
      impactEur: own.map((one) => one.impactEur),
      impactAvoided: own.map((one) => one.impactAvoided),
      identified: own.map((one) => one.identified),
    };
  });
  return {
    shard: { ...shard },
    engine: ENGINE,
    scenarios: plan.scenarios.map((scenario) => ({ ...scenario, variants: [...scenario.variants] })),
    policies: [...plan.policies],
    seeds: plan.seeds,
    nights,
    seconds,
  };
}

/** What came of every episode of a shard. */
export const outcomesIn = ({ policies, nights }: ShardFile): readonly Outcome[] =>
  nights.flatMap(({ scenario, variant, seed, score, impactEur, impactAvoided, identified }) =>
    policies.map((policy, i): Outcome => ({
      scenario,
      variant,
      policy,
      seed,
      score: score[i]!,
      impactEur: impactEur[i]!,
      impactAvoided: impactAvoided[i]!,
      identified: identified[i]!,
    })),
  );

/**
 * A shard from the file that it was printed to.
 * @throws BadInput, naming the file, when it is no shard, or holds other nights than its shard has
 */
export function readShard(path: string): ShardFile {
  const file = checked(shardSchema, readJson(path, MOST_BYTES), `${quoted(path)} is not a shard of a sweep:`);
  const { shard, policies, nights } = file;
  if (shard.index > shard.of) throw new BadInput(`${quoted(path)} shard.index: expected 1 to ${shard.of}, got ${shard.index}`);
  const wanted = nightCountOfShard(file, shard);
  if (nights.length !== wanted)
    throw new BadInput(
      `${quoted(path)} nights: expected ${wanted} of ${nightCount(file)} in shard ${shard.index} of ${shard.of}, got ${nights.length}`,
    );
  nightsOfShard(file, shard).forEach((night, i) => {
    const { score, impactEur, impactAvoided, identified, ...kept } = nights[i]!;
    if (!sameNight(night, kept))
      throw new BadInput(
        `${quoted(path)} nights[${i}]: expected seed ${night.seed} of ${quoted(night.variant)} in ${quoted(night.scenario)}, got seed ${quoted(kept.seed)} of ${quoted(kept.variant)} in ${quoted(kept.scenario)}`,
      );
    for (const [field, list] of Object.entries({ score, impactEur, impactAvoided, identified }))
      if (list.length !== policies.length)
        throw new BadInput(`${quoted(path)} nights[${i}].${field}: expected ${policies.length}, one of each policy, got ${list.length}`);
  });
  return file;
}
