import type { Action } from '../domain/action.ts';
import type { MomentKind } from './debrief-facts.ts';

/** Names of this scenario by id; an id without a name is read with its hyphens as spaces. */
export interface Names {
  readonly stations: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>; // causes and board options
  readonly metrics: Readonly<Record<string, string>>;
}

const named = (names: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(names, id) ? names[id]! : id.replaceAll('-', ' ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const DASHBOARD_NAMES: Readonly<Record<string, string>> = {
  service: 'service',
  versions: 'versions',
  saturation: 'saturation',
  'feature-store': 'feature store',
  upstream: 'upstream',
  business: 'business',
  drift: 'drift',
};

/** One action of the log as a short title in sentence case, e.g. "Scale to 16 replicas". */
export function actionTitle(action: Action, names: Names): string {
  switch (action.type) {
    case 'look-dashboard':
      return `Open the ${DASHBOARD_NAMES[action.dashboard] ?? action.dashboard} dashboard`;
    case 'look-logs':
      return `Read the logs of ${named(names.stations, action.station)}`;
    case 'look-trace':
      return `Open a ${action.pick} trace`;
    case 'look-changes':
      return 'Open the change history';
    case 'look-alerts':
      return 'Open all alerts';
    case 'rollback':
      return 'Roll back the model';
    case 'shift-traffic':
      return `Shift ${percent(action.share)} of traffic to ${action.version}`;
    case 'scale':
      return `Scale to ${action.replicas} replicas`;
    case 'restart':
      return 'Restart the servers';
    case 'set-breaker':
      return `${action.mode === 'forced-open' ? 'Open' : action.mode === 'automatic' ? 'Arm' : 'Switch off'} the breaker on ${named(names.stations, action.route)}`;
    case 'serve-cached':
      return action.on ? 'Serve cached features' : 'Stop serving cached features';
    case 'set-timeout':
      return `Set the timeout of ${named(names.stations, action.route)} to ${action.timeoutMs} ms`;
    case 'set-retries':
      return action.attempts === 1
        ? `Switch off retries to ${named(names.stations, action.route)}`
        : `Allow ${action.attempts} attempts to ${named(names.stations, action.route)}`;
    case 'shed':
      return `Refuse ${percent(action.share)} of requests`;
    case 'repoint-champion':
      return `Point the champion alias at ${action.version}`;
    case 'rebalance-partition':
      return 'Rebalance the partition';
    case 'raise-max-replicas':
      return `Raise the replica limit to ${action.max}`;
    case 'add-fallback':
      return `Add a fallback for ${named(names.stations, action.route)}`;
    case 'retrain':
      return 'Retrain the model';
    case 'acknowledge':
      return 'Acknowledge the page';
    case 'message':
      return `Update to the ${named(names.people, action.to)}`;
    case 'hypothesis':
      return `${BELIEF_VERBS[action.status]} “${named(names.options, action.cause)}”`;
    case 'claim-cause':
      return 'Name the cause';
    case 'leave-alone':
      return 'Decide to leave the system alone';
    case 'verify':
      return `Verify with ${named(names.metrics, action.metric)}`;
    case 'take-back':
      return 'Take the last change back';
    case 'resolve':
      return 'Resolve the incident';
    case 'setting':
      return action.key === 'untimed' ? `Untimed mode ${action.value === true ? 'on' : 'off'}` : `Speed ${String(action.value)}×`;
    case 'pick-preventions':
      return 'Pick preventions';
    case 'review':
      return 'Blameless review';
  }
}

/** The same action in two or three words, as it stands under a mark of a chart. */
export function actionShort(action: Action, names: Names): string {
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
    case 'rollback':
      return 'roll back';
    case 'shift-traffic':
      return `shift ${percent(action.share)}`;
    case 'scale':
      return `scale to ${action.replicas}`;
    case 'restart':
      return 'restart';
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
    case 'hypothesis':
      return named(names.options, action.cause);
    case 'claim-cause':
      return 'cause named';
    case 'leave-alone':
      return 'leave alone';
    case 'take-back':
      return 'taken back';
    case 'resolve':
      return 'resolved';
    default:
      return action.type;
  }
}

const BELIEF_VERBS = { open: 'Consider', supported: 'Find support for', weakened: 'Doubt', excluded: 'Exclude' } as const;

const KINDS: Readonly<Partial<Record<Action['type'], MomentKind>>> = {
  'look-dashboard': 'look',
  'look-logs': 'look',
  'look-trace': 'look',
  'look-changes': 'look',
  'look-alerts': 'look',
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
  if (action.type === 'setting' || action.type === 'pick-preventions' || action.type === 'review') return null;
  return KINDS[action.type] ?? 'change';
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

export const nameOf = named;
export const sentence = capital;
