import type { LogLine } from '../domain/evidence.ts';

export const LEVELS = ['all', 'WARN', 'ERROR'] as const;
export type Level = (typeof LEVELS)[number];

export const PAGE_LINES = 100; // drawn at once: more than that nobody reads, and drawing them all would make typing slow

const known = new WeakMap<LogLine, string>(); // a line never changes, and is asked again with every letter

function textOf(line: LogLine): string {
  const before = known.get(line);
  if (before !== undefined) return before;
  const text = `${line.text} ${line.pod ?? ''} ${line.station}`.toLowerCase();
  known.set(line, text);
  return text;
}

/** Lines that hold some words, at a level or above. */
export function shownLines(lines: readonly LogLine[], words: string, level: Level): readonly LogLine[] {
  const wanted = words.trim().toLowerCase();
  return lines.filter(
    (line) =>
      (level === 'all' || line.level === level || (level === 'WARN' && line.level === 'ERROR')) &&
      (wanted === '' || textOf(line).includes(wanted)),
  );
}
