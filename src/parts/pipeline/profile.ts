import { binomialAt } from '../../kernel/binomial.ts';
import type { DrawKey } from '../../kernel/streams.ts';
import { stabilityIndex } from '../monitors/divergence.ts';
import { drawCounts } from '../monitors/sample.ts';
import { binCount, binValues, binsInAll } from '../population/bins.ts';
import type { PopulationParams } from '../population/params.ts';
import type { PipelineParams } from './params.ts';

/** What a sampled batch says of one feature. */
export interface FieldProfile {
  readonly counts: Float64Array; // rows by bin, missing and other last
  readonly nullShare: number;
  readonly unknownShare: number; // values that no level or band knows
  readonly psi: number; // against the reference, over the values that are there, unknown ones included; NaN where no check asks for it
  readonly psiRows: number; // over all bins, missing and other included
  readonly meanFactor: number; // mean of the values over their reference; 1 for categories
  readonly spreadFactor: number; // their standard deviation over its reference; 1 for categories
}

/** What of a feature's reference is the same for every batch. */
interface FieldReference {
  readonly id: string;
  readonly first: number; // among the bins of all features
  readonly own: number; // bins without missing and other
  readonly width: number;
  readonly shares: Float64Array;
  readonly values: readonly number[] | null; // by bin; null for categories
  readonly mean: number;
  readonly sd: number;
}

const made = new WeakMap<Float64Array, readonly FieldReference[]>();

function referencesOf({ features }: PopulationParams, reference: Float64Array): readonly FieldReference[] {
  let known = made.get(reference);
  if (known === undefined) {
    let first = 0;
    known = features.map((feature): FieldReference => {
      const [own, width] = [binCount(feature), binsInAll(feature)];
      const shares = reference.slice(first, first + width);
      const values = feature.levels.length > 0 || feature.edges.length === 0 ? null : binValues(feature);
      const { mean, sd } = values === null ? { mean: 0, sd: 1 } : moments(values, shares, 0, 0);
      const field = { id: feature.id, first, own, width, shares, values, mean, sd };
      first += width;
      return field;
    });
    made.set(reference, known);
  }
  return known;
}

/** Mean and deviation of binned values. @param apart,apartShare values that lie elsewhere, and how many of the top bin's they are */
function moments(values: readonly number[], shares: ArrayLike<number>, apart: number, apartShare: number): { mean: number; sd: number } {
  let [all, sum, square] = [apartShare, apart * apartShare, apart * apart * apartShare];
  for (let bin = 0; bin < values.length; bin += 1) {
    const share = shares[bin]! - (bin === values.length - 1 ? apartShare : 0);
    const value = values[bin]!;
    all += share;
    sum += share * value;
    square += share * value * value;
  }
  const mean = sum / all;
  return { mean, sd: Math.sqrt(Math.max(0, square / all - mean * mean)) };
}

const withoutMissing = (from: Float64Array, own: number): Float64Array => {
  const known = from.slice(0, own + 1);
  known[own] = from[own + 1]!;
  return known;
};

const FILLED = 500; // draws of what is filled lie beyond those of bins

/**
 * Samples a batch and profiles each of its features.
 * @param reference,shown shares by bin of all features, as trained on and as the batch has them
 * @param hit share of the batch's rows that the operator hits: bins do not keep by how much a value was multiplied, or that it was filled
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
  const { operator, checks } = pipeline;
  return referencesOf(population, reference).map((field) => {
    const { own, first } = field;
    const counts = drawCounts(key, tick, first, rows, shown.subarray(first, first + field.width));
    const operated = operator.target === field.id && hit > 0;
    const filled = operated && operator.kind === 'filled' ? binomialAt(key, tick, FILLED + first, rows, hit) : 0; // counted where they are filled
    let meanFactor = 1;
    let spreadFactor = 1;
    if (field.values !== null) {
      const apart = operated && operator.kind === 'scaled' ? Math.min(hit * rows, counts[own - 1]!) : 0;
      const now = moments(field.values, counts, field.mean * operator.factor, apart);
      const factor = 1 + (now.mean - field.mean) / Math.max(Math.abs(field.mean), field.sd); // a figure around nought is measured by its spread
      meanFactor = factor === factor ? factor : 1;
      spreadFactor = now.sd === now.sd ? now.sd / field.sd : 0;
    }
    return {
      counts,
      nullShare: Math.min(1, (counts[own]! + filled) / rows),
      unknownShare: counts[own + 1]! / rows,
      psi: checks.distribution === 'off' ? NaN : stabilityIndex(withoutMissing(field.shares, own), withoutMissing(counts, own)),
      psiRows: stabilityIndex(field.shares, counts),
      meanFactor,
      spreadFactor,
    };
  });
}
