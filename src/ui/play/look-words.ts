import { lookWords } from '../../game/words/looks.ts';

/** What a look of an evidence tab is for, in a line. */
export const LOOK_WORDS = lookWords.looks;
