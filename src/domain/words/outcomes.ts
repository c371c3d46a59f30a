import { inLanguage } from './language.ts';

const en = {
  bad: 'Bad outcomes among the newest that are known',
  missed: 'Missed, once it is known',
  accepted: 'Offers accepted',
  rows: 'rows',
  selected: 'selected',
  positive: 'positive',
};

/** What decisions came to, as figures are called. */
export const outcomeWords = inLanguage({ en });
