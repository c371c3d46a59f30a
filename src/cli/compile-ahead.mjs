import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './site.mjs';

const [CACHE, PRIME] = ['code-cache.mjs', 'prime-cache.mjs'].map((name) => join(ROOT, 'src', 'cli', name));

/** A module that exports what a script does. Names are given anew, since a bundle's may be words of the language. */
const moduleOf = (names, cache) => `import { fileURLToPath } from 'node:url';
import { runCompiled } from ${JSON.stringify(cache)};
const engine = runCompiled(fileURLToPath(new URL('engine.cjs', import.meta.url)));
${names.map((name, i) => `const e${i} = engine[${JSON.stringify(name)}];`).join('\n')}
export { ${names.map((name, i) => `e${i} as ${name}`).join(', ')} };
`;

/**
 * Makes the engine of a bundle a script that comes with its compiled code, of all that an episode calls: the first episode of a process
 * need not wait for it to be compiled. Without the compiled code, where it cannot be made, all works as well.
 * @param {string} home folder of the bundle, one below .cache
 */
export async function compileAhead(home) {
  const { build } = await import('vite');
  const { output } = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: true,
      target: 'node20',
      outDir: home,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { input: join(home, 'engine.mjs'), treeshake: false, output: { format: 'cjs', entryFileNames: 'engine.cjs' } },
    },
  });
  writeFileSync(join(home, 'engine.mjs'), moduleOf(output[0].exports, relative(home, CACHE).replaceAll('\\', '/')));
  spawnSync(process.execPath, [PRIME, home], { stdio: 'ignore' });
}
