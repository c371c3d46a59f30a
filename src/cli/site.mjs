import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'dist');
const SOURCES = ['src', 'scenarios', 'assets', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Bytes of the page shell that a visit loads before the map, gzipped; fonts are not counted. */
export const SHELL_BUDGET = 100_000;

const newest = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
};

/** Whether the built site is as new as what it is built from. */
export function isBuilt() {
  const built = statSync(join(DIST, 'index.html'), { throwIfNoEntry: false });
  return built !== undefined && SOURCES.every((name) => newest(join(ROOT, name)) <= built.mtimeMs);
}

const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/**
 * Builds the site into dist/.
 * @throws with the builder's own words when it cannot be built
 */
export function build() {
  const done = spawnSync(process.execPath, [VITE, 'build', '--logLevel', 'warn'], { cwd: ROOT, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the site could not be built:\n${done.stdout}${done.stderr}`.trimEnd());
}

/**
 * Serves dist/ on this machine from this process.
 * @param port the first port to try; 0 for any free one
 */
export async function serve(port) {
  const { preview } = await import('vite'); // there once packages are installed
  const server = await preview({ root: ROOT, configFile: false, logLevel: 'warn', preview: { host: '127.0.0.1', port } });
  return { address: server.resolvedUrls.local[0], close: () => server.close() };
}

const gzipped = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length;

/** What the page loads before anything lazy: its HTML, the entry's static imports and their style sheets. */
export function shellSize() {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite', 'manifest.json'), 'utf8'));
  const files = new Set(['index.html']);
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const sheet of chunk.css ?? []) files.add(sheet);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit('index.html');
  const parts = [...files].map((file) => ({ file, bytes: gzipped(file) }));
  return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts };
}
