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

const YOUNG_MB = 96; // room for what a few episodes leave behind: with less, some of it is moved to where it is costly to clear

export const processors = (): number => availableParallelism();

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

/** Threads that do jobs, and keep what they have loaded and compiled between calls. */
export interface Team {
  /**
   * Does jobs on all threads.
   * @param told after each job: how many of them are done
   * @returns the answers, in the order of the jobs
   * @throws what the first job to fail threw, as BadInput or an Error in one sentence; the team is of no more use then
   */
  run<J extends Job>(jobs: readonly J[], told?: (done: number) => void): Promise<readonly Answer<J>[]>;
  close(): Promise<void>;
}

/** Hands jobs to one worker as it finishes them. Settles when none are left, or when the worker fails or ends. */
function keepBusy(worker: Worker, take: () => Given | undefined, keep: (index: number, answer: unknown) => void): Promise<void> {
  let stop = (): void => undefined;
  const busy = new Promise<void>((resolve, reject) => {
    const give = (): void => {
      const given = take();
      if (given === undefined) resolve();
      else worker.postMessage(given);
    };
    const message = (reply: Reply): void => {
      if (!reply.ok) return reject(reply.isInput ? new BadInput(reply.reason) : new Error(reply.reason));
      keep(reply.index, reply.answer);
      give();
    };
    const error = (cause: Error): void => reject(new Error(`a worker stopped: ${firstLine(cause.message)}`));
    const exit = (code: number): void => reject(new Error(`a worker ended early, with exit code ${code}`));
    worker.on('message', message).on('error', error).on('exit', exit);
    stop = () => worker.off('message', message).off('error', error).off('exit', exit); // these alone: the worker listens to itself too
    give();
  });
  return busy.finally(() => stop());
}

/** A team of this one thread. */
function alone(): Team {
  const work = openWork();
  return {
    run: (jobs, told) =>
      Promise.resolve(
        jobs.map((job, i) => {
          const answer = work(job);
          told?.(i + 1);
          return answer;
        }),
      ),
    close: () => Promise.resolve(),
  };
}

/**
 * As many threads as are asked for and there are processors; with one, this thread.
 * @param entry the program of a worker, where it is not this project's
 */
export async function openTeam(workers: number, entry?: string): Promise<Team> {
  const count = Math.min(workers, processors());
  if (count <= 1 && entry === undefined) return alone();
  const file = pathToFileURL(entry ?? (await program('worker')));
  const options = { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } };
  const team = Array.from({ length: count }, () => new Worker(file, options));
  return {
    async run<J extends Job>(jobs: readonly J[], told?: (done: number) => void) {
      const answers = new Array<Answer<J>>(jobs.length);
      let next = 0;
      let done = 0;
      const take = (): Given | undefined => {
        const index = next++;
        const job = jobs[index];
        return job === undefined ? undefined : { index, job };
      };
      const keep = (index: number, answer: unknown): void => {
        answers[index] = answer as Answer<J>;
        told?.((done += 1));
      };
      await Promise.all(team.map((worker) => keepBusy(worker, take, keep)));
      return answers;
    },
    async close() {
      await Promise.all(team.map((worker) => worker.terminate()));
    },
  };
}

/** Does jobs on a team of their own, as openTeam and its run do. */
export async function runJobs<J extends Job>(jobs: readonly J[], workers: number, entry?: string): Promise<readonly Answer<J>[]> {
  const team = await openTeam(Math.min(workers, jobs.length), entry);
  try {
    return await team.run(jobs);
  } finally {
    await team.close();
  }
}
