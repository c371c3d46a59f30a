import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { testsFor } from './coverage.ts';
import { apply, drawMutants, linesOf, mutantsOf, type Mutant } from './mutants.ts';
import { probed } from './probe.ts';
import { exclusionOf, passes, reportText, tallyOf, type Exclusion, type Result } from './report.ts';
import { Worker } from './worker.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURE = 'tests/mutation/fixture/limit.ts';
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const text = read(FIXTURE);
const all = mutantsOf({ file: FIXTURE, text });
const parses = (code: string): boolean => ts.transpileModule(code, { reportDiagnostics: true }).diagnostics!.length === 0;

describe('mutants', () => {
  it('differ from their source, parse, and are each another', () => {
    expect(all.length).toBeGreaterThan(15);
    for (const mutant of all) {
      expect(text.slice(mutant.start, mutant.end)).toBe(mutant.original);
      expect(apply(text, mutant)).not.toBe(text);
      expect(parses(apply(text, mutant)), `${mutant.original} → ${mutant.text}`).toBe(true);
    }
    expect(new Set(all.map((mutant) => apply(text, mutant))).size).toBe(all.length);
  });

  it('leave types and texts for people as they are', () => {
    const quiet =
      "import type { A } from './a.ts';\ntype B = 'x' | 1;\nexport const b = (a: A): B => { throw new Error('expected an a'); };\n";
    expect(mutantsOf({ file: 'b.ts', text: quiet }).map(({ rule }) => rule)).toEqual(['statement']);
  });

  it.each([
    ['a < b', ['a <= b', 'a >= b']],
    ['a ?? b', ['(a)', '(b)']],
    ['!a', ['(a)']],
    ['a ? b : c', ['true ? b : c', 'false ? b : c']],
    ['a?.b', ['a.b']],
    ['a?.[b]', ['a[b]']],
    ['a.some(b)', ['a.every(b)']],
    ['a.filter(b)', ['a']],
    ['Math.min(a, b)', ['Math.max(a, b)']],
    ['0', ['1']],
    ['0.5', ['1']],
    ["'x'", ["''"]],
    ['[a]', ['[]']],
    ['a += b', ['a -= b']],
    ['a.push(b)', ['']],
  ])('of %s include %j', (code, expected) => {
    const source = { file: 'a.ts', text: `${code};` };
    const whole = mutantsOf(source).map((mutant) => apply(source.text, mutant));
    for (const one of expected) expect(whole).toContain(`${one};`);
  });

  it('are drawn by the seed, from each file in proportion', () => {
    const two = [...all, ...all.map((mutant) => ({ ...mutant, file: 'other.ts' }))];
    const place = (mutants: readonly Mutant[]): string[] => mutants.map(({ file, start, text: into }) => `${file} ${start} ${into}`);
    expect(place(drawMutants(two, 8, 'a'))).toEqual(place(drawMutants(two, 8, 'a')));
    expect(place(drawMutants(two, 8, 'a'))).not.toEqual(place(drawMutants(two, 8, 'b')));
    expect(drawMutants(two, 8, 'a').filter(({ file }) => file === FIXTURE)).toHaveLength(4);
    expect(new Set(place(drawMutants(two, 1e6, 'a'))).size).toBe(two.length);
    expect(drawMutants(two, 9, 'a')).toHaveLength(9);
  });
});

describe('the list of what is excluded', () => {
  const list = JSON.parse(read('tests/mutation/excluded.json')) as Exclusion[];

  it('names mutants that there are, each with a reason', () => {
    const mutants = new Map([...new Set(list.map(({ file }) => file))].map((file) => [file, mutantsOf({ file, text: read(file) }).map((one) => linesOf(read(file), one))])); // prettier-ignore
    for (const { file, from, to, reason } of list) {
      expect(
        mutants.get(file)!.some((one) => one.from === from && one.to === to),
        `${file}: ${to}`,
      ).toBe(true);
      expect(reason).toMatch(/^\S.{10,}\.$/);
    }
  });

  it('knows a mutant by its lines, wherever they stand', () => {
    const mutant = all[0]!;
    const lines = linesOf(text, mutant);
    expect(exclusionOf(mutant, text, [{ file: FIXTURE, ...lines, reason: 'x' }])?.reason).toBe('x');
    const moved = `\n\n${text}`;
    expect(exclusionOf(mutantsOf({ file: FIXTURE, text: moved })[0]!, moved, [{ file: FIXTURE, ...lines, reason: 'x' }])?.reason).toBe('x');
    expect(exclusionOf(all.at(-1)!, text, [{ file: FIXTURE, ...lines, reason: 'x' }])).toBeUndefined();
  });
});

