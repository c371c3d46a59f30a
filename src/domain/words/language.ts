/** Languages that the catalogue has. A second one is a word here, its locale below, and an entry beside `en` in every area. */
export type Language = 'en';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-IE' }; // euro before the figure, 24 hours, day before month

export const LANGUAGE: Language = 'en';
export const LOCALE = LOCALES[LANGUAGE];

/** The words of one area of the catalogue in the language of the page. Every language has the same words: the compiler says which are missing. */
export const inLanguage = <W>(words: Readonly<Record<Language, W>>): W => words[LANGUAGE];
