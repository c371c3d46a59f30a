import { describe, expect, it } from 'vitest';
import { acceptance } from '../../../src/parts/outcomes/step.ts';
import { ordinaryDay } from '../../../src/sim/scoring/catalogue.ts';
import { tablesOf } from '../../../src/sim/scoring/tables.ts';
import { pinnedAuc } from '../../../src/sim/scoring/train.ts';
import { playScoring, quiet, scoringParams, type Deed, type PlayedScoring } from '../../support/play-scoring.ts';

const VARIANTS = ['units', 'types', 'keys', 'market'] as const;
const BROKEN = { units: 'monthly-fee', types: 'plan', keys: 'customer-key', market: 'monthly-fee' } as const;
const DAYS = 4 * 24;

const play = (variant: string, deeds: readonly Deed[] = [], settings = {}, preventions: readonly string[] = []): PlayedScoring =>
  playScoring('silent-schema', variant, deeds, { settings: { ...quiet, ...settings }, preventions, until: 171 + 5 * 24 });

/** Share of offers accepted by the batch of a morning. @param day 0: that of the page's morning */
function accepted({ world, seen, page }: PlayedScoring, day: number): number {
  const today = seen.get(page + 3 + day * 24)!;
  return acceptance(world.setup.params.outcomes, {
    rows: today.selected,
    positives: today.selectedPositives,
    movedPositives: today.selectedMoved,
    predicted: 0,
  });
}

/** Thousand euro wasted in the four days from the first batch that a change can reach. */
const waste = (played: PlayedScoring): number => played.eurBetween(played.page + 12, played.page + 12 + DAYS) / 1000;
const candidates = ({ world }: PlayedScoring): number[] =>
  world.state.parts.registry.versions.filter(({ trainedHour }) => trainedHour >= 120).map(({ auc }) => auc);

describe('an ordinary day of the churn model', () => {
  const params = scoringParams('silent-schema', 'market');
  it('has the AUC, acceptance and churn of the plan', () => {
    expect(tablesOf(params).versions.at(-1)!.auc).toBeCloseTo(0.83, 2);
    expect(ordinaryDay(params).acceptedShare).toBeCloseTo(0.22, 2);
    expect(tablesOf(params).rate).toBeCloseTo(0.04, 2);
  });

  it('costs nothing beyond itself', () => {
    const { world } = playScoring('silent-schema', 'market', [], { settings: quiet, until: 94 });
    expect(Math.abs(world.totals.latest('impactEur'))).toBeLessThan(1e-6);
    expect(world.state.parts.training.runs).toBe(4);
  });
});

describe.each(VARIANTS)('the three nights of %s', (variant) => {
  const nothing = play(variant);
  it('open alike: AUC .78, .74, .71, and the third is stopped', () => {
    const [first, second, third] = candidates(nothing);
    for (const [auc, wanted] of [
      [first, 0.78],
      [second, 0.742],
      [third, 0.709],
    ] as const)
      expect(Math.abs(auc! - wanted)).toBeLessThan(0.006);
    expect(
      nothing.world.state.parts.registry.versions.filter(({ trainedHour, promoted }) => trainedHour >= 168 && promoted).length,
    ).toBeLessThanOrEqual(1);
  });

  it('waste offers alike: 17, 13, 12.8 %, some €27,000 a day with the customers that are not kept', () => {
    expect(accepted(nothing, -2)).toBeCloseTo(0.17, 2);
    for (const day of [-1, 0]) expect(Math.abs(accepted(nothing, day) - 0.129)).toBeLessThan(0.008);
    expect(waste(nothing)).toBeGreaterThan(92);
    expect(waste(nothing)).toBeLessThan(121);
  });
});

