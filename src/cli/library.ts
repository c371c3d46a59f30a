import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemWorldIssues } from '../prove/system-issues.ts';
import { worldIssues } from '../prove/world-issues.ts';
import { faultLine, tidyFaults, type FileFault, type Issue } from '../scenario/fault-list.ts';
import { checkPlaybook, checkSystem } from '../scenario/load-checked.ts';
import { readYaml, type YamlFile } from '../scenario/yaml-file.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { System } from '../scenario/system.ts';
import { openTruth } from '../scenario/truth.ts';
import { isFile, isThere } from './files.ts';
import { ROOT } from './site.mjs';
import { isSystemFile, shippedSystemIds, systemsFor, textFile } from './system-files.ts';
import { anyOf, BadInput, quoted, WrongUsage } from './wrong.ts';

const FOLDER = join(ROOT, 'scenarios');

export type Loaded = ReturnType<typeof loadScenario>;

/** Names of the scenarios that the project ships, as `list` shows them. */
export const shippedIds = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml') && name !== 'playbook.yaml')
    .sort()
    .map((name) => basename(name, '.yaml'));

/**
 * A scenario file with the shipped systems and playbook, and systems in a folder `systems` beside it.
 * @param path of the file; faults name it as it is given here
 * @throws BadInput when a file cannot be read; what is wrong inside is in the result
 */
export function loadFile(path: string): Loaded {
  return loadScenario({
    scenario: textFile(path, path),
    systems: systemsFor(path),
    playbook: textFile(join(FOLDER, 'playbook.yaml'), 'scenarios/playbook.yaml'),
  });
}

/** A scenario file, well formed and such that a world can be made of it. @throws BadInput as loadFile */
function loadPlayable(path: string): Loaded {
  const loaded = loadFile(path);
  const faults = loaded.ok ? placedIn(path, worldIssues(loaded.scenario)) : [];
  return faults.length > 0 ? { ok: false, faults } : loaded;
}

/** Issues of a file that can be read, with their places. */
export function placedIn(path: string, issues: readonly Issue[]): readonly FileFault[] {
  const read = issues.length > 0 ? readYaml(textFile(path, path)) : null;
  return read?.ok ? tidyFaults(issues.map(read.yaml.place)) : [];
}

const faultsOfYaml = (path: string, faultsOf: (file: YamlFile) => readonly FileFault[]): readonly FileFault[] => {
  const read = readYaml(textFile(path, path));
  return tidyFaults(read.ok ? faultsOf(read.yaml) : read.faults);
};

function faultsOfSystem(file: YamlFile): readonly FileFault[] {
  const { system, faults } = checkSystem(file);
  return system === null || faults.length > 0 ? faults : systemWorldIssues(system).map(file.place);
}

const isPlaybook = (path: string): boolean => basename(path) === 'playbook.yaml';

/** Whether a file is a scenario, and neither a system nor the playbook. */
export const isScenarioFile = (path: string): boolean => !isPlaybook(path) && !isSystemFile(path);

/**
 * Everything that is wrong with a file: a system by its folder or by what stands in it, the playbook by its name, else a scenario.
 * @throws BadInput when it cannot be read
 */
export function faultsIn(path: string): readonly FileFault[] {
  if (isSystemFile(path)) return faultsOfYaml(path, faultsOfSystem);
  if (isPlaybook(path)) return faultsOfYaml(path, (file) => checkPlaybook(file).faults);
  const loaded = loadPlayable(path);
  return loaded.ok ? [] : loaded.faults;
}

function firstOf(path: string, faults: readonly FileFault[]): string {
  const [first, ...rest] = faults;
  const more = rest.length > 0 ? ` (and ${rest.length} more; "validate ${path}" prints all)` : '';
  return `${first ? faultLine(first) : `${quoted(path)} is not valid`}${more}`;
}

const checked = (path: string, loaded: Loaded): Scenario => {
  if (loaded.ok) return loaded.scenario;
  throw new BadInput(firstOf(path, loaded.faults));
};

/**
 * The scenario of an id or of a file.
 * @throws BadInput when there is none, or it is not valid
 */
export function scenarioOf(idOrFile: string): Scenario {
  const ids = shippedIds();
  if (ids.includes(idOrFile)) return checked(`scenarios/${idOrFile}.yaml`, loadFile(join(FOLDER, `${idOrFile}.yaml`)));
  if (isThere(idOrFile) || /[\\/]|\.(ya?ml|json)$/.test(idOrFile)) {
    if (isSystemFile(idOrFile)) throw new BadInput(`${quoted(idOrFile)} is a system; expected a scenario that runs on it`);
    return checked(idOrFile, loadPlayable(idOrFile));
  }
  throw new BadInput(`there is no scenario ${quoted(idOrFile)}; there is ${anyOf(ids)}, or name a file`);
}

/**
 * The system of an id or of a file; null where it is neither of a system.
 * @throws BadInput when the file cannot be read, or is not valid
 */
export function systemOf(idOrFile: string): System | null {
  const path = shippedSystemIds().includes(idOrFile) ? join(FOLDER, 'systems', `${idOrFile}.yaml`) : idOrFile;
  if (!isFile(path) || !isSystemFile(path)) return null;
  const read = readYaml(textFile(path, path));
  const faults = read.ok ? tidyFaults(faultsOfSystem(read.yaml)) : read.faults;
  const system = read.ok && faults.length === 0 ? checkSystem(read.yaml).system : null;
  if (system !== null) return system;
  throw new BadInput(firstOf(path, faults));
}

/** All scenarios that the project ships. */
export const shipped = (): Scenario[] => shippedIds().map(scenarioOf);

/** Ids of a scenario's variants. */
export const variantIds = (scenario: Scenario): string[] => openTruth(scenario.sealed).variants.map(({ id }) => id);

/** A variant that a scenario has, or undefined for the one that the seed picks. */
export function variantOf(scenario: Scenario, text: string | undefined): string | undefined {
  if (text === undefined || variantIds(scenario).includes(text)) return text;
  throw new WrongUsage(`--variant takes ${anyOf(variantIds(scenario))} in ${quoted(scenario.brief.id)}, got ${quoted(text)}`);
}
