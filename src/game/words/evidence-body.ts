import { inLanguage } from '../../domain/words/language.ts';

const en = {
  rowsOf: (title: string) => `Rows of ${title}`,
  asTable: (title: string) => `${title} as a table`,
  table: 'Table',
  none: 'none',
  standsOut: 'stands out:',
  now: 'now',
  days: (days: number) => `${days} d`,
  ago: (time: string) => `${time} ago`,
  inTime: (time: string) => `in ${time}`,
  calendar: {
    none: 'Nothing stands in the calendar.',
    coming: 'To come',
    past: 'So far',
    marks: 'Marks on the chart stand where the entries below do.',
    entry: (kind: string, station: string) => (station === '' ? kind : `${kind}, ${station}`),
  },
  nobody: 'Nobody has written.',
};

/** What the bodies of evidence share, the calendar and what other teams wrote. */
export const bodyWords = inLanguage({ en });
