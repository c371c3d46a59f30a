import { setImmediate } from 'node:timers/promises';
import type { Io } from './args.ts';

const SHOW_EACH_MS = 500;

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/**
 * Takes long work to its end with its progress on stderr. Ctrl-C gives it up between two steps, with one line that says how far it came.
 * @returns what the work returns; null where it was given up
 */
export async function watched<T>(work: Generator<Progress, T>, what: string, io: Io): Promise<T | null> {
  let given = false;
  const giveUp = (): void => {
    given = true;
  };
  process.once('SIGINT', giveUp);
  try {
    let shown = performance.now();
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      const { done, of } = step.value;
      if (performance.now() - shown > SHOW_EACH_MS) {
        io.err(`${what}: ${done} of ${of}\n`);
        shown = performance.now();
        await setImmediate(); // lets the signal in
      }
      if (given) {
        io.err(`${what}: given up after ${done} of ${of}\n`);
        return null;
      }
    }
  } finally {
    process.removeListener('SIGINT', giveUp);
  }
}
