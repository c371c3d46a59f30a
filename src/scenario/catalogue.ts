import { loadChecked, type DataFile, type LoadResult } from './load-checked.ts';
import type { Scenario } from './scenario.ts';
import { faultLine } from './fault-list.ts';

/** Scenarios that came as data, such as those built into the page; each is checked when it is first asked for. */
export interface Catalogue {
  readonly ids: readonly string[];
  load(id: string): LoadResult;
  /** @throws when there is no such scenario, or it has faults */
  scenario(id: string): Scenario;
}

export interface CatalogueFiles {
  readonly scenarios: readonly DataFile[];
  readonly systems: readonly DataFile[];
  readonly playbook: DataFile;
}

const idOf = ({ file, data }: DataFile): string => {
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  return typeof id === 'string' ? id : file;
};

/** A catalogue over files given as data. */
export function openCatalogue({ scenarios, systems, playbook }: CatalogueFiles): Catalogue {
  const files = new Map(scenarios.map((file) => [idOf(file), file] as const));
  const loaded = new Map<string, LoadResult>();
  const load = (id: string): LoadResult => {
    const known = loaded.get(id);
    if (known !== undefined) return known;
    const scenario = files.get(id);
    const missing = {
      file: id,
      line: 0,
      col: 0,
      path: '(file)',
      message: `there is no scenario "${id}"; expected one of ${[...files.keys()].join(', ')}`,
    };
    const result: LoadResult = scenario === undefined ? { ok: false, faults: [missing] } : loadChecked({ scenario, systems, playbook });
    if (scenario !== undefined) loaded.set(id, result);
    return result;
  };
  return {
    ids: [...files.keys()],
    load,
    scenario(id) {
      const result = load(id);
      if (result.ok) return result.scenario;
      throw new Error(result.faults.map(faultLine).join('\n'));
    },
  };
}
