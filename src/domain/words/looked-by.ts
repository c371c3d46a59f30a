import { roleInSentence } from '../role-words.ts';
import { inLanguage } from './language.ts';

const en = {
  by: (role: string) => `by the ${roleInSentence(role)}`,
  title: (title: string, role: string) => `${title}, by the ${roleInSentence(role)}`,
  inSentence: (title: string, role: string) => `${title} (by the ${roleInSentence(role)})`,
  /** What a look showed, as a clause: "Feature fetch p95 1.8 s, read by the feature platform". */
  read: (finding: string, role: string) => `${finding}, read by the ${roleInSentence(role)}`,
};

/** Whose look a piece of evidence was, where a colleague made it. */
export const lookedByWords = inLanguage({ en });
