import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { haveBrowser } from './browser.mjs';
import { NODE_FLAGS } from './program.mjs';
import { build, ROOT, SHELL_BUDGET, shellSize } from './site.mjs';

const CACHE = join(ROOT, '.cache');

const PROOF_SEEDS = '6'; // with three, a prevention that helps in one night of seven may not be met at all

const passed = (note = '') => ({ passed: 1, failed: 0, note });
const failed = (note) => ({ passed: 0, failed: 1, note });

/** A tool that runs beside others. @returns its exit status and what it printed */
const beside = (bin, args, flags = []) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, join(ROOT, 'node_modules', bin), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
  });

const tool = (bin, args) => async () => {
  const done = await beside(bin, args);
  return done.status === 0 ? passed() : failed(`${done.stdout}${done.stderr}`.trim());
};

const modulesOfSources = () => readdirSync(join(ROOT, 'src'), { recursive: true }).filter((path) => /(?<!\.d)\.tsx?$/.test(path)).length;

/** dependency-cruiser says "no violations" also when it read nothing, so its count is checked too. */
const imports = async () => {
  const done = await beside('dependency-cruiser/bin/dependency-cruise.mjs', [
    'src',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ]);
  if (done.status !== 0) return failed(done.stderr.trim());
  const { totalCruised, violations } = JSON.parse(done.stdout).summary;
  if (!(totalCruised >= modulesOfSources())) return failed(`dependency-cruiser read ${totalCruised} modules of ${modulesOfSources()}`);
  if (violations.length > 0) return failed(violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`).join('\n'));
  return passed(`${totalCruised} modules`);
};

const tests = async (project, env) => {
  const report = join(CACHE, `${project}.json`);
  mkdirSync(CACHE, { recursive: true });
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const status = await new Promise((resolve, reject) => {
    const nodeOptions = [process.env.NODE_OPTIONS, ...NODE_FLAGS].filter(Boolean).join(' '); // two tests at a time on two processors
    const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_OPTIONS: nodeOptions, ...env } };
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', 'vitest/vitest.mjs'), ...args], options);
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (!existsSync(report)) return failed(`the ${project} tests did not run`);
  const { numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
  if (numTotalTests === 0) return failed(`there are no ${project} tests`);
  const broken = status === 0 ? 0 : Math.max(1, numFailedTestSuites > 0 && numFailedTests === 0 ? numFailedTestSuites : 0);
  return { passed: numPassedTests, failed: Math.max(numFailedTests, broken), note: `${numTotalTests} tests` };
};

/** One of those drills whose full proof was kept, in turn by the date; PROVE=all proves them all. */
const honest = async () => {
  const { scenarios } = JSON.parse(readFileSync(join(ROOT, 'assets', 'best-lists.json'), 'utf8'));
  const kept = Object.keys(scenarios).sort();
  const day = Math.floor(Date.now() / 86_400_000);
  const proved = process.env.PROVE === 'all' ? kept : [kept[day % kept.length]];
  const done = await beside('../src/cli/launch.mjs', ['prove', ...proved, '--quick', '--seeds', PROOF_SEEDS], NODE_FLAGS);
  return done.status === 0 ? passed(proved.join(', ')) : failed(`${done.stdout}${done.stderr}`.trim());
};

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

const site = () => {
  build();
  const { bytes, parts } = shellSize();
  const size = `page shell ${kilobytes(bytes)} gzip of ${kilobytes(SHELL_BUDGET)}`;
  const map = parts.find(({ file }) => /pixi|scene/.test(file));
  if (map) return failed(`the page shell loads the map at once: ${map.file}`);
  if (bytes <= SHELL_BUDGET) return passed(size);
  return failed([size, ...parts.map((part) => `  ${kilobytes(part.bytes)} ${part.file}`)].join('\n'));
};

const inBrowser = () => tests('browser', { CHROME_PATH: haveBrowser(console.log) });

/** Checks that only read the sources: they run side by side. */
const OF_SOURCES = [
  ['types', tool('typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit'])],
  ['types of the hermetic half', tool('typescript/bin/tsc', ['-p', 'src/tsconfig.json', '--noEmit'])],
  ['lint', tool('eslint/bin/eslint.js', ['.'])],
  ['format', tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])],
  ['imports', imports],
];

/** Every check of the project, in the stages in which `npm test` runs them; those of a stage run side by side, as many as there are processors. */
export const STAGES = [
  OF_SOURCES,
  [['unit and property tests', () => tests('unit', {})]],
  ...(existsSync(join(ROOT, 'src', 'cli', 'commands', 'prove.ts')) ? [[['prove --quick', honest]]] : []),
  [['build and size', site]],
  [['browser tests', inBrowser]],
];
