import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A page of the test's own: a module with all that it imports, and its style sheets, to be put into an empty page. */
export async function pageFiles(entry: string): Promise<{ readonly script: string; readonly style: string }> {
  const built = await build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'page', cssFileName: 'page' } },
  });
  const files = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const script = files.find((file) => file.type === 'chunk')?.code;
  if (script === undefined) throw new Error(`expected a script built from ${entry}, got none`);
  const style = files.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [])).join('\n');
  return { script, style };
}
