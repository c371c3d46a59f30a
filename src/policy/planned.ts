import type { Action, Change, Look } from '../domain/action.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import type { ChangePattern } from '../scenario/patterns.ts';
import { saysConditions } from './aftermath.ts';
import { concreteChange } from './concrete-change.ts';
import { dashboard, offered, opened, pagerBack, ticksOf, unanswered, untilScrape, update } from './habits.ts';
import type { Decide, Decision, PolicyView } from './policy.ts';

/** What a look shows of the causes: tells by id, and the causes that it excludes. */
export interface Findings {
  readonly shows: readonly string[];
  readonly excludes: readonly string[];
}

export interface PlannedStep {
  readonly any: readonly ChangePattern[];
  readonly needs: readonly string[]; // one of these tells first
  readonly when: readonly string[]; // and all of these
}

/** A whole response to one cause, known beforehand. */
export interface Plan {
  readonly rivals: readonly { readonly id: string; readonly hypothesis: string }[];
  readonly telling: readonly string[]; // tells that hold here
  readonly cause: { readonly changed: string; readonly enters: string; readonly missed: string; readonly hypothesis: string };
  readonly mitigate: readonly PlannedStep[];
  readonly fix: readonly PlannedStep[];
  readonly leaveAlone: { readonly needs: readonly string[] } | null;
  readonly preventions: readonly string[];
  expected(look: Look): Findings;
  found(evidence: Evidence): Findings;
}

const UPDATE_SECONDS = 300; // at most one update in this time is worth sending
const HOLD_SECONDS = 60; // the pager metric stays back for this long before it is named as verification
const VERIFY_AGAIN_SECONDS = 120;
const LEAST_UPDATES = 3;

interface Known {
  readonly shows: ReadonlySet<string>;
  readonly excludes: ReadonlySet<string>;
}

function knownFrom(plan: Plan, evidence: readonly Evidence[]): Known {
  const all = evidence.map((one) => plan.found(one));
  return { shows: new Set(all.flatMap((one) => one.shows)), excludes: new Set(all.flatMap((one) => one.excludes)) };
}

const ready = (step: PlannedStep, known: Known): boolean =>
  (step.needs.length === 0 ? known.shows.size > 0 : step.needs.some((id) => known.shows.has(id))) &&
  step.when.every((id) => known.shows.has(id));

