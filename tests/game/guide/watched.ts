import { createWatcher } from '../../../src/game/guide/watch.ts';
import { createSession, type Session } from '../../../src/game/session.ts';
import { createRun } from '../../../src/run/run.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

export const newShift = (scenario: Scenario, seed: string, variant?: string): Session =>
  createSession(createRun(scenario, { seed, variant }), { untimed: false, refused: [] });

/** Lets an expert play a shift to its end, in frames of 250 ms. @returns the player's seconds that it took */
export function watchToEnd(session: Session): number {
  const watcher = createWatcher(session);
  let ms = 0;
  while (session.state().mode !== 'over' && ms < 3_600_000) {
    session.frame(250);
    watcher.frame(250);
    ms += 250;
  }
  watcher.stop();
  return ms / 1000;
}
