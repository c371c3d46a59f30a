import type { MessageBlock } from '../action.ts';
import { roleInSentence } from '../role-words.ts';
import { inLanguage } from './language.ts';

const blocks: Readonly<Record<MessageBlock, string>> = {
  'users-see': 'what users see',
  impact: 'impact',
  known: 'what is known',
  unknown: 'what is not',
  'next-step': 'next step',
  'next-update': 'time of the next update',
  options: 'options',
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What happened in a run, a fact at a time. A fact has no full stop: it also stands in a sentence. */
const en = {
  reading: (label: string, value: string) => `${label} ${value}`,
  readingNormal: (label: string, value: string, normal: string) => `${label} ${value} (normal ${normal})`,
  look: (title: string, finding: string) => `${title}: ${finding}`,
  allNormal: 'nothing far from normal',
  paged: (metric: string, normal: string) => `Paged: ${metric}, normal ${normal}`,
  acknowledgedAtOnce: 'Acknowledged at once',
  acknowledgedAfter: (time: string) => `Acknowledged after ${time}`,
  calledIn: (who: string, after: string) => `Called in: ${who}, there after ${after}`,
  asked: (who: string, question: string) => `${who} asked: ${question}`,
  told: (role: string, said: readonly MessageBlock[], option: string | null, cause: string | null) =>
    `Told the ${roleInSentence(role)}: ${listed(said.map((block) => blocks[block]))}${option === null ? '' : `; chose “${option}”`}${cause === null ? '' : `; named the cause “${cause}”`}`,
  statuses: { open: 'open', supported: 'supported', weakened: 'weakened', excluded: 'excluded' },
  believed: (cause: string, status: string, looks: readonly string[]) =>
    `${cause}: ${status}${looks.length === 0 ? '' : `, by ${looks.join(', ')}`}`,
  claimed: (sure: string, changed: string, enters: string, missed: string) =>
    `Cause claimed, ${sure} sure: ${changed}; ${enters}; ${missed}`,
  leftAlone: 'Said that the system is right to leave alone',
  withdrawn: (done: string) => `${done}; taken back before it took effect`,
  takenBack: { inTime: 'Took the last change back before it took effect', later: 'Took the last change back' },
  watchedInVain: (metric: string) => `Began to watch ${metric}; no answer came before the end`,
  verified: (answer: string) => `Verified: ${answer}`,
  watched: (answer: string) => `Watched: ${answer}`,
  resolved: 'Resolved the incident',
  cost: (sum: string) => `The incident cost ${sum} in all`,
  prevention: (title: string, after: string, before: string) => `${title}: the same incident costs ${after}, not ${before}`,
};

export const storyFactWords = inLanguage({ en });
