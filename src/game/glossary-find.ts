import type { Term } from './glossary.ts';
import { GLOSSARY } from './glossary.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const byForm = new Map<string, Term>(
  GLOSSARY.flatMap((term) => [term.name, ...term.forms].map((form) => [form.toLowerCase(), term] as const)),
);

/** Longest first, so that "p95 latency" is not found as "p95". */
const pattern = new RegExp(
  `(?<![\\w-])(?:${[...byForm.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\w-])`,
  'gi',
);

export interface Piece {
  readonly text: string;
  readonly term: Term | null;
}

/** A text in pieces, each term marked where it first stands. */
export function withTerms(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const told = new Set<string>();
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const term = byForm.get(match[0].toLowerCase());
    if (term === undefined || told.has(term.id)) continue;
    told.add(term.id);
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), term: null });
    pieces.push({ text: match[0], term });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), term: null });
  return pieces;
}

/** Entries that speak of some words, those that have them in their name first. */
export function searchTerms(words: string): readonly Term[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return GLOSSARY;
  const rank = ({ name, forms, says }: Term): number =>
    name.toLowerCase().startsWith(wanted)
      ? 0
      : [name, ...forms].some((form) => form.toLowerCase().includes(wanted))
        ? 1
        : says.toLowerCase().includes(wanted)
          ? 2
          : 3;
  return GLOSSARY.map((term) => ({ term, at: rank(term) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .map(({ term }) => term);
}
