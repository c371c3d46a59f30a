import { normalQuantile } from '../../kernel/math.ts';
import { drawAt } from '../../kernel/streams.ts';
import { EXTRA } from './columns.ts';
import { extraIn, windowTicks } from './windows.ts';
import type { World } from './world.ts';

/** What the season did to success over a window that ends at a tick, as a factor. */
export function seasonOver(world: World, tick: number): number {
  const from = Math.max(0, tick - windowTicks(world, world.setup.params.successes.windowSeconds));
  return tick > from ? extraIn(world, EXTRA.season, from, tick) / (tick - from) : 1;
}

/**
 * The success rate at the same hour of last year, freed of the hour of the day: last year had the same season, and weeks of its own.
 * Its noise changes from one window to the next.
 */
export function lastYearAt(world: World, tick: number): number {
  const { audience, successes } = world.setup.params;
  const block = Math.floor(tick / windowTicks(world, successes.windowSeconds));
  const z = normalQuantile(drawAt(world.rig.draws.lastYear, block, 0) * (1 - 1e-9) + 5e-10);
  return successes.normalShare * seasonOver(world, tick) * (1 + audience.lastYearNoiseSd * z);
}
