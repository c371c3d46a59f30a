import { inLanguage } from './language.ts';

const en = {
  serving: { usersSee: 'Customers wait', estimatedFrom: 'latency' },
  scoring: { usersSee: 'Decisions', estimatedFrom: 'the figure that paged' },
  exposure: { usersSee: 'Customers', estimatedFrom: 'the page’s figure' },
};

/** What an update says of a system before its figures, by kind of system. */
export const plantWords = inLanguage({ en });
