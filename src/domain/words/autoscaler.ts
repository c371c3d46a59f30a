import { inLanguage } from './language.ts';

const en = {
  atMax: 'Autoscaler at its maximum',
  max: 'Maximum replicas',
};

/** The autoscaler, as figures are called. */
export const autoscalerWords = inLanguage({ en });
