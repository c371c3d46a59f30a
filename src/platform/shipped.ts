import type { ShippedFile, ShippedFiles } from '../game/library.ts';

// Vite turns each YAML file into data at build time, one lazy chunk each, so that no YAML parser is in the page.
const drills = import.meta.glob<unknown>('../../scenarios/*.yaml', { import: 'default' });
const systems = import.meta.glob<unknown>('../../scenarios/systems/*.yaml', { import: 'default' });

const PLAYBOOK = 'playbook.yaml';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/scenarios/') + 1);

const loadAll = (files: Readonly<Record<string, () => Promise<unknown>>>, wanted: (path: string) => boolean): Promise<ShippedFile[]> =>
  Promise.all(
    Object.entries(files)
      .filter(([path]) => wanted(path))
      .map(async ([path, load]) => ({ file: nameOf(path), data: await load() })),
  );

/** The scenarios, systems, playbook and baselines that are built into the page. */
export const shippedFiles: ShippedFiles = {
  scenarios: () => loadAll(drills, (path) => !path.endsWith(PLAYBOOK)),
  systems: () => loadAll(systems, () => true),
  playbook: async () => {
    const [file] = await loadAll(drills, (path) => path.endsWith(PLAYBOOK));
    if (file === undefined) throw new Error(`expected scenarios/${PLAYBOOK} to be built in`);
    return file;
  },
  baselines: async () => (await import('../../assets/baselines.json')).default,
};
