import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { BANNED_GLOBALS, EXACT_MATH, HERMETIC, MAY_IMPORT, MAY_OPEN_TRUTH, MAY_USE, PART_PARAMETERS } from './table.ts';

/** A source file: its path from src with "/" and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface Module {
  readonly path: string;
  readonly imports: readonly { readonly specifier: string; readonly line: number; readonly dynamic: boolean }[];
  readonly bans: readonly { readonly what: string; readonly line: number }[];
  readonly onlyPassesOn: boolean; // every statement is an import or a re-export
}

/** All files below a folder whose name ends in one of the endings, as paths from it with "/". */
export function filesBelow(root: string, endings: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (endings.some((ending) => name.endsWith(ending))) found.push(relative(root, path).split(sep).join('/'));
    }
  };
  walk(root);
  return found;
}

export const readSources = (root: string): SourceText[] =>
  filesBelow(root, ['.ts', '.tsx', '.mjs', '.js']).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const declaresName = (node: ts.Identifier): boolean => {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodDeclaration(parent)) return parent.name === node;
  return ts.isPropertyDeclaration(parent) || ts.isQualifiedName(parent) || ts.isBindingElement(parent) || ts.isParameter(parent);
};

/** Names that a file declares itself, such as a parameter called `window`: they hide the global. */
const declaredIn = (file: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
};

const banOf = (node: ts.Node, own: ReadonlySet<string>): string | null => {
  if (ts.isIdentifier(node) && (BANNED_GLOBALS as readonly string[]).includes(node.text) && !declaresName(node) && !own.has(node.text))
    return node.text;
  if (ts.isIdentifier(node) && node.text === 'Math' && !declaresName(node)) {
    const parent = node.parent;
    if (!ts.isPropertyAccessExpression(parent)) return 'Math without a member that can be read';
    return (EXACT_MATH as readonly string[]).includes(parent.name.text) ? null : `Math.${parent.name.text}`;
  }
  if (!ts.isBinaryExpression(node)) return null;
  const operator = node.operatorToken.kind;
  return operator === ts.SyntaxKind.AsteriskAsteriskToken || operator === ts.SyntaxKind.AsteriskAsteriskEqualsToken ? '**' : null;
};

const read = new WeakMap<SourceText, Module>();

/** What a file imports and which banned names it mentions, read from its syntax tree. Type imports count. */
export function readModule(source: SourceText): Module {
  const known = read.get(source);
  if (known) return known;
  const module = parseModule(source);
  read.set(source, module);
  return module;
}

function parseModule({ path, text }: SourceText): Module {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const imports: { specifier: string; line: number; dynamic: boolean }[] = [];
  const bans: { what: string; line: number }[] = [];
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const add = (node: ts.Node, specifier: ts.Node | undefined, dynamic: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ specifier: specifier.text, line: lineOf(node), dynamic });
    else if (dynamic) bans.push({ what: 'import() of something that cannot be read', line: lineOf(node) });
  };
  const own = declaredIn(file);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, false);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node, node.moduleSpecifier, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node, node.arguments[0], true);
    const ban = banOf(node, own);
    if (ban) bans.push({ what: ban, line: lineOf(node) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  const passesOn = file.statements.filter((s) => ts.isExportDeclaration(s) && s.moduleSpecifier !== undefined);
  const others = file.statements.filter((s) => !ts.isImportDeclaration(s) && !ts.isExportDeclaration(s));
  return { path, imports, bans, onlyPassesOn: passesOn.length > 0 && others.length === 0 };
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : 'main');
const isHermetic = (folder: string): boolean => (HERMETIC as readonly string[]).includes(folder);

function faultOfImport(path: string, specifier: string, dynamic: boolean): string | null {
  const folder = folderOf(path);
  if (dynamic && isHermetic(folder)) return `loads "${specifier}" by itself`;
  if (specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(dirname(path), specifier));
    if (target.startsWith('..')) {
      const rest = target.replace(/^(\.\.\/)+/, '');
      const data = /^(scenarios|assets)\//.test(rest) || rest === 'package.json';
      return data && !isHermetic(folder) ? null : `reaches outside src: "${specifier}"`;
    }
    if (/\.css(\?.*)?$/.test(target)) return isHermetic(folder) ? `imports a style sheet: "${specifier}"` : null;
    const to = folderOf(target);
    if (!/\.(ts|tsx|mjs|css)(\?.*)?$/.test(target)) return `imports "${specifier}" without its file extension`;
    if (target === 'scenario/truth.ts' && !MAY_OPEN_TRUTH.test(path)) return 'opens the truth: scenario/truth.ts';
    if (to === folder) return null;
    if (!(MAY_IMPORT[folder] ?? []).includes(to)) return `${folder} may not import ${to}: "${specifier}"`;
    if (folder === 'scenario' && to === 'parts' && !PART_PARAMETERS.test(target))
      return `scenario may see only a part's parameters: "${specifier}"`;
    return null;
  }
  if (specifier.startsWith('node:')) return folder === 'cli' ? null : `${folder} may not use Node: "${specifier}"`;
  const allowed = (MAY_USE[folder] ?? []).some((name) =>
    name.endsWith('/') ? specifier.startsWith(name) : `${specifier}/`.startsWith(`${name}/`),
  );
  return allowed ? null : `${folder} may not use the package "${specifier}"`;
}

/** Every breach of the import table and of the bans, as "path:line message". */
export function breaches(sources: readonly SourceText[]): string[] {
  const found: string[] = [];
  for (const source of sources) {
    const module = readModule(source);
    const folder = folderOf(module.path);
    if (!(folder in MAY_IMPORT)) found.push(`${module.path}:1 src has no folder "${folder}" in the import table`);
    for (const { specifier, line, dynamic } of module.imports) {
      const fault = faultOfImport(module.path, specifier, dynamic);
      if (fault) found.push(`${module.path}:${line} ${fault}`);
    }
    if (isHermetic(folder))
      for (const { what, line } of module.bans) found.push(`${module.path}:${line} hermetic code may not use ${what}`);
    if (module.onlyPassesOn) found.push(`${module.path}:1 is a barrel file: it only passes on what others export`);
  }
  return found;
}

/** The first ring of files that import each other, or null. Type imports count too. */
export function cycle(sources: readonly SourceText[]): string[] | null {
  const edges = new Map<string, string[]>();
  for (const source of sources) {
    const inside = readModule(source).imports.filter(({ specifier }) => specifier.startsWith('.'));
    edges.set(
      source.path,
      inside.map(({ specifier }) => posix.normalize(posix.join(dirname(source.path), specifier))),
    );
  }
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (path: string): string[] | null => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path) || !edges.has(path)) return null;
    trail.push(path);
    for (const next of edges.get(path) ?? []) {
      const ring = walk(next);
      if (ring) return ring;
    }
    trail.pop();
    done.add(path);
    return null;
  };
  for (const path of edges.keys()) {
    const ring = walk(path);
    if (ring) return ring;
  }
  return null;
}
