import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Order, TestRecord } from './messages.ts';

const HOST = fileURLToPath(new URL('./host.ts', import.meta.url));
const MOST_MEGABYTES = 1500; // a process that holds more is begun anew
const START_MS = 180_000;

/** How long tests may take that took `ms` on the sources as they are: on a busy machine other work may come between. */
const bound = (ms: number): number => 30_000 + 8 * ms;

export interface Tried {
  readonly killer: string | null; // null: it survived
}

/** A process that tries mutants: begun when it is needed, ended and begun anew when one hangs or ends it. */
export class Worker {
  #child: ChildProcess | null = null;

  constructor(private readonly root: string) {}

  async measure(path: string): Promise<TestRecord> {
    const answer = await this.#ask({ kind: 'measure', path }, 600_000);
    if (typeof answer === 'string' || answer.kind !== 'measured')
      throw new Error(typeof answer === 'string' ? `${path}: ${answer}` : answer.kind === 'broken' ? answer.reason : answer.kind);
    return answer.record;
  }

  async attempt(order: Extract<Order, { kind: 'attempt' }>): Promise<Tried> {
    const answer = await this.#ask(order, bound(0));
    if (typeof answer === 'string') return { killer: answer };
    if (answer.kind !== 'tried') throw new Error(answer.kind === 'broken' ? answer.reason : answer.kind);
    if (answer.megabytes > MOST_MEGABYTES) await this.end();
    return { killer: answer.killer };
  }

  async end(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL'); // it may be in a loop
    await gone;
  }

  /** @returns the answer, or in words why there is none */
  async #ask(order: Order, firstMs: number): Promise<Answer | 'took too long' | 'ended the process'> {
    if (this.#child === null) {
      const ready = await this.#heard(this.#begin(), START_MS);
      if (typeof ready === 'string') throw new Error(`the process that runs tests ${ready}`);
    }
    const child = this.#child!;
    const heard = this.#heard(child, firstMs);
    child.send(order);
    const answer = await heard;
    if (typeof answer === 'string') await this.end();
    return answer;
  }

  #begin(): ChildProcess {
    return (this.#child = fork(HOST, {
      cwd: this.root,
      execArgv: ['--import', 'tsx', '--max-old-space-size=2048'],
      env: { ...process.env, FUZZ_LOGS: process.env['FUZZ_LOGS'] ?? '12' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    }));
  }

  /** The next answer that ends an order. */
  #heard(child: ChildProcess, firstMs: number): Promise<Answer | 'took too long' | 'ended the process'> {
    return new Promise((resolve) => {
      const done = (answer: Answer | 'took too long' | 'ended the process'): void => {
        clearTimeout(timer);
        child.off('message', listen).off('exit', ended);
        resolve(answer);
      };
      const late = (): void => done('took too long');
      const ended = (): void => done('ended the process');
      let timer = setTimeout(late, firstMs);
      const listen = (answer: Answer): void => {
        if (answer.kind !== 'begins') return done(answer);
        clearTimeout(timer);
        timer = setTimeout(late, bound(answer.ms));
      };
      child.on('message', listen).once('exit', ended);
    });
  }
}