describe.each(['units', 'types', 'keys'] as const)('with broken rows, as in %s', (variant) => {
  const nothing = waste(play(variant));
  const mended = play(variant, [[2, { type: 'fix-mapping', feature: BROKEN[variant] }]]);

  it('an adapter and reading again heal it, and the next night trains a good model', () => {
    expect(accepted(mended, 1)).toBeCloseTo(0.22, 2);
    expect(mended.world.state.parts.training.candidateAuc).toBeCloseTo(0.832, 2);
  });

  it('an adapter elsewhere heals nothing', () => {
    expect(waste(play(variant, [[2, { type: 'fix-mapping', feature: 'usage-trend' }]]))).toBeCloseTo(nothing, 6);
  });

  it('the pinned snapshot brings back nearly all, and ages', () => {
    const pinned = play(variant, [[1, { type: 'pin-snapshot' }]]);
    expect(accepted(pinned, 1)).toBeGreaterThan(0.195);
    expect(accepted(pinned, 4)).toBeLessThan(accepted(pinned, 1));
    expect(waste(pinned)).toBeLessThan(0.35 * nothing);
  });

  it('a rollback of the model repairs nothing: the old model reads the same rows', () => {
    expect(waste(play(variant, [[1, { type: 'rollback' }]]))).toBeGreaterThan(0.97 * nothing);
  });

  it('running again, retraining and a lower gate do not help', () => {
    for (const change of [{ type: 'rerun-job' }, { type: 'retrain', data: 'all' }, { type: 'set-gate', threshold: 0.7 }] as const)
      expect(waste(play(variant, [[1, change]]))).toBeGreaterThan(0.99 * nothing);
  });

  it('dropping the column is worse than doing nothing', () => {
    expect(waste(play(variant, [[1, { type: 'drop-feature', feature: variant === 'types' ? 'plan' : 'monthly-fee' }]]))).toBeGreaterThan(
      1.1 * nothing,
    );
  });

  it('the candidate has forgotten how clean rows read', () => {
    const { world } = play(variant);
    const { registry } = world.state.parts;
    const of = (id: string): number =>
      pinnedAuc(
        world.setup.params,
        registry.versions.find((version) => version.id === id)!,
      );
    expect(of(registry.stable) - of(world.state.parts.training.candidate!)).toBeGreaterThan(0.02);
  });
});

describe('where the world has changed', () => {
  const nothing = waste(play('market'));
  it('no adapter helps, and the past is worse than the present', () => {
    expect(waste(play('market', [[2, { type: 'fix-mapping', feature: 'plan' }]]))).toBeCloseTo(nothing, 6);
    expect(waste(play('market', [[1, { type: 'pin-snapshot' }]]))).toBeGreaterThan(1.03 * nothing);
  });

  it('training on the newest rows does: AUC .80, and half of the waste is gone', () => {
    const recent = play('market', [[1, { type: 'retrain', data: 'recent' }]]);
    expect(recent.world.state.parts.training.candidateAuc).toBeGreaterThan(0.795);
    expect(accepted(recent, 2)).toBeGreaterThan(0.175);
    expect(waste(recent)).toBeLessThan(0.65 * nothing);
  });

  it('more customers leave, and the candidate is as good as ever on pinned rows', () => {
    const { world } = play('market');
    const newest = world.state.parts.labels.periods.at(-1)!;
    expect(newest.allPositives / newest.rows).toBeGreaterThan(0.065);
    expect(pinnedAuc(world.setup.params, world.state.parts.registry.versions.at(-1)!)).toBeGreaterThan(0.828);
  });
});

describe('preventions of the silent schema', () => {
  const base = Object.fromEntries(VARIANTS.map((variant) => [variant, play(variant).eurBetween(0, 290)]));
  const change = (item: string): Record<string, number> =>
    Object.fromEntries(VARIANTS.map((variant) => [variant, play(variant, [], {}, [item]).eurBetween(0, 290) / base[variant]!]));

  it('a contract stops the first bad night of a unit and of a type, and not of a key it does not name', () => {
    const { units, types, keys, market } = change('versioned-contract');
    expect([units! < 0.3, types! < 0.3]).toEqual([true, true]);
    expect([keys, market]).toEqual([1, 1]);
  });

  it('tests of distributions do the same; a changed world passes, with a warning', () => {
    const { units, types, keys, market } = change('distribution-tests');
    expect([units! < 0.3, types! < 0.3]).toEqual([true, true]);
    expect([keys, market]).toEqual([1, 1]);
  });

  it('a check of keys stops the first bad night of keys alone', () => {
    const { units, types, keys, market } = change('referential-check');
    expect(keys!).toBeLessThan(0.3);
    expect([units, types, market]).toEqual([1, 1, 1]);
  });

  it('a gate on pinned rows keeps bad models out, which on broken rows is no gain', () => {
    const { units, types, keys, market } = change('evaluation-gate');
    expect(units!).toBeGreaterThan(1);
    expect(keys!).toBeGreaterThan(1);
    expect(types!).toBeLessThan(1);
    expect(market!).toBeCloseTo(1, 1);
  });

  it('a short window follows the market and changes nothing else', () => {
    const { units, types, keys, market } = change('short-window');
    expect(market!).toBeLessThan(0.95);
    for (const rest of [units, types, keys]) expect(rest!).toBeCloseTo(1, 3);
  });
});
