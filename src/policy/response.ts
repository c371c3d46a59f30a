import type { Change, Look } from '../domain/action.ts';
import type { LookOffer } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { matchesChange } from '../scenario/patterns.ts';
import { concreteChange } from './concrete-change.ts';
import { backWatch, opened } from './habits.ts';
import type { Findings, Plan, PlannedStep } from './plan.ts';
import type { Decision, PolicyView } from './policy.ts';

const HOLD_SECONDS = 60; // the pager metric stays back for this long after the fix before a stopgap goes

interface Known {
  readonly shows: ReadonlySet<string>;
  readonly excludes: ReadonlySet<string>;
}

const knownFrom = (all: readonly Findings[]): Known => ({
  shows: new Set(all.flatMap((one) => one.shows)),
  excludes: new Set(all.flatMap((one) => one.excludes)),
});

/** What is known, and the look that is owed, of a moment. */
interface Moment {
  readonly all: readonly Findings[]; // of each piece of evidence
  readonly offers: readonly LookOffer[];
  readonly known: Known;
  readonly look: Look | null;
}

const sameItems = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, i) => item === other[i]);

/**
 * Both follow from the plan, the evidence and the looks on offer, which seldom change between two decisions: they are worked out again
 * only where the plan gives other findings, or the menu another list.
 */
function momentOf(plan: Plan, view: PolicyView, last: Moment | null): Moment {
  const all = view.observation.evidence.map((one) => plan.found(one));
  const offers = view.menu.looks;
  if (last !== null && last.offers === offers && sameItems(last.all, all)) return last;
  const known = knownFrom(all);
  return { all, offers, known, look: nextLook(plan, view, known) };
}

const ready = (step: PlannedStep, known: Known): boolean =>
  (step.needs.length === 0 ? known.shows.size > 0 : step.needs.some((id) => known.shows.has(id))) &&
  step.when.every((id) => known.shows.has(id));

/** What a look is expected to tell of what is still open. */
interface Prospect {
  readonly look: Look;
  readonly costSeconds: number;
  readonly found: number; // 1 where it shows what a step of the plan waits for
  readonly excludes: readonly string[]; // rivals not excluded yet
}

/**
 * The look that tells most for its time; null when none of those left tells anything new. What a look that is owed anyway excludes
 * need not be excluded by another one first.
 */
function nextLook(plan: Plan, view: PolicyView, known: Known): Look | null {
  const wanted = new Set(
    [...plan.mitigate, ...plan.fix].slice(0, 2).flatMap((step) => (ready(step, known) ? [] : [...step.needs, ...step.when])),
  );
  const reasons = plan.leaveAlone?.needs ?? []; // to leave it alone; one is enough
  if (!reasons.some((id) => known.shows.has(id))) for (const id of reasons) wanted.add(id);
  const open = plan.rivals.filter((rival) => !known.excludes.has(rival.id)).length;
  const prospects = view.menu.looks
    .filter((offer) => offer.refusal === null && !opened(view.observation, offer.look))
    .map(({ look, costSeconds }): Prospect => {
      const { shows, excludes } = plan.expected(look);
      const found = shows.some((id) => wanted.has(id)) ? 1 : 0;
      return { look, costSeconds, found, excludes: excludes.filter((id) => !known.excludes.has(id)) };
    });
  const worth = ({ found, excludes, costSeconds }: Prospect): number => {
    const settles = found > 0 && excludes.length === open; // and no other look is needed
    return (2 * found + excludes.length + (settles ? 2 : 0)) / costSeconds;
  };
  const owed = most(
    prospects.filter(({ found }) => found > 0),
    worth,
  );
  const left = owed === null ? prospects : prospects.map((one) => (one.found > 0 ? one : without(one, owed.excludes)));
  return most(left, worth)?.look ?? null;
}

const without = (one: Prospect, ids: readonly string[]): Prospect => ({ ...one, excludes: one.excludes.filter((id) => !ids.includes(id)) });

/** The first of those worth most; null where none is worth anything. */
function most(prospects: readonly Prospect[], worth: (one: Prospect) => number): Prospect | null {
  let best: { readonly one: Prospect; readonly worth: number } | null = null;
  for (const one of prospects) {
    const is = worth(one);
    if (is > 0 && (best === null || is > best.worth)) best = { one, worth: is };
  }
  return best?.one ?? null;
}

