import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { called, printed } from './called.ts';

const folder = mkdtempSync(join(tmpdir(), 'silent-drift-bad-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const json = (name: string, value: unknown): string => file(name, JSON.stringify(value));
const folderPath = join(folder, 'folder.json');
mkdirSync(folderPath);

const binary = file('binary.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe]));
const huge = file('huge.json', ' '.repeat(20 << 20));
const empty = file('empty.json', '');
const deep = file('deep.json', '['.repeat(200_000));
const missing = join(folder, 'nowhere.json');

const run = (...rest: string[]): string[] => ['run', 'latency-spike', ...rest];
const withLog = (path: string): string[] => run('--seed', '1', '--log', path);
const logOf = (name: string, ...actions: unknown[]): string[] => withLog(json(name, { actions }));

type Row = readonly [what: string, argv: readonly string[], code: 1 | 2, says: string];

const commandLine: readonly Row[] = [
  ['no command', [], 2, 'a command is missing'],
  ['a command that is not there', ['launch'], 2, 'no command "launch"'],
  ['a command in capitals, with all there are', ['LIST'], 2, 'prove, sweep, coverage, story, bench'],
  ['a name of every object', ['constructor'], 2, 'no command "constructor"'],
  ['an unknown option', ['list', '--jsn'], 2, "Unknown option '--jsn'"],
  ['an operand too many', ['list', 'x'], 2, 'one operand too many: "x"'],
  ['an option twice', run('--seed', '1', '--seed', '2', '--policy', 'none'), 2, '--seed is given twice'],
  ['an option without its value', run('--policy', 'none', '--seed'), 2, '--seed takes a value, and none is given'],
  ['no scenario', ['run', '--seed', '1', '--policy', 'none'], 2, 'ID is missing'],
  ['no seed', run('--policy', 'none'), 2, '--seed is missing'],
  ['an empty seed', run('--seed', '', '--policy', 'none'), 2, '--seed takes 1 to 64'],
  ['a seed with a space', run('--seed', 'a b', '--policy', 'none'), 2, '--seed takes 1 to 64'],
  ['a seed too long', run('--seed', 'x'.repeat(65), '--policy', 'none'), 2, '--seed takes 1 to 64'],
  ['a seed of other letters', run('--seed', '日本', '--policy', 'none'), 2, '--seed takes 1 to 64'],
  ['neither policy nor log', run('--seed', '1'), 2, 'one of --policy and --log'],
  ['both policy and log', run('--seed', '1', '--policy', 'none', '--log', missing), 2, 'one of --policy and --log'],
  ['an unknown policy', run('--seed', '1', '--policy', 'toString'), 2, '--policy takes none'],
  ['an unknown variant', run('--seed', '1', '--policy', 'none', '--variant', 'nope'), 2, '--variant takes'],
  ['a tick that is no number', ['metrics', 'latency-spike', '--seed', '1', '--at', 'soon'], 2, '--at takes a whole number from 0 to'],
  ['a tick before the start', ['metrics', 'latency-spike', '--seed', '1', '--at=-1'], 2, '--at takes a whole number from 0 to'],
  ['a tick that is no whole number', ['metrics', 'latency-spike', '--seed', '1', '--at', '1.5'], 2, '--at takes a whole number from 0 to'],
  ['a tick after the end', ['metrics', 'latency-spike', '--seed', '1', '--at', '999999'], 2, '--at takes a whole number from 0 to'],
  ['no tick', ['metrics', 'latency-spike', '--seed', '1'], 2, '--at is missing'],
  ['no file to validate', ['validate'], 2, 'FILE is missing'],
  ['a story of another kind', ['story', 'poem', 'x'], 2, 'story tells a postmortem, got "poem"'],
  ['a story of nothing', ['story', 'postmortem'], 2, 'LINK-OR-FILE is missing'],
];

const scenarios: readonly Row[] = [
  ['an unknown scenario', ['run', 'nope', '--seed', '1', '--policy', 'none'], 1, 'no scenario "nope"'],
  ['a scenario file that is not there', ['run', `${missing}.yaml`, '--seed', '1', '--policy', 'none'], 1, 'there is no such file'],
  ['a scenario that is a folder', ['run', folder, '--seed', '1', '--policy', 'none'], 1, 'it is a folder'],
  ['a scenario to prove that is a folder', ['prove', folder], 1, 'it is a folder'],
  ['a scenario that is binary', ['run', binary, '--seed', '1', '--policy', 'none'], 1, 'not a text file'],
  ['a scenario that is huge', ['run', huge, '--seed', '1', '--policy', 'none'], 1, 'too large'],
  ['a scenario that is empty', ['run', empty, '--seed', '1', '--policy', 'none'], 1, 'empty.json'],
  ['a scenario of text only', ['run', file('text.yaml', 'hello'), '--seed', '1', '--policy', 'none'], 1, 'text.yaml:1:1'],
  ['a file to validate that is not there', ['validate', missing], 1, 'there is no such file'],
  ['a folder to validate', ['validate', folderPath], 1, 'it is a folder'],
  ['a binary to validate', ['validate', binary], 1, 'not a text file'],
  ['a huge file to validate', ['validate', huge], 1, 'too large'],
  ['a scenario to calibrate that is not there', ['calibrate', missing], 1, 'there is no such file'],
];

const logs: readonly Row[] = [
  ['a log that is not there', withLog(missing), 1, 'there is no such file'],
  ['a log that is a folder', withLog(folderPath), 1, 'it is a folder'],
  ['a log that is binary', withLog(binary), 1, 'not a text file'],
  ['a log that is huge', withLog(huge), 1, 'too large'],
  ...(existsSync('/dev/zero') ? [['a log without end', withLog('/dev/zero'), 1, 'too large'] as Row] : []),
  ['a log that is empty', withLog(empty), 1, 'is not JSON'],
  ['a log nested without end', withLog(deep), 1, 'is not JSON'],
  ['a log that is a list', withLog(json('list.json', [])), 1, 'expected a map of fields, got a list'],
  ['a log with a field too many', withLog(json('more.json', { actions: [], more: 1 })), 1, '"more"'],
  ['an action of no kind', logOf('kind.json', { tick: 1, action: { type: 'explode' } }), 1, 'actions[0].action.type'],
  ['an action without its fields', logOf('fields.json', { tick: 1, action: { type: 'scale' } }), 1, 'actions[0].action.replicas'],
  ['an action with a field too many', logOf('extra.json', { tick: 1, action: { type: 'rollback', x: 1 } }), 1, '"x"'],
  ['an action out of range', logOf('range.json', { tick: 1, action: { type: 'scale', replicas: 1e9 } }), 1, 'actions[0].action.replicas'],
  ['a tick that is text', logOf('text.json', { tick: '1', action: { type: 'rollback' } }), 1, 'actions[0].tick'],
  ['a tick below 0', logOf('below.json', { tick: -1, action: { type: 'rollback' } }), 1, 'actions[0].tick'],
  ['a tick between ticks', logOf('between.json', { tick: 1.5, action: { type: 'rollback' } }), 1, 'actions[0].tick'],
  ['a tick after the end', logOf('after.json', { tick: 4999, action: { type: 'rollback' } }), 1, 'actions[0].tick: expected at most'],
  [
    'ticks out of order',
    logOf('order.json', { tick: 9, action: { type: 'acknowledge' } }, { tick: 8, action: { type: 'acknowledge' } }),
    1,
    'actions[1].tick: expected at least 9',
  ],
  [
    'more actions than anyone takes',
    withLog(json('many.json', { actions: Array(2001).fill({ tick: 1, action: { type: 'acknowledge' } }) })),
    1,
    'actions',
  ],
];

const outputs: readonly Row[] = [
  ['a record written onto a folder', run('--seed', '1', '--policy', 'none', '--record', folder), 1, 'cannot be written: it is a folder'],
  ...(existsSync('/dev/full')
    ? [
        [
          'a record written where nothing fits',
          run('--seed', '1', '--policy', 'none', '--record', '/dev/full'),
          1,
          'there is no room left',
        ] as Row,
      ]
    : []),
];

const links: readonly Row[] = [
  ['a link of rubbish', ['replay', 'rubbish'], 1, '"rubbish" is no link'],
  ['a link of nothing', ['replay', ''], 1, 'is no link'],
  ['a link of other letters', ['replay', 'A€日本'], 1, 'is no link'],
  ['a link without end', ['replay', 'AQ'.repeat(100_000)], 1, 'is no link'],
  ['an address without a link', ['replay', 'http://localhost:5173/#/replay/'], 1, 'is no address of a run: expected one with #/replay/'],
  ['an address of a drill', ['loss', 'http://localhost:5173/#/play/latency-spike?seed=1'], 1, 'is no address of a run'],
  ['an address of rubbish', ['replay', 'http://localhost:5173/#/replay/rubbish'], 1, '"rubbish" is no link'],
  ['a scenario in place of a run', ['best', 'nowhere.yaml', '--at', '5'], 1, '"nowhere.yaml" cannot be read: there is no such file'],
  [
    'a record of no seed that can be played',
    ['replay', json('seed.json', { format: 1, engine: '0', scenario: 'x', contentHash: '0'.repeat(16), seed: 'a\nVerified' })],
    1,
    'seed: expected 1 to 64 letters',
  ],
  ['a record that is not there', ['replay', missing], 1, 'there is no such file'],
  ['a record that is binary', ['replay', binary], 1, 'not a text file'],
  ['a record that is huge', ['replay', huge], 1, 'too large'],
  ['a record that is none', ['replay', json('none.json', { format: 1 })], 1, 'is not a record of a run'],
  ['a record of another format', ['replay', json('format.json', { format: 9 })], 1, 'is not a record of a run'],
  ['a postmortem of rubbish', ['story', 'postmortem', 'rubbish'], 1, '"rubbish" is no link'],
];

const oracles: readonly Row[] = [
  ['an oracle that is not there', ['oracle', missing], 1, 'there is no such file'],
  ['an oracle that is binary', ['oracle', binary], 1, 'not a text file'],
  ['an oracle that is no JSON', ['oracle', file('o.json', '{')], 1, 'is not JSON'],
  ['an oracle of nothing known', ['oracle', json('unknown.json', { about: { id: 'nope' }, cases: [{}] })], 1, 'nope'],
  ['an oracle without a head', ['oracle', json('head.json', { cases: [] })], 1, 'about'],
  ['an oracle that is null', ['oracle', json('null.json', null)], 1, ''],
];

describe('bad input gets one clear sentence and the right exit code', () => {
  it.each([...commandLine, ...scenarios, ...logs, ...outputs, ...links, ...oracles])('%s', async (_what, argv, code, says) => {
    const began = performance.now();
    const got = await called(...argv);
    expect(got.err).toContain(says);
    expect(got.code).toBe(code);
    expect(got.out).toBe('');
    expect(got.err.trim().split('\n')).toHaveLength(1);
    expect(got.err.length).toBeLessThan(1200);
    expect(got.err).not.toMatch(/this should not happen|\bat .+:\d+:\d+|Error:|undefined|\[object/);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('a link with any one letter changed or cut is refused, or found not to repeat, never played as another run in silence', async () => {
    const { link } = (await printed(...run('--seed', '3', '--policy', 'runbook', '--json', '--link'))) as { link: string };
    for (let at = 0; at < link.length; at += Math.ceil(link.length / 40)) {
      const other = link[at] === 'A' ? 'B' : 'A';
      for (const text of [link.slice(0, at) + other + link.slice(at + 1), link.slice(0, at)]) {
        const { code, err } = await called('replay', text, '--json');
        expect(code, text).toBe(1);
        expect(err).not.toContain('this should not happen');
      }
    }
  }, 120_000);
});
