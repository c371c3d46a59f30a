import type { Catalogue } from '../scenario/catalogue.ts';
import { openCatalogue } from '../scenario/catalogue.ts';
import type { Playbook } from '../scenario/playbook.ts';
import { playbookOf, playbookSchema } from '../scenario/playbook.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { baselineTableSchema, type BaselineTable } from './baseline-table.ts';
import { drillCardOf, easierFirst } from './drill-card.ts';
import type { DrillCard } from './engine.ts';

export interface ShippedFile {
  readonly file: string; // "scenarios/latency-spike.yaml"
  readonly data: unknown;
}

/** Where a platform keeps what is shipped; each is fetched when it is first asked for. */
export interface ShippedFiles {
  scenarios(): Promise<readonly ShippedFile[]>;
  systems(): Promise<readonly ShippedFile[]>;
  playbook(): Promise<ShippedFile>;
  baselines(): Promise<unknown>; // assets/baselines.json
}

export interface Library {
  ids(): Promise<readonly string[]>;
  scenario(id: string): Promise<Scenario | undefined>;
  playbook(): Promise<Playbook>;
  baselines(): Promise<BaselineTable | null>; // null where the table cannot be had: nothing waits for it
  cards(): Promise<readonly DrillCard[]>;
}

/** The shipped scenarios, checked when they are first used. */
export function openLibrary(files: ShippedFiles): Library {
  let opened: Promise<Catalogue> | null = null;
  let book: Promise<Playbook> | null = null;
  let baselines: Promise<BaselineTable | null> | null = null;
  const catalogue = (): Promise<Catalogue> => {
    opened ??= Promise.all([files.scenarios(), files.systems(), files.playbook()]).then(([scenarios, systems, playbook]) =>
      openCatalogue({ scenarios, systems, playbook }),
    );
    return opened;
  };
  const scenario = async (id: string): Promise<Scenario | undefined> => {
    const shelf = await catalogue();
    return shelf.ids.includes(id) ? shelf.scenario(id) : undefined;
  };
  return {
    ids: async () => (await catalogue()).ids,
    scenario,
    playbook: () => {
      book ??= files.playbook().then(({ data }) => playbookOf(playbookSchema.parse(data)));
      return book;
    },
    baselines: () => {
      baselines ??= files.baselines().then(
        (data) => baselineTableSchema.safeParse(data).data ?? null,
        () => null,
      );
      return baselines;
    },
    cards: async () => {
      const found = await Promise.all((await catalogue()).ids.map(scenario));
      return found.flatMap((each) => (each === undefined ? [] : [drillCardOf(each.brief)])).sort(easierFirst);
    },
  };
}
