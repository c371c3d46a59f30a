import type { LogLine } from '../domain/evidence.ts';

export const LEVELS = ['all', 'WARN', 'ERROR'] as const;
export type Level = (typeof LEVELS)[number];

export const PAGE_LINES = 100; // drawn at once: more than that nobody reads, and drawing them all would make typing slow

/** Lines that hold some words, at a level or above. */
export function shownLines(lines: readonly LogLine[], words: string, level: Level): readonly LogLine[] {
  const wanted = words.trim().toLowerCase();
  return lines.filter(
    (line) =>
      (level === 'all' || line.level === level || (level === 'WARN' && line.level === 'ERROR')) &&
      (wanted === '' || `${line.text} ${line.pod ?? ''} ${line.station}`.toLowerCase().includes(wanted)),
  );
}
