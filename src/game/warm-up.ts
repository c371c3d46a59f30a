import { createRun } from '../run/run.ts';
import type { Library } from './library.ts';

/** Plays one night for nobody, so that the engine is compiled before it is needed. */
export async function warmUp(library: Library, id: string): Promise<void> {
  const scenario = await library.scenario(id);
  if (scenario === undefined) return;
  const run = createRun(scenario, { seed: 'warm-up' });
  for (let tick = 0; tick < scenario.brief.ticks; tick += 300) {
    run.advance(tick);
    run.observe();
    run.menu();
  }
  run.trace();
}
