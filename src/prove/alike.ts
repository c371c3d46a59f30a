import { formatValue } from '../domain/metric.ts';
import { createRun } from '../run/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';

/** What the page shows of one run: nothing else is free at that moment. */
interface Page {
  readonly variant: string;
  readonly features: readonly number[]; // the value as rounded there, for how long it held (s)
  readonly before: readonly number[]; // the pager metric at each whole minute up to the page, newest first
  readonly healthy: readonly number[]; // the pager metric while nothing is wrong
}

const MINUTES = 6;

function pageOf(scenario: Scenario, variant: string, seed: string): Page | null {
  const run = createRun(scenario, { seed, variant, checkpoints: false });
  const { tickSeconds, ticks, pager } = scenario.brief;
  const minute = Math.max(1, Math.round(60 / tickSeconds));
  const healthy: number[] = [];
  while (run.pageTick === null && run.tick < ticks) {
    run.advance(run.tick + Math.max(1, Math.round(15 / tickSeconds)));
    if (run.tick > minute && run.tick < run.onsetTick - 3 * minute) healthy.push(run.reading(pager.metric, run.tick));
  }
  const { page } = run.observe();
  if (page === null) return null;
  const shown = Number.parseFloat(formatValue(page.value, page.unit));
  const before = Array.from({ length: MINUTES + 1 }, (_, i) => run.reading(pager.metric, run.onsetTick + 390 / tickSeconds - i * minute));
  return { variant, features: [shown, page.heldSeconds], before, healthy };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Alike {
  readonly named: number; // share of test seeds that a nearest-centroid classifier gets right
  readonly worstSigmas: number; // largest difference of variants at a one-minute point, in shown noise
  readonly healthyWithin: number; // share of healthy scrapes within ± 10 % of their mean
  readonly ok: boolean;
}

export const ALIKE_BARS = { named: 0.4, sigmas: 2, healthy: 0.95 } as const;

/**
 * Whether the page gives the variant away: a nearest-centroid classifier on what the page shows, fitted on one set of seeds and tried on
 * another; and the pager metric at each minute before.
 * @param fitSeeds,testSeeds e.g. 1001–1100 and 1–100
 */
export function alikeAtStart(scenario: Scenario, fitSeeds: readonly string[], testSeeds: readonly string[]): Alike {
  const truth = openTruth(scenario.sealed);
  const variants = truth.variants.map((variant) => variant.id);
  const play = (seeds: readonly string[]): Page[] =>
    variants.flatMap((variant) => seeds.flatMap((seed) => pageOf(scenario, variant, seed) ?? []));
  const fit = play(fitSeeds);
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
  const test = play(testSeeds);
  const right = test.filter(
    (page) => [...centroids].sort((a, b) => distance(page, a.at) - distance(page, b.at))[0]!.variant === page.variant,
  ).length;
  const noise = (scenario.system.parts['alerts'] as { readNoiseSd: number }).readNoiseSd;
  let worstSigmas = 0;
  for (let i = 0; i <= MINUTES; i++) {
    const means = variants.map((variant) => mean(fit.filter((page) => page.variant === variant).map((page) => page.before[i]!)));
    const sigmas = (Math.max(...means) - Math.min(...means)) / (noise * mean(means));
    worstSigmas = Math.max(worstSigmas, sigmas);
  }
  const healthy = fit.flatMap((page) => page.healthy);
  const centre = mean(healthy);
  const within = healthy.filter((value) => Math.abs(value / centre - 1) <= 0.1).length / healthy.length;
  const named = right / Math.max(1, test.length);
  return {
    named,
    worstSigmas,
    healthyWithin: within,
    ok: named <= ALIKE_BARS.named && worstSigmas <= ALIKE_BARS.sigmas && within >= ALIKE_BARS.healthy,
  };
}
