const ENDED = /[.?!…]["'”’)\]]*$/;

/** Words as a sentence: with a full stop, unless they end one already. */
export function sentence(words: string): string {
  const text = words.trim();
  return text === '' || ENDED.test(text) ? text : `${text}.`;
}

/** Several, one after the other; empty ones are left out. */
export const sentences = (all: readonly string[]): string =>
  all
    .map(sentence)
    .filter((text) => text !== '')
    .join(' ');

/** Words to stand inside a sentence: without the full stop that they may end in. */
export const clause = (words: string): string => words.trim().replace(/(?<!\.)\.$/, '');
