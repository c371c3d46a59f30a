import { inLanguage } from './language.ts';

const en = {
  rate: 'Success rate',
  plural: 'successes',
  plain: (name: string) => `${name}, pages without the model`,
  value: 'Value an hour',
  offBaseline: 'Off its seasonal baseline',
};

/** Successes and what they are worth, as figures are called. */
export const successWords = inLanguage({ en });
