import type { AudienceParams } from '../audience/params.ts';
import type { ReleaseParams } from './params.ts';
import { worthOf } from './worth.ts';

/** A segment's weight in the evaluation set; where nothing is said of the set, as in the audience. */
export function evaluationShares({ gate }: ReleaseParams, { segments }: AudienceParams): readonly number[] {
  if (gate.evaluation.length === 0) return segments.map((segment) => segment.share);
  return segments.map((segment) => gate.evaluation.find((one) => one.id === segment.id)?.share ?? 0);
}

/** What a version reads offline with a mix of segments: its clicks, × those of the stable version on the same rows. */
export function offlineMetric(params: ReleaseParams, audience: AudienceParams, version: string, shares: readonly number[]): number {
  const [candidate, stable] = [worthOf(params, audience, version), worthOf(params, audience, params.stable)];
  let [own, before] = [0, 0];
  shares.forEach((share, i) => {
    own += share * candidate.clicks[i]!;
    before += share * stable.clicks[i]!;
  });
  return own / before;
}

/** Whether the evaluation gate lets a version out; true where there is no gate. */
export const passesGate = (params: ReleaseParams, audience: AudienceParams, version: string): boolean =>
  !params.gate.on || offlineMetric(params, audience, version, evaluationShares(params, audience)) >= params.gate.threshold;
