import { inLanguage } from './language.ts';

const en = {
  inSentence: (name: string) => name.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase()).replace(/ on call$/, ''),
};

/** Roles as they stand within a sentence. */
export const roleWords = inLanguage({ en });
