import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { LineCounter, parseDocument } from 'yaml';
import { BUNDLES, bundledEngine } from './tests/support/bundled-engine.ts';

/** A YAML file is data in the bundle, parsed as in Node; a syntax error stops the build with file, line and column. */
const yamlAsData: Plugin = {
  name: 'yaml-as-data',
  transform: {
    filter: { id: /\.ya?ml$/ },
    handler(code, id) {
      const lineCounter = new LineCounter();
      const document = parseDocument(code, { lineCounter });
      const error = document.errors[0];
      if (error) {
        const at = error.linePos?.[0] ?? { line: 1, col: 1 };
        this.error({ message: error.message, id, loc: { file: id, line: at.line, column: at.col - 1 } });
      }
      return { code: `export default ${JSON.stringify(document.toJS())}`, map: null, moduleType: 'js' };
    },
  },
};

const NATIVE = { deps: { external: [BUNDLES] } }; // Node loads what is bundled itself
const propertyTests = 'tests/**/*.property.test.ts';
const sabotageTests = 'tests/prove/sabotage.test.ts'; // in `npm test` one of them a day, drawn by the date
const browserTests = 'tests/browser/**/*.browser.test.ts';
const playthroughTests = 'tests/playthrough/**/*.test.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './', // the built site works under any path of a static host
  plugins: [yamlAsData],
  worker: { format: 'es', plugins: () => [yamlAsData] },
  build: {
    target: 'es2022',
    manifest: true, // the size budget reads which chunks the page shell loads
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700, // kB, the map's renderer; the shell has its own budget
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'runtime', test: /preload-helper|rolldown.runtime/, priority: 2 }, // left in pixi's chunk, it would pull that into the shell
            { name: 'pixi', test: /node_modules[\\/](pixi\.js|@pixi)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    maxWorkers: '100%', // by default one processor is left idle, which on two halves the speed
    projects: [
      {
        extends: true,
        plugins: [bundledEngine()],
        test: {
          name: 'unit',
          environment: 'node',
          server: NATIVE,
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [browserTests, playthroughTests],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        plugins: [bundledEngine()],
        test: {
          name: 'fuzz',
          environment: 'node',
          server: NATIVE,
          include: [propertyTests],
          env: { FUZZ_LOGS: '2000' },
          testTimeout: 1_800_000,
        },
      },
      {
        extends: true,
        plugins: [bundledEngine()],
        test: {
          name: 'sabotage',
          environment: 'node',
          server: NATIVE,
          include: [sabotageTests],
          env: { SABOTAGE: 'all' },
          testTimeout: 600_000,
        },
      },
      {
        // These drive the built page through playwright-core themselves, as a visitor's browser would, so they run in Node.
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: [browserTests],
          globalSetup: 'tests/browser/global-setup.ts',
          maxWorkers: 2, // much of it is waiting for the page's clock
          retry: 1, // a machine may stall for seconds; what was waited for in vain is printed all the same
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Every drill from home to the story, at two widths, by mouse or touch, by keys and by the accessibility tree: too long for `npm test`.
        extends: true,
        test: {
          name: 'playthrough',
          environment: 'node',
          include: [playthroughTests],
          globalSetup: 'tests/browser/global-setup.ts',
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
