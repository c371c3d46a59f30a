import type { Action, Look } from '../domain/action.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import type { Brief } from '../scenario/brief.ts';
import { saysConditions } from './aftermath.ts';
import { dashboard, offered, opened, unanswered, untilPaged, untilScrape, update } from './habits.ts';
import type { Findings, Plan, PlannedStep } from './plan.ts';
import { FRESH, playPlan, type Stands } from './planned.ts';
import type { Decide, Decision, Policy, PolicyView } from './policy.ts';
import { answerFor, namesOf, patternFor, preventionsFor, type BoardAnswer } from './signatures/board.ts';
import { MARKS, markShownBy, type MarkId } from './signatures/marks.ts';
import { expected, marksIn, marksOf, pairsApart, partsOf, standingOf, type Standing, type Undisturbed } from './signatures/standing.ts';
import type { Remedy, Signature } from './signatures/signature.ts';
import { SIGNATURE_IDS, SIGNATURES, type SignatureId } from './signatures/table.ts';

/** A signature that comes into question here, with what claiming it says on this board. */
export interface Suspect {
  readonly id: SignatureId;
  readonly answer: BoardAnswer;
}

/** Those that the board has words for and whose marks some look on offer would show. */
export function suspectsOf(view: PolicyView, parts: ReadonlyMap<string, string>): readonly Suspect[] {
  const visible = new Set<string>(view.menu.looks.flatMap((offer) => marksOf(offer.look, parts)));
  return SIGNATURE_IDS.flatMap((id): Suspect[] => {
    const answer = answerFor(view.brief, id);
    const { shows }: Signature = SIGNATURES[id];
    return answer !== null && (shows.length === 0 || shows.some((mark) => visible.has(mark))) ? [{ id, answer }] : [];
  });
}

/** The cheapest look of those that do something; of equally cheap ones the one that does most. */
function cheapest(view: PolicyView, parts: ReadonlyMap<string, string>, worth: (marks: readonly MarkId[]) => number): Look | null {
  let best: { readonly look: Look; readonly cost: number; readonly worth: number } | null = null;
  for (const offer of view.menu.looks) {
    const { look, refusal } = offer;
    if (refusal !== null || opened(view.observation, look)) continue;
    const cost = offer.costSeconds;
    const gain = worth(marksOf(look, parts));
    if (gain > 0 && (best === null || cost < best.cost || (cost === best.cost && gain > best.worth))) best = { look, cost, worth: gain };
  }
  return best?.look ?? null;
}

/** The one of these that most of what was seen speaks for, and least against. */
export function likeliest(ids: readonly SignatureId[], { shown, against }: Standing): SignatureId | undefined {
  const balance = (id: SignatureId): number => (shown.get(id)?.length ?? 0) - (against.get(id)?.length ?? 0);
  return ids.reduce<SignatureId | undefined>((best, id) => (best === undefined || balance(id) > balance(best) ? id : best), undefined);
}

/** What stands out in the evidence that shows a mark, or any of a signature's marks. */
const namedIn =
  ({ observation }: PolicyView, shows: readonly string[]) =>
  (by: string | undefined): readonly string[] =>
    observation.evidence.flatMap((one) =>
      (by === undefined ? shows : [by]).flatMap((id) => {
        const mark = MARKS[id as MarkId];
        return one.readings.some((reading) => markShownBy(mark, one, reading))
          ? namesOf(one, (reading) => markShownBy(mark, one, reading))
          : [];
      }),
    );

/** Whether the evidence says what each remedy is to be done to, where it is done to one of several things. */
function hasTargets(view: PolicyView, id: SignatureId): boolean {
  const { shows, mitigate, fix }: Signature = SIGNATURES[id];
  const named = namedIn(view, shows);
  return [...mitigate, ...fix].every(
    (remedy) => remedy.target === undefined || patternFor(view.brief, remedy, view.menu.changes, named) !== null,
  );
}

