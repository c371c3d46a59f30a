import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { encodeLink } from '../../src/run/link.ts';
import { recordFileOf } from '../../src/run/replay.ts';
import { called, printed } from './called.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'silent-drift-compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scenario = scenarioOf('latency-spike');
const variant = 'feature-store';
const played = (policy: string, seed = '7') => playPolicy(scenario, policyOf(policy, scenario, variant), { seed, variant });

const path = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};

let [expert, runbook, other] = ['', '', ''];
let record = '';
beforeAll(() => {
  const [good, plain] = [played('expert'), played('runbook')];
  expert = encodeLink(good.record(), good.finalHash());
  runbook = encodeLink(plain.record(), plain.finalHash());
  const night = played('expert', '8');
  other = encodeLink(night.record(), night.finalHash());
  record = path('runbook.json', recordFileOf(plain));
});

describe('cli compare', () => {
  it('prints JSON alone: runs, parting, cost, score and series', async () => {
    const done = await called('compare', expert, runbook, '--json');
    expect([done.code, done.err]).toEqual([0, '']);
    const of = JSON.parse(done.out) as { score: { total: { first: number } } };
    expect(Object.keys(of)).toEqual([
      'scenario',
      'runs',
      'conditions',
      'sameNight',
      'parting',
      'cost',
      'score',
      'identified',
      'resolvedTick',
      'series',
    ]);
    expect(of).toMatchObject({
      scenario: 'latency-spike',
      runs: { first: { seed: '7', variant, verified: true }, second: { seed: '7', variant, verified: true } },
      conditions: [],
      sameNight: true,
      identified: { first: true },
    });
    expect(of.score.total.first).toBe(scoreRun(scenario, played('expert').trace()).total);
  });

  it('comes out the same in a process of its own', async () => {
    const argv = ['src/cli/launch.mjs', 'compare', expert, runbook, '--json'];
    const done = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
    expect([done.stderr, done.status]).toEqual(['', 0]);
    expect(JSON.parse(done.stdout)).toEqual(await printed('compare', expert, runbook, '--json'));
  });

  it('takes links, addresses that hold one, and record files alike', async () => {
    const of = await printed('compare', expert, runbook, '--json');
    expect(await printed('compare', `https://example.org/drift/#/debrief/${expert}?t=02:10`, record, '--json')).toEqual(of);
  });

  it('says in words where they part and what each came to, with clock times', async () => {
    const { code, out } = await called('compare', expert, runbook);
    expect(code).toBe(0);
    expect(out).toContain('The same incident: seed, variant and preventions are equal.');
    expect(out).toMatch(/^They part at 02:\d\d:\d\d, at action \d+\n {2}first {3}02:\d\d:\d\d {2}\S.*\n {2}second {2}02:\d\d:\d\d {2}\S/m);
    expect(out).toMatch(/^ {2}Impact +€[\d,]+ +€[\d,]+ +[+−]€[\d,]+$/m);
    expect(out).toMatch(/^ {2}Response score +[\d.]+ +[\d.]+ +[+−][\d.]+$/m);
    expect(out).toMatch(/^ {2}Cause identified +yes +(yes|no)$/m);
    expect(out).toMatch(/^Their cost lies furthest apart from 02:\d\d:\d\d to 02:\d\d:\d\d: €\S+\/min and €\S+\/min\.$/m);
    expect(out).toMatch(/^ {2}Feature fetch p95 \(store\.fetch_p95_ms\), from 02:\d\d:\d\d, most at 02:\d\d:\d\d: \S+ m?s and \S+ m?s$/m);
    expect(out).not.toMatch(/undefined|NaN|\[object|no data/);
  });

  it('says of equal runs that they never part', async () => {
    const { code, out } = await called('compare', expert, expert);
    expect(code).toBe(0);
    expect(out).toContain('They never part: the logs are equal.');
    expect(out).toMatch(/^\d+ metrics never differ\.$/m);
  });

  it('says plainly that nights differ, and which log ends where the other goes on', async () => {
    const differing = await called('compare', expert, other);
    expect(differing.code).toBe(0);
    expect(differing.out).toContain('The incidents differ: seed (7 and 8).');
    const idle = path('idle.json', recordFileOf(played('none')));
    const { code, out } = await called('compare', idle, expert);
    expect(code).toBe(0);
    expect(out).toMatch(/^They part at .*, at action 1: the log of the first ends here, the other goes on\n {2}first {3}has ended$/m);
    expect(out).toContain(`  ${played('expert').record().log[0]!.action.type}`);
  });

  it('refuses runs of different scenarios in one sentence', async () => {
    const file = join(folder, 'my-night.yaml');
    writeFileSync(file, readFileSync(join(root, 'scenarios/latency-spike.yaml'), 'utf8').replace(/^id: .*$/m, 'id: my-night'));
    const { link } = (await printed('run', file, '--seed', '7', '--policy', 'none', '--json', '--link')) as { link: string };
    const { code, out, err } = await called('compare', expert, link, '--json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('runs of different scenarios cannot be compared: the first is of "latency-spike", the second of "my-night"\n');
    expect(await printed('compare', link, link, '--scenario', file, '--json')).toMatchObject({ scenario: 'my-night', parting: null });
  });

  it('does not pass off a run that comes out otherwise as the one that was kept', async () => {
    const run = played('runbook');
    const changed = encodeLink({ ...run.record(), engine: '0.0.1', contentHash: '0123456789abcdef' }, '0123456789abcdef');
    const { code, out } = await called('compare', runbook, changed);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^The second does not repeat: the figures are of playing it again; it was played on another version of the scenario; it was played on engine "0\.0\.1", this is \S+$/m,
    );
    expect(out).toContain('What differs: scenario version (');
    const json = await called('compare', runbook, changed, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ runs: { first: { verified: true }, second: { verified: false } } });
  });

  it.each([
    ['one link only', ['compare', 'x'], 2, 'the second LINK-OR-FILE is missing'],
    ['three links', ['compare', 'x', 'y', 'z'], 2, 'one operand too many: "z"'],
    ['a link of rubbish', ['compare', 'rubbish', 'rubbish'], 1, '"rubbish" is no link'],
  ] as const)('answers %s with one sentence', async (_what, argv, code, says) => {
    const got = await called(...argv);
    expect([got.code, got.out]).toEqual([code, '']);
    expect(got.err).toContain(says);
    expect(got.err.trim().split('\n')).toHaveLength(1);
  });
});
