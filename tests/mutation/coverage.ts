import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chosen, TestRecord } from './messages.ts';
import type { Mutant } from './mutants.ts';
import type { Worker } from './worker.ts';

/** Folders of tests that are asked whether they notice a mutant. */
const TESTS = ['tests/kernel', 'tests/run', 'tests/judge'];
/** All that decides what those tests do. */
const READ = ['src/domain', 'src/kernel', 'src/parts', 'src/scenario', 'src/sim', 'src/run', 'src/policy', 'src/judge', 'scenarios'].concat(
  [...TESTS, 'tests/support', 'tests/scenario', 'tests/golden'],
);
const KEPT = '.cache/mutation-coverage.json';

const below = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replace(/^\//, ''))
    .sort();

const isTest = (file: string): boolean => file.endsWith('.test.ts');

function hashOf(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Which functions each test enters, and what it takes: measured once for a state of the sources and of the test's file. */
export async function measureCoverage(root: string, worker: Worker, tell: (text: string) => void): Promise<readonly TestRecord[]> {
  const sources = hashOf(root, READ.flatMap((folder) => below(root, folder)).filter((file) => !isTest(file))); // prettier-ignore
  const kept = join(root, KEPT);
  const before = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<string, TestRecord>) : {};
  const now: Record<string, TestRecord> = {};
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (const path of TESTS.flatMap((folder) => below(root, folder)).filter(isTest)) {
    const state = `${sources} ${hashOf(root, [path])}`;
    const known = before[state];
    const record = known ?? (await worker.measure(path));
    now[state] = record;
    if (known !== undefined) continue;
    tell(`${path}: ${record.tests.length} tests, ${seconds(costOf(record, record.tests))}`);
    writeFileSync(kept, JSON.stringify({ ...before, ...now })); // at once: a run that is given up need not be measured again
  }
  writeFileSync(kept, JSON.stringify(now));
  return Object.values(now);
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const costOf = ({ loadMs }: TestRecord, tests: TestRecord['tests']): number => tests.reduce((sum, { ms }) => sum + ms, loadMs);

/**
 * The tests that enter a mutant's function: of its own folder first, then those that take least, as far as the budget goes.
 * What ran while a test file was loaded may decide any test of it.
 */
export function testsFor(mutant: Mutant, records: readonly TestRecord[], budgetMs: number): readonly Chosen[] {
  const name = mutant.within === null ? mutant.file : `${mutant.file}#${mutant.within}`;
  const folder = mutant.file.split('/')[1]!;
  const entering = records
    .map((record) => {
      const all = record.loaded.includes(name);
      const tests = record.tests.filter(({ hits }) => all || hits.includes(name));
      return { record, tests, cost: costOf(record, tests), away: record.path.startsWith(`tests/${folder}/`) ? 0 : 1 };
    })
    .filter(({ tests }) => tests.length > 0)
    .sort((a, b) => a.away - b.away || a.cost - b.cost);
  let left = budgetMs;
  return entering.flatMap(({ record, tests }): Chosen[] => {
    const taken: string[] = [];
    let ms = record.loadMs;
    for (const test of tests.toSorted((a, b) => a.ms - b.ms)) {
      if (ms + test.ms > left) break;
      ms += test.ms;
      taken.push(test.id);
    }
    if (taken.length === 0) return [];
    left -= ms;
    return [{ path: record.path, ids: taken.length === record.tests.length ? null : taken, ms }];
  });
}
