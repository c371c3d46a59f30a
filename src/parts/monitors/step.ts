import { expectedConfusion, expectedRocAuc, performanceOf, type Performance } from './cbpe.ts';
import { divergence, type Divergence } from './divergence.ts';
import { freshnessReading, type FreshnessReading } from './freshness.ts';
import { countByBin, presentAscending, quantileEdges } from './histogram.ts';
import { homogeneity, type Homogeneity } from './homogeneity.ts';
import { kolmogorovSmirnov, ksP, ksSeriesP } from './kolmogorov.ts';
import { mannWhitney, welchTest, type RankTest, type WelchTest } from './location.ts';
import { missingReading, type MissingReading } from './missing.ts';
import { momentsOf, type Moments } from './moments.ts';
import { normalDrift, type NormalDrift } from './normal-drift.ts';
import type { MonitorsParams } from './params.ts';
import { psiNullMean, psiNullQuantile, psiNullTail } from './psi-null.ts';
import { wasserstein } from './wasserstein.ts';

/** A window's histogram against the reference's, beside what chance alone would show at these numbers of rows. */
export interface HistogramReading extends Divergence {
  readonly rows: number;
  readonly level: 'none' | 'moderate' | 'major'; // by the rule of thumb for PSI, which knows nothing of rows
  readonly nullMean: number; // PSI without drift, on average
  readonly nullHigh: number; // and what the stated share of windows without drift stays below
  readonly nullTail: number; // share of windows without drift whose PSI is above this one
  readonly ksP: number; // by the series: too high where many rows share a bin
  readonly categories: Homogeneity;
}

const rowsIn = (counts: ArrayLike<number>): number => {
  let rows = 0;
  for (let bin = 0; bin < counts.length; bin += 1) rows += counts[bin] as number;
  return rows;
};

/** Drift of a category, a binned feature, or the scores of a model. @param reference, window rows by bin, over the same bins */
export function readHistogram(reference: ArrayLike<number>, window: ArrayLike<number>, params: MonitorsParams): HistogramReading {
  const [n, m, bins] = [rowsIn(reference), rowsIn(window), reference.length];
  const far = divergence(reference, window);
  return {
    ...far,
    rows: m,
    level: far.psi >= params.psiMajor ? 'major' : far.psi >= params.psiModerate ? 'moderate' : 'none',
    nullMean: psiNullMean(bins, n, m),
    nullHigh: psiNullQuantile(params.nullShare, bins, n, m),
    nullTail: psiNullTail(far.psi, bins, n, m),
    ksP: ksSeriesP(far.ks, n, m),
    categories: homogeneity(reference, window),
  };
}

/** What a monitor keeps of a numeric column as it was at training: its bins never move after that. */
export interface SampleReference {
  readonly sorted: Float64Array; // what is there of it, ascending
  readonly edges: readonly number[]; // between the bins
  readonly counts: Float64Array; // by bin
  readonly moments: Moments;
  readonly missingShare: number;
}

/** @param values one a row, NaN where missing; at least one is there */
export function referenceOf(values: ArrayLike<number>, params: MonitorsParams): SampleReference {
  const sorted = presentAscending(values);
  const edges = quantileEdges(sorted, params.bins);
  const missingShare = (values.length - sorted.length) / values.length;
  return { sorted, edges, counts: countByBin(sorted, edges), moments: momentsOf(sorted), missingShare };
}

/** A window's raw values against the reference's. */
export interface SampleReading {
  readonly histogram: HistogramReading;
  readonly moments: Moments;
  readonly ksD: number;
  readonly ksP: number;
  readonly wasserstein: number; // in the unit of the values
  readonly wassersteinNorm: number; // in reference standard deviations
  readonly rank: RankTest;
  readonly mean: WelchTest;
  readonly missing: MissingReading;
  readonly differs: boolean; // whether the Kolmogorov–Smirnov test says so
}

/** @param values one a row, NaN where missing; figures are NaN where none is there */
export function readSample(reference: SampleReference, values: ArrayLike<number>, params: MonitorsParams): SampleReading {
  const sorted = presentAscending(values);
  const moments = momentsOf(sorted);
  const ks = kolmogorovSmirnov(reference.sorted, sorted);
  const p = ksP(ks, reference.sorted.length, sorted.length);
  const moved = wasserstein(reference.sorted, sorted);
  return {
    histogram: readHistogram(reference.counts, countByBin(sorted, reference.edges), params),
    moments,
    ksD: ks.d,
    ksP: p,
    wasserstein: moved,
    wassersteinNorm: moved / reference.moments.populationSd,
    rank: mannWhitney(reference.sorted, sorted),
    mean: welchTest(reference.moments, moments),
    missing: readMissing(values.length - sorted.length, values.length, reference.missingShare, params),
    differs: p < params.significance,
  };
}

/** Missing values of a window, of which only the number is known. */
export const readMissing = (missing: number, rows: number, referenceShare: number, params: MonitorsParams): MissingReading =>
  missingReading(missing, rows, referenceShare, { deviations: params.missingDeviations, floor: params.missingFloor, z: params.intervalZ });

/** Drift of a column of which a profile keeps mean and spread alone, as if it were normal. */
export const readMoments = (reference: Moments, window: Moments, params: MonitorsParams): NormalDrift =>
  normalDrift((window.mean - reference.mean) / reference.populationSd, window.populationSd / reference.populationSd, params.bins);

/** @param newestRowSeconds NaN where no row has come */
export const readFreshness = (nowSeconds: number, newestRowSeconds: number, params: MonitorsParams): FreshnessReading =>
  freshnessReading(nowSeconds, newestRowSeconds, params.freshnessSeconds);

/** Scores of a window: how they have drifted, and what they let the model's performance be, if its probabilities still hold. */
export interface PredictionReading {
  readonly drift: HistogramReading;
  readonly performance: Performance; // estimated without labels
  readonly rocAuc: number; // likewise
}

/** @param reference, window rows by bin of scores @param calibratedP probability of a positive in each bin @param threshold from which one is flagged */
export function readPredictions(
  reference: ArrayLike<number>,
  window: ArrayLike<number>,
  calibratedP: ArrayLike<number>,
  threshold: number,
  params: MonitorsParams,
): PredictionReading {
  return {
    drift: readHistogram(reference, window, params),
    performance: performanceOf(expectedConfusion(calibratedP, threshold, window)),
    rocAuc: expectedRocAuc(calibratedP, window),
  };
}
