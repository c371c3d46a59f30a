import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './site.mjs';

const CACHE = join(ROOT, '.cache');
const SOURCES = ['src', 'package-lock.json', 'tsconfig.json'];
const KEPT = 3; // bundles of earlier sources: another process may be running one
const ENGINE = /[\\/]src[\\/](domain|kernel|parts|scenario|sim|run|policy|judge|story|prove)[\\/]/; // in one piece, or calls across cost what they did before

function addStamps(path, stamps) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (!stat.isDirectory()) stamps.push(`${path} ${stat.mtimeMs} ${stat.size}`);
  else for (const name of readdirSync(path)) addStamps(join(path, name), stamps);
}

/** A name for the sources as they are now. */
function sourceKey() {
  const stamps = [process.version];
  for (const name of SOURCES) addStamps(join(ROOT, name), stamps);
  return createHash('sha256').update(stamps.sort().join('\n')).digest('hex').slice(0, 16);
}

function forgetOld(prefix) {
  const byAge = readdirSync(CACHE)
    .filter((name) => name.startsWith(`${prefix}-`))
    .map((name) => ({ name, since: statSync(join(CACHE, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.since - a.since);
  for (const { name } of byAge.slice(KEPT)) rmSync(join(CACHE, name), { recursive: true, force: true });
}

/**
 * Sources bundled for Node with the engine in one piece, built again where a source has changed. A night is simulated about
 * twice as fast so as when each module is loaded by itself.
 * @param {string} name of the bundle: the first part of its folder's name
 * @param {Record<string, string>} entries of the bundle, each with its path below src
 * @param ssr what vite is to leave outside
 * @param {(folder: string) => Promise<void>} finish what is done with a bundle that has just been built, before anyone runs it
 * @returns the folder, one below .cache, that holds each entry as NAME.mjs
 * @throws with the builder's own words when it cannot be built
 */
export async function bundle(name, entries, ssr, finish = async () => {}) {
  const home = join(CACHE, `${name}-${sourceKey()}`);
  if (existsSync(home)) return home;
  const { build } = await import('vite');
  const made = `${home}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    ssr,
    build: {
      ssr: true,
      target: 'node20',
      outDir: made,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([entry, path]) => [entry, join(ROOT, 'src', path)])),
        output: {
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name].mjs',
          codeSplitting: { groups: [{ name: 'engine', test: ENGINE }] },
        },
      },
    },
  });
  await finish(made);
  try {
    renameSync(made, home);
  } catch {
    rmSync(made, { recursive: true, force: true }); // another process was quicker
  }
  forgetOld(name);
  return home;
}
