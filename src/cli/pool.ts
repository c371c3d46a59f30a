import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { openWork, type Answer, type Job } from './jobs.ts';
import { program } from './program.mjs';
import { BadInput } from './wrong.ts';

/** What a worker is sent. */
export interface Given {
  readonly index: number; // of the job in its list
  readonly job: Job;
}

/** What it sends back. */
export type Reply =
  | { readonly ok: true; readonly index: number; readonly answer: unknown }
  | { readonly ok: false; readonly reason: string; readonly isInput: boolean };

export const processors = (): number => availableParallelism();

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** Hands jobs to one worker as it finishes them. Settles when none are left, or when the worker fails or ends. */
function keepBusy(worker: Worker, take: () => Given | undefined, keep: (index: number, answer: unknown) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = (): void => {
      const given = take();
      if (given === undefined) resolve();
      else worker.postMessage(given);
    };
    worker.on('message', (reply: Reply) => {
      if (!reply.ok) return reject(reply.isInput ? new BadInput(reply.reason) : new Error(reply.reason));
      keep(reply.index, reply.answer);
      give();
    });
    worker.on('error', (error: Error) => reject(new Error(`a worker stopped: ${firstLine(error.message)}`)));
    worker.on('exit', (code) => reject(new Error(`a worker ended early, with exit code ${code}`)));
    give();
  });
}

/**
 * Does jobs on as many threads as are asked for and there are processors; with one, in this thread.
 * @param entry the program of a worker, where it is not this project's
 * @returns the answers, in the order of the jobs
 * @throws what the first job to fail threw, as BadInput or an Error in one sentence; the others are stopped
 */
export async function runJobs<J extends Job>(jobs: readonly J[], workers: number, entry?: string): Promise<readonly Answer<J>[]> {
  const count = Math.min(workers, processors(), jobs.length);
  if (count <= 1 && entry === undefined) return jobs.map(openWork());
  const file = pathToFileURL(entry ?? (await program('worker')));
  const answers = new Array<Answer<J>>(jobs.length);
  let next = 0;
  const take = (): Given | undefined => {
    const index = next++;
    const job = jobs[index];
    return job === undefined ? undefined : { index, job };
  };
  const keep = (index: number, answer: unknown): void => {
    answers[index] = answer as Answer<J>;
  };
  const team = Array.from({ length: count }, () => new Worker(file, { execArgv: [] }));
  try {
    await Promise.all(team.map((worker) => keepBusy(worker, take, keep)));
  } finally {
    await Promise.all(team.map((worker) => worker.terminate()));
  }
  return answers;
}
