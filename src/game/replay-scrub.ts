import type { Tick } from '../domain/time.ts';
import { handStep } from './debrief-clock.ts';
import type { Moment, RunFacts } from './debrief-facts.ts';
import { replayWords } from './words/replay.ts';

/** A place on the replay's time line that is worth stepping to: a moment of the run, or a change that is carried out. */
export interface Stop {
  readonly tick: Tick;
  readonly titles: readonly string[];
}

/** All stops in order, one a tick. */
export function stopsOf(run: RunFacts): readonly Stop[] {
  const at = new Map<Tick, string[]>();
  const add = (tick: Tick, title: string): void => {
    if (tick >= 0 && tick <= run.endTick) at.set(tick, [...(at.get(tick) ?? []), title]);
  };
  for (const moment of run.moments) {
    add(moment.tick, moment.title);
    if (moment.effectTick !== null && moment.kind === 'change' && moment.effectTick > moment.tick)
      add(moment.effectTick, replayWords.time[moment.settlesSeconds === null ? 'beginsToShow' : 'carriedOut'](moment.title));
  }
  return [...at.entries()].sort(([a], [b]) => a - b).map(([tick, titles]) => ({ tick, titles }));
}

export const nextStop = (stops: readonly Stop[], tick: Tick): Stop | null => stops.find((stop) => stop.tick > tick) ?? null;

export const previousStop = (stops: readonly Stop[], tick: Tick): Stop | null => stops.findLast((stop) => stop.tick < tick) ?? null;

/** What the player had done by a tick, newest first. */
export const doneBy = (run: RunFacts, tick: Tick): readonly Moment[] => run.moments.filter((moment) => moment.tick <= tick).toReversed();

/** The step by hand of this run, seconds: a minute, or more where the episode takes days. */
export const stepOf = ({ clock, endTick }: Pick<RunFacts, 'clock' | 'endTick'>): number =>
  handStep({ ticks: endTick, tickSeconds: clock.tickSeconds });

/** A tick moved by a whole number of such steps (at least one tick), inside the episode. */
export function stepBy(run: RunFacts, tick: Tick, steps: number): Tick {
  const ticks = Math.max(1, Math.round((Math.abs(steps) * stepOf(run)) / run.clock.tickSeconds)) * (steps < 0 ? -1 : 1);
  return Math.max(0, Math.min(run.endTick, tick + ticks));
}
