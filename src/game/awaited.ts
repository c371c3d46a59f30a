import type { Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';

const SHOWS_SECONDS = 60; // from the first effect of a change until a scrape has it in the figures

/**
 * When the next thing that the player set off can be seen: a change that takes effect, a colleague who comes, a look that a colleague
 * brings. Null where nothing is under way.
 */
export function nextAwaited({ pending, colleagues, tick }: Observation, tickSeconds: number): Tick | null {
  const ahead = [
    ...pending.filter(({ effectTick }) => effectTick > tick).map(({ effectTick }) => effectTick + Math.ceil(SHOWS_SECONDS / tickSeconds)),
    ...colleagues.flatMap(({ hereTick, busyUntil }) => [hereTick ?? tick, busyUntil ?? tick]).filter((at) => at > tick),
  ];
  return ahead.length === 0 ? null : Math.min(...ahead);
}
