import type { Evidence } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import type { RunTrace } from '../run/trace.ts';
import { tellSeen, type Tell, type Truth } from '../scenario/truth.ts';
import { metricOf } from './recovery.ts';

/** A tell that a piece of evidence showed, to hold or not to. */
export interface SeenTell {
  readonly tell: Tell;
  readonly evidence: Evidence;
  readonly value: number;
  readonly tick: Tick; // when that value was shown
}

/** What a player could know at a moment. */
export interface Knowledge {
  readonly shown: readonly SeenTell[]; // in order of time
  readonly telling: readonly SeenTell[]; // those of them that tell variants apart
  readonly calm: readonly SeenTell[]; // tells seen not to hold, which excludes causes too
  readonly open: ReadonlySet<string>; // variants that nothing seen excludes; the true one always stays
}

const reading = (evidence: Evidence, key: string): number => evidence.readings.find((candidate) => candidate.key === key)!.value;

/** An opened dashboard stays live: the piece of evidence as it read at a later tick, with those readings that monitoring keeps a series of. */
export const asReadAt = (evidence: Evidence, trace: RunTrace, tick: Tick): Evidence =>
  evidence.body.kind !== 'dashboard' || tick <= evidence.tick
    ? evidence
    : {
        ...evidence,
        tick,
        readings: evidence.readings.flatMap((one) =>
          metricOf(trace, one.key) === undefined ? [] : [{ ...one, value: trace.metric(one.key, tick) }],
        ),
      };

/**
 * What the evidence that had returned by a tick shows about the causes.
 * A reading taken before the page, or after a change of the player's took effect, shows what it shows but excludes nothing by being normal.
 * @param only evidence ids to go by; all that had returned when left out
 */
export function knownAt(truth: Truth, trace: RunTrace, tick: Tick, firstEffect: Tick, only?: readonly string[]): Knowledge {
  const shown: SeenTell[] = [];
  const calm: SeenTell[] = [];
  const excluded = new Set<string>();
  const all = truth.variants.map((variant) => variant.id);
  for (const evidence of trace.evidence) {
    if (evidence.tick > tick || (only !== undefined && !only.includes(evidence.id))) continue;
    const undisturbed = Math.min(tick, firstEffect);
    for (const tell of truth.tells) {
      const readings = [evidence, asReadAt(evidence, trace, undisturbed), asReadAt(evidence, trace, tick)];
      const holding = readings.find((one) => tellSeen(tell, one) === true);
      if (holding !== undefined) {
        shown.push({ tell, evidence, value: reading(holding, tell.reading), tick: holding.tick });
        for (const id of all) if (!tell.holds.includes(id)) excluded.add(id);
        continue;
      }
      if (tell.holds.length === all.length) continue; // tells how bad it is, not why
      const normal = readings.find(
        (one) => tellSeen(tell, one) === false && trace.pageTick !== null && one.tick >= trace.pageTick && one.tick <= firstEffect,
      );
      if (normal === undefined) continue;
      calm.push({ tell, evidence, value: reading(normal, tell.reading), tick: normal.tick });
      for (const id of tell.holds) excluded.add(id);
    }
  }
  return {
    shown,
    telling: shown.filter((seen) => seen.tell.holds.length < all.length),
    calm,
    open: new Set(all.filter((id) => id === trace.variant || !excluded.has(id))),
  };
}

/** Which other variants than the true one the knowledge excludes, as a share of them. */
export const narrowed = (knowledge: Knowledge, truth: Truth): number => {
  const others = truth.variants.length - 1;
  return others <= 0 ? (knowledge.telling.length > 0 ? 1 : 0) : (truth.variants.length - knowledge.open.size) / others;
};
