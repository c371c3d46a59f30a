import { join } from 'node:path';
import { faultLine } from '../scenario/fault-list.ts';
import { checkPlaybook } from '../scenario/load-checked.ts';
import { readYaml } from '../scenario/yaml-file.ts';
import { readText } from './files.ts';
import { ROOT } from './site.mjs';
import { BadInput } from './wrong.ts';

const FILE = 'scenarios/playbook.yaml';
const MOST_BYTES = 1 << 20;

/**
 * Ids of the entries of the playbook, in its order.
 * @throws BadInput when the file is not valid
 */
export function playbookIds(): readonly string[] {
  const read = readYaml({ file: FILE, text: readText(join(ROOT, FILE), MOST_BYTES) });
  const { ids, faults } = read.ok ? checkPlaybook(read.yaml) : { ids: new Set<string>(), faults: read.faults };
  const first = faults[0];
  if (first !== undefined) throw new BadInput(faultLine(first));
  return [...ids];
}