/** The look that tells most for its time; null when none of those left tells anything new. */
function nextLook(plan: Plan, view: PolicyView, known: Known): Look | null {
  const wanted = new Set(
    [...plan.mitigate, ...plan.fix].slice(0, 2).flatMap((step) => (ready(step, known) ? [] : [...step.needs, ...step.when])),
  );
  for (const id of plan.leaveAlone?.needs ?? []) if (!known.shows.has(id)) wanted.add(id);
  let best: { look: Look; worth: number } | null = null;
  for (const offer of view.menu.looks) {
    if (offer.refusal !== null || opened(view.observation, offer.look)) continue;
    const { shows, excludes } = plan.expected(offer.look);
    const gain = 2 * shows.filter((id) => wanted.has(id)).slice(0, 1).length + excludes.filter((id) => !known.excludes.has(id)).length;
    const worth = gain / Math.max(1, offer.costSeconds);
    if (gain > 0 && (best === null || worth > best.worth)) best = { look: offer.look, worth };
  }
  return best?.look ?? null;
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

/** The board filled in: rivals excluded, the cause supported, and the claim, each with the evidence that shows it. */
function boardActs(plan: Plan, evidence: readonly Evidence[]): Action[] {
  const withFindings = evidence.map((one) => ({ id: one.id, ...plan.found(one) }));
  const acts: Action[] = [];
  for (const rival of plan.rivals) {
    const ids = withFindings.filter((one) => one.excludes.includes(rival.id)).map((one) => one.id);
    if (ids.length > 0)
      acts.push({ type: 'hypothesis', cause: rival.hypothesis, confidence: 5, status: 'excluded', evidence: ids.slice(0, 12) });
  }
  const telling = withFindings
    .filter((one) => one.shows.some((id) => plan.telling.includes(id)) || one.excludes.length > 0)
    .map((one) => one.id);
  const { hypothesis, changed, enters, missed } = plan.cause;
  acts.push({ type: 'hypothesis', cause: hypothesis, confidence: 90, status: 'supported', evidence: telling.slice(0, 12) });
  acts.push({ type: 'claim-cause', changed, enters, missed, confidence: 90, evidence: telling.slice(0, 12) });
  return acts;
}

/**
 * Plays a plan as an expert would: the discriminating look, the mitigation, the fix, then the board, the people and the proof.
 * @param before what has been done already, where the plan is taken up in the middle of a night
 */
export function playPlan(plan: Plan, before: readonly string[] = []): Decide {
  const done = new Set(before);
  let queue: Action[] = [];
  let backSince: Tick | null = null;
  let fixedFrom: Tick | null = null;
  let askedAt: Tick | null = null; // the last verification
  let stopgap: Change | null = null; // the mitigation, until the fix makes it needless
  const once = (key: string, act: Action | null): Decision | null => {
    if (act === null || done.has(key)) return null;
    done.add(key);
    return { act };
  };

  const triage = (view: PolicyView): Decision | null => {
    const { observation } = view;
    const known = knownFrom(plan, observation.evidence);
    const acknowledged = once('acknowledge', { type: 'acknowledge' });
    if (acknowledged !== null) return acknowledged;
    const look = nextLook(plan, view, known);
    const narrowed = look === null || known.excludes.size >= plan.rivals.length;
    if (plan.leaveAlone !== null) {
      if (look !== null) return { act: look };
      return once('leave-alone', { type: 'leave-alone', evidence: observation.evidence.map((one) => one.id).slice(0, 12) });
    }
    const best = look === null ? plan.mitigate : plan.mitigate.slice(0, 1); // while looking can still support it
    if (narrowed && !done.has('mitigate')) stopgap = changeFor(best, known, view);
    const change = narrowed ? (once('mitigate', stopgap) ?? once('fix', changeFor(plan.fix, known, view))) : null;
    if (change !== null) return change;
    return look !== null && !(done.has('mitigate') && done.has('fix')) ? { act: look } : null;
  };

  const explain = (view: PolicyView): Decision | null => {
    const { observation } = view;
    const told = once('business', offered(view, dashboard('business'))) ?? once('first-update', update(view, UPDATE_SECONDS));
    if (told !== null) return told;
    const firstPass = offered(view, dashboard('service')) ?? offered(view, { type: 'look-changes' });
    const answer = unanswered(observation) === null ? null : update(view, UPDATE_SECONDS);
    if (answer !== null) return { act: answer };
    if (firstPass !== null) return { act: firstPass };
    if (!done.has('board')) {
      done.add('board');
      queue = boardActs(plan, observation.evidence);
    }
    const next = queue.shift();
    if (next !== undefined) return { act: next };
    const word = update(view, UPDATE_SECONDS, plan.cause.hypothesis);
    return word === null ? null : { act: word };
  };

  const finish = (view: PolicyView): Decision => {
    const { observation } = view;
    const { tick, pager } = observation;
    const pending = observation.pending.some((one) => one.effectTick > tick);
    backSince = !pagerBack(observation) ? null : (backSince ?? tick);
    if (fixedFrom === null && done.has('fix') && !pending) fixedFrom = tick;
    const fixed = plan.fix.length === 0 || plan.leaveAlone !== null || fixedFrom !== null;
    const held = plan.leaveAlone !== null || (backSince !== null && tick - backSince >= ticksOf(view, HOLD_SECONDS));
    if (!held || pending) return untilScrape(view);
    const release = fixedFrom === null ? null : once('release', releaseOf(stopgap));
    if (release !== null) return release;
    if (observation.verified?.recovered !== true) {
      if (askedAt !== null && tick - askedAt < ticksOf(view, VERIFY_AGAIN_SECONDS)) return untilScrape(view);
      askedAt = tick;
      return { act: { type: 'verify', metric: pager.metric.key } };
    }
    if (!fixed) return untilScrape(view);
    const words = observation.conversation.filter((one) => one.from === 'you');
    const last = words.at(-1)?.tick ?? 0;
    if (words.length < LEAST_UPDATES || last < observation.verified.tick) return untilScrape(view); // the last word says that it is over
    return once('resolve', { type: 'resolve' }) ?? untilScrape(view);
  };

  return (view) => {
    const { observation, brief } = view;
    if (observation.over) {
      const picks: Action = { type: 'pick-preventions', items: [...plan.preventions] };
      return once('picks', picks) ?? once('review', saysConditions(brief)) ?? { wait: brief.ticks };
    }
    if (observation.pageTick === null) return untilScrape(view);
    return triage(view) ?? explain(view) ?? finish(view);
  };
}
