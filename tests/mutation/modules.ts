import { join, relative } from 'node:path';
import { createServer, createServerModuleRunner } from 'vite';

/** Sources and tests as Node runs them, loaded once and kept until they are to be forgotten. */
export interface Modules {
  load(file: string): Promise<unknown>;
  /** Forgets what was loaded of files and of all that import them. @param texts whether to read and edit their texts anew as well */
  forget(files: readonly string[], texts?: boolean): void;
  forgetAll(texts?: boolean): void;
}

/**
 * One process that stays warm: packages, and those modules that do not import a changed file, are loaded once. A worker of the test
 * runner would load everything again for each change, which takes longer than the tests do.
 * @param edit what to load in place of a file's text; null: the text as it is. Nothing on the disk is touched
 */
export async function openModules(root: string, edit: (file: string, text: string) => string | null): Promise<Modules> {
  const server = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [
      {
        name: 'edited-sources',
        enforce: 'pre',
        transform(text, id) {
          const code = edit(relative(root, id), text);
          return code === null ? null : { code, map: null };
        },
      },
    ],
  });
  const ssr = server.environments.ssr!;
  const runner = createServerModuleRunner(ssr, { hmr: false, sourcemapInterceptor: false });
  const { evaluatedModules: loaded } = runner;
  return {
    load: (file) => runner.import(join(root, file)),
    forget(files, texts = false) {
      const left = files.map((file) => join(root, file));
      if (texts)
        for (const file of left) for (const node of ssr.moduleGraph.getModulesByFile(file) ?? []) ssr.moduleGraph.invalidateModule(node);
      const gone = new Set<string>();
      for (let file = left.pop(); file !== undefined; file = left.pop()) {
        if (gone.has(file)) continue;
        gone.add(file);
        for (const node of loaded.getModulesByFile(file) ?? []) {
          left.push(...[...node.importers].flatMap((id) => loaded.getModuleById(id)?.file ?? []));
          loaded.invalidateModule(node);
        }
      }
    },
    forgetAll(texts = false) {
      runner.clearCache();
      if (texts) ssr.moduleGraph.invalidateAll();
    },
  };
}
