import { tidyFaults, type FileFault } from './fault-list.ts';
import { loadChecked, type DataFile, type LoadResult } from './load-checked.ts';
import { readYaml, type TextFile, type YamlResult } from './yaml-file.ts';

export interface TextFiles {
  readonly scenario: TextFile;
  readonly systems: readonly TextFile[];
  readonly playbook: TextFile;
}

const idOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, 'id') ? (data as { id: unknown }).id : undefined;

// All scenarios cite the same playbook, which takes longest to read, so the last one read is kept.
let lastBook: { readonly of: TextFile; readonly result: YamlResult } | null = null;

function readBook(file: TextFile): YamlResult {
  if (lastBook === null || lastBook.of.text !== file.text || lastBook.of.file !== file.file)
    lastBook = { of: file, result: readYaml(file) };
  return lastBook.result;
}

/**
 * A scenario from the text of its YAML file, the systems it may run on and the playbook it cites. Never throws: all
 * faults come back at once, in the order of the files, each with its line and column.
 */
export function loadScenario({ scenario, systems, playbook }: TextFiles): LoadResult {
  const read = readYaml(scenario);
  const book = readBook(playbook);
  if (!read.ok) return { ok: false, faults: tidyFaults([...read.faults, ...(book.ok ? [] : book.faults)]) };
  const wanted =
    typeof read.yaml.data === 'object' && read.yaml.data !== null ? (read.yaml.data as { system?: unknown }).system : undefined;
  // A system file is named after its id, so that one comes first and the others are read only if it is not the one.
  const byName = (system: TextFile): number =>
    typeof wanted === 'string' && /([^\\/]*)\.[a-z]+$/.exec(system.file)?.[1] === wanted ? 0 : 1;
  const parsed: DataFile[] = [];
  const broken: FileFault[] = [];
  const unread: FileFault[] = []; // of those that have another name, and may be the one
  for (const file of [...systems].sort((a, b) => byName(a) - byName(b))) {
    const result = readYaml(file);
    if (result.ok) parsed.push(result.yaml);
    else (byName(file) === 0 ? broken : unread).push(...result.faults);
    if (result.ok && idOf(result.yaml.data) === wanted) break;
  }
  if (!book.ok || broken.length > 0) return { ok: false, faults: tidyFaults([...broken, ...(book.ok ? [] : book.faults)]) };
  const result = loadChecked({ scenario: read.yaml, systems: parsed, playbook: book.yaml });
  const found = parsed.some(({ data }) => idOf(data) === wanted);
  return result.ok || found ? result : { ok: false, faults: tidyFaults([...result.faults, ...unread]) };
}
