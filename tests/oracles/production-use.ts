import { posix } from 'node:path';
import ts from 'typescript';

/** Modules by path from src or the repository, such as "parts/alerts/burn.ts". */
export type Sources = ReadonlyMap<string, string>;

/** What this check needs to know of a module. */
interface Module {
  readonly imports: readonly { readonly from: string; readonly name: string; readonly local: string }[]; // values from modules of src
  readonly used: ReadonlySet<string>; // identifiers in code, outside imports
  readonly functions: ReadonlyMap<string, ReadonlySet<string>>; // exported or not: name to the identifiers of its body
}

const identifiers = (node: ts.Node): Set<string> => {
  const found = new Set<string>();
  const visit = (at: ts.Node): void => {
    if (ts.isImportDeclaration(at) || ts.isTypeNode(at)) return;
    if (ts.isIdentifier(at)) found.add(at.text);
    ts.forEachChild(at, visit);
  };
  visit(node);
  return found;
};

const known = new Map<string, Module>();

const read = (path: string, text: string): Module => {
  const key = `${path}\n${text}`;
  const module = known.get(key) ?? parse(path, text);
  known.set(key, module);
  return module;
};

const parse = (path: string, text: string): Module => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const imports: { from: string; name: string; local: string }[] = [];
  const functions = new Map<string, Set<string>>();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const clause = statement.importClause;
      const specifier = statement.moduleSpecifier.text;
      if (!clause || clause.isTypeOnly || !specifier.startsWith('.')) continue;
      const from = posix.normalize(posix.join(posix.dirname(path), specifier));
      const bindings = clause.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) continue;
      for (const one of bindings.elements)
        if (!one.isTypeOnly) imports.push({ from, name: (one.propertyName ?? one.name).text, local: one.name.text });
    }
    if (ts.isFunctionDeclaration(statement) && statement.name) functions.set(statement.name.text, identifiers(statement));
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))) {
        functions.set(name.text, identifiers(initializer));
      }
    }
  }
  return { imports, used: identifiers(file), functions };
};

const isOracle = (path: string): boolean => /^(src\/)?cli\/oracle[^/]*\.ts$/.test(path);
const isWorld = (path: string): boolean => /^(src\/)?(parts|sim)\//.test(path);

/** All modules that a set of modules loads, with themselves. */
export function closure(
  modules: ReadonlyMap<string, { readonly imports: readonly { readonly from: string }[] }>,
  from: Iterable<string>,
): Set<string> {
  const seen = new Set<string>();
  const next = [...from];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const one of modules.get(path)?.imports ?? []) next.push(one.from);
  }
  return seen;
}

export const readAll = (sources: Sources): Map<string, Module> => new Map([...sources].map(([path, text]) => [path, read(path, text)]));

/** A function of parts or sim that an oracle calls, and whether the world itself runs it. */
export interface Use {
  readonly name: string; // "parts/alerts/burn.ts burnRate"
  readonly inWorld: boolean;
}

/**
 * Every function of parts and sim that oracle modules call. The world runs it if a module that the simulation loads, other than its
 * own, uses it, or uses a function of its file that calls it.
 * @param roots modules from which the simulation is loaded
 */
export function oracleUses(sources: Sources, roots: readonly string[]): Use[] {
  const modules = readAll(sources);
  const world = [...closure(modules, roots)].filter(isWorld);
  const called = new Map<string, { file: string; name: string }>();
  for (const [path, module] of modules) {
    if (!isOracle(path)) continue;
    for (const { from, name, local } of module.imports) {
      if (isWorld(from) && module.used.has(local) && modules.get(from)?.functions.has(name))
        called.set(`${from} ${name}`, { file: from, name });
    }
  }
  const entries = (file: string): Set<string> => {
    const names = new Set<string>();
    for (const path of world) {
      const module = modules.get(path);
      if (path === file || !module) continue;
      for (const one of module.imports) if (one.from === file && module.used.has(one.local)) names.add(one.name);
    }
    return names;
  };
  return [...called.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { file, name }]) => {
      const functions = modules.get(file)?.functions ?? new Map<string, ReadonlySet<string>>();
      const reached = new Set<string>();
      const next = [...entries(file)];
      for (let at = next.pop(); at !== undefined; at = next.pop()) {
        if (reached.has(at)) continue;
        reached.add(at);
        for (const used of functions.get(at) ?? []) if (functions.has(used)) next.push(used);
      }
      return { name: key, inWorld: reached.has(name) };
    });
}
