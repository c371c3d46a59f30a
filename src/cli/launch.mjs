// `npm run cli`: builds the command line where its sources have changed, and runs it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, installMissing } from './install.mjs';
import { program } from './program.mjs';
import { ROOT } from './site.mjs';

try {
  checkNode();
  if (!existsSync(join(ROOT, 'node_modules', 'vite'))) installMissing((line) => void process.stderr.write(`${line}\n`));
  await import(pathToFileURL(await program()).href);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
