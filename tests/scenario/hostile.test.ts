import { describe, expect, it } from 'vitest';
import { faultLine } from '../../src/scenario/fault-list.ts';
import { loadChecked } from '../../src/scenario/load-checked.ts';
import { dataIssues, utf8Bytes } from '../../src/scenario/plain-data.ts';
import { readYaml } from '../../src/scenario/yaml-file.ts';
import { faultLines, load, SPIKE } from './shipped.ts';

const first = (text: string): string | undefined => faultLines(load({ scenario: text }))[0];
const firstOfYaml = (text: string): string | undefined => {
  const result = readYaml({ file: 'x.yaml', text });
  return result.ok ? undefined : result.faults.map(faultLine)[0];
};

describe('a file that is no scenario', () => {
  const cases: readonly [says: string, text: string, fault: string][] = [
    ['is empty', '', 'x.yaml:1:1 (file): expected a file with content, got an empty one'],
    ['holds comments only', '# nothing\n', 'x.yaml:1:1 (file): expected a file with content, got an empty one'],
    ['is one word', 'hello', 'x.yaml:1:1 (file): expected a map of fields, got the text "hello"'],
    ['is a list', '- 1\n- 2\n', 'x.yaml:1:1 (file): expected a map of fields, got a list'],
    ['is a number', '42', 'x.yaml:1:1 (file): expected a map of fields, got 42'],
    ['holds an open quote', 'id: "x\n', 'x.yaml:2:1 (file): Missing closing "quote; the rest can only be read once this is mended'],
    [
      'holds a second document',
      'id: x\n---\nid: y\n',
      'x.yaml:2:1 (file): expected one document in the file, got a second one after "---"',
    ],
    ['says something twice', 'id: x\nclock:\n  start: 1\n  start: 2\n', 'x.yaml:4:3 (file): "start" stands twice in the same map'],
    ['uses an alias', 'a: &a [1]\nb: *a\n', 'x.yaml:2:4 (file): write the value out: an alias (*a) is not allowed'],
    ['uses an unknown tag', 'a: !Job {}\n', 'x.yaml:1:4 (file): unknown tag: !Job'],
    [
      'runs a constructor of another language',
      'a: !!python/object/apply:os.system [ls]\n',
      'x.yaml:1:4 (file): unknown tag: tag:yaml.org,2002:python/object/apply:os.system',
    ],
    ['hides bytes behind a tag', 'a: !!binary aGVsbG8=\n', 'x.yaml:1:13 (file): write the value without its tag: tag:yaml.org,2002:binary'],
    ['has a map as a name', '? {a: 1}\n: b\n', 'x.yaml:1:3 (file): expected a plain name before the colon'],
    ['reaches for a prototype', '__proto__: {x: 1}\n', 'x.yaml:1:1 __proto__: the name "__proto__" is not allowed here'],
    [
      'reaches for a constructor deep inside',
      'a:\n  b: [{constructor: 1}]\n',
      'x.yaml:2:8 a.b[0].constructor: the name "constructor" is not allowed here',
    ],
    [
      'merges',
      'clock: {<<: {start: "01:00"}}\n',
      'x.yaml:1:9 clock.<<: unknown field "<<"; expected one of start, tickSeconds, ticks, pageTick, onset',
    ],
  ];
  for (const [says, text, fault] of cases) {
    it(`is refused in one sentence when it ${says}`, () => {
      expect(faultLines(load({ scenario: text }))).toContain(fault);
    });
  }

  it('is refused when it is larger than 256 KiB, before it is read', () => {
    expect(first(`${SPIKE.text}# ${'ä'.repeat(130 * 1024)}`)).toMatch(
      /^x\.yaml:1:1 \(file\): expected a file of at most 256 KiB, got \d+ KiB$/,
    );
  });
});

