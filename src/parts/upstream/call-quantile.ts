import { lognormalCdf, lognormalQuantile } from '../../kernel/math.ts';
import { risesTo } from '../../kernel/solve.ts';
import type { UpstreamParams } from './params.ts';

/**
 * The 95th percentile of one attempt to the service, cut at the timeout, ms.
 * @param slow share of attempts that the slow shard answers @param slowMedianMs of those
 */
export function callP95Ms(params: UpstreamParams, slow: number, slowMedianMs: number, timeoutMs: number): number {
  const { normalMedianMs, normalSigma, slowSigma } = params;
  const normal = lognormalQuantile(0.95, normalMedianMs, normalSigma);
  if (slowMedianMs <= normalMedianMs) return normal;
  const share = (x: number): number =>
    (1 - slow) * lognormalCdf(x, normalMedianMs, normalSigma) + slow * lognormalCdf(x, slowMedianMs, slowSigma);
  return risesTo(share, 0.95, 0, timeoutMs);
}
