import { LOCALE } from '../../domain/words/language.ts';

const plain = new Map<number, Intl.NumberFormat>();

/** "Conversion" and "A trace" as they stand within a sentence; "CPU" stays. */
export const inSentence = (words: string): string =>
  /^\p{Lu}(?:\p{Ll}|\s)/u.test(words) ? `${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;

/** Words as they stand at the start of a sentence. */
export const sentenceStart = (words: string): string => `${words.charAt(0).toLocaleUpperCase(LOCALE)}${words.slice(1)}`;

/** A number as it is written in the language of the page, e.g. "1,234.5". @param digits after the point, always so many */
export function figure(value: number, digits = 0): string {
  let format = plain.get(digits);
  if (format === undefined)
    plain.set(digits, (format = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits })));
  return format.format(value).replace('-', '−');
}

const rules = new Intl.PluralRules(LOCALE);

/** "1 run", "2 runs": the form that a count asks for. @param forms by plural category; `other` is always there */
export function counted(count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }): string {
  return `${figure(count)} ${forms[rules.select(count)] ?? forms.other}`;
}

const lists = { and: new Intl.ListFormat(LOCALE, { type: 'conjunction' }), or: new Intl.ListFormat(LOCALE, { type: 'disjunction' }) };

/** "a, b and c". */
export const listed = (items: readonly string[], join: 'and' | 'or' = 'and'): string => lists[join].format(items);

const dates = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment of the player's own calendar, e.g. "26 Nov 2026, 14:05". @param ms since 1970 */
export const moment = (ms: number): string => dates.format(ms);
