import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { compileAhead } from './compile-ahead.mjs';

// The command line runs bundled, as the page does. From the folder of its bundle the root is as far as from src/cli.
const ENTRIES = { main: 'cli/main.ts', worker: 'cli/worker.ts', cold: 'cli/bench/cold.ts', prime: 'cli/prime.ts' };
const EXTERNAL = ['vite', 'playwright-core']; // loaded by the few commands that need a browser

/**
 * The program of the command line, built from the sources where they have changed.
 * @param {keyof typeof ENTRIES} entry main, or what it starts in a process or thread of its own
 * @returns the path of that entry
 * @throws with the builder's own words when it cannot be built
 */
export const program = async (entry = 'main') =>
  join(await bundle('program', ENTRIES, { noExternal: true, external: EXTERNAL }, compileAhead), `${entry}.mjs`);
