import { describe, expect, test } from 'vitest';
import { ranked } from '../../../src/sim/exposure/difference.ts';
import { lookEvaluation } from '../../../src/sim/exposure/look-evaluation.ts';
import { lookSegments } from '../../../src/sim/exposure/look-segments.ts';
import { overlay } from '../../../src/sim/exposure/overlay.ts';
import { shipped } from '../../scenario/shipped.ts';
import { meanOver, night, seeds, worldAt } from './nights.ts';

const SHOP = shipped('gates-green-72h');
const VARIANTS = ['tail', 'layout', 'season', 'shipping'];
const hours = (afterRelease: number): number => (24 + afterRelease) * 12;
const SHARE = 'successes.share';

describe('a shop after a release', () => {
  // Calibration, section 1.2: conversion in percent over six hours, the same in all variants.
  const table = [[0, 3.04], [36, 3.11], [48, 3.09], [60, 2.93], [66, 2.76], [72, 2.62]] as const; // prettier-ignore
  test.each(table)(
    '%i hours after it converts %f %% in every variant',
    (hour, percent) => {
      const means = VARIANTS.map((variant) => meanOver(5, (seed) => night(SHOP, variant, seed).reading(SHARE, hours(hour)) * 100));
      for (const mean of means) expect(Math.abs(mean - percent)).toBeLessThan(0.06);
      expect(Math.max(...means) - Math.min(...means)).toBeLessThan(0.03); // two spreads of what is read are 0.06
    },
    120_000,
  );

  // Section 1.3: cumulated loss in thousand euro.
  const losses = [
    ['tail', 72, 71 - 22], ['tail', 119, 363], ['layout', 72, 71], ['layout', 119, 412], ['shipping', 119, 412], ['season', 119, 0],
  ] as const; // prettier-ignore
  test.each(losses)(
    '%s has lost, %i hours after the release, about %i thousand euro',
    (variant, hour, thousands) => {
      const lost = meanOver(3, (seed) => night(SHOP, variant, seed).reading('business.impact_eur', hours(hour)) / 1000);
      expect(Math.abs(lost - thousands)).toBeLessThan(Math.max(2, thousands * 0.06 + 3));
    },
    120_000,
  );

  const cures = [
    ['tail', { type: 'rollback' }, 3.05, 70], ['layout', { type: 'set-flag', flag: 'app-7-3-layout', on: false }, 3.1, 86],
    ['shipping', { type: 'pause-experiment', experiment: 'shipping-test', ask: true }, 3.1, 95],
  ] as const; // prettier-ignore
  test.each(cures)(
    '%s is cured by its own change, two hours after the page',
    (variant, change, percent, thousands) => {
      const run = night(SHOP, variant, 'night 1', [[hours(74), change]]);
      expect(Math.abs(run.reading(SHARE, hours(110)) * 100 - percent)).toBeLessThan(0.12);
      expect(run.impactEur() / 1000).toBeLessThan(thousands * 1.25);
      expect(run.impactEur()).toBeLessThan(0.4 * night(SHOP, variant, 'night 1').impactEur());
    },
    60_000,
  );

  test('loses by a rollback where the release is good, and by training again on the same rows where it is not', () => {
    const cost = (variant: string, ...acts: Parameters<typeof night>[3] & object[]): number => night(SHOP, variant, '3', acts).impactEur();
    for (const variant of ['layout', 'season', 'shipping'])
      expect(cost(variant, [hours(74), { type: 'rollback' }])).toBeGreaterThan(cost(variant) + 15_000);
    expect(cost('tail', [hours(74), { type: 'retrain', data: 'all' }])).toBeGreaterThan(cost('tail') + 5_000);
    expect(cost('tail', [hours(74), { type: 'retrain', data: 'reweighted' }])).toBeLessThan(0.5 * cost('tail'));
  }, 60_000);

  const planted = [
    ['tail', 'segment', 'rare'], ['layout', 'client', 'app-7-3'], ['shipping', 'arm', 'b'],
  ] as const; // prettier-ignore
  test.each(planted)(
    '%s: of all ways to split the audience, by %s comes first, and the group is %s',
    (variant, dimension, group) => {
      const [first, ...rest] = ranked(worldAt(SHOP, variant, '4', hours(72)));
      expect(first!.dimension).toBe(dimension);
      if (variant !== 'tail') expect(first!.worst!.id).toBe(group);
      expect(first!.p).toBeLessThan(1e-6);
      expect(rest.find((one) => one.dimension === 'random')!.p).toBeGreaterThan(0.001);
    },
    30_000,
  );

  test('has nothing that stands out while it is healthy, nor when only the season has turned', () => {
    for (const seed of seeds(4)) {
      for (const world of [worldAt(SHOP, 'layout', seed, hours(47)), worldAt(SHOP, 'season', seed, hours(72))])
        expect(ranked(world).filter(({ p }) => p <= 0.001)).toEqual([]);
    }
  }, 60_000);

  test('tells its tail, its layout, its test and its season by one reading each', () => {
    const reading = (variant: string, by: string, key: string): number =>
      lookSegments(worldAt(SHOP, variant, '5', hours(72)), by)!.readings.find((one) => one.key === key)!.value;
    const lastYear = (variant: string): number => overlay(worldAt(SHOP, variant, '5', hours(72))).readings[0]!.value;
    const slice = (variant: string): number => lookEvaluation(worldAt(SHOP, variant, '5', hours(72))).readings.find(({ key }) => key === 'evaluation.worst_slice')!.value;
    for (const variant of VARIANTS) {
      expect(reading(variant, 'segment', 'segments.contrast{rare}') < -0.2).toBe(variant === 'tail');
      expect(reading(variant, 'client', 'segments.contrast{app-7-3}') < -0.2).toBe(variant === 'layout');
      expect(reading(variant, 'arm', 'segments.contrast{b}') < -0.2).toBe(variant === 'shipping');
      expect(lastYear(variant) < -0.08).toBe(variant === 'season');
      expect(slice(variant) < 0.8).toBe(variant === 'tail');
    }
  }, 60_000); // prettier-ignore

  test('is spared its poor tail by a canary with lists of its own, an honest evaluation set, or cold lists', () => {
    const with_ = (item: string, variant: string): ReturnType<typeof night> => night(SHOP, variant, '6', [], [item]);
    for (const item of ['business-canary', 'weighted-evaluation']) {
      expect(with_(item, 'tail').impactEur()).toBeLessThan(5_000);
      for (const variant of ['layout', 'season', 'shipping'])
        expect(with_(item, variant).impactEur()).toBeCloseTo(night(SHOP, variant, '6').impactEur(), 2);
    }
    expect(with_('cold-lists', 'tail').pageTick!).toBeLessThan(hours(48));
    expect(with_('seasonal-baseline', 'season').pageTick).toBe(null);
    expect(with_('seasonal-baseline', 'layout').pageTick!).toBeLessThan(hours(68));
  }, 90_000);
});
