import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readYaml, type TextFile } from '../scenario/yaml-file.ts';
import { readText } from './files.ts';
import { ROOT } from './site.mjs';
import { BadInput, quoted } from './wrong.ts';

const SHIPPED = join(ROOT, 'scenarios', 'systems');
const MOST_BYTES = 1 << 20;

/** A file's text, under the name that faults are reported with. */
export const textFile = (path: string, file: string): TextFile => ({ file, text: readText(path, MOST_BYTES) });

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> => typeof data === 'object' && data !== null;

/** What stands as the id of a file's data; undefined where the file cannot be read as YAML, or has none. */
function idIn(file: TextFile): string | undefined {
  const read = readYaml(file);
  const id = read.ok && isObject(read.yaml.data) ? read.yaml.data['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

function systemsBeside(folder: string): TextFile[] {
  const own = resolve(folder, 'systems');
  let names: string[] = [];
  try {
    names = own === resolve(SHIPPED) ? [] : readdirSync(own).filter((name) => /\.(ya?ml|json)$/.test(name) && name !== 'schema.json');
  } catch {
    // a scenario outside the project may bring systems of its own, or none
  }
  return names.sort().map((name) => textFile(join(own, name), join(folder, 'systems', name)));
}

const shippedSystem = (name: string): TextFile => textFile(join(SHIPPED, name), `scenarios/systems/${name}`);

/** Ids of the systems that the project ships. */
export const shippedSystemIds = (): readonly string[] =>
  readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();

/**
 * The systems that a scenario file may name: those in a folder `systems` beside it, then the shipped ones whose id none of them has.
 * @throws BadInput when two of its own have the same id, or one cannot be read
 */
export function systemsFor(scenarioPath: string): readonly TextFile[] {
  const own = systemsBeside(dirname(scenarioPath));
  const taken = new Map<string, string>();
  for (const file of own) {
    const id = idIn(file) ?? basename(file.file).replace(/\.[a-z]+$/, '');
    const other = taken.get(id);
    if (other !== undefined) throw new BadInput(`${file.file} id: ${quoted(id)} is the id of ${quoted(other)} already`);
    taken.set(id, file.file);
  }
  return [...own, ...shippedSystemIds().flatMap((id) => (taken.has(id) ? [] : [shippedSystem(`${id}.yaml`)]))];
}

/** Whether a file is a system: by its folder, or by what stands in it. */
export function isSystemFile(path: string): boolean {
  if (basename(dirname(resolve(path))) === 'systems') return true;
  const read = readYaml(textFile(path, path));
  if (!read.ok || !isObject(read.yaml.data)) return false;
  const { data } = read.yaml;
  return 'stations' in data && 'parts' in data && !('variants' in data);
}
