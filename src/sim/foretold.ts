import type { Change } from '../domain/action.ts';
import type { Foretold, Span } from '../domain/observation.ts';
import { queueFactor } from './complications.ts';
import type { World } from './plant.ts';

/** A time until a change shows, while the deploy queue is busy. @param queued the part of it that is spent in the queue */
export const inQueueSeconds = (seconds: Span, queued: Span, slower: number): Span =>
  slower === 1
    ? seconds
    : { from: Math.round(seconds.from + queued.from * (slower - 1)), to: Math.round(seconds.to + queued.to * (slower - 1)) };

/** What a preview says now of the time of a change. */
export function foretoldOf(world: World, action: Change): Foretold {
  const { plant, system } = world.setup;
  const carriedOut = system.delays[action.type] ?? { from: 0, to: 0 };
  const { delaySeconds } = plant.preview(world, action);
  const settles = delaySeconds.to > carriedOut.to;
  return {
    delaySeconds: inQueueSeconds(delaySeconds, carriedOut, queueFactor(world)),
    settlesSeconds: settles ? { from: delaySeconds.from - carriedOut.from, to: delaySeconds.to - carriedOut.to } : null,
  };
}
