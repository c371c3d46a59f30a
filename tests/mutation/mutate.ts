import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureCoverage, testsFor } from './coverage.ts';
import { drawMutants, linesOf, mutantsOf, type Mutant } from './mutants.ts';
import { exclusionOf, passes, placeOf, reportText, tallyOf, type Exclusion, type Result } from './report.ts';
import { Worker } from './worker.ts';

// npm run mutate: writes small faults into judge, run and kernel, one at a time and in memory alone, and asks the tests whether they notice.

const FOLDERS = ['judge', 'run', 'kernel'];
const USAGE = `usage: npm run mutate -- [--seed S] [--mutants N] [--folder ${FOLDERS.join('|')}] [--file PATH] [--at FILE:LINE]... [--budget SECONDS] [--workers N] [--json]`;
const root = fileURLToPath(new URL('../..', import.meta.url));
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

function wrong(text: string): never {
  tell(`${text}\n${USAGE}`);
  process.exit(2);
}

function optionsOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: text,
        mutants: text,
        folder: text,
        file: text,
        budget: text,
        workers: text,
        at: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    });
    const whole = (name: 'mutants' | 'budget' | 'workers', or: number): number => {
      const value = Number(values[name] ?? or);
      return Number.isInteger(value) && value > 0 ? value : wrong(`--${name}: expected a whole number above 0, got "${values[name]}"`);
    };
    if (values.folder !== undefined && !FOLDERS.includes(values.folder))
      wrong(`--folder: expected one of ${FOLDERS.join(', ')}, got "${values.folder}"`);
    return {
      seed: values.seed ?? '1',
      mutants: whole('mutants', 300),
      budgetMs: 1000 * whole('budget', 30), // of tests that are asked about one mutant
      workers: whole('workers', 1),
      folders: values.folder === undefined ? FOLDERS : [values.folder],
      file: values.file ?? null,
      at: values.at ?? null, // lines, of which all mutants are tried: to see whether a new test kills a survivor
      json: values.json ?? false,
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

const lineOf = ({ file, line }: Mutant): string => `${file}:${line}`;

const options = optionsOf(process.argv.slice(2));
const sources = new Map(
  options.folders
    .flatMap((folder) =>
      readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' }).map((name) => `src/${folder}/${name}`),
    )
    .filter((file) => file.endsWith('.ts') && (options.file === null || file === options.file))
    .sort()
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);
if (sources.size === 0) wrong(`--file: no source "${options.file}" in ${options.folders.join(', ')}`);
const exclusions = JSON.parse(readFileSync(new URL('./excluded.json', import.meta.url), 'utf8')) as Exclusion[];
const all = [...sources].flatMap(([file, text]) => mutantsOf({ file, text }));
const { at } = options;
const unknown = at?.find((place) => !all.some((mutant) => lineOf(mutant) === place));
if (unknown !== undefined) wrong(`--at: no mutant in line "${unknown}"; expected one such as ${lineOf(all[0]!)}`);
const drawn = at === null ? drawMutants(all, options.mutants, options.seed) : all.filter((mutant) => at.includes(lineOf(mutant)));
const from = at === null ? `drawn by seed ${options.seed}` : `of ${at.join(', ')}`;
tell(`mutants ${from}: ${drawn.length} of ${all.length} in ${sources.size} files`);

const began = performance.now();
const workers = Array.from({ length: options.workers }, () => new Worker(root));
const records = await measureCoverage(root, workers[0]!, tell);

async function judged(mutant: Mutant, worker: Worker): Promise<Result> {
  const source = sources.get(mutant.file)!;
  const result = { mutant, ...linesOf(source, mutant) };
  const excluded = exclusionOf(mutant, source, exclusions);
  if (excluded !== undefined) return { ...result, outcome: 'excluded', note: excluded.reason };
  const chosen = testsFor(mutant, records, options.budgetMs);
  if (chosen.length === 0) return { ...result, outcome: 'survived', note: 'no test enters it' };
  const { killer } = await worker.attempt({ kind: 'attempt', mutant, chosen });
  if (killer !== null) return { ...result, outcome: 'killed', note: killer };
  return { ...result, outcome: 'survived', note: `passed: ${chosen.map(({ path }) => path).join(', ')}` };
}

const results = new Map<Mutant, Result>();
const left = [...drawn];
await Promise.all(
  workers.map(async (worker) => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const start = performance.now();
      const result = await judged(mutant, worker);
      results.set(mutant, result);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      tell(`${results.size}/${drawn.length} ${result.outcome} in ${seconds} s: ${placeOf(mutant)} ${mutant.original} → ${mutant.text}`);
    }
    await worker.end();
  }),
);
const inOrder = drawn.map((mutant) => results.get(mutant)!);
const seconds = (performance.now() - began) / 1000;
if (options.json) console.log(JSON.stringify({ seed: options.seed, seconds, ...tallyOf(inOrder), results: inOrder }));
else console.log(reportText(inOrder, from, seconds));
process.exitCode = passes(tallyOf(inOrder)) ? 0 : 1;
