import { inLanguage } from '../../domain/words/language.ts';

const en = {
  requests: 'requests',
  notLookedAt: 'traffic not looked at yet',
  rate: (perSecond: number, of: string) => `= ${perSecond} ${of}/s`,
  rows: (perDay: string) => `= ${perDay} rows a day`,
};

/** What one dot of the map stands for. */
export const scaleTexts = inLanguage({ en });
