import { isChange, isLook, type LogEntry } from '../../domain/action.ts';
import type { Observation } from '../../domain/observation.ts';
import { paceOf, type Tick } from '../../domain/time.ts';
import type { Brief } from '../../scenario/brief.ts';
import { actionChoices } from '../action-groups.ts';
import { adviceWords } from '../words/advice.ts';
import { guideWords as words } from '../words/guide.ts';
import { actionName, reasonFor, type Scene } from './advice-words.ts';
import { targetOf, type Target } from './target.ts';

export type Rung = 1 | 2 | 3 | 4;

/** Where a player stands on the ladder of hints. */
export interface Ladder {
  readonly taken: 0 | Rung; // rungs taken since the last step that was the player's own
  readonly next: Rung | null; // null: all are taken
  readonly nextTick: Tick; // from when on the next may be taken
  readonly offered: boolean; // nothing new has been found for so long that help is offered
  readonly explained: boolean; // the last rung was taken, and the player has said why
}

const BETWEEN_SECONDS = 20; // of the drill, at its pace
const STUCK_SECONDS = 90; // likewise

const isHelp = ({ action }: LogEntry): boolean => action.type === 'hint' || action.type === 'setting';

/** The ladder at this moment: a function of the observation and the log, so that a replay stands on the same rung. @param log accepted entries only */
export function ladderOf(observation: Observation, log: readonly LogEntry[], brief: Pick<Brief, 'tickSeconds'>): Ladder {
  const inTicks = (seconds: number): number => Math.ceil((seconds * paceOf(brief.tickSeconds)) / brief.tickSeconds);
  const from = log.findLastIndex((entry) => !isHelp(entry));
  const hints = log.slice(from + 1).flatMap(({ tick, action }) => (action.type === 'hint' ? [{ tick, ...action }] : []));
  const taken = Math.max(0, ...hints.map(({ rung }) => rung)) as 0 | Rung;
  const lastTick = hints.filter(({ why }) => why === undefined).at(-1)?.tick;
  const news = Math.max(observation.pageTick ?? 0, log[from]?.tick ?? 0, observation.evidence.at(-1)?.tick ?? 0);
  return {
    taken,
    next: taken === 4 ? null : ((taken + 1) as Rung),
    nextTick: lastTick === undefined ? observation.tick : lastTick + inTicks(BETWEEN_SECONDS),
    offered: taken === 0 && !observation.over && observation.acknowledgedTick !== null && observation.tick - news >= inTicks(STUCK_SECONDS),
    explained: hints.some(({ why }) => why !== undefined),
  };
}

export interface Hint {
  readonly rung: Rung;
  readonly says: string;
  readonly lit: Target | null;
  readonly cites: string | null; // the playbook entry of the third rung
}

type Need = 'size-up' | 'cause' | 'change' | 'fix' | 'leave-alone' | 'tell' | 'board' | 'verify' | 'resolve' | 'wait';

/** The recommendation that stands behind each kind of step. */
export const PRINCIPLES: Readonly<Record<Need, string>> = {
  'size-up': 'g1-q10-assess-customer-impact',
  cause: 'g1-q10-observability-use',
  change: 'g1-q10-immediate-vs-longer',
  fix: 'g1-q10-immediate-vs-longer',
  'leave-alone': 'g1-q10-calm-triage',
  tell: 'g1-q23-communicate-timelines',
  board: 'g1-q10-tests-root-cause',
  verify: 'g1-q10-check-dashboards',
  resolve: 'g1-q10-prevent-recurrence',
  wait: 'g1-q10-calm-triage',
};

function needOf({ advice, observation, menu }: Scene): Need {
  const { decision } = advice;
  if ('wait' in decision) return 'wait';
  const { act } = decision;
  if (isLook(act))
    return act.type === 'look-dashboard' && (act.dashboard === 'business' || observation.evidence.length === 0) ? 'size-up' : 'cause';
  if (isChange(act)) return menu.changes.find((preview) => preview.action.type === act.type)?.group === 'fix' ? 'fix' : 'change';
  switch (act.type) {
    case 'message':
      return 'tell';
    case 'leave-alone':
      return 'leave-alone';
    case 'verify':
      return 'verify';
    case 'resolve':
      return 'resolve';
    default:
      return 'board';
  }
}

function question(need: Need, { brief, observation, clock }: Scene): string {
  switch (need) {
    case 'cause':
      return observation.changes.length === 0 ? words.questions.changed(clock(observation.pageTick ?? 0)) : words.questions.cause;
    case 'board':
      return words.questions.board(brief.causes.length);
    default:
      return words.questions[need];
  }
}

function place(scene: Scene): { readonly says: string; readonly lit: Target | null } {
  const { decision } = scene.advice;
  if ('wait' in decision) return { says: words.places.nowhere, lit: { kind: 'time' } };
  const target = targetOf(decision.act);
  switch (target.kind) {
    case 'look':
      return { says: words.places.under(words.places.tabs[target.tab]), lit: { kind: 'tab', tab: target.tab } };
    case 'change': {
      const inFix = actionChoices(scene.menu, 'fix').some((choice) => choice.type === target.action.type);
      const group = inFix ? 'fix' : 'mitigate';
      return { says: words.places.among(words.places.groups[group]), lit: { kind: 'actions', group } };
    }
    case 'button':
      return { says: words.places.button(words.places.buttons[target.does]), lit: target };
    default:
      return { says: words.places.onBoard, lit: { kind: 'board' } };
  }
}

/** What one rung says on the night as it stands: attention, place, principle, and the step of an investigator with its reason. */
export function hintFor(rung: Rung, scene: Scene): Hint {
  const need = needOf(scene);
  switch (rung) {
    case 1:
      return { rung, says: question(need, scene), lit: null, cites: null };
    case 2:
      return { rung, ...place(scene), cites: null };
    case 3:
      return { rung, says: '', lit: null, cites: PRINCIPLES[need] };
    case 4: {
      const { decision } = scene.advice;
      const does = 'wait' in decision ? adviceWords.actions.wait : actionName(decision.act, scene);
      return {
        rung,
        says: words.watch.step(does, reasonFor(scene)),
        lit: 'wait' in decision ? { kind: 'time' } : targetOf(decision.act),
        cites: null,
      };
    }
  }
}
