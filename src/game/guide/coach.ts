import { isChange, isLook, type LogEntry } from '../../domain/action.ts';
import { sameLook } from '../../domain/same-look.ts';
import { takeBackOf } from '../take-back.ts';
import { coachWords as words } from '../words/coach.ts';
import { courseOf, type Course } from './course.ts';
import { targetOf, type Target } from './target.ts';
import type { Scene } from './advice-words.ts';

/** One line of the coach, and the one thing on the screen that it speaks of. */
export interface CoachLine {
  readonly says: string;
  readonly lit: Target | null;
}

/** What the metric did after the last change, in a sentence of the coach; "" where there is nothing to say. */
function reaction(course: Course | null): string {
  switch (course?.way) {
    case 'worse':
      return words.worse(course.was, course.now);
    case 'same':
      return words.same(course.now);
    case 'better':
      return words.better(course.was, course.now);
    default:
      return '';
  }
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

function lookLine({ observation, advice, menu, brief }: Scene, log: readonly LogEntry[]): CoachLine {
  const { decision } = advice;
  if (!('act' in decision) || !isLook(decision.act)) return { says: '', lit: null };
  const { act } = decision;
  const lit = targetOf(act);
  const label = menu.looks.find((offer) => sameLook(offer.look, act))?.label ?? '';
  const said = reactionIn(observation, log, brief.tickSeconds);
  if (observation.evidence.length === 0) return { says: joined(said, words.howBad), lit };
  if (act.type === 'look-changes') return { says: joined(said, words.whatChanged), lit };
  const open = advice.open.length;
  if (open <= 1) return { says: joined(said, words.beforeActing(label)), lit };
  return { says: joined(said, words.stillFit(open, brief.causes.length, label)), lit };
}

const reactionIn = (observation: Scene['observation'], log: readonly LogEntry[], tickSeconds: number): string =>
  reaction(courseOf(observation, log, tickSeconds));

/**
 * What the coach of a guided shift says now: from what the player sees and has done, never from the truth. It names the place of the
 * next step and leaves the choice there to the player; whatever was done before, the next line goes on from it.
 * @param log accepted entries only
 */
export function coachLine(scene: Scene, log: readonly LogEntry[]): CoachLine {
  const { observation, advice, brief, clock } = scene;
  if (observation.over) return { says: '', lit: null };
  const course = courseOf(observation, log, brief.tickSeconds);
  const said = reaction(course);
  if (course?.way === 'worse' && takeBackOf(log, observation, scene.menu).refusal === null)
    return { says: said, lit: { kind: 'button', does: 'take-back' } };
  const { decision } = advice;
  if ('wait' in decision) {
    const until = advice.effectTick === null ? words.staysBack : words.showsAt(clock(advice.effectTick));
    return {
      says: joined(said, advice.effectTick === null && course?.way !== 'back' ? words.watchMetric : until),
      lit: { kind: 'time' },
    };
  }
  const { act } = decision;
  if (isLook(act)) return lookLine(scene, log);
  if (isChange(act)) {
    const made = log.some(({ action }) => isChange(action));
    const group = scene.menu.changes.find((preview) => preview.action.type === act.type)?.group === 'fix' ? 'fix' : 'mitigate';
    const says = made ? words.nowFix : words.stopHarm;
    return {
      says: joined(said, advice.leading === null ? '' : words.pointsTo(advice.leading), says),
      lit: { kind: 'actions', group },
    };
  }
  switch (act.type) {
    case 'message': {
      const from = brief.stakeholders.find(({ id }) => id === advice.awaits)?.name;
      return {
        says: from === undefined ? words.tell : words.waits(from),
        lit: targetOf(act),
      };
    }
    case 'hypothesis':
    case 'claim-cause':
      return { says: joined(said, words.claim), lit: { kind: 'board' } };
    case 'leave-alone':
      return { says: words.leaveAlone, lit: targetOf(act) };
    case 'verify':
      return { says: words.verify, lit: targetOf(act) };
    case 'resolve':
      return { says: words.resolve, lit: targetOf(act) };
    default:
      return { says: words.takePage, lit: null };
  }
}
