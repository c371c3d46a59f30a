import { inLanguage } from './language.ts';

/** The sections of a story, by what is told in each. */
const en = {
  context: 'Context and impact',
  detection: 'Detection',
  hypotheses: 'Hypotheses, with a wrong turn',
  mitigation: 'Mitigation',
  cause: 'Cause',
  verification: 'Verification',
  communication: 'Communication',
  change: 'Permanent change and lesson',
};

export const beatTitles = inLanguage({ en });
