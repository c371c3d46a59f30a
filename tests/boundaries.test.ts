import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { breaches, cycle, readModule, readSources } from './boundaries/reader.ts';
import { HERMETIC, MAY_IMPORT } from './boundaries/table.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readSources(join(root, 'src'));
const of = (path: string, text: string): string[] => breaches([{ path, text }]);

describe('the import table', () => {
  it('reads modules and imports, so that its silence means something', () => {
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.flatMap((source) => readModule(source).imports).length).toBeGreaterThan(5);
    for (const folder of ['domain', 'kernel']) expect(sources.some(({ path }) => path.startsWith(`${folder}/`))).toBe(true);
  });

  it('is kept by every file of src', () => {
    expect(breaches(sources)).toEqual([]);
  });

  it('has no ring of files that import each other', () => {
    expect(cycle(sources)).toBeNull();
  });

  it('points one way: no two folders may import each other', () => {
    for (const [from, targets] of Object.entries(MAY_IMPORT))
      for (const to of targets) expect(MAY_IMPORT[to] ?? [], `${from} and ${to}`).not.toContain(from);
  });
});

describe('a planted violation fails the import table', () => {
  const planted: readonly (readonly [what: string, path: string, text: string, says: string])[] = [
    ['a value import against the flow', 'sim/world.ts', "import { start } from '../ui/shell.ts';", 'sim may not import ui'],
    ['a type import against the flow', 'sim/world.ts', "import type { Shell } from '../ui/shell.ts';", 'sim may not import ui'],
    ['an inline type import', 'run/run.ts', "type A = import('../judge/score.ts').Score;", 'run may not import judge'],
    ['a re-export against the flow', 'kernel/a.ts', "export { x } from '../sim/x.ts'; const y = 1;", 'kernel may not import sim'],
    ['a lazy import in hermetic code', 'scenario/load.ts', "void import('yaml');", 'loads "yaml" by itself'],
    ['the truth on a screen', 'game/view.ts', "import { openTruth } from '../scenario/truth.ts';", 'opens the truth'],
    [
      'the truth in a policy that is not the expert',
      'policy/runbook.ts',
      "import type { Truth } from '../scenario/truth.ts';",
      'opens the truth',
    ],
    ['the truth in the brief', 'scenario/brief.ts', "import type { Truth } from './truth.ts';", 'opens the truth'],
    [
      'the equations of a part in scenario',
      'scenario/load.ts',
      "import { step } from '../parts/gateway/step.ts';",
      "only a part's parameters",
    ],
    ['a package of another folder', 'ui/shell.tsx', "import { Application } from 'pixi.js';", 'may not use the package'],
    ['a package whose name only begins alike', 'ui/shell.tsx', "import x from 'preact-extra';", 'may not use the package'],
    ['Node in the hermetic half', 'run/run.ts', "import { readFileSync } from 'node:fs';", 'may not use Node'],
    ['Node in the page', 'platform/storage.ts', "import { readFileSync } from 'node:fs';", 'may not use Node'],
    ['a file outside src', 'judge/score.ts', "import p from '../../scenarios/playbook.yaml';", 'reaches outside src'],
    ['an import without its extension', 'sim/world.ts', "import { x } from './fault';", 'without its file extension'],
    ['a barrel file', 'game/all.ts', "export { a } from './a.ts';\nexport * from './b.ts';", 'barrel file'],
    ['a folder nobody agreed on', 'utils/x.ts', 'export const x = 1;', 'no folder "utils"'],
    ['a clock', 'sim/world.ts', 'const now = Date.now();', 'may not use Date'],
    ['chance', 'policy/random.ts', 'const x = Math.random();', 'may not use Math.random'],
    ['a function that engines compute differently', 'parts/a/step.ts', 'const x = Math.exp(1);', 'may not use Math.exp'],
    ['the same by a computed name', 'parts/a/step.ts', "const x = Math['exp'](1);", 'Math without a member'],
    ['the same taken apart', 'parts/a/step.ts', 'const { exp } = Math;', 'Math without a member'],
    ['a power', 'parts/a/step.ts', 'const x = 2 ** 0.5;', 'may not use **'],
    ['a power in place', 'parts/a/step.ts', 'let x = 2; x **= 2;', 'may not use **'],
    ['output', 'judge/score.ts', "console.log('x');", 'may not use console'],
    ['a timer', 'run/run.ts', 'setTimeout(() => 1, 1);', 'may not use setTimeout'],
  ];
  it.each(planted)('%s', (_what, path, text, says) => {
    const found = of(path, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });

  it('a ring of two files', () => {
    const ring = cycle([
      { path: 'sim/a.ts', text: "import type { B } from './b.ts';" },
      { path: 'sim/b.ts', text: "import { a } from './a.ts';" },
    ]);
    expect(ring).toEqual(['sim/a.ts', 'sim/b.ts', 'sim/a.ts']);
  });

  it('but what is allowed passes', () => {
    expect(
      of(
        'judge/score.ts',
        "import { openTruth } from '../scenario/truth.ts'; const x = Math.sqrt(Math.PI); const o = { Date: 1 }; o.Date;",
      ),
    ).toEqual([]);
    expect(
      of(
        'ui/shell.tsx',
        "import { h } from 'preact/hooks'; import './shell.css'; import '@fontsource/overpass/400.css'; console.log(Date.now());",
      ),
    ).toEqual([]);
  });
});

const workbench = mkdtempSync(join(tmpdir(), 'silent-drift-bounds-'));
afterAll(() => rmSync(workbench, { recursive: true, force: true }));

const tool = (cwd: string, bin: string, args: readonly string[]): { code: number | null; out: string } => {
  const maxBuffer = 64 << 20; // bytes: a report names every module with its imports, which is more than the 1 MiB that Node keeps by itself
  const done = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer,
  });
  return { code: done.status, out: done.stdout + done.stderr };
};

