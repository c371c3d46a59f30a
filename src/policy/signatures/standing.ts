import type { Look } from '../../domain/action.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Tick } from '../../domain/time.ts';
import { matchesLook } from '../../scenario/patterns.ts';
import type { Brief } from '../../scenario/brief.ts';
import { MARK_IDS, MARKS, markSeen, type MarkId } from './marks.ts';
import type { Mark, Signature } from './signature.ts';
import { SIGNATURES, type SignatureId } from './table.ts';

/** A mark that evidence showed to be there or not. */
export interface SeenMark {
  readonly mark: MarkId;
  readonly holds: boolean;
  readonly evidence: string; // id
  readonly tick: Tick;
}

/** What evidence says of the signatures that come into question. */
export interface Standing {
  readonly seen: readonly SeenMark[]; // in order of time
  readonly open: readonly SignatureId[]; // those that nothing seen speaks against
  readonly against: ReadonlyMap<SignatureId, readonly SeenMark[]>; // of the others, what does
  readonly shown: ReadonlyMap<SignatureId, readonly SeenMark[]>; // marks of its own that were seen
}

/** Between which ticks a reading that is normal says that something is not there. */
export interface Undisturbed {
  readonly from: Tick | null; // the page; null: nothing has paged
  readonly to: Tick; // the first effect of a change of the player's; Infinity while there is none
}

/** Releases and campaigns go on beside any fault. */
const ANY_NIGHT: readonly MarkId[] = ['released-lately', 'campaign-on'];

const signature = (id: SignatureId): Signature => SIGNATURES[id];

/** What a mark should be under a signature: there, not there, or either. */
export function expected(id: SignatureId, mark: MarkId): boolean | null {
  const { shows, may } = signature(id);
  if (shows.includes(mark)) return true;
  return may.includes(mark) || ANY_NIGHT.includes(mark) ? null : false;
}

export const partsOf = (brief: Pick<Brief, 'system'>): ReadonlyMap<string, string> =>
  new Map(brief.system.stations.map((station) => [station.id, station.part ?? '']));

/** Every mark that a piece of evidence speaks of. */
export function marksIn(evidence: Evidence, stationParts: ReadonlyMap<string, string>): readonly SeenMark[] {
  return MARK_IDS.flatMap((mark) => {
    const holds = markSeen(MARKS[mark], evidence, stationParts);
    return holds === null ? [] : [{ mark, holds, evidence: evidence.id, tick: evidence.tick }];
  });
}

/** The marks that a look would speak of. */
export const marksOf = (look: Look, stationParts: ReadonlyMap<string, string>): readonly MarkId[] =>
  MARK_IDS.filter((id) => {
    const mark: Mark = MARKS[id];
    if (!matchesLook(mark.look, look)) return false;
    return mark.part === undefined || look.type !== 'look-logs' || stationParts.get(look.station) === mark.part;
  });

/**
 * Which signatures the evidence leaves open. A mark that is there speaks against every signature that never leaves it; one that is not
 * there, while the trouble lasts and before any change, speaks against those that always do. Evidence is taken in order of time, and
 * a mark that would speak against all that is still open is taken to come of something else, such as one's own changes.
 * @param seen in any order
 */
export function standingOf(candidates: readonly SignatureId[], seen: readonly SeenMark[], undisturbed: Undisturbed): Standing {
  const against = new Map<SignatureId, SeenMark[]>();
  const shown = new Map<SignatureId, SeenMark[]>();
  const inOrder = [...seen].sort((one, other) => one.tick - other.tick);
  for (const one of inOrder) {
    const telling = one.holds || (undisturbed.from !== null && one.tick >= undisturbed.from && one.tick <= undisturbed.to);
    const spokenAgainst = candidates.filter((id) => telling && expected(id, one.mark) === !one.holds);
    if (candidates.some((id) => !against.has(id) && !spokenAgainst.includes(id)))
      for (const id of spokenAgainst) against.set(id, [...(against.get(id) ?? []), one]);
    for (const id of candidates) if (one.holds && expected(id, one.mark) === true) shown.set(id, [...(shown.get(id) ?? []), one]);
  }
  return { seen: inOrder, open: candidates.filter((id) => !against.has(id)), against, shown };
}

/** Whether what a look may show could speak against one of these signatures and not against another. */
export const couldSeparate = (marks: readonly MarkId[], open: readonly SignatureId[]): boolean =>
  marks.some((mark) => new Set(open.map((id) => expected(id, mark))).size > 1);

/** Whether a look could tell two of these signatures apart: how many pairs of them it would. */
export function pairsApart(marks: readonly MarkId[], open: readonly SignatureId[]): number {
  let pairs = 0;
  for (let i = 0; i < open.length; i += 1)
    for (let j = i + 1; j < open.length; j += 1)
      if (
        marks.some((mark) => {
          const [one, other] = [expected(open[i]!, mark), expected(open[j]!, mark)];
          return one !== null && other !== null && one !== other;
        })
      )
        pairs += 1;
  return pairs;
}
