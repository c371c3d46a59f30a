import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { closure, oracleUses, readAll } from './production-use.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sourcesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [relative(root, path).split('\\').join('/'), readFileSync(path, 'utf8')] as const;
      }),
  );

const sources = new Map(
  ['cli', 'domain', 'kernel', 'parts', 'run', 'scenario', 'sim'].flatMap((folder) => [...sourcesIn(`src/${folder}`)]),
);
const ROOTS = ['src/run/run.ts', 'src/sim/tick.ts', 'src/sim/world.ts'].filter((path) => sources.has(path));

/**
 * Functions that no part runs, but whose set-up is played through the step of the part: the test that does so, and that step.
 * They state what the step must come to, so the step cannot call them.
 */
const PLAYED: Readonly<Record<string, { readonly test: string; readonly step: string }>> = {
  'src/parts/alerts/burn.ts budgetSpent': { test: 'burn-rate.test.ts', step: 'src/parts/alerts/step.ts' },
  'src/parts/alerts/burn.ts errorRatioAt': { test: 'burn-rate.test.ts', step: 'src/parts/alerts/step.ts' },
  'src/parts/alerts/burn.ts secondsToFire': { test: 'burn-rate.test.ts', step: 'src/parts/alerts/step.ts' },
  'src/parts/alerts/burn.ts secondsToReset': { test: 'burn-rate.test.ts', step: 'src/parts/alerts/step.ts' },
  'src/parts/model-server/queueing.ts fluidBacklog': { test: 'overload.test.ts', step: 'src/sim/serving/path.ts' },
  'src/parts/model-server/queueing.ts responseQuantile': { test: 'steady-state.test.ts', step: 'src/sim/serving/path.ts' },
  'src/parts/model-server/queueing.ts waitQuantile': { test: 'steady-state.test.ts', step: 'src/sim/serving/path.ts' },
};

describe('what an oracle computes is what the world runs', () => {
  const uses = oracleUses(sources, ROOTS);

  it('sees the functions that oracles call', () => {
    expect(ROOTS.length).toBeGreaterThan(0);
    expect(uses.length).toBeGreaterThan(15);
    expect(uses.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'src/parts/model-server/queueing.ts queueOf',
        'src/parts/alerts/quantile.ts histogramQuantile',
        'src/sim/serving/path.ts stepServing',
      ]),
    );
  });

  it('holds for each of them: the world runs it, or its set-up is played through the part’s own step', () => {
    expect(uses.filter(({ name, inWorld }) => !inWorld && !(name in PLAYED)).map(({ name }) => name)).toEqual([]);
  });

  it('is excused for no function that the world runs, or that no oracle calls', () => {
    const excused = new Set(uses.filter(({ inWorld }) => !inWorld).map(({ name }) => name));
    expect(Object.keys(PLAYED).filter((name) => !excused.has(name))).toEqual([]);
  });

  it.each(Object.entries(PLAYED))('plays the set-up of %s', (name, { test, step }) => {
    const path = `tests/oracles/${test}`;
    expect(existsSync(join(root, path))).toBe(true);
    const modules = readAll(new Map([...sources, [path, readFileSync(join(root, path), 'utf8')]]));
    const played = modules.get(path);
    const [file = '', called = ''] = name.split(' ');
    expect(played?.imports.some((one) => one.from === file && one.name === called && played.used.has(one.local))).toBe(true);
    expect([...closure(modules, [path])]).toContain(step);
    expect([...closure(readAll(sources), ROOTS)]).toContain(step);
  });
});

describe('a function that only an oracle uses', () => {
  const planted = (world: string): boolean | undefined => {
    const files = new Map([
      [
        'cli/oracle-x.ts',
        "import { f } from '../parts/x/formula.ts'; import type { T } from '../parts/x/formula.ts'; export const y = (t: T) => f(t);",
      ],
      ['parts/x/formula.ts', 'export type T = number; export const f = (t: T): T => t; export function g(t: T): T { return f(t); }'],
      ['parts/x/step.ts', world],
      ['sim/tick.ts', "import { step } from '../parts/x/step.ts'; export const tick = () => step(1);"],
    ]);
    return oracleUses(files, ['sim/tick.ts'])[0]?.inWorld;
  };

  it('is found', () => {
    expect(planted('export const step = (t: number) => t;')).toBe(false);
  });

  it('is found where it is imported and not used, as a type, or under a name of the same letters', () => {
    expect(planted("import { f } from './formula.ts'; export const step = (t: number) => t;")).toBe(false);
    expect(planted("import type { T } from './formula.ts'; export const step = (t: T) => t;")).toBe(false);
    expect(planted('const f = (t: number) => t; export const step = (t: number) => f(t);')).toBe(false);
  });

  it('is found where its only user is loaded by nothing', () => {
    const files = new Map([
      ['cli/oracle-x.ts', "import { f } from '../parts/x/formula.ts'; f();"],
      ['parts/x/formula.ts', 'export const f = () => 1;'],
      ['parts/x/orphan.ts', "import { f } from './formula.ts'; export const step = () => f();"],
      ['sim/tick.ts', 'export const tick = () => 1;'],
    ]);
    expect(oracleUses(files, ['sim/tick.ts'])[0]?.inWorld).toBe(false);
  });

  it('is no longer one when the step uses it, also through another function of its file', () => {
    expect(planted("import { f } from './formula.ts'; export const step = (t: number) => f(t);")).toBe(true);
    expect(planted("import { f as h } from './formula.ts'; export const step = (t: number) => h(t);")).toBe(true);
    expect(planted("import { g } from './formula.ts'; export const step = (t: number) => g(t);")).toBe(true);
  });
});
