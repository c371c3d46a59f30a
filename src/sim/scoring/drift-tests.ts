import type { Reading } from '../../domain/evidence.ts';
import { distributionLook } from '../../domain/words/look-distributions.ts';
import { lineageLook } from '../../domain/words/look-lineage.ts';
import { referenceOf, readFreshness, readHistogram, readMoments, readPredictions, readSample } from '../../parts/monitors/step.ts';
import type { MonitorsParams } from '../../parts/monitors/params.ts';
import { drawValues } from '../../parts/monitors/sample.ts';
import { binCount, missingBin } from '../../parts/population/bins.ts';
import type { Feature } from '../../parts/population/params.ts';
import { logOddsOf, sigmoid } from '../../parts/scorecard/model.ts';
import { SCORE_BINS, scoreSpread, scoredBy } from '../../parts/scorecard/scores.ts';
import type { Mixture } from '../../parts/population/mixture.ts';
import type { Draws } from './figures.ts';
import { tablesOf } from './tables.ts';
import { servingVersion } from './today.ts';
import type { PartStates, Setup } from './world.ts';

const words = distributionLook.tests;
const SAMPLE = 250; // rows a side on which tests of raw values run: exact p-values stay cheap
const FIRST_DRAW = 10_000; // of a tick, beyond those of the batch itself

const reading = (key: string, label: string, value: number, unit: Reading['unit'] = 'points'): Reading[] =>
  Number.isFinite(value) ? [{ key, label, value, unit }] : [];

/** The inverse distribution function of a binned feature, straight within its bins; open bins reach as far as their neighbour is wide. */
function quantileOf({ edges }: Feature, counts: ArrayLike<number>, rows: number): (share: number) => number {
  const width = edges.length > 1 ? edges[1]! - edges[0]! : 1;
  const low = (bin: number): number => (bin === 0 ? edges[0]! - width : edges[bin - 1]!);
  const high = (bin: number): number => (bin < edges.length ? edges[bin]! : edges[edges.length - 1]! + width);
  return (share) => {
    let below = 0;
    let bin = 0;
    while (bin < edges.length && share * rows > below + counts[bin]!) below += counts[bin++]!;
    const within = counts[bin]! > 0 ? Math.min(1, (share * rows - below) / counts[bin]!) : 0.5;
    return low(bin) + within * (high(bin) - low(bin));
  };
}

/** Rows of the own bins, those without a value left out. */
const present = (counts: ArrayLike<number>, own: number): Float64Array => Float64Array.from({ length: own }, (_, bin) => counts[bin]!);
const sum = (counts: ArrayLike<number>): number => Array.from(counts).reduce((all, count) => all + count, 0);

/**
 * What the tests of a monitor say of one feature: distances by histogram beside what chance alone would show, and on raw values where it
 * has any.
 * @param usual shares by bin in the reference @param counts rows by bin in the window
 */
export function testsOf(
  feature: Feature,
  index: number,
  usual: readonly number[],
  counts: ArrayLike<number>,
  params: MonitorsParams,
  draws: Draws,
  tick: number,
): Reading[] {
  const { id, title, edges } = feature;
  const rows = sum(counts);
  const before = usual.map((share) => share * rows);
  const far = readHistogram(before, counts, params);
  const readings = [
    ...reading(`distributions.js{${id}}`, words.jensenShannon(title), far.jsDistance),
    ...reading(`distributions.psi_by_chance{${id}}`, words.psiByChance(title), far.nullHigh),
    ...reading(`distributions.chi_square_p{${id}}`, words.chiSquare(title), far.categories.p),
  ];
  const own = binCount(feature);
  const [was, now] = [present(before, own), present(counts, own)];
  if (edges.length === 0 || !(sum(now) > 0) || missingBin(feature) !== own) return readings;
  const key = draws.window;
  const values = (of: Float64Array, side: number): Float64Array =>
    drawValues(key, tick, FIRST_DRAW + (index * 2 + side) * SAMPLE, quantileOf(feature, of, sum(of)), new Float64Array(SAMPLE));
  const reference = referenceOf(values(was, 0), params);
  const sample = readSample(reference, values(now, 1), params);
  return [
    ...readings,
    ...reading(`distributions.ks_p{${id}}`, words.kolmogorovSmirnov(title), sample.ksP),
    ...reading(`distributions.wasserstein{${id}}`, words.wasserstein(title), sample.wassersteinNorm),
    ...reading(`distributions.profile_psi{${id}}`, words.profilePsi(title), readMoments(reference.moments, sample.moments, params).psi),
  ]; // prettier-ignore
}

/** What the scores of the window say: how they have drifted, and what share of the selected they let one expect to be right, without labels. */
export function scoreTests(setup: Setup, parts: PartStates, mixture: Mixture, params: MonitorsParams, rows: number): Reading[] {
  const { params: own } = setup;
  const { basis, usual } = tablesOf(own);
  const { model, artifact } = servingVersion(own, parts);
  const scored = scoredBy(basis, own.scorecard, model, artifact);
  const counts = (of: Mixture): Float64Array => scoreSpread(basis, scored, of).histogram.map((share) => share * rows);
  const chance = Float64Array.from({ length: SCORE_BINS }, (_, bin) => sigmoid(logOddsOf(own.scorecard, (bin + 0.5) / SCORE_BINS)));
  const { drift, performance } = readPredictions(counts(usual), counts(mixture), chance, chance[SCORE_BINS - 1]!, params);
  return [
    ...reading('distributions.score_ks_p', words.scoreKolmogorovSmirnov, drift.ksP),
    ...reading('distributions.expected_positive_share', words.expectedPositives, performance.positiveShare, 'share'),
  ];
}

/** How old the newest rows of the feed that has stood still longest are against what was agreed. @param staleDays 0 where all are fresh */
export function freshnessTest(staleDays: number, params: MonitorsParams): Reading[] {
  const { ageSeconds } = readFreshness(staleDays * 86_400, 0, params);
  return reading('lineage.oldest_feed_hours', lineageLook.oldestFeedHours, ageSeconds / 3600, 'count');
}
