/** The command line itself is wrong: exit code 2. The message is one sentence without a full stop. */
export class WrongUsage extends Error {}

/** An input that was named on the command line is missing or invalid: exit code 1. */
export class BadInput extends Error {}

/** Something of the outside quoted in a message: one line, printable, not endless. */
export function quoted(text: string): string {
  const line = text.replace(/[^\x20-\x7e\u00a0-\u024f€−–’]+/g, '·');
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
}

/** Items as words: `a, b or c`. */
export function anyOf(items: readonly string[]): string {
  const shown = items.length > 12 ? [...items.slice(0, 12), `${items.length - 12} more`] : items;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