const plant = (name: string, files: Readonly<Record<string, string>>): string => {
  const folder = join(workbench, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const config of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json', 'eslint.config.js'])
    copyFileSync(join(root, config), join(folder, config));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
};

const cruise = (cwd: string): { code: number | null; out: string } =>
  tool(cwd, 'dependency-cruiser/bin/dependency-cruise.mjs', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']);

describe('dependency-cruiser', () => {
  it('has the same table', () => {
    const ours = Object.entries(MAY_IMPORT).filter(([folder]) => folder !== 'cli' && folder !== 'main'); // these may import all
    expect(tableOfCruiser()).toEqual(Object.fromEntries(ours));
  });

  it('fails on planted violations, each under its own rule', () => {
    const folder = plant('cruise', {
      'src/sim/value.ts': "import { b } from '../ui/b.ts';\nexport const a = b;",
      'src/ui/b.ts': 'export const b = 1;',
      'src/run/type.ts': "import type { B } from '../judge/b.ts';\nexport type A = B;",
      'src/judge/b.ts': 'export type B = 1;',
      'src/kernel/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();",
      'src/kernel/b.ts': "import { a } from './a.ts';\nexport const b = (): number => a();",
      'src/game/view.ts': "import { t } from '../scenario/truth.ts';\nexport const a = t;",
      'src/scenario/truth.ts': 'export const t = 1;',
      'src/policy/files.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
      'src/story/nowhere.ts': "import { a } from './gone.ts';\nexport const b = a;",
    });
    const { out } = cruise(folder);
    const { summary } = JSON.parse(out) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    expect(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`).sort()).toEqual([
      'hermetic-loads-nothing src/policy/files.ts',
      'no-circular src/kernel/a.ts',
      'no-unresolved src/story/nowhere.ts',
      'run-imports src/run/type.ts',
      'sim-imports src/sim/value.ts',
      'truth-is-sealed src/game/view.ts',
    ]);
    const asLinted = tool(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', ['src', '--config', '.dependency-cruiser.cjs']);
    expect(asLinted.code).not.toBe(0);
  });
});

describe('eslint', () => {
  it('fails on each banned name in a hermetic folder, and on none of them in the page', () => {
    const text = [
      'export const a = Date.now();',
      'export const b = Math.random() + Math.exp(1) + 2 ** 3;',
      "console.log('x');",
      'setTimeout(() => 1, 1);',
    ].join('\n');
    const folder = plant('bans', { 'src/parts/traffic/a.ts': text, 'src/ui/a.ts': text });
    const { out } = tool(folder, 'eslint/bin/eslint.js', ['--format', 'json', 'src']);
    const results = JSON.parse(out) as { filePath: string; messages: { ruleId: string }[] }[];
    expect(results).toHaveLength(2);
    const rules = (path: string): string[] =>
      results
        .filter(({ filePath }) => filePath.replaceAll('\\', '/').endsWith(path))
        .flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
        .sort();
    expect(rules('src/parts/traffic/a.ts')).toEqual([
      'no-restricted-globals',
      'no-restricted-globals',
      'no-restricted-globals',
      'no-restricted-properties',
      'no-restricted-properties',
      'no-restricted-syntax',
    ]);
    expect(rules('src/ui/a.ts')).toEqual([]);
  });
});

function tableOfCruiser(): Record<string, string[]> {
  const read = spawnSync(process.execPath, ['-e', "console.log(JSON.stringify(require('./.dependency-cruiser.cjs').forbidden))"], {
    cwd: root,
    encoding: 'utf8',
  });
  const rules = JSON.parse(read.stdout) as { name: string; to: { pathNot?: string } }[];
  const folders: Record<string, string[]> = {};
  for (const { name, to } of rules) {
    const folder = /^(\w+)-imports$/.exec(name)?.[1];
    if (folder && to.pathNot) folders[folder] = to.pathNot.slice('^src/('.length, -')/'.length).split('|').slice(1);
  }
  expect(Object.keys(folders)).toEqual(expect.arrayContaining([...HERMETIC]));
  return folders;
}
