import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf, outcomesOf, type Outcome } from '../../src/prove/outcome.ts';
import { nightCount, nightCountOfShard, nightsOf, nightsOfShard, sweptScenario, type SweepPlan } from '../../src/prove/sweep.ts';
import { percentileOf, rowsOf, tableOf } from '../../src/prove/sweep-table.ts';
import { SPIKE_DRILL } from '../judge/scripted.ts';

const planOf = (variants: readonly number[], seeds: number, policies: readonly string[] = ['none']): SweepPlan => ({
  scenarios: variants.map((count, i) => ({
    id: `s${i}`,
    contentHash: 'c0ffee',
    ticks: 100 * (i + 1),
    variants: Array.from({ length: count }, (_, v) => `v${v}`),
  })),
  policies,
  seeds,
});

const anyPlan = fc
  .record({ variants: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), seeds: fc.integer({ min: 1, max: 30 }) })
  .map(({ variants, seeds }) => planOf(variants, seeds));

describe('the nights of a sweep', () => {
  it('go scenario by scenario, variant by variant, seed by seed', () => {
    expect(nightsOf(planOf([1, 2], 2)).map(({ scenario, variant, seed }) => `${scenario} ${variant} ${seed}`)).toEqual([
      's0 v0 1',
      's0 v0 2',
      's1 v0 1',
      's1 v0 2',
      's1 v1 1',
      's1 v1 2',
    ]);
  });

  it('lie in exactly one shard each, and shards differ by at most one night', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 40 }), (plan, of) => {
        const shards = Array.from({ length: of }, (_, i) => nightsOfShard(plan, { index: i + 1, of }));
        const key = (night: object): string => JSON.stringify(night);
        expect(shards.flat().map(key).sort()).toEqual(nightsOf(plan).map(key).sort());
        expect(new Set(shards.flat().map(key)).size).toBe(nightCount(plan));
        const sizes = shards.map((nights) => nights.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(sizes).toEqual(shards.map((_, i) => nightCountOfShard(plan, { index: i + 1, of })));
      }),
    );
  });

  it('of a real scenario are of its own variants', () => {
    const { id, variants, contentHash, ticks } = sweptScenario(SPIKE_DRILL);
    expect([id, contentHash, ticks]).toEqual([SPIKE_DRILL.brief.id, SPIKE_DRILL.contentHash, SPIKE_DRILL.brief.ticks]);
    expect(variants).toEqual(['deploy', 'feature-store', 'traffic', 'upstream']);
  });
});

const outcome = (over: Partial<Outcome> & Pick<Outcome, 'seed'>): Outcome => ({
  scenario: 's0',
  variant: 'v0',
  policy: 'none',
  score: 0,
  impactEur: 0,
  impactAvoided: null,
  identified: false,
  ...over,
});

describe('percentiles, by nearest rank', () => {
  const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => n - i);

  it.each([
    [1, 5, 1],
    [1, 95, 1],
    [20, 5, 1],
    [20, 95, 19],
    [21, 5, 2],
    [60, 95, 57],
    [100, 5, 5],
    [100, 95, 95],
  ])('of 1 to %i, %i %% do not exceed %i', (n, percent, expected) => {
    expect(percentileOf(upTo(n), percent)).toBe(expected);
  });

  it('are the least value that so many do not exceed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), fc.constantFrom(5, 95), (values, percent) => {
        const found = percentileOf(values, percent);
        const share = (limit: number): number => 100 * values.filter((value) => value <= limit).length;
        expect(values).toContain(found);
        expect(share(found)).toBeGreaterThanOrEqual(percent * values.length);
        const below = values.filter((value) => value < found);
        if (below.length > 0) expect(share(Math.max(...below))).toBeLessThan(percent * values.length);
      }),
    );
  });
});

describe('the rows of a sweep', () => {
  it('hold means, percentiles and shares', () => {
    const plan = planOf([1], 3, ['runbook']);
    const rows = rowsOf(plan, [
      outcome({ policy: 'runbook', seed: '1', score: 40, impactEur: 100.004, impactAvoided: 0.5, identified: true }),
      outcome({ policy: 'runbook', seed: '2', score: 50.5, impactEur: 200, impactAvoided: null }),
      outcome({ policy: 'runbook', seed: '3', score: 61, impactEur: 300, impactAvoided: -0.25, identified: true }),
    ]);
    expect(rows).toEqual([
      {
        scenario: 's0',
        variant: 'v0',
        policy: 'runbook',
        seeds: 3,
        scoreMean: 50.5,
        scoreP05: 40,
        scoreP95: 61,
        impactEurMean: 200,
        impactAvoidedMean: 0.125,
        identifiedShare: 0.6667,
      },
    ]);
  });

  it('say null where nothing could be avoided on any seed', () => {
    const plan = planOf([1], 2);
    expect(rowsOf(plan, [outcome({ seed: '1' }), outcome({ seed: '2' })])[0]?.impactAvoidedMean).toBeNull();
  });

  it('are equal to the last bit whatever the order in which outcomes come', () => {
    const plan = planOf([2, 1], 7, ['none', 'random']);
    const money = fc.double({ min: 0, max: 1e5, noNaN: true });
    const outcomes = fc.tuple(
      ...nightsOf(plan).flatMap((night) =>
        plan.policies.map((policy) =>
          fc
            .record({ score: money, impactEur: money, impactAvoided: fc.option(money) })
            .map((figures) => outcome({ ...night, policy, ...figures })),
        ),
      ),
    );
    fc.assert(
      fc.property(
        outcomes.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([inOrder, shuffled]) => {
          const table = tableOf(plan, inOrder, 1);
          expect(JSON.stringify(tableOf(plan, shuffled, 1))).toBe(JSON.stringify(table));
          expect(table.rows.map(({ scenario, variant, policy }) => `${scenario} ${variant} ${policy}`)).toEqual([
            's0 v0 none',
            's0 v0 random',
            's0 v1 none',
            's0 v1 random',
            's1 v0 none',
            's1 v0 random',
          ]);
          expect([table.episodes, table.ticks]).toEqual([42, 28 * 100 + 14 * 200]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('outcomes of a night', () => {
  it('are those of each policy by itself, in the order asked for', () => {
    const night = { seed: '3', variant: 'upstream' };
    const policies = ['runbook', 'none', 'random'];
    expect(outcomesOf(SPIKE_DRILL, policies, night)).toEqual(policies.map((policy) => outcomeOf(SPIKE_DRILL, policy, night)));
  });
});
