import { atClock } from '../../domain/at-clock.ts';
import { roleInSentence } from '../../domain/role-words.ts';
import { figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Evidence',
  tabs: {
    metrics: 'Metrics',
    data: 'Data',
    segments: 'Segments',
    model: 'Model',
    experiment: 'A/B test',
    logs: 'Logs',
    traces: 'Traces',
    changes: 'Changes',
    calendar: 'Calendar',
    alerts: 'Alerts',
  },
  tools: 'Tools for evidence, free',
  inspect: 'Inspect two',
  glossary: 'Glossary',
  by: (colleague: string) => `by the ${roleInSentence(colleague)}`,
  normal: (value: string) => `normal ${value}`,
  chip: (title: string, label: string, value: string) => `${title}: ${label} ${value}`,
  reading: (label: string, value: string, normal: string | null) => `${label} ${value}${normal === null ? '' : ` (normal ${normal})`}`,
  none: 'You have opened no evidence yet. Look first; every look lands here.',
  inspectHere: 'Inspect',
  inspectFrom: (title: string) => `Inspect: set a fact of ${title} beside another`,
  noBearing: (why: string) => `Does not bear on it: ${why}`,
  putUnder: (title: string, slot: string) => `${title} put under ${slot}`,
  inAllSlots: 'It stands in all three slots already.',
  use: 'Use as evidence',
  onBoard: (slots: number) => `On the board (${figure(slots)})`,
  asItWas: (clock: string) => `As it was ${atClock(clock)}`,
  further: 'Look further',
  changes: {
    ownOnly: 'Only your own changes are known. The history below shows everybody’s.',
    history: 'Change history',
    ask: 'What went out lately?',
    again: 'Look again',
    says: 'Deploys, config, data and scaling, with times',
    caption: 'Known changes, newest first',
    when: 'When',
    kind: 'Kind',
    what: 'What',
    ago: (time: string) => `${time} ago`,
    beforePage: (time: string) => `${time} before the page`,
  },
  window: {
    shown: (from: string, to: string) => `${from} to ${to}`,
    last: (time: string) => `Last ${time}`,
    all: 'Show all',
    different: 'What is different?',
    tables: 'Tables',
    crosshair: 'Crosshair on every chart',
    crosshairHelp: 'Left and right arrows move the crosshair on every chart',
    now: 'now',
  },
};

export const evidenceWords = inLanguage({ en });
