import type { AlertView } from '../../domain/evidence.ts';
import { counted, figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const states: Readonly<Record<AlertView['state'], string>> = {
  firing: 'firing',
  pending: 'pending',
  resolved: 'resolved',
  inactive: 'inactive',
};

/** How fast an error budget burns. */
interface Burn {
  readonly resolved: boolean;
  readonly clock: string;
  readonly times: string; // the planned pace
  readonly threshold: string;
  readonly long: string;
  readonly short: string;
}

interface Since {
  readonly resolved: boolean;
  readonly clock: string;
  readonly now: string;
  readonly normal: string | null;
  readonly acknowledged: { readonly after: string | null } | null; // null: at once
}

const DAYS_A_MONTH = 365 / 12;
const MOST_DAYS = 60;
const MOST_MONTHS = 24;

/** "12 days ago", "7 months ago", "3 years ago": as closely as people say it. */
function ago(days: number): string {
  const months = Math.round(days / DAYS_A_MONTH);
  if (days < 1) return 'today';
  if (days <= MOST_DAYS) return `${counted(Math.round(days), { one: 'day', other: 'days' })} ago`;
  if (months <= MOST_MONTHS) return `${counted(months, { one: 'month', other: 'months' })} ago`;
  return `${counted(Math.round(months / 12), { one: 'year', other: 'years' })} ago`;
}

const en = {
  title: 'Alerts',
  none: 'Nothing is firing.',
  nonePaged: 'Nothing has paged you.', // what else fires is not known before the list is read
  states,
  summary: (firing: number, pending: number, quiet: number) =>
    `${figure(firing)} firing${pending > 0 ? `, ${figure(pending)} pending` : ''}${quiet > 0 ? `, ${figure(quiet)} quiet` : ''}`,
  mark: (state: AlertView['state'], severity: AlertView['severity']) => `${states[state]}${severity === 'page' ? ', pages' : ', ticket'}`,
  held: (held: string, of: string) => `Held ${held} of ${of}`,
  heldShort: (held: string, of: string) => `${held} / ${of}`,
  since: ({ resolved, clock, now, normal, acknowledged }: Since) =>
    `${resolved ? 'Resolved' : 'Firing since'} ${clock}, now ${now}${normal === null ? '' : ` (normal ${normal})`}${
      acknowledged === null ? '' : `, you acknowledged ${acknowledged.after === null ? 'at once' : `after ${acknowledged.after}`}`
    }`,
  burnPace: (times: number) => figure(times, times < 20 ? 1 : 0),
  burn: ({ resolved, clock, times, threshold, long, short }: Burn) =>
    resolved
      ? `Resolved ${clock}: over the last ${short} it burns less than ${threshold} times as fast as planned. Over the last ${long} it is still ${times} times (normal below 1).`
      : `Firing since ${clock}: over the last ${long} it burns ${times} times as fast as planned (normal below 1).`,
  burnRule: (threshold: string, long: string, short: string, severity: AlertView['severity']) =>
    `Threshold ${threshold} times as fast as planned, over the last ${long} and the last ${short} alike: ${severity === 'page' ? 'pages' : 'opens a ticket'}`,
  acknowledge: 'Acknowledge',
  answered: 'answered',
  waiting: 'waiting for an answer',
  answerWithin: (left: string) => `answer within ${left}`,
  overdue: 'answer overdue',
  quoted: (text: string) => `“${text}”`,
  answer: 'Answer',
  quiet: 'quiet',
  rule: (threshold: string, held: string | null, severity: AlertView['severity']) =>
    `Threshold ${threshold}${held === null ? '' : `, held for ${held}`}: ${severity === 'page' ? 'pages' : 'opens a ticket'}`,
  setBy: (days: number, role: string, why: string) => `Set ${ago(days)} by the ${role}, ${why}`,
  rules: 'Look at the alert rules',
  rulesAsk: 'What paged you stands here by itself. Every other rule, firing or not, is one look away.',
  again: 'Look again',
  rulesSay: 'Every rule, also those that are pending',
  strip: {
    title: 'Alert',
    now: (value: string) => `now ${value}`,
    more: (count: number) => `${figure(count)} more`,
  },
};

export const alertsWords = inLanguage({ en });
