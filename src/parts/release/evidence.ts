import type { MetricInfo } from '../../domain/metric.ts';
import { releaseWords } from '../../domain/words/release.ts';
import type { AudienceParams } from '../audience/params.ts';
import { mixtureQuantile } from './latency.ts';
import type { ReleaseParams } from './params.ts';

/** The p95 of an ordinary answer, ms. */
export const ordinaryP95Ms = ({ medianMs, sigma }: ReleaseParams, { segments }: AudienceParams): number =>
  mixtureQuantile(
    0.95,
    segments.map((segment) => ({ weight: segment.share, medianMs: medianMs * segment.responseFactor })),
    sigma,
  );

/** What monitoring says of one side of a release, by version. @param normalShare typical success @param name of success */
export const sideMetrics = (
  version: string,
  params: ReleaseParams,
  audience: AudienceParams,
  normalShare: number,
  name: string,
): readonly MetricInfo[] => {
  const p95 = ordinaryP95Ms(params, audience);
  return [
    {
      key: `release.success_share{${version}}`, title: releaseWords.success(name, version), unit: 'share', direction: 'higherIsBetter',
      normal: { low: normalShare * 0.985, high: Math.min(1, normalShare * 1.015), typical: normalShare },
      prometheus: { name: `release_success_ratio{version="${version}"}`, type: 'gauge', help: 'Successes of those exposed to a version, over the window of the dashboards.' },
    },
    {
      key: `release.latency_p95_ms{${version}}`, title: releaseWords.p95Of(version), unit: 'ms', direction: 'lowerIsBetter',
      normal: { low: p95 * 0.85, high: p95 * 1.15, typical: p95 },
      prometheus: { name: `release_latency_p95_seconds{version="${version}"}`, type: 'gauge', help: 'Time within which 95 % of a version’s answers came, over the window.' },
    },
    {
      key: `release.fallback_share{${version}}`, title: releaseWords.fallbackOf(version), unit: 'share', direction: 'lowerIsBetter',
      normal: { low: 0, high: params.normalFallbackShare * 2.5, typical: params.normalFallbackShare },
      prometheus: { name: `release_fallback_ratio{version="${version}"}`, type: 'gauge', help: 'Requests that ran out of time and got the fallback’s answer, over the window.' },
    },
  ];
}; // prettier-ignore

/** What monitoring says of the candidate alone. */
export const candidateMetric = (version: string, params: ReleaseParams): MetricInfo => ({
  key: `release.fallback_peak_share{${version}}`, title: releaseWords.fallbackPeakOf(version), unit: 'share', direction: 'lowerIsBetter',
  normal: { low: 0, high: params.normalFallbackShare * 6, typical: params.normalFallbackShare },
  prometheus: { name: `release_fallback_peak_ratio{version="${version}"}`, type: 'gauge', help: 'Largest share that the fallback answered in any window since the comparison began.' },
}); // prettier-ignore

/** What monitoring says of a release as a whole. */
export const releaseMetrics = (params: ReleaseParams): readonly MetricInfo[] => [
  ...(params.guardrail.on ? [{
    key: 'release.success_gap_pp', title: releaseWords.guardrail, unit: 'percentagePoints', direction: 'higherIsBetter',
    normal: { low: -params.guardrail.okPp, high: params.guardrail.okPp, typical: 0 },
    prometheus: { name: 'release_success_gap_ratio', perUnit: 0.01, type: 'gauge', help: 'Success of the candidate minus that of the stable version, since the comparison began; 0 while nobody is exposed to it.' },
  } satisfies MetricInfo] : []),
  {
    key: 'release.share', title: releaseWords.share, unit: 'share', direction: 'neutral', normal: { low: 0, high: 1, typical: 0.05 },
    prometheus: { name: 'release_share_ratio', type: 'gauge', help: 'Share of arrivals that the candidate serves.' },
  },
  {
    key: 'release.decisions', title: releaseWords.compared, unit: 'count', direction: 'neutral', normal: { low: 0, high: 1e9, typical: 0 },
    prometheus: { name: 'release_compared_arrivals', type: 'gauge', help: 'Arrivals on the candidate since the comparison began.' },
  },
]; // prettier-ignore

/** What monitoring says of the model's answers. */
export const modelMetrics = (params: ReleaseParams, audience: AudienceParams): readonly MetricInfo[] => {
  const clicks = audience.segments.reduce((sum, segment) => sum + segment.share * segment.clickRate, 0);
  const bits = params.versions.find((version) => version.id === params.stable)?.entropyBits ?? 6.7;
  return clicks === 0 ? [] : [
    {
      key: 'model.click_share', title: releaseWords.clickRate, unit: 'share', direction: 'higherIsBetter', normal: { low: clicks * 0.95, high: clicks * 1.06, typical: clicks },
      prometheus: { name: 'recommendation_click_ratio', type: 'gauge', help: 'Arrivals that click a recommendation, over the window.' },
    },
    {
      key: 'model.entropy_bits', title: releaseWords.entropy, unit: 'points', direction: 'neutral', normal: { low: bits - 0.25, high: bits + 0.25, typical: bits },
      prometheus: { name: 'recommendation_entropy', type: 'gauge', help: 'Entropy of what is recommended, over the window, in bits.' },
    },
  ];
}; // prettier-ignore
