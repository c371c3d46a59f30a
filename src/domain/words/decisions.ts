import { inLanguage } from './language.ts';

const en = {
  approved: 'Approved',
  offered: 'Offered',
  declined: 'Declined share',
  byStaff: 'Selected by staff against the model',
  cutoff: 'Cut-off',
  waiting: 'Waiting for review',
  wait: 'Wait for a verdict, hours',
};

/** Decisions and the people behind them, as figures are called. */
export const decisionWords = inLanguage({ en });
