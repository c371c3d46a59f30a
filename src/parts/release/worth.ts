import type { AudienceParams } from '../audience/params.ts';
import type { ReleaseParams } from './params.ts';

/** What a version is to each segment of the audience, in the order of the segments. */
export interface Worth {
  readonly clicks: Float64Array; // × the click rate with the stable version
  readonly entropyBits: Float64Array; // of what it answers there
  readonly value: Float64Array; // × what its answers bring there: clicks × what a click is worth
}

const known = new WeakMap<ReleaseParams, Map<string, Worth>>();

/** @throws when the release knows no such version */
export function worthOf(params: ReleaseParams, audience: AudienceParams, id: string): Worth {
  let ofRelease = known.get(params);
  if (ofRelease === undefined) known.set(params, (ofRelease = new Map()));
  const before = ofRelease.get(id);
  if (before !== undefined) return before;
  const version = params.versions.find((one) => one.id === id);
  if (version === undefined) throw new Error(`version: expected one of ${params.versions.map((one) => one.id).join(', ')}, got "${id}"`);
  const { length } = audience.segments;
  const worth: Worth = { clicks: new Float64Array(length), value: new Float64Array(length), entropyBits: new Float64Array(length) };
  audience.segments.forEach((segment, i) => {
    const { clicks, perClick, entropyBits } = version.segments.find((one) => one.id === segment.id) ?? {
      clicks: 1,
      perClick: 1,
      entropyBits: null,
    };
    worth.clicks[i] = clicks;
    worth.value[i] = clicks * perClick;
    worth.entropyBits[i] = entropyBits ?? version.entropyBits;
  });
  ofRelease.set(id, worth);
  return worth;
}

export const responseFactorOf = (params: ReleaseParams, id: string): number =>
  params.versions.find((one) => one.id === id)?.responseFactor ?? 1;
