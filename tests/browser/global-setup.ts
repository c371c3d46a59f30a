import type { TestProject } from 'vitest/node';
import { haveBrowser } from '../../src/cli/browser.mjs';
import { build, isBuilt, serve } from '../../src/cli/site.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    address: string; // of the served, built page, ending in "/"
    chromePath: string;
  }
}

let stop: (() => Promise<void>) | null = null;

/** Builds the page where it is stale and serves it to the browser tests. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('chromePath', haveBrowser(console.log));
  if (!isBuilt()) build();
  const { address, close } = await serve(0);
  stop = close;
  project.provide('address', address);
}

export async function teardown(): Promise<void> {
  await stop?.();
}
