import { sentences } from '../../domain/sentence.ts';
import { inLanguage } from '../../domain/words/language.ts';

/** "Fraud scoring" inside a sentence; "ETA service" stays as it is. */
const inside = (name: string): string => name.replace(/^([A-Z])(?=[a-z])/, (letter) => letter.toLowerCase());

const en = {
  aloud: (alert: string) => sentences(['Page', alert, 'Press Enter to acknowledge']),
  onCall: (system: string) => `You are on call for the ${inside(system)}`,
  paused: 'Paused. Press Space to go on.',
  soon: 'The pager rings in a moment.',
  page: 'Page',
  acknowledge: 'Acknowledge',
  title: 'Briefing',
  readWhole: 'Read the whole briefing',
  onCallNow: (system: string) => `You are on call for the ${inside(system)}.`,
  close: 'Close',
};

export const briefingWords = inLanguage({ en });
