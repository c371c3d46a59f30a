import { exp, log, normalCdf, normalQuantile } from '../../kernel/math.ts';
import { divergence } from './divergence.ts';

/** Drift of a normal feature, from its mean and spread alone. */
export interface NormalDrift {
  readonly psi: number; // over the reference's equal-share bins
  readonly jsDistance: number; // natural logarithm
  readonly ks: number;
  readonly wasserstein: number; // reference standard deviations
}

/** The edges between bins of equal share of a normal feature: one fewer than bins. */
export const equalShareEdges = (bins: number, mean: number, sd: number): number[] =>
  Array.from({ length: bins - 1 }, (_, i) => mean + sd * normalQuantile((i + 1) / bins));

/** Shares of a normal feature by bin; the outer bins are open. @param edges between the bins, ascending @param sd above 0 */
export function normalShares(edges: ArrayLike<number>, mean: number, sd: number): number[] {
  const shares: number[] = [];
  for (let bin = 0, from = -Infinity; bin <= edges.length; bin += 1) {
    const to = bin < edges.length ? ((edges[bin] as number) - mean) / sd : Infinity;
    shares.push(from > 0 ? normalCdf(-from) - normalCdf(-to) : normalCdf(to) - normalCdf(from)); // by the nearer tail, which keeps its digits
    from = to;
  }
  return shares;
}

/** The largest distance of the distribution functions of N(0, 1) and N(shift, scale²): where their densities cross. */
function normalKs(shift: number, scale: number): number {
  const at = (x: number): number => Math.abs(normalCdf(x) - normalCdf((x - shift) / scale));
  const a = (scale - 1) * (scale + 1);
  if (a === 0) return at(shift / 2);
  const c = shift * shift + 2 * scale * scale * log(scale);
  const root = scale * Math.sqrt(shift * shift + 2 * a * log(scale));
  const q = -(shift + (shift < 0 ? -root : root)); // a·x² + 2·shift·x − c = 0, without cancellation
  return Math.max(at(q / a), q === 0 ? 0 : at(-c / q));
}

const SQRT_2_OVER_PI = 0.7978845608028654;

/** Wasserstein-1 of the same two: the mean of |shift + (scale − 1)·Z|. */
function normalWasserstein(shift: number, scale: number): number {
  const [distance, sd] = [Math.abs(shift), Math.abs(scale - 1)];
  if (sd === 0) return distance;
  const z = distance / sd;
  return sd * SQRT_2_OVER_PI * exp((-z * z) / 2) + distance * (1 - 2 * normalCdf(-z));
}

/**
 * How far N(0, 1) has drifted that became N(shift, scale²): exact, without a sample. For a feature of which mean and spread are kept.
 * @param shift in reference standard deviations @param scale above 0 @param bins of equal share in the reference
 */
export function normalDrift(shift: number, scale: number, bins = 10): NormalDrift {
  const edges = equalShareEdges(bins, 0, 1);
  const { psi, jsDistance } = divergence(normalShares(edges, 0, 1), normalShares(edges, shift, scale));
  return { psi, jsDistance, ks: normalKs(shift, scale), wasserstein: normalWasserstein(shift, scale) };
}
