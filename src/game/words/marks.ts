import { inLanguage } from '../../domain/words/language.ts';

const en = {
  unknown: 'not looked at',
  healthy: 'normal',
  warn: 'out of normal',
  crit: 'hurting users',
  you: 'yours',
  pending: 'pending',
  verified: 'verified',
};

/** What the mark of a state is called. */
export const markWords = inLanguage({ en });
