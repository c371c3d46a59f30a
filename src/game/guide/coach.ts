import { isChange, isLook, type LogEntry } from '../../domain/action.ts';
import { sameLook } from '../../domain/same-look.ts';
import { takeBackOf } from '../take-back.ts';
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
      return `Worse still: ${course.was} to ${course.now}. Undo is a skill.`;
    case 'same':
      return `No better yet: ${course.now}.`;
    case 'better':
      return `Coming back: ${course.was} to ${course.now}.`;
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
  if (observation.evidence.length === 0) return { says: joined(said, 'Find out how bad it is, and for whom.'), lit };
  if (act.type === 'look-changes') return { says: joined(said, 'What changed before the page?'), lit };
  const open = advice.open.length;
  if (open <= 1) return { says: joined(said, `Before you act: ${label}.`), lit };
  return { says: joined(said, `${open} of ${brief.causes.length} causes still fit.`, `${label} would tell.`), lit };
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
    return { says: said, lit: { kind: 'button', name: 'Take back' } };
  const { decision } = advice;
  if ('wait' in decision) {
    const until = advice.effectTick === null ? 'Watch whether it stays back.' : `It shows at ${clock(advice.effectTick)}. Let time run.`;
    return {
      says: joined(said, advice.effectTick === null && course?.way !== 'back' ? 'Watch the metric.' : until),
      lit: { kind: 'time' },
    };
  }
  const { act } = decision;
  if (isLook(act)) return lookLine(scene, log);
  if (isChange(act)) {
    const made = log.some(({ action }) => isChange(action));
    const group = scene.menu.changes.find((preview) => preview.action.type === act.type)?.group === 'fix' ? 'Fix' : 'Mitigate';
    const says = made ? 'Now what removes the cause?' : 'Stop the harm. Each action shows what it touches.';
    return {
      says: joined(said, advice.leading === null ? '' : `Your evidence points to “${advice.leading}”.`, says),
      lit: { kind: 'actions', group },
    };
  }
  switch (act.type) {
    case 'message': {
      const from = brief.stakeholders.find(({ id }) => id === advice.awaits)?.name;
      return {
        says: from === undefined ? 'Tell people: what users see, what is next, when.' : `${from} waits for your answer.`,
        lit: targetOf(act),
      };
    }
    case 'hypothesis':
    case 'claim-cause':
      return { says: joined(said, 'Put the cause on the board, with its evidence. Then claim it.'), lit: { kind: 'board' } };
    case 'leave-alone':
      return { says: 'Would any change help? Leaving alone is a decision too.', lit: targetOf(act) };
    case 'verify':
      return { says: 'It is back. Prove it with a metric.', lit: targetOf(act) };
    case 'resolve':
      return { says: 'Proved. Resolve it.', lit: targetOf(act) };
    default:
      return { says: 'Take the page.', lit: null };
  }
}
