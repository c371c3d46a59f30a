import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './site.mjs';

// The command line runs bundled, as the page does: a night is simulated twice as fast as when each module is loaded by itself.
const CACHE = join(ROOT, '.cache');
const PREFIX = 'program-'; // one folder below .cache, as deep as src/cli: ROOT is found from there too
const SOURCES = ['src', 'package-lock.json', 'tsconfig.json'];
const KEPT = 3; // programs of earlier sources: another process may be running one
const ENGINE = /[\\/]src[\\/](domain|kernel|parts|scenario|sim|run|policy|judge|story|prove)[\\/]/; // in one piece, or calls across cost what they did before
const ENTRIES = { main: 'main.ts', worker: 'worker.ts', cold: 'bench/cold.ts' };
const EXTERNAL = ['vite', 'playwright-core']; // loaded by the few commands that need a browser

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

function forgetOld() {
  const byAge = readdirSync(CACHE)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => ({ name, since: statSync(join(CACHE, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.since - a.since);
  for (const { name } of byAge.slice(KEPT)) rmSync(join(CACHE, name), { recursive: true, force: true });
}

/**
 * The program of the command line, built from the sources where they have changed.
 * @param {keyof typeof ENTRIES} entry main, or what it starts in a process or thread of its own
 * @returns the path of that entry
 * @throws with the builder's own words when it cannot be built
 */
export async function program(entry = 'main') {
  const home = join(CACHE, `${PREFIX}${sourceKey()}`);
  const file = join(home, `${entry}.mjs`);
  if (existsSync(file)) return file;
  const { build } = await import('vite');
  const made = `${home}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: true,
      target: 'node20',
      outDir: made,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(ROOT, 'src', 'cli', path)])),
        output: {
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name].mjs',
          codeSplitting: { groups: [{ name: 'engine', test: ENGINE }] },
        },
      },
    },
  });
  try {
    renameSync(made, home);
  } catch {
    rmSync(made, { recursive: true, force: true }); // another process was quicker
  }
  forgetOld();
  return file;
}
