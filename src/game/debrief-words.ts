import { isChange, isLook, type Action } from '../domain/action.ts';
import { formatValue } from '../domain/metric.ts';
import type { Brief } from '../scenario/brief.ts';
import { changeDone } from '../judge/change-words.ts';
import { textOf } from '../story/action-words.ts';
import type { MomentKind } from './debrief-facts.ts';
import { settingTitles } from './words/difficulty.ts';

const DASHBOARD_NAMES: Readonly<Record<string, string>> = { 'feature-store': 'feature store' };
const BELIEF_VERBS = { open: 'Considered', supported: 'Found support for', weakened: 'Doubted', excluded: 'Excluded' } as const;

const named = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id;
const spoken = (slug: string): string => slug.replaceAll('-', ' ');
const percent = (share: number): string => formatValue(share, 'share');

/** One action of the log as it is told afterwards, e.g. "Scaled to 16 replicas". */
export function actionTitle(action: Action, brief: Brief): string {
  if (isChange(action)) return changeDone(action, brief);
  switch (action.type) {
    case 'look-dashboard':
      return `Opened the ${DASHBOARD_NAMES[action.dashboard] ?? action.dashboard} dashboard`;
    case 'look-logs':
      return `Read the logs of ${named(brief.system.stations, action.station)}`;
    case 'look-trace':
      return `Opened a ${action.pick} trace`;
    case 'look-changes':
      return 'Opened the change history';
    case 'look-alerts':
      return 'Opened all alerts';
    case 'look-lineage':
      return 'Followed the lineage of the data';
    case 'look-distributions':
      return 'Compared every feature with its reference';
    case 'look-segments':
      return action.by === 'all' ? 'Asked which part is different' : `Split the figures by ${spoken(action.by)}`;
    case 'look-registry':
      return 'Opened the model registry';
    case 'look-evaluation':
      return 'Compared the evaluation with live traffic';
    case 'look-backtest':
      return 'Scored the versions again on the same rows';
    case 'look-experiment':
      return 'Read the experiment';
    case 'look-sample':
      return `Read a checked sample: ${spoken(action.of)}`;
    case 'look-calendar':
      return 'Opened the calendar';
    case 'look-messages':
      return 'Read the messages of other teams';
    case 'acknowledge':
      return 'Acknowledged the page';
    case 'message':
      return `Update to the ${named(brief.stakeholders, action.to).toLowerCase()}`;
    case 'hypothesis':
      return `${BELIEF_VERBS[action.status]}: ${textOf(brief.causes, action.cause)}`;
    case 'claim-cause':
      return 'Named the cause';
    case 'leave-alone':
      return 'Decided to leave the system alone';
    case 'verify':
      return 'Verified';
    case 'take-back':
      return 'Took the last change back';
    case 'resolve':
      return 'Resolved the incident';
    case 'setting':
      return settingTitle(action.key, action.value);
    case 'hint':
      return action.why === undefined ? 'Took a hint' : `Said why: ${action.why}`;
    case 'pick-preventions':
      return 'Picked preventions';
    case 'review':
      return 'Blameless review';
  }
}

const SETTING_WORDS = { untimed: 'Untimed mode', guidance: 'Guidance', clock: 'Clock', hints: 'Hints', ...settingTitles } as const;

function settingTitle(key: Extract<Action, { type: 'setting' }>['key'], value: boolean | number | string): string {
  if (key === 'speed') return `Speed ${String(value)}×`;
  return `${SETTING_WORDS[key]}${typeof value === 'boolean' ? (value ? ' on' : ' off') : `: ${value}`}`;
}

/** The same action in two or three words, as it stands under a mark of a chart. */
export function actionShort(action: Action): string {
  switch (action.type) {
    case 'look-dashboard':
      return DASHBOARD_NAMES[action.dashboard] ?? action.dashboard;
    case 'look-logs':
      return 'logs';
    case 'look-trace':
      return 'trace';
    case 'look-changes':
      return 'change history';
    case 'look-alerts':
      return 'alerts';
    case 'look-segments':
      return action.by === 'all' ? 'which part' : `by ${spoken(action.by)}`;
    case 'look-sample':
      return 'sample';
    case 'look-lineage':
    case 'look-distributions':
    case 'look-registry':
    case 'look-evaluation':
    case 'look-backtest':
    case 'look-experiment':
    case 'look-calendar':
    case 'look-messages':
      return action.type.slice('look-'.length);
    case 'rollback':
      return 'roll back';
    case 'shift-traffic':
      return `shift ${percent(action.share)}`;
    case 'scale':
      return `scale to ${action.replicas}`;
    case 'set-breaker':
      return 'breaker';
    case 'serve-cached':
      return action.on ? 'cached features' : 'live features';
    case 'set-timeout':
      return 'timeout';
    case 'set-retries':
      return 'retries';
    case 'shed':
      return `refuse ${percent(action.share)}`;
    case 'repoint-champion':
      return 'champion alias';
    case 'rebalance-partition':
      return 'rebalance';
    case 'raise-max-replicas':
      return 'replica limit';
    case 'add-fallback':
      return 'fallback';
    case 'acknowledge':
      return 'acknowledged';
    case 'message':
      return 'update';
    case 'claim-cause':
      return 'cause named';
    case 'leave-alone':
      return 'left alone';
    case 'take-back':
      return 'taken back';
    case 'verify':
      return 'verified';
    case 'resolve':
      return 'resolved';
    default:
      return spoken(action.type);
  }
}

const KINDS: Readonly<Partial<Record<Action['type'], MomentKind>>> = {
  acknowledge: 'acknowledge',
  message: 'message',
  hypothesis: 'belief',
  'claim-cause': 'claim',
  'leave-alone': 'leave-alone',
  verify: 'verify',
  'take-back': 'take-back',
  resolve: 'resolve',
};

/** Which kind of moment an action is, or null for entries that are no moment of the incident (settings, what is picked afterwards). */
export function momentKind(action: Action): MomentKind | null {
  if (action.type === 'setting' || action.type === 'hint' || action.type === 'pick-preventions' || action.type === 'review') return null;
  return isLook(action) ? 'look' : (KINDS[action.type] ?? 'change');
}

/** What a kind of moment is called where its shape needs words (legend, screen reader). */
export const MOMENT_WORDS: Readonly<Record<MomentKind, string>> = {
  page: 'page',
  acknowledge: 'acknowledged',
  look: 'look',
  change: 'change',
  'take-back': 'taken back',
  asked: 'asked',
  message: 'message',
  belief: 'belief',
  claim: 'cause named',
  'leave-alone': 'left alone',
  verify: 'verified',
  resolve: 'resolved',
  end: 'end',
};

/** "g1-q10-inspect-traces" → "Guide 1, question 10"; entries of a guide's other chapters name the chapter. */
export function citationSource(id: string): string {
  const match = /^g(\d)-(?:q(\d\d)|(intro|eval|prep))/.exec(id);
  if (match === null) return 'Playbook';
  const chapter = match[3] === 'intro' ? 'introduction' : match[3] === 'eval' ? 'what is evaluated' : 'preparation';
  return `Guide ${match[1]}, ${match[2] === undefined ? chapter : `question ${Number(match[2])}`}`;
}
