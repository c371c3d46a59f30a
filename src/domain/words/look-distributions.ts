import { inLanguage } from './language.ts';

const en = {
  psi: (feature: string) => `${feature}: PSI`,
  worstPsi: 'Most changed feature: PSI',
  against: 'the rows it was trained on',
  notes: {
    mean: (times: number) => `mean × ${times}`,
    unknown: 'values that nobody knows',
    narrow: 'the same value again and again',
  },
  tests: {
    jensenShannon: (feature: string) => `${feature}: Jensen–Shannon distance`,
    psiByChance: (feature: string) => `${feature}: PSI that chance alone stays below`,
    chiSquare: (feature: string) => `${feature}: chi-square, p`,
    kolmogorovSmirnov: (feature: string) => `${feature}: Kolmogorov–Smirnov, p`,
    wasserstein: (feature: string) => `${feature}: Wasserstein, in reference deviations`,
    profilePsi: (feature: string) => `${feature}: PSI from mean and spread alone`,
    scoreKolmogorovSmirnov: 'Scores: Kolmogorov–Smirnov, p',
    expectedPositives: 'Positives expected from the scores alone',
  },
};

/** What the distributions of features and scores show. */
export const distributionLook = inLanguage({ en });
