import type { Change } from '../domain/action.ts';
import type { Foretold, Span } from '../domain/observation.ts';
import { queueFactor } from './complications.ts';
import type { World } from './plant.ts';

/** The world moves in ticks: what would be there within one shows at its end. */
const inTicks = ({ from, to }: Span, tickSeconds: number): Span => {
  const up = (seconds: number): number => Math.ceil(seconds / tickSeconds - 1e-9) * tickSeconds;
  return { from: up(from), to: up(to) };
};

/** A time until a change shows, also while the deploy queue is busy. @param queued the part of it that is spent in the queue */
export function inQueueSeconds(seconds: Span, queued: Span, slower: number, tickSeconds: number): Span {
  const extra = slower - 1;
  return inTicks({ from: Math.round(seconds.from + queued.from * extra), to: Math.round(seconds.to + queued.to * extra) }, tickSeconds);
}

/** What a preview says now of the time of a change. */
export function foretoldOf(world: World, action: Change): Foretold {
  const { plant, system } = world.setup;
  const carriedOut = system.delays[action.type] ?? { from: 0, to: 0 };
  const { delaySeconds } = plant.preview(world, action);
  const { tickSeconds } = world.setup.scenario.brief;
  const settles = delaySeconds.to > carriedOut.to;
  return {
    delaySeconds: inQueueSeconds(delaySeconds, carriedOut, queueFactor(world), tickSeconds),
    settlesSeconds: settles ? { from: delaySeconds.from - carriedOut.from, to: delaySeconds.to - carriedOut.to } : null,
  };
}
