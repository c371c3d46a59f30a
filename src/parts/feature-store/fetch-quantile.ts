import { lognormalCdf, lognormalQuantile } from '../../kernel/math.ts';
import { risesTo } from '../../kernel/solve.ts';
import type { FeatureStoreParams } from './params.ts';

/**
 * The 95th percentile of feature fetches, ms: a share of them waits at the busiest partition on top of a normal read.
 * @param waiting share of fetches @param delayMs that they wait
 */
export function fetchP95Ms(params: FeatureStoreParams, waiting: number, delayMs: number): number {
  const { fetchMedianMs: median, fetchSigma: sigma } = params;
  const normal = lognormalQuantile(0.95, median, sigma);
  if (delayMs < 1 || waiting <= 0) return normal;
  const share = (x: number): number => (1 - waiting) * lognormalCdf(x, median, sigma) + waiting * lognormalCdf(x - delayMs, median, sigma);
  return risesTo(share, 0.95, normal, delayMs + normal);
}
