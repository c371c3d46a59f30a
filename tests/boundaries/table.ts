/** Which folder of src may import which: the one-way flow of the project. A file in src itself counts as the folder `main`. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  kernel: ['domain'],
  parts: ['domain', 'kernel'],
  scenario: ['domain', 'parts'],
  sim: ['domain', 'kernel', 'parts', 'scenario'],
  run: ['domain', 'kernel', 'scenario', 'sim'],
  policy: ['domain', 'kernel', 'scenario', 'run'],
  judge: ['domain', 'kernel', 'scenario', 'run', 'policy'],
  story: ['domain', 'kernel', 'scenario', 'run', 'policy', 'judge'],
  prove: ['domain', 'kernel', 'parts', 'scenario', 'sim', 'run', 'policy', 'judge', 'story'],
  game: ['domain', 'kernel', 'scenario', 'run', 'policy', 'judge', 'story'],
  ui: ['domain', 'game'],
  scene: ['domain', 'game'],
  platform: ['domain', 'game', 'prove'],
  cli: ['domain', 'kernel', 'parts', 'scenario', 'sim', 'run', 'policy', 'judge', 'story', 'prove', 'game', 'ui', 'scene', 'platform'],
  main: ['domain', 'kernel', 'parts', 'scenario', 'sim', 'run', 'policy', 'judge', 'story', 'prove', 'game', 'ui', 'scene', 'platform'],
};

/** npm packages a folder may import; a name ending in "/" stands for a scope. Folders not listed may import none. */
export const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  domain: ['zod'],
  kernel: ['seedrandom', 'xstate'],
  parts: ['xstate', 'zod'],
  scenario: ['yaml', 'zod'],
  sim: ['xstate'],
  run: ['fflate', 'zod'],
  game: ['@dagrejs/dagre', 'xstate', 'zod'],
  ui: ['@fontsource/', '@preact/signals', 'preact', 'uplot'],
  scene: ['pixi.js'],
  platform: ['idb-keyval'],
  cli: ['playwright-core', 'vite', 'yaml', 'zod'],
  main: ['@fontsource/', '@preact/signals', 'preact', 'zod'],
};

/** Folders that compile without DOM and Node types, and have no clock, no chance and no output of their own. */
export const HERMETIC = ['domain', 'kernel', 'parts', 'scenario', 'sim', 'run', 'policy', 'judge', 'story', 'prove'] as const;

/** Files that may see what a player must not know. The loader, schema and linter of scenario are files or file families. */
export const MAY_OPEN_TRUTH = /^(scenario\/(load|schema|lint)[^/]*\.ts|(sim|judge|prove|cli)\/.*|policy\/expert\.ts|story\/key[^/]*\.ts)$/;

/** What scenario may see of a part: its parameters, and the list of parts. */
export const PART_PARAMETERS = /^parts\/(registry|faults|.+\/params)\.ts$/;

/** Names that no hermetic file may mention as a value. */
export const BANNED_GLOBALS = [
  'Date',
  'performance',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'process',
  'window',
  'document',
  'navigator',
  'globalThis',
  'fetch',
  'crypto',
  'localStorage',
  'Intl',
] as const;

/** Members of Math that every engine computes alike. All others are banned from hermetic files. */
export const EXACT_MATH = [
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'],
  ...['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
] as const;
