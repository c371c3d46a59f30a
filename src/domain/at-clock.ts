import { clockWords } from './words/clock.ts';

/** When something is, within a sentence: "at 02:10", "on day 91 at 09:00". @param clock of the story, with its day on drills of days */
export const atClock = (clock: string): string => clockWords.at(clock);
