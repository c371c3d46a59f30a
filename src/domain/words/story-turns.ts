import { inLanguage } from './language.ts';
import { clockWords } from './clock.ts';

/** What came of what the player did and believed. */
const en = {
  helped: (metric: string, was: string, to: string, clock: string, done: string) =>
    `${metric} from ${was} to ${to} by ${clockWords.inSentence(clock)}, after: ${done}`,
  didNotHelp: (metric: string, was: string, to: string, clock: string, done: string) =>
    `${done}: ${metric} ${to} by ${clockWords.inSentence(clock)}, from ${was}`,
  cameBack: (metric: string, value: string) => `It came back: ${metric} ${value}`,
  abandoned: (cause: string) => `Suspected first, then excluded: ${cause}`,
};

export const storyTurnWords = inLanguage({ en });
