import { inLanguage } from './language.ts';

const en = {
  inSentence: (clock: string) => clock.replace(/^(day \d+), /, '$1 at '),
};

/** A moment within a sentence, after a word of its own ("by", "until", "not"): "02:10", "day 91 at 09:00". */
export const momentWords = inLanguage({ en });
