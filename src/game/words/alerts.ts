import type { AlertView } from '../../domain/evidence.ts';
import { figure } from './format.ts';
import { inLanguage } from './language.ts';

const states: Readonly<Record<AlertView['state'], string>> = {
  firing: 'firing',
  pending: 'pending',
  resolved: 'resolved',
  inactive: 'inactive',
};

interface Since {
  readonly resolved: boolean;
  readonly clock: string;
  readonly now: string;
  readonly normal: string | null;
  readonly acknowledged: { readonly after: string | null } | null; // null: at once
}

const en = {
  title: 'Alerts',
  none: 'Nothing is firing.',
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
  rules: 'Look at the alert rules',
  rulesAsk: 'Firing pages come to you. The rest is here.',
  again: 'Look again',
  rulesSay: 'Every rule, also those that are pending',
  strip: {
    title: 'Alert',
    now: (value: string) => `now ${value}`,
    more: (count: number) => `${figure(count)} more`,
  },
};

export const alertsWords = inLanguage({ en });
