import type { ChildProcess } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { haveBrowser } from '../../src/cli/browser.mjs';
import { build, isBuilt, serve } from '../../src/cli/site.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    address: string; // of the served, built page, ending in "/"
    chromePath: string;
  }
}

let running: ChildProcess | null = null;

/** Builds the page where it is stale and serves it to the browser tests. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('chromePath', haveBrowser(console.log));
  if (!isBuilt()) build();
  const { server, address } = await serve(0);
  running = server;
  project.provide('address', address);
}

export function teardown(): void {
  running?.removeAllListeners('exit').kill();
}
