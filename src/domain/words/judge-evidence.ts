import { inLanguage } from './language.ts';

/** Lines of the score card about what was known when the system was touched. */
const en = {
  toldNothingApart: 'no reading opened told causes apart',
  excludedOverRun: (excluded: string, others: string, seen: string) =>
    `${excluded} of ${others} other causes excluded over the run: ${seen}.`,
  excludedBefore: (excluded: string, others: string, at: string, seen: string) =>
    `${excluded} of ${others} other causes excluded before the first change ${at}: ${seen}.`,
  supported: (done: string, seen: string) => `${done}, supported by what was seen: ${seen}.`,
  urgent: (done: string) => `${done}: the reversible way out under high impact, before the cause was known.`,
  noneSupported: 'No change was made that evidence seen before it supports.',
  noSecond: 'No second change, for good, was made on evidence.',
  neverLeftAlone: 'That the system was right to leave alone was never said.',
  leftAlone: (at: string, excluded: string) => `Leaving it alone ${at} named evidence that excludes ${excluded} other causes.`,
  cost: (done: string, reason: string) => `${done}: ${reason}`,
  harmfulAnyway: 'harmful whatever the cause.',
  againstKnown: (seen: string) => `against what was known (${seen}).`,
  unsupported: 'nothing that had been opened supports it.',
  unsupportedThen: (afterPage: string) => `nothing that had been opened supports it, ${afterPage}.`,
  takenOut: (at: string, minutes: string) => `Taken back out ${at}, within ${minutes} minutes: half the cost.`,
};

export const judgeEvidenceWords = inLanguage({ en });
