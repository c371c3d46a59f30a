import { isChange, isLook, type LogEntry, type Look } from '../../domain/action.ts';
import { departureOf, edgeOf } from '../../domain/departure.ts';
import { pacedText, pacedTitle } from '../../domain/impact-rate.ts';
import { sameLook } from '../../domain/same-look.ts';
import { recoverySeries } from '../../policy/habits.ts';
import { takeBackOf } from '../take-back.ts';
import { coachWords as words } from '../words/coach.ts';
import { courseOf, type Course } from './course.ts';
import { targetOf, type Target } from './target.ts';
import type { Scene } from './advice-words.ts';
import { hasActed, isSizingUp } from './next-step.ts';

/** One sentence of the coach. What was heard under its key need not be said again. */
export interface Sentence {
  readonly key: string;
  readonly text: string;
}

/** What the coach says now, and the one thing on the screen that it speaks of. */
export interface CoachLine {
  readonly says: string;
  readonly sentences: readonly Sentence[];
  readonly lit: Target | null;
  readonly shows: Target | null; // where "Show me" leads: within what is lit, to what fits the words
}

const SILENT: CoachLine = { says: '', sentences: [], lit: null, shows: null };

const line = (lit: Target | null, ...all: readonly (Sentence | string | null)[]): CoachLine => {
  const sentences = all.flatMap((one) => (one === null || one === '' ? [] : [typeof one === 'string' ? { key: one, text: one } : one]));
  return { says: sentences.map(({ text }) => text).join(' '), sentences, lit, shows: lit };
};

/** What the metric did after the last change; its figures move on, but it is news only where it takes another way. */
function reaction(course: Course | null): Sentence | null {
  const key = course === null ? '' : `${course.way} since ${course.since}`;
  switch (course?.way) {
    case 'worse':
      return { key, text: words.worse(course.was, course.now) };
    case 'same':
      return { key, text: words.same(course.now) };
    case 'better':
      return { key, text: words.better(course.was, course.now) };
    default:
      return null;
  }
}

function lookLine({ observation, advice, menu, brief }: Scene, look: Look, acted: boolean, said: Sentence | null): CoachLine {
  const lit = targetOf(look);
  const label = menu.looks.find((offer) => sameLook(offer.look, look))?.label ?? '';
  if (observation.evidence.length === 0 || isSizingUp(look)) return line(lit, said, words.howBad);
  if (look.type === 'look-changes' && !acted) return line(lit, said, words.whatChanged);
  const open = advice.open.length;
  if (open > 1) {
    const all = brief.causes.length;
    const fits = words.stillFit(all - advice.against.size, all, label);
    return line(lit, said, fits, acted && advice.back ? words.thenClaim : null);
  }
  return line(lit, said, acted ? words.unread(label) : words.beforeActing(label));
}

/** That it is back, where it is in its normal band; short of that, where it stands. Its figure moves on and is heard once. */
function backWords(scene: Scene): Sentence {
  const { metric, values } = recoverySeries(scene);
  const now = values.findLast((value) => Number.isFinite(value)) ?? metric.normal.typical;
  if (departureOf(metric, now) <= edgeOf(metric)) return { key: words.verify, text: words.verify };
  const { tickSeconds } = scene.brief;
  const paced = (value: number): string => pacedText(value, metric.unit, tickSeconds);
  return {
    key: 'not-normal-yet',
    text: words.verifyShort(pacedTitle(metric.title, tickSeconds), paced(now), paced(metric.normal.typical)),
  };
}

/**
 * What the coach of a guided shift says now: from what the player sees and has done, never from the truth. It names the place of the
 * next step and leaves the choice there to the player; whatever was done before, the next line goes on from it.
 * @param scene of a guided player
 * @param log accepted entries only
 */
export function coachLine(scene: Scene, log: readonly LogEntry[]): CoachLine {
  const { observation, advice, brief, clock } = scene;
  if (observation.over) return SILENT;
  const course = courseOf(observation, log, brief.tickSeconds);
  const said = reaction(course);
  if (course?.way === 'worse' && takeBackOf(log, observation, scene.menu).refusal === null)
    return line({ kind: 'button', does: 'take-back' }, said);
  const { decision } = advice;
  if ('wait' in decision) {
    const until = advice.effectTick === null ? words.staysBack : words.showsAt(clock(advice.effectTick));
    const nothingBack = advice.effectTick === null && course?.way !== 'back';
    return line({ kind: 'time' }, said, nothingBack ? words.watchMetric : until);
  }
  const { act } = decision; // what the evidence asks for, by what is done about such a fault anywhere
  if (isLook(act)) return lookLine(scene, act, hasActed(scene, log), said);
  if (isChange(act)) {
    const made = log.filter(({ action }) => isChange(action));
    const group = scene.menu.changes.find((preview) => preview.action.type === act.type)?.group === 'fix' ? 'fix' : 'mitigate';
    if (advice.back && made.some(({ action }) => action.type === act.type))
      return { ...line({ kind: 'actions', group }, said, words.release), shows: targetOf(act) };
    const says = made.length === 0 || group === 'mitigate' ? words.stopHarm : words.nowFix;
    const pointed = line({ kind: 'actions', group }, said, advice.leading === null ? null : words.pointsTo(advice.leading), says);
    return advice.leading === null ? pointed : { ...pointed, shows: targetOf(act) };
  }
  switch (act.type) {
    case 'message': {
      const from = brief.stakeholders.find(({ id }) => id === advice.awaits)?.name;
      const text = from === undefined ? words.tell : words.waits(from);
      return line(targetOf(act), { key: `${text} ${observation.conversation.length}`, text });
    }
    case 'hypothesis':
    case 'claim-cause':
      return line({ kind: 'board' }, said, words.claim);
    case 'leave-alone':
      return line(targetOf(act), words.leaveAlone);
    case 'verify':
      return line(targetOf(act), backWords(scene));
    case 'resolve':
      return line(targetOf(act), words.resolve);
    default:
      return line(null, words.takePage);
  }
}
