import ts from 'typescript';
import { isFunction, parse, type Source } from './mutants.ts';

/** Where a probed source notes what ran, by the names that `probed` was given. */
export const HITS = '__mutationHits';

/** A source that notes each function when it is entered, and itself when it is loaded. @param slot where to note a function that starts there */
export function probed(source: Source, slot: (start: number | null) => number): string {
  const edits: { readonly at: number; readonly text: string }[] = [];
  const mark = (start: number | null): string => `${HITS}[${slot(start)}] = 1`;
  const visit = (node: ts.Node): void => {
    if (isFunction(node)) {
      const { body } = node;
      if (ts.isBlock(body)) edits.push({ at: body.getStart() + 1, text: `${mark(node.getStart())};` });
      else edits.push({ at: body.getStart(), text: `(${mark(node.getStart())}, ` }, { at: body.getEnd(), text: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(source));
  let text = source.text;
  // Later places first, so that earlier ones stay where they are; of two at one place the outer function's goes in last and lies before.
  for (const { at, text: into } of edits.map((edit, order) => ({ ...edit, order })).sort((a, b) => b.at - a.at || b.order - a.order))
    text = text.slice(0, at) + into + text.slice(at);
  return `const ${HITS} = globalThis.${HITS}; ${mark(null)}; ${text}`;
}
