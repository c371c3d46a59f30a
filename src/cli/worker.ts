import { parentPort } from 'node:worker_threads';
import { openWork } from './jobs.ts';
import type { Given, Reply } from './pool.ts';
import { BadInput } from './wrong.ts';

// A thread of its own: does one job at a time, as the pool hands them out.
const work = openWork();

function replyTo({ index, job }: Given): Reply {
  try {
    return { ok: true, index, answer: work(job) };
  } catch (error) {
    return { ok: false, reason: String((error as Error)?.message ?? error), isInput: error instanceof BadInput };
  }
}

parentPort?.on('message', (given: Given) => parentPort?.postMessage(replyTo(given)));
