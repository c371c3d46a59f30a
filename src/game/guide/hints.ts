import { isChange, isLook, type LogEntry } from '../../domain/action.ts';
import type { Observation } from '../../domain/observation.ts';
import { paceOf, type Tick } from '../../domain/time.ts';
import type { Brief } from '../../scenario/brief.ts';
import { actionChoices } from '../action-groups.ts';
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
    case 'size-up':
      return 'Who pays for this, and how much by the minute?';
    case 'cause':
      return observation.changes.length === 0
        ? `What changed before ${clock(observation.pageTick ?? 0)}, and what would look different under each cause?`
        : 'Which causes still fit, and what would look different under each?';
    case 'change':
      return 'Who is being hurt while the cause is looked for?';
    case 'fix':
      return 'What happens when the stopgap goes?';
    case 'leave-alone':
      return 'What would happen if nobody changed anything?';
    case 'tell':
      return 'Who is waiting for word, and since when?';
    case 'board':
      return `Which of the ${brief.causes.length} causes could you defend, and with which evidence?`;
    case 'verify':
      return 'How would you prove to a stranger that it is over?';
    case 'resolve':
      return 'What is left to do before this can be closed?';
    case 'wait':
      return 'What was changed last, and when can it show?';
  }
}

const TAB_WORDS: Readonly<Record<string, string>> = { experiment: 'A/B test' };

function place(scene: Scene): { readonly says: string; readonly lit: Target | null } {
  const { decision } = scene.advice;
  if ('wait' in decision) return { says: 'Nowhere new. Let time pass and watch the pager metric.', lit: { kind: 'time' } };
  const target = targetOf(decision.act);
  switch (target.kind) {
    case 'look': {
      const tab = TAB_WORDS[target.tab] ?? target.tab.charAt(0).toUpperCase() + target.tab.slice(1);
      return { says: `Look under ${tab}.`, lit: { kind: 'tab', tab: target.tab } };
    }
    case 'change': {
      const inFix = actionChoices(scene.menu, 'fix').some((choice) => choice.type === target.action.type);
      const group = inFix ? 'Fix' : 'Mitigate';
      return { says: `Look among the actions under ${group}.`, lit: { kind: 'actions', group } };
    }
    case 'button':
      return { says: `It is under ${target.name}.`, lit: target };
    default:
      return { says: 'It is on the cause board.', lit: { kind: 'board' } };
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
      const does = 'wait' in decision ? 'Wait' : actionName(decision.act, scene);
      return {
        rung,
        says: `${does}. ${reasonFor(scene)}`,
        lit: 'wait' in decision ? { kind: 'time' } : targetOf(decision.act),
        cites: null,
      };
    }
  }
}
