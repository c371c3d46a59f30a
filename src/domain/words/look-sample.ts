import { inLanguage } from './language.ts';

const en = {
  title: (what: string) => `Sample: ${what}`,
  byModel: (selected: string) => `${selected} by the model`,
  byStaff: 'decided by staff against the model',
  rest: (selected: string) => `not ${selected}`,
  near: 'just beyond the cut-off',
  positives: (positive: string, rows: number, what: string) => `${positive}, of ${rows} ${what}`,
  rows: 'Rows that people checked',
  cluster: 'Rows of one known pattern',
  finding: (rows: number, rowsAre: string) => `${rows} ${rowsAre}, each looked at by two people. The mark is what the model expects.`,
  handTitle: (cases: number, segment: string) => `${cases} cases by hand: ${segment}`,
  same: 'The stable version would have done the same',
  better: 'The stable version would have done better',
  betterShare: (segment: string) => `${segment}: cases that the stable version handles better`,
  read: 'Cases read',
  cases: 'Cases',
  handFinding: (better: number, cases: number, share: string, version: string) =>
    `${better} of ${cases} (${share}) would have gone better with ${version}.`,
  nobody: 'Nobody in this segment is on the candidate.',
};

/** What a sample shows that people read. */
export const sampleLook = inLanguage({ en });
