import type { AudienceInputs, AudienceState } from '../audience/step.ts';
import type { Cells } from '../audience/cells.ts';
import type { AudienceParams } from '../audience/params.ts';
import type { ReleaseParams } from '../release/params.ts';
import { candidateChance } from '../release/routing.ts';
import type { ReleaseState } from '../release/step.ts';
import { worthOf } from '../release/worth.ts';
import type { SuccessesParams } from './params.ts';

/** Physical inputs as faults have them in a tick. */
export interface ExposureInputs extends AudienceInputs {
  readonly hiddenShare: number;
  readonly treatedLoss: number;
  readonly expiredListShare: number;
  readonly weakFactor: number;
  readonly originWeight: number;
  readonly coldStartShare: number;
  readonly coldTimeoutShare: number;
}

/** What one tick exposes its audience to, by cell. Arrays are filled anew in every tick. */
export interface Exposure {
  readonly arrivals: Float64Array; // expected
  readonly success: Float64Array; // chance of one arrival
  readonly click: Float64Array; // likewise
  readonly planned: Float64Array; // chance of success had nothing gone wrong
  readonly plain: Float64Array; // chance of success where nothing of the model is shown
  fallbackShare: number; // of the candidate's requests, beyond the normal share
}

export const createExposure = (cells: Cells): Exposure => ({
  arrivals: new Float64Array(cells.count),
  success: new Float64Array(cells.count),
  click: new Float64Array(cells.count),
  planned: new Float64Array(cells.count),
  plain: new Float64Array(cells.count),
  fallbackShare: 0,
});

const asChance = (p: number): number => (p < 0 ? 0 : p > 1 ? 1 : p);
const groupShare = (index: number, count: number, lastShare: number): number =>
  count === 1 ? 1 : index === count - 1 ? lastShare : (1 - lastShare) / (count - 1);

/**
 * Who is exposed to what in a tick, and how likely each is to succeed:
 * base × level × client × arm × (1 − e + e × visibility × value), where e is the share of successes that pass through the model's
 * answers, the value is the version's for that segment, and what the fallback answers goes by the fallback's rate.
 * Source: calibration of the shop and of the canary, section 1 and 2.
 */
export function expose(
  out: Exposure,
  cells: Cells,
  audience: AudienceParams,
  release: ReleaseParams,
  successes: SuccessesParams,
  who: AudienceState,
  version: ReleaseState,
  inputs: ExposureInputs,
): void {
  const stable = worthOf(release, audience, release.stable);
  const candidate = worthOf(release, audience, version.candidate);
  const reference = successes.against === 'stable' ? stable : worthOf(release, audience, release.candidate);
  const e = release.throughAnswers;
  const expired = version.listsCopied ? inputs.expiredListShare : 1;
  const weight = version.byUnit ? 1 : inputs.originWeight;
  const origin = audience.segments.find((segment) => segment.id === release.originSegment);
  const coldMisses = version.cold * inputs.coldStartShare;
  out.fallbackShare = version.share > 0 ? coldMisses * inputs.coldTimeoutShare : 0;
  for (let cell = 0; cell < cells.count; cell += 1) {
    const s = cells.segmentOf[cell]!;
    const c = cells.clientOf[cell]!;
    const a = cells.armOf[cell]!;
    const isCandidate = cells.sideOf[cell] === 1;
    const segment = audience.segments[s]!;
    const newest = c === audience.clients.length - 1 && audience.clients.length > 1;
    const client = audience.clients[newest && who.clientOff ? c - 1 : c]!;
    const treated = a === audience.arms.length - 1 && audience.arms.length > 1;
    const arm = audience.arms[a]!;
    const chance = candidateChance(version.share, segment === origin, weight, origin?.share ?? 0);
    out.arrivals[cell] =
      who.arrivals *
      segment.share *
      groupShare(c, audience.clients.length, who.newClientShare) *
      groupShare(a, audience.arms.length, who.treatedShare) *
      (isCandidate ? chance : 1 - chance);
    const base = segment.successRate * who.level;
    const visibility = client.visibility * (newest && !who.clientOff ? 1 - inputs.hiddenShare : 1);
    let value = stable.value[s]!;
    let clicks = stable.clicks[s]!;
    if (isCandidate) {
      const own = segment.storedLists ? expired : 1;
      const weak = segment.id === release.weakSegment && version.candidate === release.candidate ? inputs.weakFactor : 1;
      value = (1 - own) * value + own * candidate.value[s]! * weak;
      clicks = (1 - own) * clicks + own * candidate.clicks[s]!;
    }
    const priced = arm.successFactor * (treated ? 1 - inputs.treatedLoss : 1);
    const p = asChance(base * client.successFactor * priced * (1 - e + e * visibility * value));
    out.plain[cell] = asChance(base * client.successFactor * priced);
    const f = isCandidate ? out.fallbackShare : 0;
    out.success[cell] = (1 - f) * p + f * Math.min(p, release.fallbackSuccess);
    out.click[cell] = asChance(segment.clickRate * visibility * clicks);
    const planned = audience.clients[c]!.visibility * reference.value[s]!;
    out.planned[cell] = asChance(base * audience.clients[c]!.successFactor * arm.successFactor * (1 - e + e * planned));
  }
}
