import { build } from 'vite';
import { ROOT } from './site.mjs';

/**
 * A module and all it imports as one classic script, to be put into a page as it is.
 * @param entry path of a module that sets what it offers on `window`
 */
export async function pageScript(entry: string): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'page' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('expected a built page script, got none');
  return chunk.code;
}
