import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { knownLists } from '../../src/cli/best-lists.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { proofText } from '../../src/cli/prove-text.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { playList } from '../../src/prove/lists/fixed-list.ts';
import { rowOf, worst } from '../../src/prove/row.ts';
import { createRun } from '../../src/run/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'prove-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function called(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await runCli(argv, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

const sabotage = (claim: string): string => fileURLToPath(new URL(`../prove/sabotage/${claim}.yaml`, import.meta.url));

describe('cli prove', () => {
  it('prints every figure beside its bar, and the best list as a log that can be played', async () => {
    const list = knownLists(scenarioOf('latency-spike'))!.score[0]!;
    const row = rowOf('latency-spike', 'memorisable', [
      worst('best fixed list, mean of the variants', 'points', 'below', 60, [{ where: '', value: 54.1 }]),
      worst('one-trick policies', 'points', 'at most', 40, [{ where: 'scale-always', value: 41 }]),
    ]);
    const text = proofText('latency-spike', 20, [{ ...row, list, notes: ['2000 lists tried'] }], 12.3);
    expect(text.split('\n').slice(0, 6)).toEqual([
      'latency-spike, seeds 1 to 20, 12 s',
      'FAILS  not memorisable',
      '    best fixed list, mean of the variants: 54.1, bar < 60.0',
      '  ✗ one-trick policies: 41.0, bar ≤ 40.0  (scale-always)',
      '    2000 lists tried',
      'best fixed list of latency-spike, for run --log:',
    ]);
    expect(text).toMatch(/\n0 of 1 claims hold\n$/);
    const log = join(folder, 'best.json');
    writeFileSync(log, text.split('\n').find((line) => line.startsWith('{"actions":')) ?? '');
    const played = await called('run', 'latency-spike', '--seed', '1', '--variant', 'deploy', '--log', log, '--json');
    const { score, actions } = JSON.parse(played.out) as { score: { total: number }; actions: unknown[] };
    const run = createRun(scenarioOf('latency-spike'), { seed: '1', variant: 'deploy' });
    playList(run, list);
    expect([score.total, actions.length]).toEqual([scoreRun(run.scenario, run.trace()).total, list.length]);
  }, 60_000);

  it('says of a claim that it could not measure in which variants, and what would measure it', () => {
    const figure = worst('expert', 'points', 'at least', 90, [{ where: 'deploy', value: 96 }]);
    const missing = { variants: ['xray', 'zulu'], because: 'none of the lists rests on evidence on every seed', todo: 'leave out --quick' };
    const text = proofText('my-spike', 3, [rowOf('my-spike', 'solvable', [figure], ['120 lists tried'], missing)], 1);
    expect(text.split('\n').slice(1, -1)).toEqual([
      'not measured: solvable',
      '    expert: 96.0, bar ≥ 90.0  (deploy)',
      '  ? not measured in xray, zulu: none of the lists rests on evidence on every seed; leave out --quick',
      '    120 lists tried',
      '0 of 1 claims hold, 1 not measured',
    ]);
  });

  it('has lists of an earlier proof for the shipped scenarios, and none for others', () => {
    expect(knownLists(scenarioOf('latency-spike'))?.score.length).toBeGreaterThan(0);
    expect(knownLists(scenarioOf(sabotage('alike')))).toBeNull();
  });

  it.each([
    [['nope'], 1, 'no scenario "nope"'],
    [['latency-spike', '--seeds', '0'], 2, '--seeds takes a whole number from 1 to'],
    [['latency-spike', '--lists', '499'], 2, '--lists takes a whole number from 500 to 20000'],
    [['latency-spike', '--quick', '--lists', '59'], 2, '--lists takes a whole number from 60 to'],
    [['latency-spike', '--workers', 'two'], 2, '--workers takes a whole number from 1 to'],
    [['latency-spike', '--fast'], 2, "Unknown option '--fast'"],
    [[sabotage('alike'), '--keep'], 2, '--keep is for shipped scenarios'],
  ])('%j is refused in one sentence', async (argv, code, says) => {
    const refused = await called('prove', ...argv);
    expect([refused.code, refused.out]).toEqual([code, '']);
    expect(refused.err).toContain(says);
    expect(refused.err.trim().split('\n')).toHaveLength(1);
  });
});

describe('a log of acts after the page', () => {
  const kept = (name: string, actions: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify({ actions }));
    return path;
  };
  const acknowledge = { type: 'acknowledge' };

  it('is played from the page on, whenever that comes', async () => {
    const log = kept('after.json', [{ afterPageSeconds: 30, action: acknowledge }]);
    const { out } = await called('run', 'latency-spike', '--seed', '1', '--variant', 'traffic', '--log', log, '--json');
    const { actions } = JSON.parse(out) as { actions: { tick: number }[] };
    const none = await called('run', 'latency-spike', '--seed', '1', '--variant', 'traffic', '--policy', 'expert', '--json');
    const page = (JSON.parse(none.out) as { actions: { tick: number }[] }).actions[0]!.tick; // the expert acknowledges at once
    expect(actions.map(({ tick }) => tick)).toEqual([page + 30]);
  });

  it.each([
    ['out of order', [{ afterPageSeconds: 9, action: acknowledge }, { afterPageSeconds: 8, action: acknowledge }], 'actions[1].afterPageSeconds: expected at least 9'], // prettier-ignore
    ['before the page', [{ afterPageSeconds: -1, action: acknowledge }], 'actions[0].afterPageSeconds'],
    ['of both kinds', [{ afterPageSeconds: 1, action: acknowledge }, { tick: 1, action: acknowledge }], 'actions[1]'], // prettier-ignore
    ['without a number', [{ afterPageSeconds: 'soon', action: acknowledge }], 'actions[0].afterPageSeconds'],
  ])('%s is refused, and it says where', async (name, actions, says) => {
    const { code, out, err } = await called('run', 'latency-spike', '--seed', '1', '--log', kept(`${name}.json`, actions));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(says);
  });
});
