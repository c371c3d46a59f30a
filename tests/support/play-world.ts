import type { LogEntry, Outcome } from '../../src/domain/action.ts';
import { dispatch } from '../../src/sim/dispatch.ts';
import type { Setup } from '../../src/sim/plant.ts';
import { asServing, type World } from '../../src/sim/serving/world.ts';
import { stepWorld } from '../../src/sim/tick.ts';
import { createWorld } from '../../src/sim/world.ts';

/** A serving path played tick by tick, open to inspection after each: what `run` does, without its bookkeeping. */
export function playWorld(
  setup: Setup,
  log: readonly LogEntry[],
  afterTick: (world: World) => void = () => undefined,
  untilTick = setup.scenario.brief.ticks,
): { readonly world: World; readonly outcomes: readonly Outcome[] } {
  const world = asServing(createWorld(setup));
  const outcomes: Outcome[] = [];
  const { ticks } = setup.scenario.brief;
  const takeDue = (): void => {
    for (let entry = log[outcomes.length]; entry !== undefined; entry = log[outcomes.length]) {
      if (entry.tick > world.state.tick && world.state.tick < ticks) return;
      outcomes.push(dispatch(world, entry.action, outcomes.length));
    }
  };
  while (world.state.tick < untilTick) {
    takeDue();
    stepWorld(world);
    afterTick(world);
  }
  if (untilTick === ticks) takeDue();
  return { world, outcomes };
}

/** Requests that wait in pods, all together. */
export function waiting(world: World): number {
  let sum = 0;
  for (const group of world.state.parts.serving.groups) sum += group.cells.total * group.count;
  return sum;
}
