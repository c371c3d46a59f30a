import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const commands = [...new Set([...readme.matchAll(/npm run --silent cli -- ([^`\n]+)/g)].map((match) => (match[1] ?? '').trim()))];

const SHOWN = 'run latency-spike --seed 7 --policy expert'; // its printed text is in the README
const excerpt = (): string[] =>
  (/```text\n([^`]+)```/.exec(readme)?.[1] ?? '')
    .trimEnd()
    .split('\n')
    .filter((line) => line.trim() !== '…');
describe('the README', () => {
  it('shows what a run prints', () => {
    expect(commands).toContain(SHOWN);
    expect(excerpt().length).toBeGreaterThan(8);
  });

  it('shows commands of the command line', () => {
    expect(commands.length).toBeGreaterThan(4);
  });

  it.each(commands)('tells the truth: cli %s', (command) => {
    const done = spawnSync(process.execPath, ['src/cli/launch.mjs', ...command.split(/\s+/)], {
      cwd: root,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    if (!command.startsWith('validate')) expect(done.stdout.trim()).not.toBe('');
    if (command === SHOWN) for (const line of excerpt()) expect(done.stdout.split('\n').map((said) => said.trim())).toContain(line.trim());
    if (command.includes('--json')) expect(Object.keys(JSON.parse(done.stdout) as object)).toEqual(fieldsShown());
  });

  it('links to files that are there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
    expect(targets).toContain('scenarios/README.md');
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });

  it('says of every package why it is there', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const table = readme.slice(readme.indexOf('## What it is built with'));
    const told = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap((match) => (match[1] ?? '').split(',').map((name) => name.trim()));
    expect(told.filter((name) => name !== 'package' && name !== '---').sort()).toEqual(
      Object.keys({ ...dependencies, ...devDependencies }).sort(),
    );
  });

  it('names scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    for (const [, name = ''] of readme.matchAll(/npm run ([a-z:]+)/g)) expect(Object.keys(scripts)).toContain(name);
  });
});

const fieldsShown = (): string[] => Object.keys(JSON.parse(/```json\n([^`]+)```/.exec(readme)?.[1] ?? '{}') as object);

describe('npm start', () => {
  it('serves the game at the address it prints, and stops when asked to', async () => {
    const child = spawn(process.execPath, ['src/cli/bootstrap.mjs', 'start', '--port', '0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let heard = '';
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    try {
      const address = await new Promise<string>((resolve, reject) => {
        const listen = (chunk: Buffer): void => {
          heard += chunk.toString();
          const found = /Silent Drift is at (http:\S+)/.exec(heard)?.[1];
          if (found) resolve(found);
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.on('exit', () => reject(new Error(`npm start ended: ${heard}`)));
      });
      const page = await fetch(address);
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toContain('<title>Silent Drift</title>');
      const script = /<script type="module"[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
      expect((await fetch(new URL(script, address))).headers.get('content-type')).toContain('javascript');
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  }, 120_000);
});
