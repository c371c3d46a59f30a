import type { AfterAnswer, AfterInput, AfterKind } from '../game/debrief-asks.ts';
import type { Analyst } from '../game/ports.ts';
import { simulationWords } from '../game/words/simulation.ts';

export type WorkerAsk =
  | { readonly id: number; readonly kind: 'warm-up'; readonly scenario: string }
  | { readonly id: number; readonly kind: AfterKind; readonly input: unknown };

export type WorkerAnswer =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  | { readonly id: number; readonly ok: false; readonly reason: string };

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** Asks the engine in a worker. The worker starts with the first question, and again after a crash. */
export function createWorkerAnalyst(): Analyst {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, Waiting>();

  const stop = (): void => {
    worker?.terminate();
    worker = null;
    for (const each of waiting.values()) each.reject(new Error(simulationWords.stopped));
    waiting.clear();
  };
  const running = (): Worker => {
    if (worker !== null) return worker;
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<WorkerAnswer>) => {
      const answer = event.data;
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.ok) asked?.resolve(answer.answer);
      else asked?.reject(new Error(answer.reason));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      stop();
    };
    return worker;
  };
  const ask = (
    question: { readonly kind: 'warm-up'; readonly scenario: string } | { readonly kind: AfterKind; readonly input: unknown },
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++next;
      waiting.set(id, { resolve, reject });
      running().postMessage({ id, ...question } as WorkerAsk);
    });
  return {
    warmUp: (scenario) => void ask({ kind: 'warm-up', scenario }).catch(() => undefined), // nobody waits for it
    ask: <K extends AfterKind>(kind: K, input: AfterInput<K>) => ask({ kind, input }) as Promise<AfterAnswer<K>>,
  };
}
