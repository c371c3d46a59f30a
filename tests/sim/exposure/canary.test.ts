import { describe, expect, test } from 'vitest';
import { lookExperiment } from '../../../src/sim/exposure/look-experiment.ts';
import { ranked } from '../../../src/sim/exposure/difference.ts';
import { lookSegments } from '../../../src/sim/exposure/look-segments.ts';
import { shipped } from '../../scenario/shipped.ts';
import { meanOver, night, seeds, worldAt } from './nights.ts';

const CANARY = shipped('bad-canary');
const VARIANTS = ['worse', 'noise', 'cold', 'biased'];
const STEP = 60; // tick at which the canary goes to 5 %
const minutes = (after: number): number => STEP + after * 6;
const GAP = 'release.success_gap_pp';
const N = 16;

describe('a canary at night', () => {
  test('pages at the same tick with the same gap in every variant', () => {
    for (const variant of VARIANTS)
      for (const seed of seeds(6)) {
        const run = night(CANARY, variant, seed);
        expect(run.pageTick).toBe(90);
        expect(Math.abs(run.reading(GAP, 90) + 0.9)).toBeLessThan(0.08);
        expect(Math.abs(run.reading('release.latency_p95_ms{v43}', 90) - 185)).toBeLessThan(22); // 4 spreads of a p95 from 900 answers
      }
  }, 60_000);

  // Calibration, section 2: the cumulated gap in points. A mean of 16 nights lies within half of the 95 % half width of one.
  const table = [
    ['worse', -0.84, -0.91], ['noise', -0.1, -0.04], ['cold', -0.24, -0.08], ['biased', -0.84, -0.89],
  ] as const; // prettier-ignore
  test.each(table)(
    '%s: the cumulated gap is %f points after half an hour, %f after two hours',
    (variant, half, two) => {
      const runs = seeds(N).map((seed) => night(CANARY, variant, seed));
      const mean = (after: number): number => runs.reduce((sum, run) => sum + run.reading(GAP, minutes(after)), 0) / N;
      expect(Math.abs(mean(30) - half)).toBeLessThan(0.26);
      expect(Math.abs(mean(120) - two)).toBeLessThan(0.15);
    },
    60_000,
  );

  test('costs €150 in five minutes of a model that misreads foreign cards, and €900 in thirty', () => {
    const eur = (after: number): number =>
      meanOver(8, (seed) => night(CANARY, 'worse', seed).reading('business.impact_eur', minutes(after)));
    expect(eur(5)).toBeGreaterThan(140);
    expect(eur(5)).toBeLessThan(160);
    expect(eur(30) - 150).toBeGreaterThan(860); // without what the page itself costs
    expect(eur(30) - 150).toBeLessThan(945);
  }, 60_000);

  test('that is widened to half while it is worse costs far more than one that is left', () => {
    const wide = night(CANARY, 'worse', '1', [[90, { type: 'set-ramp', share: 0.5 }]]);
    expect(wide.impactEur()).toBeGreaterThan(8 * night(CANARY, 'worse', '1').impactEur());
  }, 30_000);

  test('books a week only where taking it back was a mistake', () => {
    const back = (variant: string): number => night(CANARY, variant, '1', [[91, { type: 'rollback' }]]).impactEur();
    expect(back('worse')).toBeLessThan(400);
    for (const variant of ['noise', 'cold', 'biased']) expect(back(variant)).toBeGreaterThan(14_700);
  }, 30_000);

  test('whose amber nobody answers is called off after four hours; on one that is resolved the agreed rule decides', () => {
    const left = night(CANARY, 'noise', '1');
    expect(left.reading('release.share', 1800)).toBe(0);
    expect(left.impactEur()).toBeCloseTo(14_850, 0);
    const closed = (variant: string) => night(CANARY, variant, '1', [[100, { type: 'acknowledge' }], [110, { type: 'resolve' }]]); // prettier-ignore
    expect(closed('noise').reading('release.share', 1800)).toBe(0.5);
    expect(closed('noise').impactEur()).toBe(150);
    expect(closed('biased').reading('release.share', 1800)).toBe(0);
    expect(closed('biased').impactEur()).toBeCloseTo(14_850, 0);
  }, 30_000);

  test('is widened by the agreed rule where it is sound, and called off where it is not', () => {
    const ends = (variant: string, ...first: Parameters<typeof night>[3] & object[]): number[] =>
      seeds(8).map((seed) => night(CANARY, variant, seed, [...first, [100, { type: 'extend-sample' }]]).reading('release.share', 1800));
    expect(ends('noise').filter((share) => share === 0.5).length).toBeGreaterThanOrEqual(6);
    expect(ends('worse').filter((share) => share === 0.5).length).toBe(0);
    expect(ends('biased').filter((share) => share === 0.5).length).toBe(0);
    expect(ends('biased', [92, { type: 'rerandomise' }]).filter((share) => share === 0.5).length).toBeGreaterThanOrEqual(6);
  }, 120_000);

  test('keeps the share that was set, and the mix of a fair split', () => {
    const world = worldAt(CANARY, 'noise', '7', minutes(120));
    const { readings } = lookExperiment(world);
    const value = (key: string): number => readings.find((one) => one.key === key)!.value;
    expect(value('experiment.split_p')).toBeGreaterThan(0.001);
    expect(value('experiment.mix_gap_pp')).toBeLessThan(3);
    const biased = lookExperiment(worldAt(CANARY, 'biased', '7', minutes(30)));
    expect(biased.readings.find((one) => one.key === 'experiment.split_p')!.value).toBeGreaterThan(0.001); // a total that is right hides a mix that is not
    expect(biased.readings.find((one) => one.key === 'experiment.mix_gap_pp')!.value).toBeGreaterThan(10);
    expect(Math.abs(biased.readings.find((one) => one.key === 'experiment.adjusted_gap_pp')!.value)).toBeLessThan(1.2);
  }, 30_000);

  test('shows which cards it turns away once there are enough of them', () => {
    expect(lookSegments(worldAt(CANARY, 'worse', '3', minutes(6)), 'segment')!.readings.some(({ key }) => key === 'segments.gap_pp{foreign}')).toBe(false);
    const gap = (variant: string, seed: string): number =>
      lookSegments(worldAt(CANARY, variant, seed, minutes(25)), 'segment')!.readings.find(({ key }) => key === 'segments.gap_pp{foreign}')!.value;
    expect(meanOver(6, (seed) => gap('worse', seed))).toBeLessThan(-5);
    expect(meanOver(6, (seed) => gap('noise', seed))).toBeGreaterThan(-2.5);
  }, 60_000); // prettier-ignore

  test('ranks the planted dimension first, and halves drawn by chance nowhere', () => {
    const first = ranked(worldAt(CANARY, 'worse', '2', minutes(120)))[0]!;
    expect([first.dimension, first.worst!.id]).toEqual(['segment', 'foreign']);
    expect(first.p).toBeLessThan(0.001);
  }, 30_000);

  test('in shadow changes what nobody sees, costs its own running, and stops what is worse', () => {
    const shadowed = (variant: string) => night(CANARY, variant, '1', [], ['shadow-first']);
    const worse = shadowed('worse');
    expect([worse.pageTick, worse.reading('release.share', 1800)]).toEqual([null, 0]);
    expect(worse.impactEur()).toBeLessThan(3);
    expect(shadowed('cold').impactEur()).toBeLessThan(3); // and its caches are warm by then
    const [plain, noise] = [night(CANARY, 'noise', '1'), shadowed('noise')];
    const own = noise.trace().total('costEur', 1800);
    expect(own).toBeGreaterThan(0);
    expect(noise.impactEur() - own).toBeCloseTo(plain.impactEur(), 6);
    expect(noise.reading('successes.share', 900)).toBe(plain.reading('successes.share', 900));
  }, 30_000);

  test('draws the same whatever is done: before a change nothing differs, after it what arrives does not, whatever shares become', () => {
    const [left, acted] = [night(CANARY, 'cold', '5'), night(CANARY, 'cold', '5', [[200, { type: 'warm-pods' }]])];
    for (const tick of [60, 120, 200]) expect(acted.reading(GAP, tick)).toBe(left.reading(GAP, tick));
    for (const tick of [220, 400, 1200]) expect(acted.reading('audience.arrivals_per_second', tick)).toBe(left.reading('audience.arrivals_per_second', tick));
  }, 30_000); // prettier-ignore
});
