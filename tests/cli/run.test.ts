import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { called, printed } from './called.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'silent-drift-run-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PARTS = ['detect', 'evidence', 'cause', 'mitigation', 'fix', 'prevention', 'communication'];
const POINTS = [10, 20, 20, 20, 10, 10, 10];

interface Shape {
  scenario: string;
  seed: string;
  variant: string;
  engine: string;
  ticks: number;
  finalHash: string;
  impactEur: number;
  impactAvoided: number | null;
  harmAddedEur: number;
  score: { total: number; parts: { id: string; got: number; max: number; cites: string[] }[] };
  actions: { tick: number; action: { type: string } }[];
  link?: string;
}

const run = async (...argv: string[]): Promise<Shape> => (await printed('run', 'latency-spike', '--json', ...argv)) as unknown as Shape;

describe('cli list', () => {
  it('prints every drill with exactly its fields', async () => {
    const rows = (await printed('list', '--json')) as unknown as Record<string, unknown>[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(['id', 'title', 'family', 'system', 'tickSeconds', 'ticks', 'variants']);
    expect(rows.find(({ id }) => id === 'latency-spike')?.variants).toHaveLength(4);
  });
});

describe('cli run', () => {
  it('prints exactly its fields, seven parts and JSON alone', async () => {
    const got = await run('--seed', '7', '--policy', 'expert');
    expect(Object.keys(got)).toEqual([
      'scenario',
      'seed',
      'variant',
      'engine',
      'ticks',
      'finalHash',
      'impactEur',
      'impactAvoided',
      'harmAddedEur',
      'score',
      'actions',
    ]);
    expect(got.score.parts.map(({ id }) => id)).toEqual(PARTS);
    expect(got.score.parts.map(({ max }) => max)).toEqual(POINTS);
    expect(got.score.total).toBeCloseTo(
      got.score.parts.reduce((sum, part) => sum + part.got, 0),
      1,
    );
    expect(got.finalHash).toMatch(/^[0-9a-f]{16}$/);
    expect(got.actions.length).toBeGreaterThan(3);
    const playbook = readFileSync(join(root, 'scenarios/playbook.yaml'), 'utf8');
    for (const id of got.score.parts.flatMap(({ cites }) => cites)) expect(playbook).toContain(`${id}`);
  });

  it('comes out the same in a process of its own', async () => {
    const here = await run('--seed', 'night-3', '--policy', 'random');
    const done = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/tsx/dist/cli.mjs'),
        'src/cli/main.ts',
        'run',
        'latency-spike',
        '--seed',
        'night-3',
        '--policy',
        'random',
        '--json',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    expect(JSON.parse(done.stdout)).toEqual(here);
  });

  it('lets the seed pick the variant, and takes one by name', async () => {
    const picked = new Set<string>();
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'])
      picked.add((await run('--seed', seed, '--policy', 'none')).variant);
    expect(picked.size).toBe(4);
    for (const variant of picked) expect((await run('--seed', '1', '--variant', variant, '--policy', 'none')).variant).toBe(variant);
  });

  it('plays its own printed actions again from a file, to the same hash', async () => {
    const first = await run('--seed', '5', '--policy', 'runbook');
    const path = join(folder, 'again.json');
    writeFileSync(path, JSON.stringify({ actions: first.actions }));
    const again = await run('--seed', '5', '--log', path);
    expect(again.finalHash).toBe(first.finalHash);
    expect(again.score).toEqual(first.score);
  });

  it('takes an empty log for doing nothing', async () => {
    const path = join(folder, 'empty-log.json');
    writeFileSync(path, '{"actions":[]}');
    const [empty, none] = [await run('--seed', '5', '--log', path), await run('--seed', '5', '--policy', 'none')];
    expect(empty.finalHash).toBe(none.finalHash);
    expect(empty.impactEur).toBe(none.impactEur);
  });

  it('tells in words all seven parts, their citations, the impact and what was done', async () => {
    const { code, out } = await called('run', 'latency-spike', '--seed', '7', '--policy', 'runbook', '--link');
    const json = await run('--seed', '7', '--policy', 'runbook', '--link');
    expect(code).toBe(0);
    expect(out).toContain(`Response score ${json.score.total} of 100`);
    for (const { got, max, cites } of json.score.parts) {
      expect(out).toContain(`${got} of ${max}`);
      for (const id of cites) expect(out).toContain(id);
    }
    expect(out).toContain(`Actions (${json.actions.length})`);
    expect(out).toContain(json.finalHash);
    expect(out).toContain(json.link ?? 'no link');
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says of an action that the world refused why, and goes on', async () => {
    const path = join(folder, 'refused.json');
    writeFileSync(path, JSON.stringify({ actions: [{ tick: 900, action: { type: 'repoint-champion', version: 'no-such-version' } }] }));
    const { code, out } = await called('run', 'latency-spike', '--seed', '7', '--log', path);
    expect(code).toBe(0);
    expect(out).toMatch(/repoint-champion \(version no-such-version\) {2}refused: \S+/);
  });

  it('writes every scraped series as a table', async () => {
    const path = join(folder, 'series.csv');
    const { ticks } = await run('--seed', '7', '--policy', 'none', '--series', path);
    const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(head.split(',')[0]).toBe('tick');
    expect(head).toContain('gateway.latency_p95_ms');
    expect(rows.length).toBeGreaterThanOrEqual(Math.floor(ticks / 15) - 1);
    for (const row of rows) expect(row.split(',')).toHaveLength(head.split(',').length);
    expect(await called('run', 'latency-spike', '--seed', '7', '--policy', 'none', '--series', '/nowhere/x.csv')).toMatchObject({
      code: 1,
      out: '',
    });
  });
});

describe('cli replay', () => {
  it('finds a linked run to repeat, from its payload and from an address that holds it', async () => {
    const { link = '', ...rest } = await run('--seed', '11', '--policy', 'expert', '--link');
    expect(await printed('replay', link, '--json')).toEqual({ ...rest, verified: true });
    expect(await printed('replay', `https://example.org/drift/#/replay/${link}`, '--json')).toEqual({ ...rest, verified: true });
    expect((await called('replay', link)).out).toContain('Verified: the run repeats exactly');
  });
});

describe('cli story', () => {
  it('tells the postmortem of a link in Markdown', async () => {
    const { link = '' } = await run('--seed', '11', '--policy', 'expert', '--link');
    const { code, out, err } = await called('story', 'postmortem', link);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^# /);
    for (const heading of ['Impact', 'Timeline', 'Contributing factors', 'What went well', 'lucky', 'Actions'])
      expect(out).toContain(heading);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('cli schema', () => {
  it('prints the schema that editors are pointed to', async () => {
    expect((await called('schema')).out).toBe(readFileSync(join(root, 'scenarios/schema.json'), 'utf8'));
    expect((await called('schema', '--of', 'system')).out).toBe(readFileSync(join(root, 'scenarios/systems/schema.json'), 'utf8'));
  });
});

describe('cli validate', () => {
  it('says nothing of a good file, and every fault of a bad one with its place', async () => {
    const good = join(root, 'scenarios/latency-spike.yaml');
    expect(await called('validate', good)).toEqual({ code: 0, out: '', err: '' });
    const bad = join(folder, 'bad.yaml');
    writeFileSync(
      bad,
      readFileSync(good, 'utf8')
        .replace(/^id: .*$/m, 'id: NOT A SLUG')
        .replace(/^title: .*$/m, 'titel: x'),
    );
    const { code, out } = await called('validate', bad);
    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const line of lines) expect(line).toMatch(/^.*bad\.yaml:\d+:\d+ \S+: .+$/);
  });

  it('names the place of broken YAML, and goes on to the next file', async () => {
    const broken = join(folder, 'broken.yaml');
    writeFileSync(broken, 'id: x\n  title: [unclosed\n');
    const { code, out, err } = await called('validate', join(folder, 'gone.yaml'), broken);
    expect(code).toBe(1);
    expect(out).toMatch(/broken\.yaml:\d+:\d+ /);
    expect(err).toContain('there is no such file');
  });
});
