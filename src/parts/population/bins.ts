import { populationWords } from '../../domain/words/population.ts';
import { normalCdf } from '../../kernel/math.ts';
import type { Feature, PopulationParams, Shape } from './params.ts';

/** Bins of one feature: its own, then `missing` (no value came) and `other` (a value nobody knows). */
export const binCount = (feature: Feature): number => (feature.levels.length > 0 ? feature.levels.length : feature.edges.length + 1);
export const missingBin = (feature: Feature): number => binCount(feature);
export const otherBin = (feature: Feature): number => binCount(feature) + 1;
export const binsInAll = (feature: Feature): number => binCount(feature) + 2;

/** One value that stands for each own bin of a numeric feature, in its unit; open bins reach as far out as their neighbour is wide. */
export function binValues(feature: Feature): number[] {
  const { edges } = feature;
  const n = binCount(feature);
  if (feature.levels.length > 0 || edges.length === 0) return Array.from({ length: n }, (_, bin) => bin);
  const width = (i: number): number => (edges.length > 1 ? edges[i + 1]! - edges[i]! : 1);
  return Array.from({ length: n }, (_, bin) => {
    if (bin === 0) return edges[0]! - width(0) / 2;
    if (bin === n - 1) return edges[n - 2]! + width(Math.max(0, n - 3)) / 2;
    return (edges[bin - 1]! + edges[bin]!) / 2;
  });
}

/** Bins as a reader names them: "20 to 30", "family", "missing". */
export function binTitles(feature: Feature): string[] {
  const { edges, levels } = feature;
  const { any, below, between, above, missing, other } = populationWords.bins;
  const own =
    levels.length > 0
      ? [...levels]
      : edges.length === 0
        ? [any]
        : [below(edges[0]!), ...edges.slice(1).map((edge, i) => between(edges[i]!, edge)), above(edges[edges.length - 1]!)];
  return [...own, missing, other];
}

/**
 * Shares of rows by bin, `missing` and `other` included; they add up to 1.
 * @throws when a shape gives another number of shares than the feature has bins
 */
export function binShares(feature: Feature, shape: Shape): Float64Array {
  const n = binCount(feature);
  const shares = new Float64Array(n + 2);
  if ('shares' in shape) {
    if (shape.shares.length !== n)
      throw new Error(`feature "${feature.id}": expected ${n} shares, one for each bin, got ${shape.shares.length}`);
    let sum = 0;
    for (const share of shape.shares) sum += share;
    for (let bin = 0; bin < n; bin += 1) shares[bin] = shape.shares[bin]! / sum;
  } else {
    let below = 0;
    for (let bin = 0; bin < n; bin += 1) {
      const upTo = bin < feature.edges.length ? normalCdf((feature.edges[bin]! - shape.mean) / shape.sd) : 1;
      shares[bin] = upTo - below;
      below = upTo;
    }
  }
  for (let bin = 0; bin < n; bin += 1) shares[bin]! *= 1 - feature.missingShare;
  shares[n] = feature.missingShare;
  return shares;
}

/** Log odds of the outcome that each bin adds; `missing` and `other` add nothing. @param moved for rows whose relation has moved */
export function binRelation(feature: Feature, moved: boolean): Float64Array {
  const n = binCount(feature);
  const values = binValues(feature);
  const slope = moved && feature.movedSlope !== null ? feature.movedSlope : feature.slope;
  const relation = moved && feature.movedRelation !== null ? feature.movedRelation : feature.relation;
  const adds = new Float64Array(n + 2);
  for (let bin = 0; bin < n; bin += 1)
    adds[bin] = (feature.levels.length > 0 ? 0 : slope * (values[bin]! - feature.centre)) + (relation[bin] ?? 0);
  return adds;
}

/** Where a feature's bins start among the bins of all features, in the order of the features. */
export function binOffsets(params: PopulationParams): Int32Array {
  const offsets = new Int32Array(params.features.length + 1);
  params.features.forEach((feature, f) => (offsets[f + 1] = offsets[f]! + binsInAll(feature)));
  return offsets;
}
