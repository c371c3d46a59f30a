import { describe, expect, it } from 'vitest';
import { ordinaryDay } from '../../../src/sim/scoring/catalogue.ts';
import { playScoring, quiet, scoringParams, type Deed, type PlayedScoring } from '../../support/play-scoring.ts';

const VARIANTS = ['technique', 'campaign', 'filled', 'config'] as const;
const WEEK = 168;
const play = (variant: string, deeds: readonly Deed[] = [], preventions: readonly string[] = []): PlayedScoring =>
  playScoring('prediction-drift-alarm', variant, deeds, { settings: quiet, preventions });
const week = (played: PlayedScoring): number => played.eurBetween(played.page, played.page + WEEK) / 1000;
const nothing = Object.fromEntries(VARIANTS.map((variant) => [variant, play(variant)])) as Record<(typeof VARIANTS)[number], PlayedScoring>;

describe('an ordinary hour of card fraud', () => {
  it('has the three figures of the plan together: flagged 1.2 %, precision 61 %, missed 0.09 %', () => {
    const day = ordinaryDay(scoringParams('prediction-drift-alarm', 'technique'));
    expect(day.selectedShare).toBeCloseTo(0.012, 3);
    expect(day.positiveShare).toBeCloseTo(0.61, 2);
    expect(day.missedShare).toBeCloseTo(0.0009, 4);
  });
});

describe('four causes of one alarm', () => {
  it.each(VARIANTS)('flag alike in %s: 1.6, 2.05, 2.5, 2.9 %', (variant) => {
    const { world, seen } = nothing[variant];
    [0.01625, 0.0205, 0.02475, 0.029].forEach((wanted, i) => {
      const today = seen.get(world.setup.onsetTick + 2 + i)!;
      expect(Math.abs(today.selected / today.rows - wanted)).toBeLessThan(0.0002);
    });
  });

  it('differ in precision: two causes are right as often as ever, two are not', () => {
    const precision = (variant: (typeof VARIANTS)[number]): number => {
      const today = nothing[variant].seen.get(30)!;
      return today.selectedPositives / today.selected;
    };
    expect(precision('technique')).toBeGreaterThan(0.6);
    expect(precision('campaign')).toBeCloseTo(0.61, 2);
    for (const variant of ['filled', 'config'] as const) expect(Math.abs(precision(variant) - 0.26)).toBeLessThan(0.015);
  });

  it('cost in a week what was calibrated: 148, 473 and 392 thousand euro, and no cause decides the mean alone', () => {
    expect(Math.abs(week(nothing.campaign) - 148)).toBeLessThan(15);
    expect(Math.abs(week(nothing.filled) - 473)).toBeLessThan(20);
    expect(Math.abs(week(nothing.config) - 392)).toBeLessThan(20);
    expect(week(nothing.technique)).toBeLessThan(700);
  });

  it('are estimated alike without labels, where only the mix has changed: CBPE sees a covariate shift within .03 and is blind to a technique', () => {
    const off = (variant: (typeof VARIANTS)[number]): number => {
      const today = nothing[variant].seen.get(30)!;
      return Math.abs(today.predicted - today.selectedPositives) / today.selected;
    };
    expect(off('campaign')).toBeLessThan(0.035);
    expect(off('config')).toBeLessThan(0.01);
    expect(off('technique')).toBeGreaterThan(0.08);
    expect(off('filled')).toBeGreaterThan(0.15);
  });
});

describe('answers to the alarm', () => {
  const after = (variant: (typeof VARIANTS)[number], ...changes: Deed[1][]): number =>
    week(
      play(
        variant,
        changes.map((change) => [2, change] as const),
      ),
    );

  it('a higher cut-off hurts where fraud is real and helps where it is not', () => {
    for (const variant of ['technique', 'campaign'] as const)
      expect(after(variant, { type: 'set-cutoff', cutoff: 0.9 })).toBeGreaterThan(1.3 * week(nothing[variant]));
    for (const variant of ['filled', 'config'] as const)
      expect(after(variant, { type: 'set-cutoff', cutoff: 0.9 })).toBeLessThan(0.5 * week(nothing[variant]));
  });

  it('each cause has its own: a rule, nothing, the fallback and a repaired feed, the old configuration', () => {
    expect(after('technique', { type: 'add-rule', segment: 'many-to-new' })).toBeLessThan(0.35 * week(nothing.technique));
    expect(after('filled', { type: 'use-fallback-model', on: true }, { type: 'repair-feed', feed: 'device-id' })).toBeLessThan(
      0.2 * week(nothing.filled),
    );
    expect(after('config', { type: 'revert-config' })).toBeLessThan(0.05 * week(nothing.config));
    for (const change of [
      { type: 'add-rule', segment: 'many-to-new' },
      { type: 'use-fallback-model', on: true },
      { type: 'set-cutoff', cutoff: 0.9 },
    ] as const)
      expect(after('campaign', change)).toBeGreaterThan(1.03 * week(nothing.campaign));
  });

  it('a rollback changes next to nothing in any', () => {
    for (const variant of VARIANTS) expect(Math.abs(after(variant, { type: 'rollback' }) / week(nothing[variant]) - 1)).toBeLessThan(0.05);
  });

  it('repairing the feed or reverting the configuration elsewhere changes nothing', () => {
    expect(after('technique', { type: 'revert-config' })).toBeCloseTo(week(nothing.technique), 6);
    expect(after('config', { type: 'repair-feed', feed: 'device-id' })).toBeCloseTo(week(nothing.config), 6);
    expect(after('filled', { type: 'repair-feed', feed: 'history' })).toBeCloseTo(week(nothing.filled), 6);
  });

  it('training on what people labelled finds most of the technique, training on what they saw a third', () => {
    expect(after('technique', { type: 'retrain', data: 'reviewed' })).toBeLessThan(0.45 * week(nothing.technique));
    expect(after('technique', { type: 'retrain', data: 'all' })).toBeGreaterThan(0.6 * week(nothing.technique));
  });
});

describe('preventions of the alarm', () => {
  const share = (variant: (typeof VARIANTS)[number], item: string): number => week(play(variant, [], [item])) / week(nothing[variant]);

  it('a check where features are served falls back at once where values are missing, and is felt nowhere else', () => {
    expect(share('filled', 'feature-validation')).toBeLessThan(0.7);
    for (const variant of ['technique', 'campaign', 'config'] as const) expect(share(variant, 'feature-validation')).toBeCloseTo(1, 9);
  });

  it('a gate for configuration ends a lower cut-off within an hour', () => {
    expect(share('config', 'config-in-canary')).toBeLessThan(0.02);
    for (const variant of ['technique', 'campaign', 'filled'] as const) expect(share(variant, 'config-in-canary')).toBeCloseTo(1, 9);
  });
});
