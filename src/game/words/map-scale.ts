import { inLanguage } from '../../domain/words/language.ts';

const en = {
  requests: 'requests',
  notLookedAt: '= traffic; not looked at yet',
  usual: (dots: number) => `= 1/${dots} of usual traffic`,
  usualUntil: (dots: number) => `= 1/${dots} of usual traffic until it is looked at`,
  rate: (perSecond: number, of: string) => `= ${perSecond} ${of}/s`,
  rows: (perDay: string) => `= ${perDay} rows a day`,
};

/** What one dot of the map stands for. */
export const scaleTexts = inLanguage({ en });
