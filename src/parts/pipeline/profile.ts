import type { DrawKey } from '../../kernel/streams.ts';
import { divergence } from '../monitors/divergence.ts';
import { drawCounts } from '../monitors/sample.ts';
import { binCount, binValues, binsInAll } from '../population/bins.ts';
import type { PopulationParams } from '../population/params.ts';
import type { PipelineParams } from './params.ts';

/** What a sampled batch says of one feature. */
export interface FieldProfile {
  readonly counts: Float64Array; // rows by bin, missing and other last
  readonly nullShare: number;
  readonly unknownShare: number; // values that no level or band knows
  readonly psi: number; // against the reference, over the values that are there
  readonly psiRows: number; // over all bins, missing and other included
  readonly meanFactor: number; // mean of the values over their reference; 1 for categories
  readonly spreadFactor: number; // their standard deviation over its reference; 1 for categories
}

const moments = (values: readonly number[], shares: ArrayLike<number>, extra: number, extraShare: number): { mean: number; sd: number } => {
  let [all, sum, square] = [extraShare, extra * extraShare, extra * extra * extraShare];
  values.forEach((value, bin) => {
    all += shares[bin]!;
    sum += shares[bin]! * value;
    square += shares[bin]! * value * value;
  });
  const mean = sum / all;
  return { mean, sd: Math.sqrt(Math.max(0, square / all - mean * mean)) };
};

const own = (from: ArrayLike<number>, first: number, count: number): Float64Array => {
  const part = new Float64Array(count);
  for (let bin = 0; bin < count; bin += 1) part[bin] = from[first + bin]!;
  return part;
};

/**
 * Samples a batch and profiles each of its features.
 * @param reference,shown shares by bin of all features, as trained on and as the batch has them
 * @param hit share of the batch's rows that a `scaled` operator has multiplied: bins do not keep by how much
 * @param rows of the sample
 */
export function profileBatch(
  population: PopulationParams,
  pipeline: PipelineParams,
  reference: Float64Array,
  shown: Float64Array,
  hit: number,
  rows: number,
  key: DrawKey,
  tick: number,
): FieldProfile[] {
  let first = 0;
  return population.features.map((feature) => {
    const n = binCount(feature);
    const width = binsInAll(feature);
    const was = own(reference, first, width);
    const counts = drawCounts(key, tick, first, rows, own(shown, first, width));
    first += width;
    const nullShare = counts[n]! / rows;
    const unknownShare = counts[n + 1]! / rows;
    const psi = divergence(was.subarray(0, n), counts.subarray(0, n)).psi;
    const profile = { counts, nullShare, unknownShare, psi: psi === psi ? psi : 0, psiRows: divergence(was, counts).psi };
    if (feature.levels.length > 0 || feature.edges.length === 0) return { ...profile, meanFactor: 1, spreadFactor: 1 };
    const values = binValues(feature);
    const before = moments(values, was, 0, 0);
    const operated = pipeline.operator.kind === 'scaled' && pipeline.operator.target === feature.id && hit > 0;
    const top = operated ? Math.min(hit * rows, counts[n - 1]!) : 0;
    const present = own(counts, 0, n);
    present[n - 1]! -= top;
    const now = moments(values, present, before.mean * pipeline.operator.factor, top);
    const meanFactor = before.mean !== 0 ? now.mean / before.mean : 1;
    return { ...profile, meanFactor: meanFactor === meanFactor ? meanFactor : 1, spreadFactor: now.sd === now.sd ? now.sd / before.sd : 0 };
  });
}
