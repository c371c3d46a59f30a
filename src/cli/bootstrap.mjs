// Runs before anything is installed: plain JavaScript on Node alone.
import { checkNode, installMissing } from './install.mjs';

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function start(args) {
  const at = args.indexOf('--port');
  const port = Number(at >= 0 ? args[at + 1] : (process.env.PORT ?? 4173));
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`expected a port from 0 to 65535, got "${args[at + 1] ?? process.env.PORT}"`);
  installMissing(console.log);
  const { build, isBuilt, serve } = await import('./site.mjs');
  if (!isBuilt()) {
    console.log('Building the game (a few seconds).');
    build();
  }
  const { address } = await serve(port);
  console.log(`Silent Drift is at ${address} (Ctrl+C stops it)`);
  await askedToStop();
  process.exit(0); // at once, whatever pages hold open
}

/** Resolves on a signal, and when npm, asked to stop, ends without passing that on. */
function askedToStop() {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && resolve(), 500).unref();
  });
}

async function test() {
  const began = performance.now();
  if (installMissing(console.log)) console.log(`install  ${seconds(began)}`);
  const { CHECKS } = await import('./checks.mjs');
  const total = { passed: 0, failed: 0 };
  for (const [title, check] of CHECKS) {
    const since = performance.now();
    let result;
    try {
      result = check();
    } catch (error) {
      result = { passed: 0, failed: 1, note: error.message };
    }
    total.passed += result.passed;
    total.failed += result.failed;
    const verdict = result.failed > 0 ? 'FAILED' : 'ok';
    console.log(`${verdict}  ${title}  ${seconds(since)}${result.note ? `  ${result.note}` : ''}`);
  }
  console.log(`${seconds(began)} in all`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

const COMMANDS = { start, test };
const [name, ...rest] = process.argv.slice(2);

try {
  checkNode();
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : null;
  if (!command) throw new Error(`expected "start" or "test", got "${name ?? ''}"`);
  await command(rest);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
