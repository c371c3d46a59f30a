// Runs before anything is installed: plain JavaScript on Node alone.
import { availableParallelism } from 'node:os';
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

async function result([title, check]) {
  const since = performance.now();
  let done;
  try {
    done = await check();
  } catch (error) {
    done = { passed: 0, failed: 1, note: error.message };
  }
  const verdict = done.failed > 0 ? 'FAILED' : 'ok';
  console.log(`${verdict}  ${title}  ${seconds(since)}${done.note ? `  ${done.note}` : ''}`);
  return done;
}

/** Runs checks side by side, at most as many as there are processors. */
async function sideBySide(checks) {
  const left = [...checks];
  const results = [];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) results.push(await result(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

async function test() {
  const began = performance.now();
  if (installMissing(console.log)) console.log(`install  ${seconds(began)}`);
  const { STAGES } = await import('./checks.mjs');
  const total = { passed: 0, failed: 0 };
  for (const stage of STAGES)
    for (const { passed, failed } of await sideBySide(stage)) {
      total.passed += passed;
      total.failed += failed;
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
