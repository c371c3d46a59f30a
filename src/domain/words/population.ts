import { inLanguage } from './language.ts';

const en = {
  drift: (feature: string) => `${feature}: drift (PSI)`,
  scoreDrift: 'Score: drift (PSI)',
  scoreDriftOfSample: 'Score drift (PSI, 1,000 rows)',
  mostDrifted: 'Most drifted feature (PSI)',
  bins: {
    any: 'any',
    below: (edge: number) => `below ${edge}`,
    between: (from: number, to: number) => `${from} to ${to}`,
    above: (edge: number) => `${edge} and more`,
    missing: 'missing',
    other: 'other',
  },
};

/** Rows as they come: how far they have drifted, and the bins of their features. */
export const populationWords = inLanguage({ en });
