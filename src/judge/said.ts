import { judgeLineWords } from '../domain/words/judge-lines.ts';
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

type Piece = Figure | Said;
type TextOf<P extends readonly Piece[]> = { readonly [K in keyof P]: string };

const figuresOf = (piece: Piece): readonly Figure[] => ('figures' in piece ? piece.figures : [piece]);

function checked(words: string): string {
  if (/\d/.test(words))
    throw new Error(`expected words without a number, got "${words}"; put it in as a figure, so that it can be looked up`);
  return words;
}

/**
 * Pieces one after the other, with what stands between them.
 * @throws when a number is written between them: it would be one that nobody can look up
 */
export function say(between: TemplateStringsArray, ...pieces: readonly Piece[]): Said {
  const text = pieces.reduce((sum, piece, i) => `${sum}${piece.text}${checked(between[i + 1]!)}`, checked(between[0]!));
  return said(text, pieces.flatMap(figuresOf));
}

const FIRST_MARK = '\ue000'.charCodeAt(0); // of the code points that stand for nothing: no words hold them
const MARKS = /[\ue000-\uf8ff]/;

/**
 * Words of the catalogue with pieces put in. In another language the pieces may stand in another order: the figures are in that of the text.
 * @param words as they are, or a function of the texts of the pieces
 * @throws when a number is written into the words themselves
 */
export function worded<P extends readonly Piece[]>(words: string | ((...texts: TextOf<P>) => string), ...pieces: P): Said {
  if (typeof words === 'string') return said(checked(words), []);
  const marked = words(...(pieces.map((_, i) => String.fromCharCode(FIRST_MARK + i)) as unknown as TextOf<P>));
  let text = '';
  const figures: Figure[] = [];
  for (const part of marked.split(/([\ue000-\uf8ff])/)) {
    const piece = MARKS.test(part) ? pieces[part.charCodeAt(0) - FIRST_MARK] : undefined;
    text += piece === undefined ? checked(part) : piece.text;
    if (piece !== undefined) figures.push(...figuresOf(piece));
  }
  return said(text, figures);
}

/** A text whose numbers are those that a pattern finds in it. @param figure of each */
export const numbered = (text: string, pattern: RegExp, figure: (number: string) => Figure): Said =>
  said(text, (text.match(pattern) ?? []).map(figure));

/** A name or sentence of the scenario or the system as it stands. @param from what gives it: "causes.heavy-model" */
export const quote = (text: string, from: string): Said =>
  numbered(text, /[\p{L}€-]*\d[\p{L}\d.,-]*/gu, (token): Figure => {
    const number = token.replace(/[.,-]+$/, '');
    return { metric: from, tick: null, value: valueIn(number), text: number, source: 'words' };
  });

/** The number in "p95", "€26,400" or "2.9". */
const valueIn = (token: string): number => Number(/\d[\d,]*(?:\.\d+)?/.exec(token)![0].replaceAll(',', ''));

/** Several, with the same words between them. */
export function joined(all: readonly Said[], between: Said): Said {
  return all.reduce((sum, one, i) => (i === 0 ? one : say`${sum}${between}${one}`), NOTHING);
}

/** "a, b and c" */
export const listed = (all: readonly Said[]): Said => worded((...items: readonly string[]) => judgeLineWords.listed(items), ...all);

/** A sentence that follows another; nothing where there is none. */
export const next = (one: Said): Said => (one.text === '' ? NOTHING : say` ${one}`);

/** As a sentence begins. */
export const capitalised = (one: Said): Said => said(`${one.text.charAt(0).toUpperCase()}${one.text.slice(1)}`, one.figures);
