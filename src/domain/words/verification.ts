import { inLanguage } from './language.ts';

const en = {
  noData: (title: string, watched: string) => `${title}: no data in the ${watched} you watched`,
  held: (title: string, value: string, normal: string, watched: string) => `${title} ${value} (normal ${normal}): held for ${watched}`,
  notRecovered: (title: string, value: string, normal: string) => `${title} ${value} (normal ${normal}): not recovered`,
};

/** What comes of watching a metric. */
export const verificationWords = inLanguage({ en });
