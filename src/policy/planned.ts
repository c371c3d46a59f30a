import type { Action } from '../domain/action.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import { saysConditions } from './aftermath.ts';
import {
  dashboard,
  goesOnForWeeks,
  backWatch,
  offered,
  pagerDashboard,
  recoverySeries,
  ticksOf,
  unanswered,
  untilPaged,
  untilScrape,
  update,
} from './habits.ts';
import type { Plan } from './plan.ts';
import type { Decide, Decision, PolicyView } from './policy.ts';
import { respond, type Made } from './response.ts';

const UPDATE_SECONDS = 300; // at most one update in this time is worth sending
const HOLD_SECONDS = 60; // the pager metric stays back for this long before it is named as verification
const VERIFY_AGAIN_SECONDS = 120;
const LEAST_UPDATES = 3;
const MOST_ASKED = 2; // verifications of something that was left alone

/** In a drill that goes on for weeks each wait is twice as long as the one before, up to four times the first. */
const patience = (view: PolicyView, times: number): number => (goesOnForWeeks(view) ? 1 << Math.min(2, Math.max(0, times)) : 1);

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

/** What stands already where a night is taken up in the middle. */
export interface Stands {
  readonly done: readonly string[]; // steps that come once: "acknowledge", "told"
  readonly made: readonly Made[];
  readonly firstEffect: Tick; // of a change; Infinity while there is none
  readonly backSince: Tick | null; // since when what shows recovery is back
  readonly askedAt: Tick | null; // the last verification
  readonly asked: number;
}

export const FRESH: Stands = { done: [], made: [], firstEffect: Infinity, backSince: null, askedAt: null, asked: 0 };

/**
 * Plays a plan as an expert would: the discriminating look, the mitigation, the fix, then the board, the people and the proof.
 * @param stands what had happened already
 */
export function playPlan(plan: Plan, stands: Stands = FRESH): Decide {
  const done = new Set(stands.done);
  const response = respond(plan, stands.made);
  const isBack = backWatch();
  let queue: Action[] = [];
  let { backSince, askedAt, asked } = stands;
  const once = (key: string, actOf: () => Action | null): Decision | null => {
    const act = done.has(key) ? null : actOf();
    if (act === null) return null;
    done.add(key);
    return { act };
  };

  const explain = (view: PolicyView): Decision | null => {
    const { observation } = view;
    const told = once('business', () => offered(view, dashboard('business'))) ?? once('first-update', () => update(view, UPDATE_SECONDS));
    if (told !== null) return told;
    const firstPass = pagerDashboard(view) ?? offered(view, { type: 'look-changes' });
    const answer = unanswered(observation) === null ? null : update(view, UPDATE_SECONDS);
    if (answer !== null) return { act: answer };
    if (firstPass !== null) return { act: firstPass };
    if (!done.has('board')) {
      done.add('board');
      queue = boardActs(plan, observation.evidence);
    }
    const next = queue.shift();
    if (next !== undefined) return { act: next };
    if (update(view, UPDATE_SECONDS) === null) return null; // nor would it be later
    const said = observation.conversation.filter((one) => one.from === 'you').length;
    const word = update(view, UPDATE_SECONDS * patience(view, said - LEAST_UPDATES), plan.cause.hypothesis);
    return word === null ? null : { act: word };
  };

  const finish = (view: PolicyView): Decision => {
    const { observation } = view;
    const { tick } = observation;
    const pending = observation.pending.some((one) => one.effectTick > tick);
    backSince = !isBack(view) ? null : (backSince ?? tick);
    const held = plan.leaveAlone !== null || (backSince !== null && tick - backSince >= ticksOf(view, HOLD_SECONDS));
    if (!held || pending) return untilScrape(view);
    const answered = askedAt === null || (observation.verified?.tick ?? -1) > askedAt;
    const awaited = plan.leaveAlone === null || asked < MOST_ASKED || !answered; // what is left alone need not come back
    if (observation.verified?.recovered !== true && awaited) {
      if (!answered || (askedAt !== null && tick - askedAt < ticksOf(view, VERIFY_AGAIN_SECONDS) * patience(view, asked)))
        return untilScrape(view);
      askedAt = tick;
      asked += 1;
      return { act: { type: 'verify', metric: recoverySeries(view).metric.key } };
    }
    if (!response.isFixed(view)) return untilScrape(view);
    const words = observation.conversation.filter((one) => one.from === 'you');
    const last = words.at(-1)?.tick ?? 0;
    if (words.length < LEAST_UPDATES || last < (observation.verified?.tick ?? 0)) return untilScrape(view); // the last word says that it is over
    return once('resolve', () => ({ type: 'resolve' })) ?? untilScrape(view);
  };

  return (view) => {
    const { observation, brief } = view;
    if (observation.over) {
      const picks: Action = { type: 'pick-preventions', items: [...plan.preventions] };
      return once('picks', () => picks) ?? once('review', () => saysConditions(brief)) ?? { wait: brief.ticks };
    }
    if (observation.pageTick === null) return untilPaged(view);
    return once('acknowledge', () => ({ type: 'acknowledge' })) ?? response.next(view) ?? explain(view) ?? finish(view);
  };
}
