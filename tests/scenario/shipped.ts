import { readdirSync, readFileSync } from 'node:fs';
import { faultLine } from '../../src/scenario/fault-list.ts';
import type { LoadResult } from '../../src/scenario/load-checked.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { TextFile } from '../../src/scenario/yaml-file.ts';

const root = new URL('../../', import.meta.url);

/** A file of the project, under the name that faults are reported with. */
export const shippedFile = (file: string): TextFile => ({ file, text: readFileSync(new URL(file, root), 'utf8') });

/** A scenario and a system that no tuning of the shipped ones changes. */
export const SPIKE = shippedFile('tests/scenario/files/spike.yaml');
export const FRAUD_API = shippedFile('tests/scenario/files/fraud-api.yaml');
export const PLAYBOOK = shippedFile('scenarios/playbook.yaml');

/** The result of loading the copy of the latency spike with some of its files replaced. */
export const load = (files: { scenario?: string; system?: string; playbook?: string } = {}): LoadResult =>
  loadScenario({
    scenario: { file: 'x.yaml', text: files.scenario ?? SPIKE.text },
    systems: [{ file: 'systems/fraud-api.yaml', text: files.system ?? FRAUD_API.text }],
    playbook: { file: 'playbook.yaml', text: files.playbook ?? PLAYBOOK.text },
  });

export const faultLines = (result: LoadResult): readonly string[] => (result.ok ? [] : result.faults.map(faultLine));

const loaded = (result: LoadResult): Scenario => {
  if (result.ok) return result.scenario;
  throw new Error(faultLines(result).join('\n'));
};

/** The copy, loaded. */
export const spike = (): Scenario => loaded(load());

/** A scenario of any text, on the shipped systems. */
export const onShippedSystems = (scenario: TextFile): Scenario =>
  loaded(
    loadScenario({
      scenario,
      systems: readdirSync(new URL('scenarios/systems/', root))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => shippedFile(`scenarios/systems/${name}`)),
      playbook: PLAYBOOK,
    }),
  );

const scenarios = new Map<string, Scenario>();

/** A shipped scenario, loaded as it is, once. */
export function shipped(id: string): Scenario {
  const scenario = scenarios.get(id) ?? onShippedSystems(shippedFile(`scenarios/${id}.yaml`));
  scenarios.set(id, scenario);
  return scenario;
}

/** A text with one passage replaced, which must stand in it exactly once. */
export function edited(text: string, passage: string, by: string): string {
  const parts = text.split(passage);
  if (parts.length !== 2) throw new Error(`expected "${passage}" once in the text, found it ${parts.length - 1} times`);
  return parts.join(by);
}

/** "line:col" of a passage of a text, both from 1. */
export function placeOf(text: string, passage: string): string {
  const offset = text.indexOf(passage);
  if (offset < 0) throw new Error(`expected "${passage}" in the text`);
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
