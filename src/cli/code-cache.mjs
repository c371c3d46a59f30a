import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

// Node 20 keeps no compiled code between processes; `vm.Script` does, where it is told to. V8 itself refuses what another version of it,
// other flags or a source of another length have left, and compiles as if nothing had been kept: so a file is never changed in its place.
const scripts = new Map();
const keptIn = (file) => `${file}.compiled`;

/**
 * Runs a file in CommonJS, strictly as modules run, with what has been kept of its compiled code.
 * @param {string} file its path
 * @returns what it exports
 */
export function runCompiled(file) {
  const source = `(function (exports, require, module, __filename, __dirname) {"use strict";${readFileSync(file, 'utf8')}\n})`;
  const cachedData = existsSync(keptIn(file)) ? readFileSync(keptIn(file)) : undefined;
  const script = new Script(source, { filename: file, cachedData });
  scripts.set(file, script);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

/** Keeps the code of every such file, with all functions that have been called so far. */
export function keepCompiled() {
  for (const [file, script] of scripts) writeFileSync(keptIn(file), script.createCachedData());
}
