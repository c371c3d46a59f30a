import { isChange, isLook, type Look, type LogEntry } from '../../domain/action.ts';
import { adviceOn, type Advice } from '../../policy/advice.ts';
import { recoverySeries, ticksOf, update } from '../../policy/habits.ts';
import type { Decision, PolicyView } from '../../policy/policy.ts';
import { backSince, changesMade } from '../../policy/stands.ts';
import { verifyingNow } from '../verifying.ts';

const HOLD_SECONDS = 60; // at the drill's pace: what is back stays back for this long before anybody is asked to prove it

/** Whether the player has decided what to do about it: a change that stands, or to change nothing. @param log accepted entries only */
export const hasActed = (view: PolicyView, log: readonly LogEntry[]): boolean =>
  changesMade(view, log).length > 0 || log.some(({ action }) => action.type === 'leave-alone');

/** The look that says who is hurt and what it costs; it tells no cause. */
export const isSizingUp = (look: Look): boolean => look.type === 'look-dashboard' && look.dashboard === 'business';

/** The same night without some of its looks. */
const without = (view: PolicyView, isLeftOut: (look: Look) => boolean): PolicyView => {
  const looks = view.menu.looks.map((offer) => (isLeftOut(offer.look) ? { ...offer, refusal: offer.refusal ?? offer.label } : offer));
  return { ...view, menu: { ...view.menu, looks } };
};

function provesIt(view: PolicyView): Decision {
  const since = backSince(view);
  const hold = ticksOf(view, HOLD_SECONDS);
  const held = since === null ? 0 : view.observation.tick - since;
  if (held < hold) return { wait: Math.max(1, hold - held) };
  return { act: { type: 'verify', metric: recoverySeries(view).metric.key } };
}

function afterActing(view: PolicyView, log: readonly LogEntry[], advice: Advice): Decision {
  const { observation } = view;
  const told = log.some(({ action }) => action.type === 'message');
  const word = advice.awaits !== null || !told ? update(view, 0) : null;
  if (word !== null) return { act: word };
  const known = adviceOn(
    without(view, () => true),
    log,
  ).decision;
  const settled = advice.open.length <= 1;
  if (settled && 'act' in known && isChange(known.act)) return known;
  if (advice.effectTick !== null) return { wait: advice.effectTick - observation.tick };
  if (verifyingNow(observation, log) !== null) return { wait: 1 };
  const lastChange = log.findLast(({ action }) => isChange(action));
  const proved = observation.verified?.recovered === true && observation.verified.tick >= (lastChange?.tick ?? 0);
  if (advice.back && !proved) return provesIt(view);
  const { decision } = adviceOn(without(view, isSizingUp), log);
  const look = 'act' in decision && isLook(decision.act) ? decision : null;
  const claimed = observation.causeClaims > 0;
  const unseen = settled && advice.leading === null && !proved; // what is left when all else is excluded is still to be seen
  if (look !== null && !claimed && (!settled || unseen)) return look;
  if ('act' in known) return known;
  if (proved && claimed) return { act: { type: 'resolve' } };
  return look !== null && !(claimed && advice.back) ? look : known;
}

/**
 * What comes next for a player who goes a way of their own. Until they act it is what an investigator would do; from then on it follows
 * what they did: tell, watch, prove, name the cause, resolve. A look that was passed by is asked for again only where it tells open causes apart.
 * @param log accepted entries only
 */
export function nextStep(view: PolicyView, log: readonly LogEntry[], advice: Advice): Decision {
  if (hasActed(view, log)) return afterActing(view, log, advice);
  const { observation } = view;
  const due = observation.conversation.findLast((line) => line.from !== 'you' && line.options.length > 0)?.answerDueTick ?? null;
  const late = advice.awaits !== null && due !== null && observation.tick >= due;
  const word = late && observation.evidence.length > 0 ? update(view, 0) : null;
  return word === null ? advice.decision : { act: word };
}
