import type { Observation } from '../domain/observation.ts';
import { paceOf, type Tick } from '../domain/time.ts';
import type { System } from '../scenario/system.ts';

/** How it stands with word to those who wait: how long ago the clock began, and between when and when the next update is best. */
export interface Cadence {
  readonly state: 'soon' | 'in-time' | 'overdue';
  readonly lastTick: Tick | null; // of the last update; null: none yet, counted from the page
  readonly sinceSeconds: number; // since the last update, or since the page
  readonly fromSeconds: number; // after which the next is not too soon
  readonly untilSeconds: number; // after which it is overdue
}

const MINUTE = 60;
const FIRST_WITHIN = 10 * MINUTE; // of the page, at the pace of the drill
const NEXT_FROM = 0.75; // of the time in which people are content without a word: 15 minutes where that is 20
const NEXT_UNTIL = 1.5;

/** For how long those who wait are content without a word. */
export const patienceSeconds = (system: Pick<System, 'parts'>): number =>
  (system.parts['stakeholder'] as { readonly silenceSeconds: number }).silenceSeconds;

/** The cadence of updates at this moment; null before anybody was paged, when there is nothing to tell. */
export function cadenceOf(
  { tick, pageTick, conversation }: Pick<Observation, 'tick' | 'pageTick' | 'conversation'>,
  tickSeconds: number,
  patience: number, // in seconds
): Cadence | null {
  const lastTick = conversation.findLast((line) => line.from === 'you')?.tick ?? null;
  const start = lastTick ?? pageTick;
  if (start === null) return null;
  const sinceSeconds = (tick - start) * tickSeconds;
  const fromSeconds = lastTick === null ? 0 : NEXT_FROM * patience;
  const untilSeconds = lastTick === null ? FIRST_WITHIN * paceOf(tickSeconds) : NEXT_UNTIL * patience;
  const state = sinceSeconds < fromSeconds ? 'soon' : sinceSeconds <= untilSeconds ? 'in-time' : 'overdue';
  return { state, lastTick, sinceSeconds, fromSeconds, untilSeconds };
}
