import { inLanguage } from './language.ts';

/** Lines of the score card about the cause that was named, and about what pointed to something else. */
const en = {
  slots: { changed: 'What changed', enters: 'Where it enters', missed: 'Why it was missed' },
  right: (slot: string, said: string, at: string) => `${slot}: “${said}”, claimed ${at}. So it was.`,
  rightUnshown: (slot: string, said: string, at: string) => `${slot}: “${said}”, claimed ${at}. So it was, but no evidence named shows it.`,
  wrong: (slot: string, said: string, at: string) => `${slot}: “${said}”, claimed ${at}. It was not so.`,
  noneClaimed: 'No cause was claimed on the board.',
  noEvidenceNamed: 'No evidence was named for a cause.',
  claimNamedNone: 'The claim named no evidence.',
  claimExcludes: (excluded: string, others: string) => `The evidence named excludes ${excluded} of ${others} other causes.`,
  claimExcludesBy: (excluded: string, others: string, seen: string) =>
    `The evidence named excludes ${excluded} of ${others} other causes: ${seen}.`,
  furtherClaim: (at: string) => `A further cause claim ${at}: the board is not to be guessed.`,
  noRivals: 'No other explanation was put on the board and excluded by evidence.',
  /** @param many the same count, as a number */
  rivals: (count: string, many: number) =>
    `${count} other ${many === 1 ? 'explanation' : 'explanations'} excluded on the board, each with evidence that excludes it.`,
  tooUnsure: (confidence: string) => `The claim was right, with a confidence of only ${confidence}.`,
  tooSure: (confidence: string) => `The claim was wrong, with a confidence of ${confidence}.`,
  heldSupported: (cause: string, at: string) => `“${cause}” stood on the board as supported ${at}`,
  claimed: (cause: string, at: string) => `“${cause}” was claimed ${at}`,
  /** @param says what the scenario says of it, as a sentence or without its full stop */
  redHerring: (belief: string, evidence: string, says: string, ended: boolean) =>
    `${belief}. ${evidence} holds a red herring: ${says}${ended ? '' : '.'}`,
};

export const judgeCauseWords = inLanguage({ en });
