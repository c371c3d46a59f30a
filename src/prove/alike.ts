import { formatValue } from '../domain/metric.ts';
import { createRun } from '../run/run.ts';
import { paceOf } from '../domain/time.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import { BARS } from './bars.ts';
import { mean } from './row.ts';
import { variantsOf } from './variants.ts';

/** What the page shows of one run: nothing else is free at that moment. Plain data. */
export interface Page {
  readonly variant: string;
  readonly features: readonly number[]; // the value as rounded there, for how long it held (s)
  readonly before: readonly number[]; // the pager metric at each whole minute up to the page, newest first
  readonly healthy: readonly number[]; // the pager metric while nothing is wrong
}

const MOST_POINTS = 100;

/** A minute of play, in ticks. */
const minuteTicks = ({ brief: { tickSeconds } }: Scenario): number => Math.max(1, Math.round((60 * paceOf(tickSeconds)) / tickSeconds));

/** Plays a night to its page. @returns null where nothing pages */
export function pageOf(scenario: Scenario, variant: string, seed: string): Page | null {
  const run = createRun(scenario, { seed, variant, checkpoints: false });
  const { tickSeconds, ticks, pager } = scenario.brief;
  const minute = minuteTicks(scenario);
  const healthy: number[] = [];
  while (run.pageTick === null && run.tick < ticks) {
    run.advance(run.tick + Math.max(1, Math.round(15 / tickSeconds)));
    const value = run.reading(pager.metric, run.tick);
    if (run.tick > minute && run.tick < run.onsetTick - 3 * minute && Number.isFinite(value)) healthy.push(value); // before a least sample there is no reading
  }
  const { page } = run.observe();
  if (page === null) return null;
  const { pageTick, onset } = openTruth(scenario.sealed);
  const expected = run.onsetTick + pageTick - onset.tick; // the same moment of every night's fault
  const shown = Number.parseFloat(formatValue(page.value, page.unit));
  const points = Math.min(MOST_POINTS, Math.floor((pageTick - onset.tick) / minute));
  const before = Array.from({ length: points + 1 }, (_, i) => run.reading(pager.metric, expected - i * minute));
  return { variant, features: [shown, page.heldSeconds], before, healthy };
}

/** The pager's metric at one moment up to the page. */
export interface Minute {
  readonly secondsFromPage: number; // 0 or less
  readonly means: readonly number[]; // of each variant, over seeds
  readonly noise: number; // that is shown, one σ
}

/** How far the variants lie apart at a moment, in noise. */
export function sigmasApart({ means, noise }: Minute): number {
  const apart = Math.max(...means) - Math.min(...means);
  return apart > 0 ? apart / noise : 0;
}

export interface Alike {
  readonly named: number; // share of test seeds that a nearest-centroid classifier gets right
  readonly worstSigmas: number; // largest difference of variants at a one-minute point, in shown noise
  readonly minutes: readonly Minute[]; // newest first
  readonly healthyWithin: number; // share of healthy scrapes within ± 10 % of their mean
  readonly unpaged: readonly string[]; // variants that never page: nothing of them can be alike
  readonly ok: boolean;
}

/** The pages of every variant on these seeds. */
export const pagesOf = (scenario: Scenario, seeds: readonly string[]): readonly Page[] =>
  variantsOf(scenario).flatMap((variant) => seeds.flatMap((seed) => pageOf(scenario, variant, seed) ?? []));

/**
 * The noise that is shown at one point: what readings are given on a serving path; elsewhere that of sampling, as seeds differ.
 * @param values of each variant, by seed
 */
function noiseAt(scenario: Scenario, values: readonly (readonly number[])[]): number {
  if (scenario.system.plant === 'serving')
    return (scenario.system.parts['alerts'] as { readNoiseSd: number }).readNoiseSd * mean(values.map(mean));
  const squares = values.flatMap((ofVariant) => {
    const centre = mean(ofVariant);
    return ofVariant.map((value) => (value - centre) * (value - centre));
  });
  return Math.sqrt(mean(squares));
}

/** Whether a healthy reading is steady: latency within a tenth of its mean, anything else within its normal band. */
function steady(scenario: Scenario, centre: number): (value: number) => boolean {
  const run = createRun(scenario, { seed: '1', checkpoints: false });
  const { metric } = run.observe().pager;
  if (metric.unit === 'ms') return (value) => Math.abs(value / centre - 1) <= 0.1;
  return (value) => value >= metric.normal.low && value <= metric.normal.high;
}

/**
 * Whether the page gives the variant away: a nearest-centroid classifier on what the page shows, fitted on the pages of one set of
 * seeds and tried on those of another; and the pager metric at each minute before.
 */
export function alikeOf(scenario: Scenario, fit: readonly Page[], test: readonly Page[]): Alike {
  const variants = variantsOf(scenario);
  const width = fit[0]?.features.length ?? 0;
  const spread = Array.from({ length: width }, (_, i) => {
    const all = fit.map((page) => page.features[i]!);
    const centre = mean(all);
    return Math.sqrt(mean(all.map((value) => (value - centre) * (value - centre)))) || 1;
  });
  const centroids = variants.map((variant) => ({
    variant,
    at: Array.from({ length: width }, (_, i) => mean(fit.filter((page) => page.variant === variant).map((page) => page.features[i]!))),
  }));
  const distance = (page: Page, at: readonly number[]): number =>
    page.features.reduce((sum, value, i) => sum + ((value - at[i]!) / spread[i]!) * ((value - at[i]!) / spread[i]!), 0);
  const right = test.filter(
    (page) => [...centroids].sort((a, b) => distance(page, a.at) - distance(page, b.at))[0]!.variant === page.variant,
  ).length;
  const points = fit[0]?.before.length ?? 0;
  const unpaged = variants.filter((variant) => !fit.some((page) => page.variant === variant));
  const { tickSeconds } = scenario.brief;
  const pointSeconds = minuteTicks(scenario) * tickSeconds;
  const minutes = Array.from({ length: points }, (_, i): Minute => {
    const values = variants.map((variant) => fit.filter((page) => page.variant === variant).map((page) => page.before[i]!));
    const means = values.map(mean);
    return { secondsFromPage: 0 - i * pointSeconds, means, noise: noiseAt(scenario, values) };
  });
  const apart = minutes.map(sigmasApart).filter((sigmas) => sigmas > 0);
  const worstSigmas = unpaged.length > 0 ? Infinity : Math.max(0, ...apart);
  const healthy = fit.flatMap((page) => page.healthy);
  const within = healthy.length === 0 ? 1 : healthy.filter(steady(scenario, mean(healthy))).length / healthy.length;
  const named = right / Math.max(1, test.length);
  return {
    named,
    worstSigmas,
    minutes,
    healthyWithin: within,
    unpaged,
    ok: named <= BARS.alike.namedAtMost && worstSigmas <= BARS.alike.sigmasAtMost && within >= BARS.alike.healthyAtLeast,
  };
}
