import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/cli/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bench = mkdtempSync(join(tmpdir(), 'silent-drift-boot-'));
afterAll(() => rmSync(bench, { recursive: true, force: true }));

/** A copy of what runs before anything is installed, with a package.json of its own. */
const copy = (name: string, pkg: object): string => {
  const folder = join(bench, name);
  mkdirSync(join(folder, 'src'), { recursive: true });
  cpSync(join(root, 'src', 'cli'), join(folder, 'src', 'cli'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', type: 'module', dependencies: {}, devDependencies: {}, ...pkg }),
  );
  return folder;
};

const boot = (folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): { code: number | null; out: string; err: string } => {
  const { npm_execpath, ...rest } = process.env;
  const done = spawnSync(process.execPath, ['src/cli/bootstrap.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...rest, ...env },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
};

describe('the bootstrap', () => {
  it('says what it takes, without a stack trace', () => {
    const { code, err } = boot(root, ['fly']);
    expect([code, err]).toEqual([1, 'expected "start" or "test", got "fly"\n']);
    expect(boot(root, ['start', '--port', '70000']).err).toBe('expected a port from 0 to 65535, got "70000"\n');
  });

  it('installs when a pinned package is missing or of another version, and says in one sentence that npm could not', () => {
    const folder = copy('missing', { dependencies: { 'silent-drift-absent': '1.0.0' } }); // no lock, so npm ci refuses at once
    const { code, out, err } = boot(folder, ['test']);
    expect(code).toBe(1);
    expect(out).toBe('Installing packages (1 missing; about 30 s on a first start).\n');
    expect(err).toContain('npm ci failed; its own words stand above');
    expect(err).not.toMatch(/\n\s+at /);
    mkdirSync(join(folder, 'node_modules', 'silent-drift-absent'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', 'silent-drift-absent', 'package.json'), '{"version":"0.9.0"}');
    expect(boot(folder, ['test']).out).toContain('1 missing');
  });

  it('ends with one line of counts and a failure where checks fail', () => {
    const { code, out } = boot(copy('bare', {}), ['test'], { CHROME_PATH: process.execPath });
    expect(out.trim().split('\n').at(-1)).toMatch(/^0 passed, [1-9]\d* failed$/);
    expect(code).toBe(1);
  });
});

describe('the browser', () => {
  it('is the one that CHROME_PATH names, and a wrong one is an error, not a reason to take another', () => {
    const before = process.env.CHROME_PATH;
    try {
      process.env.CHROME_PATH = process.execPath;
      expect(findBrowser()).toBe(process.execPath);
      process.env.CHROME_PATH = '/nowhere/chrome';
      expect(() => findBrowser()).toThrow('CHROME_PATH is "/nowhere/chrome"');
    } finally {
      if (before === undefined) delete process.env.CHROME_PATH;
      else process.env.CHROME_PATH = before;
    }
  });

  it('is otherwise found under a usual name', () => {
    const before = process.env.CHROME_PATH;
    delete process.env.CHROME_PATH;
    try {
      const found = findBrowser();
      if (found !== null) expect(existsSync(found)).toBe(true);
    } finally {
      if (before !== undefined) process.env.CHROME_PATH = before;
    }
  });
});
