import seedrandom from 'seedrandom';
import ts from 'typescript';
import { isTypeOnly, replacementsOf } from './operators.ts';

export interface Source {
  readonly file: string; // from the root
  readonly text: string;
}

/** One small fault that could be written into a source. */
export interface Mutant {
  readonly file: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly text: string; // in its place
  readonly line: number;
  readonly column: number;
  readonly within: number | null; // start of the innermost function; null: outside of all, worked out when the file is loaded
}

export const parse = ({ file, text }: Source): ts.SourceFile => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

export const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody } =>
  ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;

export const apply = (text: string, { start, end, text: into }: Pick<Mutant, 'start' | 'end' | 'text'>): string =>
  text.slice(0, start) + into + text.slice(end);

/** All mutants of a source, in the order of its text. */
export function mutantsOf(source: Source): readonly Mutant[] {
  const tree = parse(source);
  const found: Mutant[] = [];
  const visit = (node: ts.Node, within: number | null): void => {
    if (isTypeOnly(node)) return;
    for (const { rule, start, end, text } of replacementsOf(node)) {
      const original = source.text.slice(start, end);
      if (original === text) continue;
      const { line, character } = tree.getLineAndCharacterOfPosition(start);
      found.push({ file: source.file, rule, start, end, original, text, line: line + 1, column: character + 1, within });
    }
    const inside = isFunction(node) ? node.getStart() : within;
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(tree, null);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The lines that a mutant touches as they are and as it makes them, in one space each: what tells it from others, wherever it moves. */
export function linesOf(source: string, mutant: Mutant): { readonly from: string; readonly to: string } {
  const first = source.lastIndexOf('\n', mutant.start - 1) + 1;
  const next = source.indexOf('\n', mutant.end);
  const last = next < 0 ? source.length : next;
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const from = source.slice(first, last);
  return { from: plain(from), to: plain(apply(from, { start: mutant.start - first, end: mutant.end - first, text: mutant.text })) };
}

/**
 * Draws mutants by a seed, from each file in proportion to how many it has (largest remainders, ties by the draw).
 * @returns in the order of files and text
 */
export function drawMutants(all: readonly Mutant[], count: number, seed: string): readonly Mutant[] {
  const next = seedrandom.alea(`mutants:${seed}`);
  const wanted = Math.min(count, all.length);
  const quotas = [...new Set(all.map(({ file }) => file))].map((file) => {
    const mutants = all.filter((one) => one.file === file);
    const exact = (wanted * mutants.length) / all.length;
    return { mutants, take: Math.floor(exact), rest: exact % 1, tie: next() };
  });
  let short = wanted - quotas.reduce((sum, { take }) => sum + take, 0);
  for (const quota of quotas.toSorted((a, b) => b.rest - a.rest || a.tie - b.tie)) {
    if (short <= 0) break;
    quota.take += 1;
    short -= 1;
  }
  const drawn = quotas.flatMap(({ mutants, take }) => {
    for (let i = 0; i < take; i += 1) {
      const j = i + Math.floor(next() * (mutants.length - i));
      [mutants[i], mutants[j]] = [mutants[j]!, mutants[i]!];
    }
    return mutants.slice(0, take);
  });
  return drawn.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start || a.end - b.end));
}