describe('a file that means harm', () => {
  const bomb = Array.from(
    { length: 9 },
    (_, i) => `l${i}: &l${i} [${Array.from({ length: 9 }, () => (i === 0 ? 'lol' : `*l${i - 1}`)).join(', ')}]`,
  );
  const cases: readonly [says: string, text: string, fault: RegExp][] = [
    ['an alias bomb', bomb.join('\n'), /^x\.yaml:\d+:\d+ \(file\): write the value out: an alias/],
    ['brackets without end', '['.repeat(200_000), /at most 24 levels of nesting$/],
    ['braces without end', '{a: '.repeat(60_000), /at most 24 levels of nesting$/],
    ['dashes without end', '- '.repeat(100_000), /at most 24 levels of nesting$/],
    ['questions without end', '? '.repeat(100_000), /at most 24 levels of nesting$/],
    ['colons without end', 'a: '.repeat(80_000), /at most 24 levels of nesting$/],
    ['ever deeper lines', Array.from({ length: 700 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /at most 24 levels of nesting$/],
    [
      'names without end',
      Array.from({ length: 30_000 }, (_, i) => `k${i}:`).join('\n'),
      /^x\.yaml:1:1 \(file\): expected at most 2000 entries in one list or map, got 30000$/,
    ],
    ['items without end', `a: [${'1,'.repeat(100_000)}]`, /a: expected at most 2000 entries in one list or map, got 100000$/],
    [
      'anchors without end',
      '&a '.repeat(80_000),
      /^x\.yaml:1:\d+ \(file\): A node can have at most one anchor; the rest can only be read once this is mended$/,
    ],
    ['nulls', '\0'.repeat(1000), /^x\.yaml:1:1 \(file\): expected a map of fields/],
    ['one endless text', `title: "${'x'.repeat(200_000)}"`, /title: expected a text of at most 4000 characters, got 200000$/],
  ];
  for (const [says, text, fault] of cases) {
    it(`is refused in one sentence and soon: ${says}`, { timeout: 20_000 }, () => {
      expect(first(text)).toMatch(fault);
    });
  }

  it('cannot reach a prototype', () => {
    load({ scenario: '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n' });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('is told of on one line a fault, whatever it holds', () => {
    const text = SPIKE.text
      .replace(/^title: .*$/m, 'title: 7\n"a\\nx.yaml:1:1 b: no fault\\e[2J": 1')
      .replace('difficulty: 2', 'difficulty: "2\\r\\n3"');
    const lines = faultLines(load({ scenario: text }));
    expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'title: expected a text, got 7',
      expect.stringMatching(/^a·x\.yaml:1:1 b: no fault·\[2J: unknown field "a·x\.yaml:1:1 b: no fault·\[2J"/),
      'difficulty: expected 1 to 5, got the text "2·3"',
    ]);
  });

  it('never shows more of an alias name than fits a line', () => {
    expect(firstOfYaml('*'.repeat(100_000))?.length).toBeLessThan(200);
  });
});

describe('data given as data', () => {
  const refused = (data: unknown): readonly string[] => {
    const result = loadChecked({ scenario: { file: 'page', data }, systems: [], playbook: { file: 'playbook', data: [] } });
    return result.ok ? [] : result.faults.map(faultLine);
  };

  it('is refused when it is no plain data, without a line number', () => {
    expect(refused({ id: () => 1, when: new Date(0), big: 3n, gap: undefined, none: NaN, sign: Symbol('x') })).toEqual([
      'page sign: expected plain data, got symbol',
      'page none: expected a finite number, got NaN',
      'page gap: expected a value, got none',
      'page big: expected plain data, got bigint',
      'page when: expected plain data, got an object of a class',
      'page id: expected plain data, got function',
    ]);
  });

  it('is refused when it contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['loop'] = loop;
    expect(refused(loop)[0]).toMatch(/^page loop\.loop.*: expected at most 24 levels of nesting$/);
  });

  it('is refused when it carries a prototype of its own', () => {
    expect(refused(JSON.parse('{"__proto__": {"x": 1}}'))).toContain('page __proto__: the name "__proto__" is not allowed here');
    expect(refused(Object.create({ id: 'latency-spike' }))).toEqual(['page (file): expected plain data, got an object of a class']);
  });

  it('is not read on beyond sixty thousand values', () => {
    const wide = Array.from({ length: 100 }, () => Array.from({ length: 1000 }, () => 0));
    expect(dataIssues(wide).map((issue) => issue.message)).toEqual(['expected at most 60000 values in a file']);
  });
});

it('counts bytes as UTF-8 does', () => {
  for (const text of ['', 'abc', 'ä€', '😀 grin', '\u{10ffff}\ud800x'])
    expect(utf8Bytes(text)).toBe(text.includes('\ud800') ? 7 : Buffer.byteLength(text));
});
