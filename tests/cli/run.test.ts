import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf, variantIds } from '../../src/cli/library.ts';
import { createRun } from '../../src/run/run.ts';
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

const recordPath = join(folder, 'record.json');
const seriesPath = join(folder, 'series.csv');
let expert: Shape; // one judged run that many tests read
beforeAll(async () => {
  expert = await run('--seed', '7', '--policy', 'expert', '--link', '--record', recordPath, '--series', seriesPath);
}, 60_000);

describe('cli list', () => {
  it('prints every drill with exactly its fields', async () => {
    const rows = (await printed('list', '--json')) as unknown as Record<string, unknown>[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(['id', 'title', 'family', 'system', 'tickSeconds', 'ticks', 'variants']);
    expect(rows.find(({ id }) => id === 'latency-spike')?.variants).toHaveLength(4);
  });
});

describe('cli run', () => {
  it('prints exactly its fields, and seven parts', () => {
    const { link, ...fields } = expert;
    expect(link).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(Object.keys(fields)).toEqual([
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
    expect(expert.score.parts.map(({ id }) => id)).toEqual(PARTS);
    expect(expert.score.parts.map(({ max }) => max)).toEqual(POINTS);
    expect(expert.score.total).toBeCloseTo(
      expert.score.parts.reduce((sum, part) => sum + part.got, 0),
      1,
    );
    expect(expert.finalHash).toMatch(/^[0-9a-f]{16}$/);
    expect(expert.actions.length).toBeGreaterThan(3);
    const playbook = readFileSync(join(root, 'scenarios/playbook.yaml'), 'utf8');
    for (const id of expert.score.parts.flatMap(({ cites }) => cites)) expect(playbook).toContain(id);
  });

  it('comes out the same in a process of its own, as JSON alone', () => {
    const argv = ['src/cli/launch.mjs', 'run', 'latency-spike', '--seed', '7', '--policy', 'expert', '--json', '--link'];
    const done = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    expect(JSON.parse(done.stdout)).toEqual(expert);
  });

  it('lets the seed pick the variant', () => {
    const scenario = scenarioOf('latency-spike');
    const seeds = Array.from({ length: 24 }, (_, i) => String(i + 1));
    const picked = new Set(seeds.map((seed) => createRun(scenario, { seed }).variant));
    expect([...picked].sort()).toEqual(variantIds(scenario).sort());
  });

  it('takes a variant by name, and an empty log for doing nothing', async () => {
    const path = join(folder, 'empty-log.json');
    writeFileSync(path, '{"actions":[]}');
    const other = variantIds(scenarioOf('latency-spike')).find((id) => id !== expert.variant) ?? '';
    const empty = await run('--seed', '7', '--variant', other, '--log', path);
    const none = await run('--seed', '7', '--variant', other, '--policy', 'none');
    expect(empty.variant).toBe(other);
    expect(empty).toEqual(none);
  });

  it('plays its own printed actions again from a file, to the same end', async () => {
    const path = join(folder, 'again.json');
    writeFileSync(path, JSON.stringify({ actions: expert.actions }));
    expect(await run('--seed', '7', '--log', path, '--link')).toEqual(expert);
  });

  it('tells in words all seven parts, their citations, the impact and what was done', async () => {
    const { code, out } = await called('run', 'latency-spike', '--seed', '7', '--policy', 'expert', '--link');
    expect(code).toBe(0);
    expect(out).toContain(`Response score ${expert.score.total} of 100`);
    for (const { got, max, cites } of expert.score.parts) {
      expect(out).toContain(`${got} of ${max}`);
      for (const id of cites) expect(out).toContain(id);
    }
    expect(out).toContain(`Actions (${expert.actions.length})`);
    expect(out).toContain(expert.finalHash);
    expect(out).toContain(expert.link ?? 'no link');
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says of an action that the world refused why, and goes on', async () => {
    const path = join(folder, 'refused.json');
    writeFileSync(path, JSON.stringify({ actions: [{ tick: 900, action: { type: 'repoint-champion', version: 'no-such-version' } }] }));
    const { code, out } = await called('run', 'latency-spike', '--seed', '7', '--log', path);
    expect(code).toBe(0);
    expect(out).toMatch(/repoint-champion \(version no-such-version\) {2}refused: \S+/);
  });

  it('writes every scraped series as a table', () => {
    const [head = '', ...rows] = readFileSync(seriesPath, 'utf8').trimEnd().split('\n');
    expect(head.split(',')[0]).toBe('tick');
    expect(head).toContain('gateway.latency_p95_ms');
    expect(rows.length).toBeGreaterThanOrEqual(Math.floor(expert.ticks / 15) - 1);
    for (const row of rows) expect(row.split(',')).toHaveLength(head.split(',').length);
  });

  it('says in one sentence that a file cannot be written', async () => {
    const { code, out, err } = await called('run', 'latency-spike', '--seed', '7', '--policy', 'none', '--series', '/nowhere/x.csv');
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('"/nowhere/x.csv" cannot be written: there is no such folder\n');
  });
});

describe('cli replay', () => {
  it('finds a linked run to repeat', async () => {
    const { link = '', ...rest } = expert;
    expect(await printed('replay', link, '--json')).toEqual({ ...rest, verified: true });
  });

  it('takes an address that holds a link, and says in words that it repeats', async () => {
    const { code, out } = await called('replay', `https://example.org/drift/#/replay/${expert.link ?? ''}?t=02:10`);
    expect(code).toBe(0);
    expect(out).toContain('Verified: the run repeats exactly');
  });

  it('verifies a record file, which has one hash a part every 60 ticks, and names the first that differs', async () => {
    const file = JSON.parse(readFileSync(recordPath, 'utf8')) as { hashes: { tick: number; parts: Record<string, string> }[] };
    expect(file.hashes.slice(0, 3).map(({ tick }) => tick)).toEqual([0, 60, 120]);
    expect(await printed('replay', recordPath, '--json')).toMatchObject({ verified: true, finalHash: expert.finalHash });
    file.hashes[7]!.parts.serving = '0123456789abcdef';
    const tampered = join(folder, 'tampered.json');
    writeFileSync(tampered, JSON.stringify(file));
    const { code, out } = await called('replay', tampered);
    expect(code).toBe(1);
    expect(out).toContain('Not verified: it differs first at tick 420 in serving');
  });

  it('notes that a run was played on something else by its own word, also where it repeats', async () => {
    const odd = join(folder, 'elsewhere.json');
    const file = JSON.parse(readFileSync(recordPath, 'utf8')) as object;
    writeFileSync(odd, JSON.stringify({ ...file, engine: '9.9.9', contentHash: '0000000000000000' }));
    const { code, out } = await called('replay', odd);
    expect(code).toBe(0);
    expect(out).toMatch(/^Verified: the run repeats exactly\nNote: by its own word, it was played on another version of the scenario\n/m);
    expect(out).toMatch(/^Note: by its own word, it was played on engine "9\.9\.9", this is \d+\.\d+\.\d+$/m);
    const { notes } = await printed('replay', odd, '--json');
    expect(notes).toEqual([
      'it was played on another version of the scenario',
      expect.stringMatching(/^it was played on engine "9\.9\.9", this is /),
    ]);
    expect((await called('replay', recordPath)).out).not.toContain('Note');
  });

  it('replays a run of a scenario file that is not shipped, when it is given that file', async () => {
    const file = join(folder, 'my-night.yaml');
    writeFileSync(file, readFileSync(join(root, 'scenarios/latency-spike.yaml'), 'utf8').replace(/^id: .*$/m, 'id: my-night'));
    const mine = (await printed('run', file, '--seed', '7', '--policy', 'none', '--json', '--link')) as unknown as Shape;
    expect(mine.scenario).toBe('my-night');
    const alone = await called('replay', mine.link ?? '');
    expect([alone.code, alone.out]).toEqual([1, '']);
    expect(alone.err).toContain('no scenario "my-night"');
    expect(await printed('replay', mine.link ?? '', '--scenario', file, '--json')).toMatchObject({
      verified: true,
      finalHash: mine.finalHash,
    });
    expect((await called('replay', mine.link ?? '', '--scenario', join(root, 'scenarios/latency-spike.yaml'))).err).toContain(
      'the run is of scenario "my-night"',
    );
  });

  it('says in one sentence that a variant is none of its scenario', async () => {
    const path = join(folder, 'variant.json');
    writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(recordPath, 'utf8')) as object), variant: 'nope' }));
    const { code, out, err } = await called('replay', path);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^the run of ".+variant\.json" cannot be played again: .*"nope"\n$/);
  });
});

describe('cli story', () => {
  it('tells the postmortem of a link in Markdown', async () => {
    const { code, out, err } = await called('story', 'postmortem', expert.link ?? '');
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

  it('checks system files and the playbook too', async () => {
    const [system, playbook] = ['scenarios/systems/fraud-api.yaml', 'scenarios/playbook.yaml'].map((path) => join(root, path));
    expect(await called('validate', system!, playbook!)).toEqual({ code: 0, out: '', err: '' });
    const bad = join(folder, 'systems', 'fraud-api.yaml');
    mkdirSync(join(folder, 'systems'));
    writeFileSync(bad, readFileSync(system!, 'utf8').replace(/^title: .*$/m, 'titel: x'));
    const { code, out } = await called('validate', bad);
    expect(code).toBe(1);
    expect(out).toMatch(/fraud-api\.yaml:\d+:\d+ titel: unknown field "titel"; did you mean "title"\?/);
    rmSync(join(folder, 'systems'), { recursive: true });
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
