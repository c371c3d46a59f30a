import type { Action } from '../../../src/domain/action.ts';
import { createRun, type Run } from '../../../src/run/run.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { createWorld } from '../../../src/sim/world.ts';
import { asExposure, type World } from '../../../src/sim/exposure/world.ts';
import { setUp } from '../../../src/sim/setup.ts';
import { stepWorld } from '../../../src/sim/tick.ts';

const untouched = new Map<string, Run>();

/** A night in which some things are done at some ticks, played to its end; one in which nothing is done is played once. @throws when one is refused */
export function night(
  scenario: Scenario,
  variant: string,
  seed: string,
  acts: readonly (readonly [number, Action])[] = [],
  preventions: readonly string[] = [],
): Run {
  const key = `${scenario.brief.id} ${variant} ${seed} ${preventions.join(' ')}`;
  const known = acts.length === 0 ? untouched.get(key) : undefined;
  if (known !== undefined) return known;
  const run = createRun(scenario, { seed, variant, preventions, checkpoints: false });
  for (const [tick, action] of acts) {
    run.advance(tick);
    const outcome = run.dispatch(action);
    if (!outcome.accepted) throw new Error(`expected ${action.type} to be accepted: ${outcome.reason}`);
  }
  run.advance(scenario.brief.ticks);
  if (acts.length === 0) untouched.set(key, run);
  return run;
}

/** A world that nobody touches, at a tick. */
export function worldAt(scenario: Scenario, variant: string, seed: string, tick: number): World {
  const world = createWorld(setUp(scenario, seed, variant, []));
  while (world.state.tick < tick) stepWorld(world);
  return asExposure(world);
}

export const seeds = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `night ${i}`);

export const meanOver = (count: number, of: (seed: string) => number): number =>
  seeds(count).reduce((sum, seed) => sum + of(seed), 0) / count;
