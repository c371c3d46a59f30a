import { termWords } from './words/terms.ts';

export interface Term {
  readonly id: string;
  readonly name: string; // as it heads its entry
  readonly forms: readonly string[]; // other ways in which texts say it
  readonly says: string;
}

/** All terms of the field, by name. */
export const GLOSSARY: readonly Term[] = termWords.map((term) => ({ id: term.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), ...term }));
