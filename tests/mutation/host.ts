import { Worker } from 'node:worker_threads';
import type { Answer, Order, TestRecord } from './messages.ts';
import { openModules } from './modules.ts';
import { apply, type Mutant } from './mutants.ts';
import { HITS, probed } from './probe.ts';
import { faultOf, keepOnly, reasonOf, runFile, standInForWorker } from './run-tests.ts';

// A process that tries mutants one after the other, as it is told. Whoever gives the orders ends it when one takes too long.

const root = process.cwd();
const PROBED = /^src\/(judge|run|kernel)\//;
const OF_SCENARIOS = ['tests/scenario/shipped.ts', 'tests/support/a-scenario.ts']; // loaded anew: a mutant may have written into one

const send = (answer: Answer): void => void process.send!(answer);
standInForWorker();
console.log = (): void => undefined; // tests print their tables

let mutant: Mutant | null = null;
let slotOf: ((name: string) => number) | null = null;

const modules = await openModules(root, (file, text) => {
  if (mutant?.file === file) return apply(text, mutant);
  const slot = slotOf;
  if (slot === null || !PROBED.test(file)) return null;
  return probed({ file, text }, (start) => slot(start === null ? file : `${file}#${start}`));
});

async function attempt(order: Extract<Order, { kind: 'attempt' }>): Promise<Answer> {
  const stale = mutant === null ? [] : [mutant.file];
  ({ mutant } = order);
  modules.forget([...stale, mutant.file], true);
  modules.forget(OF_SCENARIOS);
  const tried = (killer: string | null): Answer => ({ kind: 'tried', killer, megabytes: process.memoryUsage().rss / 2 ** 20 });
  for (const { path, ids, ms } of order.chosen) {
    send({ kind: 'begins', ms });
    modules.forget([path]);
    const file = await runFile(root, path, modules.load, {
      keep: (test) => ids === null || ids.includes(test.id),
      after: (test) => {
        if (test.result?.state === 'fail') keepOnly(test.file.tasks, ({ result }) => result !== undefined); // one is enough
      },
    });
    const fault = faultOf(file);
    if (fault !== null) return tried(`${path}${fault === file ? '' : `, ${fault.name}`}: ${reasonOf(fault)}`);
  }
  return tried(null);
}

const slots = new Map<string, number>();
const hits = new Uint8Array(1 << 14);
(globalThis as Record<string, unknown>)[HITS] = hits;
const entered = (): string[] => [...slots].filter(([, slot]) => hits[slot] === 1).map(([name]) => name);

async function measure(path: string): Promise<Answer> {
  if (slotOf === null) modules.forgetAll(true);
  slotOf = (name) => slots.get(name) ?? slots.set(name, slots.size).size - 1;
  modules.forgetAll(); // what an earlier file left in memory would hide what this one enters
  hits.fill(0);
  const tests: TestRecord['tests'][number][] = [];
  let loaded: string[] | null = null;
  let loadMs = 0;
  let from = performance.now();
  const file = await runFile(root, path, modules.load, {
    keep: () => {
      if (loaded !== null) return true;
      loaded = entered();
      loadMs = performance.now() - from;
      return true;
    },
    before: () => {
      hits.fill(0);
      from = performance.now();
    },
    after: ({ id }) => void tests.push({ id, ms: performance.now() - from, hits: entered() }),
  });
  const fault = faultOf(file);
  if (fault !== null) throw new Error(`${path}, ${fault.name}: fails on the sources as they are: ${reasonOf(fault)}`);
  return { kind: 'measured', record: { path, loadMs, loaded: loaded ?? [], tests } };
}

process.on('message', (order: Order) => {
  const answered = order.kind === 'measure' ? measure(order.path) : attempt(order);
  answered.then(send, (error: unknown) => send({ kind: 'broken', reason: String(error) }));
});
process.on('disconnect', () => process.exit(0)); // nobody is left to give orders
// Nor may a mutant that loops outlive whoever gave them: in a loop this process hears nothing, a thread beside it does.
const WATCH = `const { ppid } = process; setInterval(() => { if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL'); }, 1000);`;
new Worker(WATCH, { eval: true, execArgv: [] }).unref();
process.on('unhandledRejection', () => undefined); // of a mutant
send({ kind: 'ready' });
