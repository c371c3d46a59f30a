import type { RunRecord } from '../run/record.ts';
import type { Tick } from '../domain/time.ts';
import type { Storage } from './ports.ts';

/** An unfinished run: its log is all that is needed to stand at the same tick again. */
export interface Save {
  readonly title: string;
  readonly record: RunRecord;
  readonly tick: Tick;
}

/** A finished run that this browser keeps. */
export interface KeptRun {
  readonly scenario: string;
  readonly seed: string;
  readonly title: string;
  readonly day: string; // "2026-03-12"
  readonly payload: string;
  readonly score?: number; // response score 0..100, once it was judged
}

const SAVE = 'save';
const RUNS = 'runs';
const MOST_RUNS = 50;

const bestKey = (scenario: string): string => `best/${scenario}`;
const draftKey = (scenario: string, seed: string): string => `draft/${scenario}/${seed}`;

const sameNight = (one: KeptRun, other: KeptRun): boolean => one.scenario === other.scenario && one.seed === other.seed;

const isSave = (kept: unknown): kept is Save => {
  if (typeof kept !== 'object' || kept === null) return false;
  const { record, tick, title } = kept as Partial<Save>;
  return (
    typeof tick === 'number' &&
    typeof title === 'string' &&
    typeof record === 'object' &&
    record !== null &&
    Array.isArray(record.log) &&
    typeof record.seed === 'string'
  );
};

const isKept = (kept: unknown): kept is KeptRun =>
  typeof kept === 'object' &&
  kept !== null &&
  ['scenario', 'seed', 'title', 'day', 'payload'].every((key) => typeof (kept as Record<string, unknown>)[key] === 'string') &&
  ['undefined', 'number'].includes(typeof (kept as Record<string, unknown>)['score']);

export interface Saves {
  unfinished(): Promise<Save | null>;
  save(save: Save): Promise<boolean>;
  drop(): Promise<void>;
  draft(scenario: string, seed: string): Promise<unknown>;
  keepDraft(scenario: string, seed: string, draft: unknown): Promise<boolean>;
  runs(): Promise<readonly KeptRun[]>;
  keepRun(run: KeptRun): Promise<boolean>;
  /** Notes the score of a run where it stands in the list. */
  keepScore(scenario: string, seed: string, score: number): Promise<void>;
  /** Forgets a run with its notes; the best score of its drill stays. */
  dropRun(run: KeptRun): Promise<void>;
  /** Forgets every run, their notes and all best scores; settings and an unfinished shift stay. */
  dropAllRuns(): Promise<void>;
  /** Highest response score of this browser's own runs, by scenario; scenarios without one are left out. */
  bests(scenarios: readonly string[]): Promise<Readonly<Record<string, number>>>;
  keepBest(scenario: string, score: number): Promise<void>;
}

/** What is kept of runs, whatever the storage holds: anything unreadable counts as nothing. */
export function createSaves(storage: Storage): Saves {
  const runs = async (): Promise<readonly KeptRun[]> => {
    const kept = await storage.read(RUNS);
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  };
  return {
    unfinished: async () => {
      const kept = await storage.read(SAVE);
      return isSave(kept) ? kept : null;
    },
    save: (save) => storage.write(SAVE, save),
    drop: () => storage.remove(SAVE),
    draft: (scenario, seed) => storage.read(draftKey(scenario, seed)),
    keepDraft: (scenario, seed, draft) => storage.write(draftKey(scenario, seed), draft),
    runs,
    keepRun: async (run) => {
      const others = (await runs()).filter((each) => !sameNight(each, run));
      return storage.write(RUNS, [run, ...others].slice(0, MOST_RUNS));
    },
    keepScore: async (scenario, seed, score) => {
      const all = await runs();
      await storage.write(
        RUNS,
        all.map((run) => (run.scenario === scenario && run.seed === seed ? { ...run, score } : run)),
      );
    },
    dropRun: async (run) => {
      await storage.write(
        RUNS,
        (await runs()).filter((each) => !sameNight(each, run)),
      );
      await storage.remove(draftKey(run.scenario, run.seed));
    },
    dropAllRuns: async () => {
      for (const { scenario, seed } of await runs()) {
        await storage.remove(draftKey(scenario, seed));
        await storage.remove(bestKey(scenario));
      }
      await storage.remove(RUNS);
    },
    bests: async (scenarios) => {
      const found = await Promise.all(scenarios.map(async (id) => [id, await storage.read(bestKey(id))] as const));
      return Object.fromEntries(found.filter((pair): pair is readonly [string, number] => typeof pair[1] === 'number'));
    },
    keepBest: async (scenario, score) => {
      const before = await storage.read(bestKey(scenario));
      if (typeof before !== 'number' || score > before) await storage.write(bestKey(scenario), score);
    },
  };
}
