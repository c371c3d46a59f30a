import { describe, expect, it } from 'vitest';
import { ordinaryDay } from '../../../src/sim/scoring/catalogue.ts';
import { playScoring, quiet, scoringParams, type Deed, type PlayedScoring } from '../../support/play-scoring.ts';

const VARIANTS = ['channel', 'economy', 'feed', 'overrides'] as const;
type Variant = (typeof VARIANTS)[number];
const play = (variant: Variant, deeds: readonly Deed[] = []): PlayedScoring =>
  playScoring('slow-fade', variant, deeds, { settings: quiet, until: 165 * 24 });
const nothing = Object.fromEntries(VARIANTS.map((variant) => [variant, play(variant)])) as Record<Variant, PlayedScoring>;
const month = (played: PlayedScoring): number => played.eurBetween(130 * 24, 160 * 24) / 1000;
const after = (variant: Variant, ...changes: Deed[1][]): number =>
  month(
    play(
      variant,
      changes.map((change) => [96, change] as const),
    ),
  );
const arrears = ({ world }: PlayedScoring, from: number, to: number): number => {
  const periods = world.state.parts.labels.periods.slice(from, to);
  return periods.reduce((sum, { positives }) => sum + positives, 0) / periods.reduce((sum, { selected }) => sum + selected, 0);
};

describe('ordinary credit', () => {
  it('approves a third, and one in fifty is in arrears', () => {
    const day = ordinaryDay(scoringParams('slow-fade', 'channel'));
    expect(Math.abs(day.selectedShare - 0.335)).toBeLessThan(0.012);
    expect(day.positiveShare).toBeCloseTo(0.021, 3);
    expect(day.scoreMean).toBeCloseTo(0.41, 2);
  });
});

describe.each(VARIANTS)('the fade of %s', (variant) => {
  it('shows the same half-month cohorts: 2.4, 3.0, 4.0, then 4.15 %', () => {
    for (const [from, to, wanted] of [
      [0, 15, 0.0237],
      [15, 30, 0.0295],
      [30, 45, 0.0395],
      [45, 60, 0.0415],
    ] as const)
      expect(Math.abs(arrears(nothing[variant], from, to) - wanted)).toBeLessThan(0.0006);
  });

  it('loses some €90,000 a month', () => {
    expect(Math.abs(month(nothing[variant]) - 90)).toBeLessThan(5);
  });

  it('costs more still where nobody lends any more', () => {
    expect(after(variant, { type: 'pause-decisions' })).toBeGreaterThan(115);
  });
});

describe('answers to the fade', () => {
  it('a cut-off for the new channel alone, or training with it, takes most of its loss', () => {
    expect(after('channel', { type: 'set-cutoff', cutoff: 0.22, segment: 'broker' })).toBeLessThan(30);
    expect(after('channel', { type: 'retrain', data: 'with-segment' })).toBeLessThan(30);
    for (const variant of ['economy', 'feed', 'overrides'] as const)
      expect(Math.abs(after(variant, { type: 'set-cutoff', cutoff: 0.22, segment: 'broker' }) / month(nothing[variant]) - 1)).toBeLessThan(
        0.03,
      );
  });

  it('in harder times a cut-off and training on recent labels save a third each, and old labels outvote new ones', () => {
    expect(after('economy', { type: 'set-cutoff', cutoff: 0.25 })).toBeLessThan(75);
    expect(after('economy', { type: 'retrain', data: 'recent' })).toBeLessThan(72);
    expect(after('economy', { type: 'retrain', data: 'all' })).toBeGreaterThan(80);
  });

  it('a repaired feed ends it; a model trained on the frozen one refuses good people afterwards', () => {
    const repaired = after('feed', { type: 'repair-feed', feed: 'bureau' });
    expect(Math.abs(repaired)).toBeLessThan(1);
    expect(after('feed', { type: 'retrain', data: 'recent' }, { type: 'repair-feed', feed: 'bureau' })).toBeGreaterThan(repaired + 3);
  });

  it('only a limit for staff ends what staff do; any model is within a tenth of nothing, or worse', () => {
    expect(Math.abs(after('overrides', { type: 'cap-overrides', share: 0.01 }))).toBeLessThan(3);
    for (const data of ['all', 'recent', 'with-segment'] as const)
      expect(Math.abs(after('overrides', { type: 'retrain', data }) / month(nothing.overrides) - 1)).toBeLessThan(0.12);
    expect(after('overrides', { type: 'set-cutoff', cutoff: 0.25 })).toBeGreaterThan(1.15 * month(nothing.overrides));
  });
});

describe('what can be seen of the fade', () => {
  it('the estimate without labels is blind to a changed relation and a frozen figure, and sees the overrides', () => {
    const estimate = (variant: Variant): number => {
      const { today } = nothing[variant].world.state.parts;
      return today.predicted / today.selected;
    };
    for (const variant of ['channel', 'economy', 'feed'] as const) expect(estimate(variant)).toBeLessThan(0.025);
    expect(estimate('overrides')).toBeGreaterThan(0.04);
  });

  it('a changed relation moves no distribution, and shows in outcomes only after the delay of labels', () => {
    const { world } = nothing.economy;
    expect(Math.max(...world.series.column('drift.worst_psi').filter((psi) => psi === psi))).toBeLessThan(0.02);
    expect(world.series.at('business.outcome_share', 59 * 24)).toBeLessThan(0.0255);
    expect(world.series.at('business.outcome_share', 91 * 24)).toBeGreaterThan(0.031);
  });
});
