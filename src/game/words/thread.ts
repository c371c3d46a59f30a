import { atClock } from '../../domain/at-clock.ts';
import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Messages',
  you: 'You',
  sent: 'your update',
  colleague: 'a colleague',
  earlier: (lines: number) => counted(lines, { one: 'earlier message', other: 'earlier messages' }),
  more: 'More',
  moreOf: (clock: string) => ` of your update ${atClock(clock)}`, // read after "More"
};

/** What people and the player have said to each other. */
export const threadWords = inLanguage({ en });
