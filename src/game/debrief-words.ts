import { isChange, isLook, type Action } from '../domain/action.ts';
import { formatValue } from '../domain/metric.ts';
import type { Brief } from '../scenario/brief.ts';
import { changeDone } from '../judge/change-words.ts';
import { textOf } from '../story/action-words.ts';
import type { MomentKind } from './debrief-facts.ts';
import { momentWords } from './words/moments.ts';

const { dashboards, titles, short, shortOf, setting, citation } = momentWords;

const named = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((one) => one.id === id)?.name ?? id;
const spoken = (slug: string): string => slug.replaceAll('-', ' ');
const dashboardName = (id: string): string => dashboards[id] ?? id;
const percent = (share: number): string => formatValue(share, 'share');

/** One action of the log as it is told afterwards, e.g. "Scaled to 16 replicas". */
export function actionTitle(action: Action, brief: Brief): string {
  if (isChange(action)) return changeDone(action, brief);
  switch (action.type) {
    case 'look-dashboard':
      return titles.dashboard(dashboardName(action.dashboard));
    case 'look-logs':
      return titles.logs(named(brief.system.stations, action.station));
    case 'look-trace':
      return titles.trace(action.pick);
    case 'look-changes':
      return titles.changes;
    case 'look-alerts':
      return titles.alerts;
    case 'look-lineage':
      return titles.lineage;
    case 'look-distributions':
      return titles.distributions;
    case 'look-segments':
      return action.by === 'all' ? titles.whichPart : titles.segments;
    case 'look-registry':
      return titles.registry;
    case 'look-evaluation':
      return titles.evaluation;
    case 'look-backtest':
      return titles.backtest;
    case 'look-experiment':
      return titles.experiment;
    case 'look-sample':
      return titles.sample;
    case 'look-calendar':
      return titles.calendar;
    case 'look-messages':
      return titles.messages;
    case 'acknowledge':
      return titles.acknowledge;
    case 'escalate':
      return titles.escalate(named(brief.system.colleagues, action.to));
    case 'ask-colleague':
      return titles.ask(named(brief.system.colleagues, action.who), actionTitle(action.look, brief));
    case 'message':
      return titles.message(named(brief.stakeholders, action.to));
    case 'hypothesis':
      return titles.belief[action.status](textOf(brief.causes, action.cause));
    case 'claim-cause':
      return titles.claim;
    case 'leave-alone':
      return titles.leaveAlone;
    case 'verify':
      return titles.verify;
    case 'take-back':
      return titles.takeBack;
    case 'resolve':
      return titles.resolve;
    case 'setting':
      return settingTitle(action.key, action.value);
    case 'hint':
      return action.why === undefined ? titles.hint : titles.saidWhy(action.why);
    case 'pick-preventions':
      return titles.preventions;
    case 'review':
      return titles.review;
  }
}

function settingTitle(key: Extract<Action, { type: 'setting' }>['key'], value: boolean | number | string): string {
  if (key === 'speed') return setting.speed(String(value));
  const name = setting.names[key];
  return typeof value === 'boolean' ? setting[value ? 'on' : 'off'](name) : setting.to(name, String(value));
}

/** The same action in two or three words, as it stands under a mark of a chart. */
export function actionShort(action: Action): string {
  switch (action.type) {
    case 'look-dashboard':
      return dashboardName(action.dashboard);
    case 'look-segments':
      return action.by === 'all' ? shortOf.whichPart : shortOf.segments(spoken(action.by));
    case 'ask-colleague':
      return actionShort(action.look);
    case 'shift-traffic':
      return shortOf.shiftTraffic(percent(action.share));
    case 'scale':
      return shortOf.scale(action.replicas);
    case 'serve-cached':
      return action.on ? shortOf.cached : shortOf.live;
    case 'shed':
      return shortOf.shed(percent(action.share));
    default:
      return short[action.type] ?? spoken(action.type);
  }
}

const KINDS: Readonly<Partial<Record<Action['type'], MomentKind>>> = {
  acknowledge: 'acknowledge',
  escalate: 'call',
  'ask-colleague': 'look',
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

/** "g1-q10-inspect-traces" → "Guide 1, question 10"; entries of a guide's other chapters name the chapter. */
export function citationSource(id: string): string {
  const [, guide, question, chapter] = /^g(\d)-(?:q(\d\d)|(intro|eval|prep))/.exec(id) ?? [];
  if (guide === undefined) return citation.playbook;
  return question === undefined
    ? citation.chapter[chapter as keyof typeof citation.chapter](guide)
    : citation.question(guide, Number(question));
}
