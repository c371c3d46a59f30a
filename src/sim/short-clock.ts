import { runsForDays, storyClock, type Tick } from '../domain/time.ts';
import type { Setup } from './plant.ts';

/** The clock of the story to the minute: nobody says seconds in a message. */
export function shortClock({ scenario }: Setup, tick: Tick): string {
  const { startClock, tickSeconds } = scenario.brief;
  const text = storyClock(startClock, tick, tickSeconds);
  return runsForDays(tickSeconds) ? text : text.slice(0, 5);
}
