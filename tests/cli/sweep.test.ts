import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SweepJob } from '../../src/cli/jobs.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { runJobs } from '../../src/cli/pool.ts';
import type { ShardFile } from '../../src/cli/sweep-shard.ts';
import type { SweepTable } from '../../src/prove/sweep-table.ts';
import { called, printed } from './called.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'silent-drift-sweep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const ASKED = ['sweep', '--scenarios', 'latency-spike', '--policies', 'none,random', '--seeds', '2', '--workers', '1'];
const withoutSeconds = (text: string): string => text.replace(/"seconds":[\d.]+/, '"seconds":#').replace(/, [\d.]+ s\n$/, ', # s\n');

let whole: string;
let shards: string[]; // paths, shard 1 first
beforeAll(async () => {
  whole = (await called(...ASKED, '--json')).out;
  shards = [];
  for (const index of [1, 2, 3]) shards.push(kept(`${index}.json`, (await called(...ASKED, '--shard', `${index}/3`, '--json')).out));
}, 120_000);

describe('cli sweep', () => {
  it('prints exactly its fields, a row for each policy on each variant', () => {
    const table = JSON.parse(whole) as SweepTable;
    expect(Object.keys(table)).toEqual(['rows', 'episodes', 'ticks', 'seconds']);
    expect(Object.keys(table.rows[0]!)).toEqual([
      ...['scenario', 'variant', 'policy', 'seeds', 'scoreMean', 'scoreP05', 'scoreP95'],
      ...['impactEurMean', 'impactAvoidedMean', 'identifiedShare'],
    ]);
    const { brief } = scenarioOf('latency-spike');
    expect(table.rows.map(({ policy }) => policy)).toEqual(Array.from({ length: 4 }, () => ['none', 'random']).flat());
    expect([table.episodes, table.ticks]).toEqual([16, 16 * brief.ticks]);
    expect(table.rows.filter(({ policy }) => policy === 'none').map(({ impactAvoidedMean }) => impactAvoidedMean)).toEqual([0, 0, 0, 0]);
  });

  it('prints a table for people', async () => {
    const { code, out } = await called('sweep', '--scenarios', 'latency-spike', '--policies', 'none', '--seeds', '1');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^latency-spike, deploy, 1 seed\n {2}policy +score +5 % to 95 % +impact +avoided +cause named\n {2}none +0 +0 to 0 +€9,\d{3} +0 % +0 %\n/,
    );
    expect(out).toMatch(/\n4 episodes, 13,200 ticks, [\d.]+ s\n$/);
  });

  it('takes files, and sees two scenarios of one id', async () => {
    const file = join(root, 'scenarios/latency-spike.yaml');
    const twice = await called('sweep', '--scenarios', `latency-spike,${file}`, '--policies', 'none', '--seeds', '1');
    expect([twice.code, twice.err]).toEqual([1, expect.stringMatching(/has the id "latency-spike", as has "latency-spike"\n$/)]);
    const missing = await called('sweep', '--scenarios', 'nope', '--seeds', '1');
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('no scenario "nope"')]);
  });

  it.each([
    [['--policies', 'none'], '--seeds is missing'],
    [['--seeds', '0'], '--seeds takes a whole number from 1 to'],
    [['--seeds', '2', '--policies', 'none,hero'], 'got "hero"'],
    [['--seeds', '2', '--policies', 'none,none'], '--policies names "none" twice'],
    [['--seeds', '2', '--policies', 'none,'], '--policies takes names with commas'],
    [['--seeds', '2', '--workers', '0'], '--workers takes a whole number from 1 to'],
    ...['0/3', '4/3', '3', '1/0', 'a/b', '1/3/4', '1/99999'].map((shard) => [
      ['--seeds', '2', '--shard', shard],
      '--shard takes I/N with I from 1 to N',
    ]),
    [['--baselines', '--seeds', '2'], 'sweep --baselines takes no --seeds'],
    [['merge'], 'FILE is missing'],
    [['merge', 'x.json', '--seeds', '2'], 'sweep merge takes no --seeds'],
    [['latency-spike'], 'got "latency-spike"'],
  ] as [string[], string][])('%j is wrong usage', async (argv, says) => {
    const { code, out, err } = await called('sweep', ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('cli sweep merge', () => {
  it('prints what one run prints, byte for byte but for its seconds, whatever the order of the files', async () => {
    const { out } = await called('sweep', 'merge', shards[2]!, shards[0]!, shards[1]!, '--json');
    expect(withoutSeconds(out)).toBe(withoutSeconds(whole));
    const text = await called('sweep', 'merge', ...shards);
    expect(withoutSeconds(text.out)).toBe(withoutSeconds((await called(...ASKED)).out));
  });

  it('adds the seconds of the shards', async () => {
    const seconds = shards.map((path) => (JSON.parse(readFileSync(path, 'utf8')) as ShardFile).seconds);
    const merged = await printed('sweep', 'merge', ...shards, '--json');
    expect(merged.seconds).toBeCloseTo(
      seconds.reduce((sum, one) => sum + one, 0),
      1,
    );
  });

  const changed = (name: string, edit: (file: ReturnType<typeof clone>) => unknown): string => {
    const file = clone();
    edit(file);
    return kept(name, JSON.stringify(file));
  };
  const nightOf = (file: ShardFile, variant: string, seed: string) => ({ ...file.nights[0]!, variant, seed });
  const clone = () => JSON.parse(readFileSync(shards[1]!, 'utf8')) as { -readonly [K in keyof ShardFile]: ShardFile[K] };

  it.each([
    ['a missing shard', () => [shards[0]!, shards[2]!], 'shard 2 of 3 is missing beside', '1.json'],
    ['a shard twice', () => [shards[0]!, shards[1]!, shards[1]!], 'is shard 2 of 3, as is', '2.json'],
    [
      'another engine',
      () => [shards[0]!, changed('engine.json', (f) => (f.engine = '9.9.9'))],
      'was made by engine "9.9.9", not',
      'engine.json',
    ],
    [
      'another content',
      () => [shards[0]!, changed('content.json', (f) => (f.scenarios[0]!.contentHash = 'beef'))],
      'was played on another "latency-spike", with content hash "beef"',
      'content.json',
    ],
    [
      'another number of shards',
      () => [
        shards[0]!,
        changed('of.json', (f) => ((f.shard.of = 4), (f.nights = [nightOf(f, 'deploy', '2'), nightOf(f, 'traffic', '2')]))),
      ],
      'is one of 4 shards, not of 3',
      'of.json',
    ],
    [
      'other seeds',
      () => [shards[0]!, changed('seeds.json', (f) => ((f.seeds = 1), (f.nights = [nightOf(f, 'feature-store', '1')])))],
      'has --seeds 1, not 2',
      'seeds.json',
    ],
    [
      'other policies',
      () => [shards[0]!, changed('policies.json', (f) => (f.policies = ['none', 'expert']))],
      'has --policies "none,expert", not "none,random"',
      'policies.json',
    ],
    ['another night', () => [changed('night.json', (f) => (f.nights[1]!.seed = '9'))], 'nights[1]: expected seed ', 'night.json'],
    ['a figure too few', () => [changed('figure.json', (f) => f.nights[0]!.score.pop())], 'nights[0].score: expected 2', 'figure.json'],
    ['nights too few', () => [changed('few.json', (f) => f.nights.pop())], 'nights: expected 3 of 8 in shard 2 of 3, got 2', 'few.json'],
    ['an index beyond', () => [changed('beyond.json', (f) => (f.shard.index = 7))], 'shard.index: expected 1 to 3, got 7', 'beyond.json'],
    ['a whole table', () => [kept('whole.json', whole)], 'is not a shard of a sweep', 'whole.json'],
    ['no JSON', () => [kept('text.json', 'hello')], 'is not JSON', 'text.json'],
    ['no file', () => [join(folder, 'nowhere.json')], 'there is no such file', 'nowhere.json'],
  ] as [string, () => string[], string, string][])('refuses %s in one sentence that names the file', async (_, files, says, named) => {
    const { code, out, err } = await called('sweep', 'merge', ...files(), '--json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err.slice(0, 400)).toContain(named);
  });
});

describe('workers', () => {
  const { contentHash } = scenarioOf('latency-spike');
  const jobs = ['1', '2', '3'].map((seed): SweepJob => ({
    kind: 'sweep',
    scenario: 'latency-spike',
    contentHash,
    policies: ['none'],
    nights: [{ seed, variant: 'deploy' }],
  }));

  it('give the answers that one thread gives, in the order of the jobs', async () => {
    expect(await runJobs(jobs, 2)).toEqual(await runJobs(jobs, 1));
  }, 120_000);

  it('say what is wrong with a job, as the thread itself would', async () => {
    for (const workers of [1, 2]) {
      const changed = jobs.map((job) => ({ ...job, contentHash: 'beef' }));
      await expect(runJobs(changed, workers)).rejects.toThrow('the scenario "latency-spike" has changed since the call began');
    }
  }, 120_000);

  it.each([
    ['throws', 'throw new Error("out of luck\\nand more");', 'a worker stopped: out of luck'],
    ['ends', 'process.exit(3);', 'a worker ended early, with exit code 3'],
  ])('that one %s is told in one sentence, and the others are stopped', async (name, code, says) => {
    const entry = kept(`${name}.mjs`, code);
    await expect(runJobs(jobs, 2, entry)).rejects.toThrow(says);
  });
});

describe('the README', () => {
  const blocks = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```yaml\n([^`]+)```/g)].map((match) => match[1] ?? '');

  it('shows a sweep spread by a CI matrix and by an indexed job, as YAML that can be read', () => {
    const [matrix, job] = blocks.map((text) => parse(text) as Record<string, never>);
    expect(matrix).toMatchObject({ jobs: { sweep: { strategy: { matrix: { shard: [1, 2, 3, 4] } } }, table: { needs: 'sweep' } } });
    expect(job).toMatchObject({ kind: 'Job', spec: { completionMode: 'Indexed', completions: 8, parallelism: 8 } });
    for (const text of blocks.slice(0, 2)) expect(text).toMatch(/sweep .*--seeds \d+ --shard .*\/[48] --json >/);
  });
});