/** The response to a signature, as if it had been known beforehand. */
function planFor(
  brief: Brief,
  parts: ReadonlyMap<string, string>,
  suspect: Suspect,
  others: readonly Suspect[],
  undisturbed: () => Undisturbed,
  view: PolicyView,
): Plan {
  const { id, answer } = suspect;
  const { shows, mitigate, fix, leaveAlone }: Signature = SIGNATURES[id];
  const offered = view.menu.changes;
  const named = namedIn(view, shows);
  const rivals = others.map((other) => ({ id: other.id, hypothesis: other.answer.hypothesis }));
  const steps = (remedies: readonly Remedy[]): PlannedStep[] =>
    remedies.flatMap((remedy) => {
      const pattern = patternFor(brief, remedy, offered, named);
      return pattern === null ? [] : [{ any: [pattern], needs: shows, when: remedy.when ?? [] }];
    });
  const ruledOut = (marks: readonly { readonly mark: MarkId; readonly holds: boolean }[]): string[] =>
    rivals.filter((rival) => marks.some(({ mark, holds }) => expected(rival.id, mark) === !holds)).map((rival) => rival.id);
  return {
    rivals,
    telling: shows,
    cause: answer,
    mitigate: steps(mitigate),
    fix: steps(fix),
    leaveAlone: leaveAlone === true ? { needs: shows } : null,
    preventions: preventionsFor(brief, id),
    expected: (look): Findings => {
      const marks = marksOf(look, parts).flatMap((mark) => {
        const holds = expected(id, mark);
        return holds === null ? [] : [{ mark, holds }];
      });
      return { shows: marks.filter(({ holds }) => holds).map(({ mark }) => mark), excludes: ruledOut(marks) };
    },
    found: (evidence: Evidence): Findings => {
      const standing = standingOf(rivals.map((rival) => rival.id), marksIn(evidence, parts), undisturbed()); // prettier-ignore
      return {
        shows: standing.seen.filter((one) => one.holds).map((one) => one.mark),
        excludes: [...standing.against.keys()],
      };
    },
  };
}

const FIRST_WORD_SECONDS = 300;

/** An investigation of a night. @param stands what had happened already, where it is taken up in the middle */
export function investigate(brief: Brief, stands: Stands = FRESH): Decide {
  const parts = partsOf(brief);
  const done = new Set<string>(stands.done);
  let suspects: readonly Suspect[] | null = null;
  let respond: Decide | null = null;
  let pageTick: Tick | null = null;
  let firstEffect: Tick = stands.firstEffect;
  const undisturbed = (): Undisturbed => ({ from: pageTick, to: firstEffect });
  const once = (key: string, act: Action | null): Decision | null => {
    if (act === null || done.has(key)) return null;
    done.add(key);
    return { act };
  };
  /** While causes are still open: what it costs, a first word to those who wait, and an answer to who asks. */
  const inform = (view: PolicyView): Decision | null => {
    const { observation } = view;
    const first = once('business', offered(view, dashboard('business'))) ?? once('told', update(view, FIRST_WORD_SECONDS));
    if (first !== null) return first;
    const answer = unanswered(observation) === null ? null : update(view, FIRST_WORD_SECONDS);
    return answer === null ? null : { act: answer };
  };
  const enquire = (view: PolicyView): Decision | null => {
    suspects ??= suspectsOf(view, parts);
    const ids = suspects.map((one) => one.id);
    const standing = standingOf(ids, view.observation.evidence.flatMap((one) => marksIn(one, parts)), undisturbed()); // prettier-ignore
    const separating = standing.open.length > 1 ? cheapest(view, parts, (marks) => pairsApart(marks, standing.open)) : null;
    if (separating !== null) return { act: separating };
    const culprit = likeliest(standing.open.length > 0 ? standing.open : ids, standing);
    if (culprit === undefined) return null;
    const { shows }: Signature = SIGNATURES[culprit];
    const unseen =
      standing.shown.has(culprit) && hasTargets(view, culprit)
        ? null
        : cheapest(view, parts, (marks) => marks.filter((mark) => shows.includes(mark)).length);
    if (unseen !== null) return { act: unseen }; // what is left when all else is excluded is still to be seen
    const suspect = suspects.find((one) => one.id === culprit)!;
    const others = suspects.filter((one) => one !== suspect);
    respond = playPlan(planFor(brief, parts, suspect, others, undisturbed, view), { ...stands, done: ['acknowledge', ...stands.done] });
    return null;
  };
  return (view) => {
    const { observation } = view;
    pageTick = observation.pageTick;
    for (const { effectTick } of observation.pending) firstEffect = Math.min(firstEffect, effectTick);
    if (respond !== null) return respond(view);
    if (observation.over) return once('review', saysConditions(brief)) ?? { wait: brief.ticks };
    if (pageTick === null) return untilPaged(view);
    return (
      once('acknowledge', { type: 'acknowledge' }) ??
      inform(view) ??
      enquire(view) ??
      (respond === null ? untilScrape(view) : (respond as Decide)(view))
    );
  };
}

/**
 * Works from what anyone may see, the menu and the board, by one table of how kinds of fault show themselves: asks for the cheapest look
 * that separates what is still open, and answers the cause that is left.
 */
export const investigator: Policy = { id: 'investigator', begin: ({ brief }) => investigate(brief) };
