import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { compileAhead } from './compile-ahead.mjs';

// The command line runs bundled, as the page does. From the folder of its bundle the root is as far as from src/cli.
const ENTRIES = { main: 'cli/main.ts', worker: 'cli/worker.ts', cold: 'cli/bench/cold.ts', prime: 'cli/prime.ts' };
const EXTERNAL = ['vite', 'playwright-core']; // loaded by the few commands that need a browser

/**
 * How Node is started for it: as many threads that compile as there are processors to spare. By itself it takes four, which on two
 * processors push aside the thread whose code they compile.
 */
export const NODE_FLAGS = ['--v8-pool-size=0'];

/**
 * The program of the command line, built from the sources where they have changed.
 * @param {keyof typeof ENTRIES} entry main, or what it starts in a process or thread of its own
 * @returns the path of that entry
 * @throws with the builder's own words when it cannot be built
 */
export const program = async (entry = 'main') =>
  join(await bundle('program', ENTRIES, { noExternal: true, external: EXTERNAL }, compileAhead), `${entry}.mjs`);
