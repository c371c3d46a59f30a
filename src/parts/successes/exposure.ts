import type { AudienceInputs, AudienceState } from '../audience/step.ts';
import type { Cells } from '../audience/cells.ts';
import type { AudienceParams } from '../audience/params.ts';
import type { ReleaseParams } from '../release/params.ts';
import { candidateChance } from '../release/routing.ts';
import type { ReleaseState } from '../release/step.ts';
import { worthOf, type Worth } from '../release/worth.ts';
import type { SuccessesParams } from './params.ts';

/** Physical inputs as faults have them in a tick. */
export interface ExposureInputs extends AudienceInputs {
  hiddenShare: number;
  treatedLoss: number;
  expiredListShare: number;
  weakFactor: number;
  originWeight: number;
  coldStartShare: number;
  coldTimeoutShare: number;
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

/** What is fixed about the segments of an audience, side by side: read in every tick. */
interface Fixed {
  readonly share: Float64Array;
  readonly rate: Float64Array;
  readonly clickRate: Float64Array;
  readonly stored: Uint8Array; // 1 where lists are stored
  readonly weak: number; // place of the weak segment, −1
  readonly origin: number; // place of the segment that a split by origin favours, −1
}

const known = new WeakMap<AudienceParams, Map<ReleaseParams, Fixed>>();

function fixedOf(audience: AudienceParams, release: ReleaseParams): Fixed {
  let ofAudience = known.get(audience);
  if (ofAudience === undefined) known.set(audience, (ofAudience = new Map()));
  let fixed = ofAudience.get(release);
  if (fixed === undefined) {
    const { segments } = audience;
    fixed = {
      share: Float64Array.from(segments, (segment) => segment.share),
      rate: Float64Array.from(segments, (segment) => segment.successRate),
      clickRate: Float64Array.from(segments, (segment) => segment.clickRate),
      stored: Uint8Array.from(segments, (segment) => (segment.storedLists ? 1 : 0)),
      weak: segments.findIndex((segment) => segment.id === release.weakSegment),
      origin: segments.findIndex((segment) => segment.id === release.originSegment),
    };
    ofAudience.set(release, fixed);
  }
  return fixed;
}

const asChance = (p: number): number => (p < 0 ? 0 : p > 1 ? 1 : p);
const groupShare = (index: number, count: number, lastShare: number): number =>
  count === 1 ? 1 : index === count - 1 ? lastShare : (1 - lastShare) / (count - 1);

/** What one side shows to its segments: the versions, and how far its own answers have taken the place of copied ones. */
interface Shown {
  stable: Worth;
  candidate: Worth;
  reference: Worth;
  expired: number; // share of copied lists
  weak: number; // × value of the candidate in the weak segment
}

/**
 * Who is exposed to what in a tick, and how likely each is to succeed:
 * base × level × client × arm × (1 − e + e × visibility × value), where e is the share of successes that pass through the model's
 * answers, the value is the version's for that segment, and what the fallback answers goes by the fallback's rate.
 * Source: the throw-away simulations that calibrated the shop and the canary.
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
  const shown: Shown = {
    stable,
    candidate: worthOf(release, audience, version.candidate),
    reference: successes.against === 'stable' ? stable : worthOf(release, audience, release.candidate),
    expired: version.listsCopied ? inputs.expiredListShare : 1,
    weak: version.candidate === release.candidate ? inputs.weakFactor : 1,
  };
  const fixed = fixedOf(audience, release);
  const weight = version.byUnit ? 1 : inputs.originWeight;
  const originShare = fixed.origin < 0 ? 0 : fixed.share[fixed.origin]!;
  const elsewhere = candidateChance(version.share, false, weight, originShare);
  const atOrigin = candidateChance(version.share, true, weight, originShare);
  out.fallbackShare = version.share > 0 ? version.cold * inputs.coldStartShare * inputs.coldTimeoutShare : 0;
  const { clients, arms } = audience;
  for (let c = 0; c < cells.clients; c += 1) {
    const client = clients[c]!;
    const newest = c > 0 && c === cells.clients - 1;
    const acts = newest && who.clientOff ? clients[c - 1]! : client; // a newest client that is turned off acts as the one before
    const visibility = acts.visibility * (newest && !who.clientOff ? 1 - inputs.hiddenShare : 1);
    const onClient = who.arrivals * groupShare(c, cells.clients, who.newClientShare);
    for (let a = 0; a < cells.arms; a += 1) {
      const treated = a > 0 && a === cells.arms - 1;
      const planned = who.level * client.successFactor * arms[a]!.successFactor;
      const level = who.level * acts.successFactor * arms[a]!.successFactor * (treated ? 1 - inputs.treatedLoss : 1);
      const arriving = onClient * groupShare(a, cells.arms, who.treatedShare);
      for (let s = 0; s < cells.segments; s += 1) {
        const cell = ((s * cells.clients + c) * cells.arms + a) * 2;
        const chance = s === fixed.origin ? atOrigin : elsewhere;
        const n = arriving * fixed.share[s]!;
        out.arrivals[cell] = n * (1 - chance);
        out.arrivals[cell + 1] = n * chance;
        fillPair(out, cell, s, fixed, release, shown, level, visibility);
        const e = release.throughAnswers;
        const plan = asChance(fixed.rate[s]! * planned * (1 - e + e * client.visibility * shown.reference.value[s]!));
        out.planned[cell] = plan;
        out.planned[cell + 1] = plan;
      }
    }
  }
}

/** Chances of the two sides of one segment, client and arm. */
function fillPair(
  out: Exposure,
  cell: number,
  s: number,
  fixed: Fixed,
  release: ReleaseParams,
  { stable, candidate, expired, weak }: Shown,
  level: number,
  visibility: number,
): void {
  const e = release.throughAnswers;
  const base = fixed.rate[s]! * level;
  const own = fixed.stored[s] === 1 ? expired : 1;
  const value = (1 - own) * stable.value[s]! + own * candidate.value[s]! * (s === fixed.weak ? weak : 1);
  const clicks = (1 - own) * stable.clicks[s]! + own * candidate.clicks[s]!;
  const p = asChance(base * (1 - e + e * visibility * value));
  const fallback = release.fallbackSuccess < p ? release.fallbackSuccess : p;
  out.success[cell] = asChance(base * (1 - e + e * visibility * stable.value[s]!));
  out.success[cell + 1] = (1 - out.fallbackShare) * p + out.fallbackShare * fallback;
  out.click[cell] = asChance(fixed.clickRate[s]! * visibility * stable.clicks[s]!);
  out.click[cell + 1] = asChance(fixed.clickRate[s]! * visibility * clicks);
  out.plain[cell] = out.plain[cell + 1] = asChance(base);
}
