import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { doubledName } from '../../src/cli/doubled-name.ts';
import { called } from './called.ts';
import { scratch } from './scratch.ts';

const { file } = scratch('authors');
const shippedText = (path: string): string => readFileSync(new URL(`../../scenarios/${path}`, import.meta.url), 'utf8');
const scenario = shippedText('latency-spike.yaml');
const system = shippedText('systems/fraud-api.yaml');

describe('a copy of a shipped scenario', () => {
  const OTHER = '"latency-spike" is the id of a shipped drill with another content';
  const kept = file('copies/mine.yaml', scenario.replace('difficulty: 2', 'difficulty: 3'));

  it('that keeps its id is told so, and is valid all the same', async () => {
    const { code, out, err } = await called('validate', kept);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(`${kept} id: warning: ${OTHER}`);
    expect((await called('run', kept, '--seed', '1', '--policy', 'none')).err).toContain(OTHER);
  });

  it('is told nothing where it has an id of its own, or is the same', async () => {
    const own = file('copies/own.yaml', scenario.replace('id: latency-spike', 'id: my-spike'));
    const same = file('copies/same.yaml', scenario);
    expect(await called('validate', own, same)).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('a scenario of more lines than anyone holds in mind', () => {
  const own = scenario.replace('id: latency-spike', 'id: my-spike').trimEnd();
  const longAs = (lines: number): string => `${own}${'\n# said at length'.repeat(lines - own.split('\n').length)}\n`;

  it('is told its length, and is valid all the same', async () => {
    const long = file('long.yaml', longAs(274));
    expect(await called('validate', long)).toEqual({
      code: 0,
      out: '',
      err: `${long}:251:1 (file): warning: 274 lines, and a scenario is meant to have at most 250\n`,
    });
    expect(await called('validate', file('full.yaml', longAs(250)))).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('a wrong action in a scenario', () => {
  it('is told once, with those that may have been meant', async () => {
    const wrong = file('wrong.yaml', scenario.replace('[{type: rebalance-partition}]', '[{type: rebalence-partition}]'));
    const { code, out } = await called('validate', wrong);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^\S+ variants\.feature-store\.fix\[0\]\.any\[0\]\.type: there is no type "rebalence-partition"; did you mean "rebalance-partition"\?\n$/,
    );
  });
});

describe('a system of an author’s own', () => {
  const drill = scenario.replace('id: latency-spike', 'id: my-spike');

  it('is found by its id, whatever its file is called, before the shipped one', async () => {
    file('named/systems/mine.yml', system.replace('title: Card-fraud API', 'title: Another API\nsay: x'));
    const { code, out } = await called('validate', file('named/drill.yaml', drill));
    expect(code).toBe(1);
    expect(out).toMatch(/systems\/mine\.yml:7:1 say: unknown field "say"; did you mean "says"\?/);
  });

  it('is told when another beside it has the same id', async () => {
    file('twice/systems/a.yaml', system);
    file('twice/systems/b.yaml', system);
    const { code, err } = await called('validate', file('twice/drill.yaml', drill));
    expect(code).toBe(1);
    expect(err).toMatch(/systems\/b\.yaml id: "fraud-api" is the id of ".+a\.yaml" already/);
  });

  it('is named with its fault where it cannot be read, and no other is the one', async () => {
    file('broken/systems/mine.yaml', 'format: 1\nid: [my-api\n');
    const { out } = await called('validate', file('broken/drill.yaml', drill.replace('system: fraud-api', 'system: my-api')));
    expect(out).toContain('there is no system "my-api"; expected one of ');
    expect(out).toMatch(/systems\/mine\.yaml:\d+:\d+ \(file\): /);
  });

  it('is checked as a system wherever it lies, and played by nobody', async () => {
    const alone = file('my-api.yaml', system.replace('  rollback: [15, 40]', '  rollback: [40, 15]'));
    expect((await called('validate', alone)).out).toBe(
      `${alone}:${lineOf(readFileSync(alone, 'utf8'), 'rollback: [40')}:13 delays.rollback: expected [shortest, longest] in seconds\n`,
    );
    const { code, err } = await called('run', alone, '--seed', '1', '--policy', 'none');
    expect([code, err]).toEqual([1, expect.stringContaining('is a system; expected a scenario that runs on it')]);
  });
});

const lineOf = (text: string, passage: string): number => text.slice(0, text.indexOf(passage)).split('\n').length;

describe('a name that stands twice in one map of a JSON file', () => {
  it('is refused in a scenario, with where it stands', async () => {
    const twice = file('twice.json', '{\n "format": 1,\n "id": "a",\n "id": "b"\n}\n');
    expect((await called('validate', twice)).out).toBe(`${twice}:4:2 (file): "id" stands twice in the same map\n`);
  });

  it('is refused in a log of actions', async () => {
    const log = file('log.json', '{"actions": [{"tick": 1, "tick": 2, "action": {"type": "acknowledge"}}]}');
    const { code, err } = await called('run', 'latency-spike', '--seed', '1', '--log', log);
    expect([code, err]).toEqual([1, `${log}:1:26 (file): "tick" stands twice in the same map\n`]);
  });

  it('is found however it is written, and not where two maps have it or a text holds it', () => {
    expect(doubledName('{"a": 1,\n  "\\u0061": 2}')).toEqual({ name: 'a', line: 2, col: 3 });
    expect(doubledName('[{"a": {"a": 1}}, {"a": ["a", "a"], "b": "{\\"a\\": 1}"}, -1.5e3, null]')).toBeNull();
    expect(doubledName('{"constructor": 1, "b": {}, "constructor": 2}')?.name).toBe('constructor');
  });
});
