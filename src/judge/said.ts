import type { Figure } from './figure.ts';

declare const built: unique symbol;

/** A text with every number in it. Only the functions of this file make one, so no number can stand in it without its figure. */
export interface Said {
  readonly text: string;
  readonly figures: readonly Figure[]; // in the order of the text
  readonly [built]: true;
}

const said = (text: string, figures: readonly Figure[]): Said => ({ text, figures }) as Said;

export const NOTHING: Said = said('', []);

/**
 * A text from words and what is put into them, collecting the figures.
 * @throws when a number is written into the words themselves: it would be one that nobody can look up
 */
export function say(words: TemplateStringsArray, ...pieces: readonly (Figure | Said)[]): Said {
  for (const word of words)
    if (/\d/.test(word))
      throw new Error(`expected words without a number, got "${word}"; put it in as a figure, so that it can be looked up`);
  const text = pieces.reduce((sum, piece, i) => `${sum}${piece.text}${words[i + 1]}`, words[0]!);
  return said(
    text,
    pieces.flatMap((piece) => ('figures' in piece ? piece.figures : [piece])),
  );
}

/** A name or sentence of the scenario or the system as it stands. @param from what gives it: "causes.heavy-model" */
export function quote(text: string, from: string): Said {
  const tokens = text.match(/[\p{L}€-]*\d[\p{L}\d.,-]*/gu) ?? [];
  return said(
    text,
    tokens.map((token): Figure => {
      const number = token.replace(/[.,-]+$/, '');
      return { metric: from, tick: null, value: valueIn(number), text: number, source: 'words' };
    }),
  );
}

/** The number in "p95", "€26,400" or "2.9". */
const valueIn = (token: string): number => Number(/\d[\d,]*(?:\.\d+)?/.exec(token)![0].replaceAll(',', ''));

/** Several, with the same words between them. */
export function joined(all: readonly Said[], between: Said): Said {
  return all.reduce((sum, one, i) => (i === 0 ? one : say`${sum}${between}${one}`), NOTHING);
}

/** "a, b and c" */
export const listed = (all: readonly Said[]): Said =>
  all.length < 2 ? (all[0] ?? NOTHING) : say`${joined(all.slice(0, -1), say`, `)} and ${all.at(-1)!}`;

/** As a sentence begins. */
export const capitalised = (one: Said): Said => said(`${one.text.charAt(0).toUpperCase()}${one.text.slice(1)}`, one.figures);