describe('the report', () => {
  const results = (killed: number, survived: number, excluded: number): Result[] =>
    [...Array(killed).fill('killed'), ...Array(survived).fill('survived'), ...Array(excluded).fill('excluded')].map(
      (outcome: Result['outcome']) => ({ mutant: { ...all[0]!, file: 'src/run/a.ts' }, from: 'from', to: 'to', outcome, note: 'note' }),
    );

  it('passes at four fifths killed and a twentieth excluded, and not below', () => {
    const verdict = (...counts: [number, number, number]): boolean => passes(tallyOf(results(...counts)));
    expect([verdict(80, 20, 0), verdict(79, 21, 0), verdict(76, 19, 5), verdict(75, 19, 6), verdict(0, 0, 0)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('shows each survivor with its place, and the shares', () => {
    const said = reportText(results(8, 2, 1), 'drawn by seed s', 5);
    expect(said).toContain(`src/run/a.ts:${all[0]!.line}:${all[0]!.column}  ${all[0]!.original} → ${all[0]!.text}`);
    expect(said).toContain('Mutants drawn by seed s: 11, in 5 s');
    expect(said).toContain('run     8 of 10 killed, 80.0 %; 1 excluded');
  });
});

describe('tests that are asked', () => {
  const mutant = (within: number | null): Mutant => ({ ...all[0]!, file: 'src/run/a.ts', within });
  const record = (path: string, loaded: string[], ...tests: [id: string, ms: number, hits: string[]][]) => ({
    path,
    loadMs: 10,
    loaded,
    tests: tests.map(([id, ms, hits]) => ({ id, ms, hits })),
  });
  const records = [
    record('tests/judge/x.test.ts', ['src/run/a.ts'], ['x1', 5, ['src/run/a.ts#7']], ['x2', 1, []]),
    record('tests/run/a.test.ts', ['src/run/a.ts', 'src/run/a.ts#9'], ['a1', 50, ['src/run/a.ts#7']], ['a2', 70, []]),
  ];

  it('are those that enter the function, of its own folder first, as far as the budget goes', () => {
    const ids = (within: number | null, budget = 1000): unknown[] =>
      testsFor(mutant(within), records, budget).map((one) => [one.path, one.ids]);
    expect(ids(7)).toEqual([['tests/run/a.test.ts', ['a1']], ['tests/judge/x.test.ts', ['x1']]]); // prettier-ignore
    expect(ids(9)).toEqual([['tests/run/a.test.ts', null]]); // it ran while the file was loaded
    expect(ids(null)).toEqual([['tests/run/a.test.ts', null], ['tests/judge/x.test.ts', null]]); // prettier-ignore
    expect(ids(7, 59)).toEqual([['tests/judge/x.test.ts', ['x1']]]);
    expect(ids(8)).toEqual([]);
  });
});

describe('a worker', () => {
  const worker = new Worker(root);
  afterAll(() => worker.end());
  const killer = async (original: string, into: string, path: string, index = 0): Promise<string | null> => {
    const mutant = all.filter((one) => one.original === original && one.text === into)[index]!;
    return (await worker.attempt({ kind: 'attempt', mutant, chosen: [{ path: `tests/mutation/fixture/${path}`, ids: null, ms: 0 }] }))
      .killer;
  };

  it('finds that a strong test kills what a weak one lets live, and touches no file', async () => {
    expect(await killer('<', '<=', 'strong.check.ts')).toContain('tests/mutation/fixture/strong.check.ts, is below the limit');
    expect(await killer('<', '<=', 'weak.check.ts')).toBeNull();
    expect(await killer('<', '>=', 'weak.check.ts')).toContain('weak.check.ts');
    expect(read(FIXTURE)).toBe(text);
  }, 120_000);

  it('notes which functions a test enters', async () => {
    const probe = probed({ file: FIXTURE, text }, (start) => start ?? -1);
    expect([parses(probe), probe.split('\n').length]).toEqual([true, text.split('\n').length]);
  });
});
