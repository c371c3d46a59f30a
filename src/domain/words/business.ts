import { inLanguage } from './language.ts';

const en = {
  unscored: 'Payments without a score',
  extraFraud: 'Extra fraud an hour',
  goodRefused: 'Good payments refused',
};

/** What payments come to, as figures are called. */
export const businessWords = inLanguage({ en });
