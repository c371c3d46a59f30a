import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { bundle } from '../../src/cli/bundle.mjs';
import { HERMETIC } from '../boundaries/table.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

const modules = (): readonly string[] =>
  HERMETIC.flatMap((folder) =>
    readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );

const entryOf = (module: string): string => module.slice(0, -'.ts'.length).replaceAll(sep, '/');

/** The hermetic half as the command line and the page run it: in one piece. Module by module, worlds are simulated at half the speed. */
export function bundledEngine(): Plugin {
  let made: Promise<string> | undefined;
  return {
    name: 'bundled-engine',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\.ts$/ },
      async handler(source, importer) {
        if (importer === undefined || !source.startsWith('.')) return undefined;
        const module = relative(SRC, resolve(dirname(importer), source));
        if (!HERMETIC.some((folder) => module.startsWith(`${folder}${sep}`))) return undefined;
        made ??= bundle('engine', Object.fromEntries(modules().map((each) => [entryOf(each), each])), {});
        return join(await made, `${entryOf(module)}.mjs`);
      },
    },
  };
}

export const BUNDLES = /[\\/]\.cache[\\/]engine-/;
