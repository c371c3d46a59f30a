import { startTests, type File, type Task, type Test, type VitestRunner } from '@vitest/runner';
import { join } from 'node:path';

/** What tests that are run in this process find of vitest's worker. */
export function standInForWorker(): void {
  const worker = { config: {}, environment: { name: 'node' }, ctx: {}, rpc: {}, onCleanup: (): void => undefined };
  (globalThis as Record<string, unknown>)['__vitest_worker__'] = worker;
}

export interface Watch {
  readonly keep: (test: Test) => boolean;
  readonly before?: (test: Test) => void;
  readonly after?: (test: Test) => void;
}

export const testsOf = (tasks: readonly Task[]): readonly Test[] =>
  tasks.flatMap((task) => (task.type === 'test' ? [task] : testsOf(task.tasks)));

/** Leaves out tests, and suites of which nothing is left, with their hooks. @returns whether anything is left */
export function keepOnly(tasks: readonly Task[], keep: (test: Test) => boolean): boolean {
  let any = false;
  for (const task of tasks) {
    const left = task.type === 'test' ? task.mode === 'run' && keep(task) : keepOnly(task.tasks, keep);
    if (!left) task.mode = 'skip';
    any ||= left;
  }
  return any;
}

/** What failed of a file: itself where it could not be loaded, a test, or a suite by its hooks. */
export function faultOf(file: File): Task | null {
  const all = (tasks: readonly Task[]): Task[] => tasks.flatMap((task) => [task, ...(task.type === 'suite' ? all(task.tasks) : [])]);
  const broken = [...testsOf(file.tasks), ...all(file.tasks), file].filter(({ result }) => result?.state === 'fail');
  return broken[0] ?? null;
}

export const reasonOf = (task: Task): string => (task.result?.errors?.[0]?.message ?? 'no reason given').split('\n')[0]!;

/** Runs one test file by vitest's own runner. */
export async function runFile(root: string, path: string, load: (file: string) => Promise<unknown>, watch: Watch): Promise<File> {
  const runner: VitestRunner = {
    config: {
      root,
      setupFiles: [],
      name: 'mutation',
      passWithNoTests: true,
      testNamePattern: undefined,
      allowOnly: false,
      sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
      chaiConfig: undefined,
      maxConcurrency: 1,
      testTimeout: 300_000, // whoever gave the order has a bound of its own, which ends a loop as well
      hookTimeout: 300_000,
      retry: 0,
      includeTaskLocation: false,
      tags: [],
      tagsFilter: undefined,
      strictTags: false,
    },
    importFile: () => load(path),
    onCollected: (files) => files.forEach((file) => keepOnly(file.tasks, watch.keep)),
    onBeforeRunTask: (test) => watch.before?.(test),
    onAfterRunTask: (test) => watch.after?.(test),
  };
  const [file] = await startTests([join(root, path)], runner);
  return file!;
}
