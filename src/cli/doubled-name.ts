/** A name that stands twice in one map of a JSON text, with where the second stands. */
export interface DoubledName {
  readonly name: string;
  readonly line: number; // from 1
  readonly col: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gy;
const BETWEEN = /[^"{}[\],:]+/gy; // blanks, numbers, true, false, null

/**
 * The first name that a map of a JSON text has twice: of such, JavaScript's own reader silently keeps the last.
 * @param text that is JSON
 */
export function doubledName(text: string): DoubledName | null {
  const open: (Set<string> | null)[] = []; // names of each map around; null: a list
  let last: { readonly name: string; readonly at: number } | null = null;
  let at = 0;
  for (;;) {
    BETWEEN.lastIndex = at;
    if (BETWEEN.test(text)) at = BETWEEN.lastIndex;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return null;
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':' && last !== null) {
      const names = open.at(-1);
      if (names?.has(last.name)) return { name: last.name, ...placeOf(text, last.at) };
      names?.add(last.name);
    }
    last = token.startsWith('"') ? { name: JSON.parse(token) as string, at } : null;
    at = TOKEN.lastIndex;
  }
}

function placeOf(text: string, offset: number): { readonly line: number; readonly col: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, col: offset - before.lastIndexOf('\n') };
}
