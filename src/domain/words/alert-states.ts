import type { AlertView } from '../evidence.ts';
import { inLanguage } from './language.ts';

const states: Readonly<Record<AlertView['state'], string>> = {
  inactive: 'quiet',
  pending: 'on its way, not fired yet',
  firing: 'fired',
  resolved: 'fired, resolved since',
};

const en = {
  state: (state: AlertView['state']) => states[state],
  said: (alert: string, state: string) => `${alert}: ${state}`,
};

/** An alert as a fact of a run: what it says, and how it stood. */
export const alertStateWords = inLanguage({ en });
