import { inLanguage } from '../../domain/words/language.ts';

const en = {
  none: 'There is no change to take back.',
  tooLate: (change: string) => `“${change}” cannot be taken back once it has taken effect.`,
};

export const takeBackWords = inLanguage({ en });
