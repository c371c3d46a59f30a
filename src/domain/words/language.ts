/*
 * What people read is said in a language, and stands here or, where only a screen says it, in `game/words`; areas take plain values and
 * give back text. What simulated software writes is in no language of the page and stays where it is made: lines of logs, spans, entries
 * that controllers make in the change history, keys, ids and help of series; so does what authors of scenario files are told. Below the
 * screens numbers are written by `domain/metric.ts`, without Intl: engines carry different locale data, and a run repeats to the byte.
 */

/** Languages that the catalogue has. A second one is a word here, its locale below, and an entry beside `en` in every area. */
export type Language = 'en';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-IE' }; // euro before the figure, 24 hours, day before month

export const LANGUAGE: Language = 'en';
export const LOCALE = LOCALES[LANGUAGE];

/** The words of one area of the catalogue in the language of the page. Every language has the same words: the compiler says which are missing. */
export const inLanguage = <W>(words: Readonly<Record<Language, W>>): W => words[LANGUAGE];
