import '../game/jitless.ts';
import { createAfterAnalyst } from '../game/debrief-analyst.ts';
import { openLibrary } from '../game/library.ts';
import { warmUp } from '../game/warm-up.ts';
import { simulationWords } from '../game/words/simulation.ts';
import { shippedFiles } from './shipped.ts';
import type { WorkerAnswer, WorkerAsk } from './worker-analyst.ts';

const library = openLibrary(shippedFiles);
const analyst = createAfterAnalyst(library);

const sentence = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : simulationWords.stoppedSilently;

async function answerTo(ask: WorkerAsk): Promise<WorkerAnswer> {
  try {
    if (ask.kind === 'warm-up') {
      await warmUp(library, ask.scenario);
      return { id: ask.id, ok: true, answer: null };
    }
    return { id: ask.id, ok: true, answer: await analyst.answer(ask.kind, ask.input as never) };
  } catch (error) {
    return { id: ask.id, ok: false, reason: sentence(error) };
  }
}

self.onmessage = (event: MessageEvent<WorkerAsk>) => {
  void answerTo(event.data).then((answer) => self.postMessage(answer));
};
