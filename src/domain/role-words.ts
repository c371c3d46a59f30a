import { roleWords } from './words/roles.ts';

/**
 * A role within a sentence, after "the": "Feature platform on call" → "feature platform". Who was called in is on call, and a team that is
 * has no "the … on call"; an abbreviation keeps its capitals.
 */
export const roleInSentence = (name: string): string => roleWords.inSentence(name);
