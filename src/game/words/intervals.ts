import { inLanguage } from '../../domain/words/language.ts';

const standings = { above: 'above', below: 'below', both: 'may be equal', alone: '' };

interface Row {
  readonly label: string;
  readonly estimate: string;
  readonly low: string;
  readonly high: string;
  readonly standing: keyof typeof standings;
  readonly reference: string; // "" where the row is compared with nothing
  readonly rows: string;
}

const compared = (standing: keyof typeof standings, reference: string): string =>
  standing === 'alone' ? '' : standing === 'both' ? `; may be equal to ${reference}` : `; ${standings[standing]} ${reference}`;

const en = {
  standings,
  /** "Treated: 1.2 %, between 0.3 % and 2.1 %; above 0 %; from 12,000 rows" */
  sentence: ({ label, estimate, low, high, standing, reference, rows }: Row) =>
    `${label}: ${estimate}, between ${low} and ${high}${compared(standing, reference)}; from ${rows} rows`,
  between: (low: string, high: string) => `${low} to ${high}`,
  rows: (rows: string) => `${rows} rows`,
  key: {
    reference: 'compared with',
    holds: 'interval holds it',
    apart: 'interval lies apart',
  },
  columns: ['Rows', 'Estimate', 'Low', 'High', 'Compared with'],
};

/** Estimates with their intervals. */
export const intervalWords = inLanguage({ en });
