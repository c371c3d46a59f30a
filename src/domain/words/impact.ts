import { inLanguage } from './language.ts';

const en = {
  perMinute: 'Impact a minute',
  perHour: 'Impact an hour',
  perDay: 'Impact a day',
  soFar: 'Impact so far',
};

/** What an incident costs, as figures are called. */
export const impactWords = inLanguage({ en });
