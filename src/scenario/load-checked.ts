import { Cursor } from './cursor.ts';
import { contentHash } from './content-hash.ts';
import { pathText, tidyFaults, type FileFault, type Issue } from './fault-list.ts';
import { partNameIssues } from './lint-part-names.ts';
import { scenarioIssues } from './lint-scenario.ts';
import { systemIssues } from './lint-system.ts';
import { buildBrief } from './load-brief.ts';
import { buildSystem, hasDefaults } from './load-system.ts';
import { buildTruth } from './load-truth.ts';
import { dataIssues } from './plain-data.ts';
import { playbookSchema } from './playbook.ts';
import type { Scenario } from './scenario.ts';
import { schemaIssues } from './schema-issues.ts';
import { scenarioSchema } from './schema-scenario.ts';
import { systemSchema } from './schema-system.ts';
import type { System } from './system.ts';
import { seal } from './truth.ts';

/** One file as data, with a way to say where in it something stands. */
export interface DataFile {
  readonly file: string;
  readonly data: unknown;
  readonly place?: (issue: Issue) => FileFault;
}

export type LoadResult = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly faults: readonly FileFault[] };

export interface DataFiles {
  readonly scenario: DataFile;
  readonly systems: readonly DataFile[];
  readonly playbook: DataFile;
}

const MOST_PLACED = 2000; // finding the place of a fault takes time, and nobody reads this many

const placed = (file: DataFile, issues: readonly Issue[]): readonly FileFault[] =>
  issues
    .slice(0, MOST_PLACED)
    .map((issue) => file.place?.(issue) ?? { file: file.file, line: 0, col: 0, path: pathText(issue.path), message: issue.message });

/** What a schema finds, and what else is wrong where it finds nothing: one place is told of once. */
function withSchema(schema: readonly Issue[], others: readonly Issue[]): readonly Issue[] {
  const told = new Set(schema.map(({ path }) => pathText(path)));
  return [...schema, ...others.filter(({ path }) => !told.has(pathText(path)))];
}

interface CheckedPlaybook {
  readonly ids: ReadonlySet<string>;
  readonly faults: readonly FileFault[];
}

/** The ids of a playbook's entries, and what is wrong with it. */
export function checkPlaybook(file: DataFile): CheckedPlaybook {
  const unfit = dataIssues(file.data);
  if (unfit.length > 0) return { ids: new Set(), faults: placed(file, unfit) };
  const ids = new Set<string>();
  const twice = new Cursor(file.data).items().flatMap((entry) => {
    const id = entry.get('id').text();
    if (id === undefined) return [];
    const issue = ids.has(id) ? [entry.get('id').issue(`"${id}" stands twice`)] : [];
    ids.add(id);
    return issue;
  });
  return { ids, faults: placed(file, withSchema(schemaIssues(playbookSchema, file.data), twice)) };
}

// All scenarios cite one playbook of hundreds of entries.
const checkedBooks = new WeakMap<DataFile, CheckedPlaybook>();

function checkedOnce(book: DataFile): CheckedPlaybook {
  const checked = checkedBooks.get(book) ?? checkPlaybook(book);
  checkedBooks.set(book, checked);
  return checked;
}

/** A system from its data, or what is wrong with it. */
export function checkSystem(file: DataFile): { readonly system: System | null; readonly faults: readonly FileFault[] } {
  const unfit = dataIssues(file.data);
  if (unfit.length > 0) return { system: null, faults: placed(file, unfit) };
  const parsed = systemSchema.safeParse(file.data);
  const system = parsed.success && hasDefaults(parsed.data) ? buildSystem(parsed.data) : null;
  const names = system === null ? [] : partNameIssues(new Cursor(system.parts, ['parts']));
  const others = [...systemIssues(new Cursor(file.data)), ...names];
  return { system, faults: placed(file, withSchema(schemaIssues(systemSchema, file.data), others)) };
}

// Of the systems, the one with the id that the scenario names.
function systemOf(
  scenario: DataFile,
  systems: readonly DataFile[],
): { readonly found: DataFile | undefined; readonly issues: readonly Issue[] } {
  const at = new Cursor(scenario.data).get('system');
  const id = at.text();
  const ids = systems.map((system) => new Cursor(system.data).get('id').text());
  const found = id === undefined ? undefined : systems[ids.indexOf(id)];
  if (found !== undefined || id === undefined) return { found, issues: [] };
  const known = ids.filter((name) => name !== undefined);
  return {
    found,
    issues: [
      at.issue(`there is no system "${id}"; expected ${known.length === 0 ? 'a system file with this id' : `one of ${known.join(', ')}`}`),
    ],
  };
}

/**
 * A scenario from data that was parsed already, checked as strictly as text is. All faults of all files at once, as a
 * value; their line and column are 0 unless a file brings its own places.
 */
export function loadChecked(files: DataFiles): LoadResult {
  const { scenario: file } = files;
  const unfit = dataIssues(file.data);
  if (unfit.length > 0) return { ok: false, faults: tidyFaults(placed(file, unfit)) };
  const playbook = checkedOnce(files.playbook);
  const { found, issues } = systemOf(file, files.systems);
  const checked = found === undefined ? { system: null, faults: [] } : checkSystem(found);
  const { system } = checked;
  const parsed = scenarioSchema.safeParse(file.data);
  const others = [...issues, ...(system === null ? [] : scenarioIssues(new Cursor(file.data), system, playbook.ids))];
  const own = withSchema(schemaIssues(scenarioSchema, file.data), others);
  const faults = tidyFaults([...placed(file, own), ...checked.faults, ...playbook.faults]);
  if (!parsed.success || system === null || faults.length > 0) return { ok: false, faults };
  const brief = buildBrief(parsed.data, system);
  const truth = buildTruth(parsed.data);
  return { ok: true, scenario: { brief, system, sealed: seal(truth), contentHash: contentHash({ brief, system, truth }) } };
}
