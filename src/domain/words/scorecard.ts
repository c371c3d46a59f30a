import { inLanguage } from './language.ts';

const en = {
  liveAuc: 'AUC of the live model on the newest labels',
  estimatedPositives: 'Positives among the selected, estimated without labels',
  meanScore: 'Mean score',
  ageDays: 'Age of the live model, days',
};

/** The model at work, as figures are called. */
export const scorecardWords = inLanguage({ en });
