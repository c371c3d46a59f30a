import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './boundaries/reader.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const TOP = [
  'src',
  'scenarios',
  'assets',
  'tests',
  'index.html',
  'vite.config.ts',
  'package.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
];
const OF_TOOLS = ['.ci', '.dependency-cruiser.cjs', '.gitignore', '.npmrc', '.prettierignore', 'eslint.config.js', 'package-lock.json'];
const NOT_KEPT = ['.git', 'node_modules', 'dist', 'coverage', '.cache'];

const tooLong = (files: readonly { path: string; text: string }[]): string[] =>
  files.filter(({ text }) => text.split('\n').length - 1 > 400).map(({ path, text }) => `${path}: ${text.split('\n').length - 1} lines`);

describe('the project', () => {
  it('has at its top only what its plan names and what a tool reads there', () => {
    const extra = readdirSync(root).filter((name) => ![...TOP, ...OF_TOOLS, ...NOT_KEPT].includes(name));
    expect(extra).toEqual([]);
    for (const name of [...TOP, ...OF_TOOLS]) expect(existsSync(join(root, name)), name).toBe(true);
  });

  it('has no code file over 400 lines', () => {
    const files = ['src', 'tests'].flatMap((folder) =>
      filesBelow(join(root, folder), ['.ts', '.tsx', '.mjs', '.mts', '.css']).map((path) => ({
        path: `${folder}/${path}`,
        text: read(`${folder}/${path}`),
      })),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(tooLong(files)).toEqual([]);
    expect(tooLong([{ path: 'planted.ts', text: 'x\n'.repeat(401) }])).toEqual(['planted.ts: 401 lines']);
    expect(tooLong([{ path: 'planted.ts', text: 'x\n'.repeat(400) }])).toEqual([]);
  });

  it('has file names in kebab case, and no index files', () => {
    const names = filesBelow(join(root, 'src'), ['.ts', '.tsx', '.mjs']).map((path) => path.slice(path.lastIndexOf('/') + 1));
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.(ts|tsx|mjs|mts)$/.test(name) || name.startsWith('index.'))).toEqual([]);
  });

  it('pins every package exactly, and its lock names no registry', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
    const lock = read('package-lock.json');
    const named = JSON.parse(lock) as {
      packages: Record<string, { dependencies?: Record<string, string>; devDependencies?: Record<string, string> }>;
    };
    expect(named.packages['']).toMatchObject({ dependencies, devDependencies });
    expect(lock).not.toContain('"resolved"');
  });

  it('runs in CI what a user runs, and nothing else', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(commands).toEqual(['set -eu', 'cd "$(dirname "$0")/.."', 'npm test']);
    expect(execFileSync('git', ['ls-files', '-s', '.ci/run'], { cwd: root, encoding: 'utf8' })).toMatch(/^100755/);
  });

  it('starts before anything is installed: the bootstrap is plain JavaScript on Node alone', () => {
    for (const path of filesBelow(join(root, 'src/cli'), ['.mjs']).map((name) => `src/cli/${name}`)) {
      const specifiers = [...read(path).matchAll(/^import .* from '([^']+)';/gm)].map((match) => match[1] ?? '');
      expect(
        specifiers.filter((name) => !/^node:|^\.\/[a-z-]+\.mjs$/.test(name)),
        path,
      ).toEqual([]);
    }
  });

  it('serves a page whose policy allows no eval and no other origin', () => {
    const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(read('index.html'))?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
  });
});