function changeFor(steps: readonly PlannedStep[], known: Known, view: PolicyView): Change | null {
  for (const step of steps) {
    if (!ready(step, known)) continue;
    for (const pattern of step.any) {
      const change = concreteChange(pattern, view.menu.changes);
      if (change !== null) return change;
    }
  }
  return null;
}

/** What takes a stopgap out again; null where nothing does, or it ends by itself. */
function releaseOf(stopgap: Change | null): Change | null {
  if (stopgap?.type === 'serve-cached' && stopgap.on) return { type: 'serve-cached', on: false };
  if (stopgap?.type === 'set-breaker' && stopgap.mode === 'forced-open') return { type: 'set-breaker', route: stopgap.route, mode: 'off' };
  if (stopgap?.type === 'shed' && stopgap.share > 0) return { type: 'shed', share: 0 };
  return null;
}

/** A change that was made before a response was taken up. */
export interface Made {
  readonly change: Change;
  readonly effectTick: Tick;
}

/** A response under way. */
export interface Response {
  /** What to do now; null where nothing is to be done yet, or any more. */
  next(view: PolicyView): Decision | null;
  /** Whether the fix has taken effect, where there is one. */
  isFixed(view: PolicyView): boolean;
  /** Whether something may still come. */
  isOpen(): boolean;
}

const matchesStep = (steps: readonly PlannedStep[], change: Change): boolean =>
  steps.some((step) => step.any.some((pattern) => matchesChange(pattern, change)));

/**
 * The response to one cause: the looks that are owed, the mitigation, the fix, and the stopgap out again once the fix holds.
 * @param made changes that stand already, in order
 */
export function respond(plan: Plan, made: readonly Made[] = []): Response {
  let stopgap = made.findLast(({ change }) => matchesStep(plan.mitigate, change))?.change ?? null; // until the fix makes it needless
  const fixMade = made.findLast(({ change }) => matchesStep(plan.fix, change));
  let mitigated = stopgap !== null;
  let fixed = fixMade !== undefined;
  let fixTick: Tick | null = fixMade?.effectTick ?? null; // from when on it is in effect
  let leftAlone = false;
  let released = false;
  let moment: Moment | null = null;
  const isBack = backWatch();

  const change = (view: PolicyView, known: Known, look: Look | null): Decision | null => {
    if (!mitigated) {
      const best = look === null ? plan.mitigate : plan.mitigate.slice(0, 1); // while looking can still support it
      stopgap = changeFor(best, known, view);
      mitigated = stopgap !== null;
      fixed ||= stopgap !== null && matchesStep(plan.fix, stopgap); // one change may do both
      if (stopgap !== null) return { act: stopgap };
    }
    const fix = fixed ? null : changeFor(plan.fix, known, view);
    fixed ||= fix !== null;
    return fix === null ? null : { act: fix };
  };

  const release = (view: PolicyView): Decision | null => {
    const { observation, brief } = view;
    const { tick, pending } = observation;
    if (fixed && fixTick === null && !pending.some((one) => one.effectTick > tick)) fixTick = tick;
    const held = fixTick !== null && (tick - fixTick) * brief.tickSeconds >= HOLD_SECONDS;
    const out = held && !released ? releaseOf(stopgap) : null;
    if (out === null || !isBack(view)) return null;
    released = true;
    return { act: out };
  };

  return {
    next(view) {
      moment = momentOf(plan, view, moment);
      const { known, look } = moment;
      if (plan.leaveAlone !== null) {
        if (look !== null) return { act: look };
        if (!leftAlone) {
          leftAlone = true;
          return { act: { type: 'leave-alone', evidence: view.observation.evidence.map((one) => one.id).slice(0, 12) } };
        }
        return change(view, known, null); // what is recommended beside it
      }
      const narrowed = look === null || known.excludes.size >= plan.rivals.length;
      const act = narrowed ? change(view, known, look) : null;
      if (act !== null) return act;
      return look !== null && !(mitigated && fixed) ? { act: look } : release(view);
    },
    isFixed: ({ observation }) =>
      plan.fix.length === 0 || (fixed ? !observation.pending.some((one) => one.effectTick > observation.tick) : plan.leaveAlone !== null),
    isOpen: () => (plan.leaveAlone !== null ? !leftAlone : !fixed || (!released && releaseOf(stopgap) !== null)),
  };
}
