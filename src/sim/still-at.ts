import type { Tick } from '../domain/time.ts';
import type { World } from './plant.ts';

/**
 * The world of something that is shown of a tick and worked out when it is first read: programs that play ask often and read little.
 * @throws once the world has moved on
 */
export function stillAt(world: World, tick: Tick): World {
  if (world.state.tick !== tick)
    throw new Error(`expected what is shown at tick ${tick} to be read before the world moves on, got tick ${world.state.tick}`);
  return world;
}
