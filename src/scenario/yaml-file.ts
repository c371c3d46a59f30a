import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLError,
} from 'yaml';
import type { FileFault, Issue, Path } from './fault-list.ts';
import { pathText } from './fault-list.ts';
import { LIMITS, utf8Bytes } from './plain-data.ts';

/** A file as text, under the name that faults are reported with. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** A YAML file as data that remembers where everything stands. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  place(issue: Issue): FileFault;
}

export type YamlResult = { readonly ok: true; readonly yaml: YamlFile } | { readonly ok: false; readonly faults: readonly FileFault[] };

const keyText = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));
const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];

// The offset of what a path leads to; where it leads nowhere, of the innermost thing that is there.
function offsetOf(document: Document, path: Path, on: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (let i = 0; i < path.length; i += 1) {
    const step = path[i];
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => keyText(item.key) === String(step));
      if (pair === undefined) return offset;
      if (i === path.length - 1 && on === 'key') return startOf(pair.key) ?? offset;
      offset = startOf(pair.value) ?? startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return offset;
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

interface Trouble {
  readonly offset: number;
  readonly message: string;
}

// Aliases, names that stand twice, names that are no plain text, and tags. A walk without recursion: files may be hostile.
function troubles(document: Document): readonly Trouble[] {
  const found: Trouble[] = [];
  const stack: { readonly node: unknown; readonly depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next;
    const offset = startOf(node) ?? 0;
    if (isAlias(node)) found.push({ offset, message: `write the value out: an alias (*${node.source.slice(0, 40)}) is not allowed` });
    else if (isNode(node) && node.tag !== undefined)
      found.push({ offset, message: `write the value without its tag: ${node.tag.slice(0, 40)}` });
    if (!isCollection(node)) continue;
    if (depth >= LIMITS.depth) {
      found.push({ offset, message: `expected at most ${LIMITS.depth} levels of nesting` });
      continue;
    }
    const seen = new Set<string>();
    for (const item of node.items) {
      if (!isPair(item)) {
        stack.push({ node: item, depth: depth + 1 });
        continue;
      }
      const at = startOf(item.key) ?? offset;
      if (!isScalar(item.key) || item.key.value === null) found.push({ offset: at, message: 'expected a plain name before the colon' });
      const name = keyText(item.key);
      if (seen.has(name)) found.push({ offset: at, message: `"${name}" stands twice in the same map` });
      seen.add(name);
      stack.push({ node: item.value, depth: depth + 1 });
    }
  }
  return found;
}

/** What the parser said first: it loses its way there, and speaks of much else that is right. */
const firstOf = (errors: readonly YAMLError[]): YAMLError | null =>
  errors.reduce<YAMLError | null>((first, error) => (first === null || error.pos[0] < first.pos[0] ? error : first), null);

/** What the parser calls the signs of YAML. */
const SIGNS: Readonly<Record<string, string>> = {
  'flow-seq-start': '"["',
  'flow-seq-end': '"]"',
  'flow-map-start': '"{"',
  'flow-map-end': '"}"',
  'map-value-ind': '":"',
  'seq-item-ind': '"-"',
  comma: '","',
};

const plainMessage = (message: string): string => {
  const line = (message.split('\n')[0] ?? message).trim().slice(0, 200);
  const unknown = /^Unresolved tag: (.*)/.exec(line)?.[1];
  return unknown !== undefined
    ? `unknown tag: ${unknown}`
    : line
        .replace(/^Unexpected ([a-z-]+)/, (said, token: string) => (Object.hasOwn(SIGNS, token) ? `Unexpected ${SIGNS[token]}` : said))
        .replace(/ at node end$/, ' after a complete value');
};

type Part = CST.Token | CST.CollectionItem | null | undefined;

const partsOf = (part: NonNullable<Part>): readonly Part[] => {
  if (!('type' in part)) return [part.key, part.value];
  if ('items' in part) return part.items;
  return part.type === 'document' ? [part.value] : [];
};

// Where tokens nest too deeply, or null. The composer recurses once a level, and a file of a stranger could exhaust the stack.
function deepestToken(tokens: readonly CST.Token[]): number | null {
  const most = 2 * LIMITS.depth + 2; // a collection and its item are two
  const stack: { readonly part: NonNullable<Part>; readonly depth: number; readonly offset: number }[] = [];
  for (const part of tokens) stack.push({ part, depth: 0, offset: part.offset });
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { part, depth } = next;
    const offset = 'offset' in part ? part.offset : next.offset;
    if (depth > most) return offset;
    for (const inner of partsOf(part)) if (inner !== null && inner !== undefined) stack.push({ part: inner, depth: depth + 1, offset });
  }
  return null;
}

/** Reads a YAML file; whatever is wrong with it as YAML comes back as faults. Never throws, never hangs. */
export function readYaml({ file, text }: TextFile): YamlResult {
  const refuse = (message: string): YamlResult => ({ ok: false, faults: [{ file, line: 1, col: 1, path: '(file)', message }] });
  const bytes = utf8Bytes(text);
  if (bytes > LIMITS.bytes) return refuse(`expected a file of at most ${LIMITS.bytes / 1024} KiB, got ${Math.ceil(bytes / 1024)} KiB`);
  const lines = new LineCounter();
  const placed = (offset: number, path: string, message: string): FileFault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), col: Math.max(1, col), path, message };
  };
  try {
    const tokens = [...new Parser(lines.addNewLine).parse(text)];
    const deep = deepestToken(tokens);
    if (deep !== null) return { ok: false, faults: [placed(deep, '(file)', `expected at most ${LIMITS.depth} levels of nesting`)] };
    const documents = [...new Composer({ lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' }).compose(tokens)];
    const [document, second] = documents;
    if (document === undefined) return refuse('expected a file with content, got an empty one');
    if (second !== undefined)
      return { ok: false, faults: [placed(second.range[0], '(file)', 'expected one document in the file, got a second one after "---"')] };
    const broken = firstOf(document.errors);
    if (broken !== null)
      return {
        ok: false,
        faults: [placed(broken.pos[0], '(file)', `${plainMessage(broken.message)}; the rest can only be read once this is mended`)],
      };
    const unknown = document.warnings.map((warning) => placed(warning.pos[0], '(file)', plainMessage(warning.message)));
    const faults = [...unknown, ...troubles(document).map(({ offset, message }) => placed(offset, '(file)', message))];
    if (faults.length > 0) return { ok: false, faults };
    if (document.contents === null) return refuse('expected a file with content, got an empty one');
    const data: unknown = document.toJS({ maxAliasCount: 0 });
    const place = (issue: Issue): FileFault =>
      placed(offsetOf(document, issue.path, issue.on ?? 'value'), pathText(issue.path), issue.message);
    return { ok: true, yaml: { file, data, place } };
  } catch (error) {
    return refuse(
      `cannot be read as YAML: ${error instanceof RangeError ? 'it is nested too deeply' : plainMessage(error instanceof Error ? error.message : 'unknown reason')}`,
    );
  }
}
