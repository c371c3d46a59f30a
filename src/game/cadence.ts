import type { LogEntry } from '../domain/action.ts';
import { leftOut, type UpdateNeed } from '../domain/full-update.ts';
import type { Observation } from '../domain/observation.ts';
import { paceOf, type Tick } from '../domain/time.ts';

/** How it stands with word to those who wait: how long ago the clock began, and between when and when the next update is best. */
export interface Cadence {
  readonly state: 'soon' | 'in-time' | 'overdue';
  readonly lastTick: Tick | null; // of the last update; null: none yet, counted from the page
  readonly leftOut: readonly UpdateNeed[]; // by the last update
  readonly sinceSeconds: number; // since the last update, or since the page
  readonly fromSeconds: number; // after which the next is not too soon
  readonly untilSeconds: number; // after which it is overdue
  readonly falling: boolean; // trust falls by now
}

const MINUTE = 60;
const FIRST_WITHIN = 10 * MINUTE; // of the page, at the pace of the drill
const NEXT_FROM = 0.75; // of the time in which people are content without a word: for then an update promises the next one

/** From when on another update earns trust: after a full one when it was promised, after a thin one as soon as one counts at all. */
const fromAfter = (thin: boolean, { contentSeconds, tooSoonSeconds }: Observation['patience']): number =>
  Math.min(contentSeconds, thin ? tooSoonSeconds : Math.max(tooSoonSeconds, NEXT_FROM * contentSeconds));

/**
 * The cadence of updates at this moment; null before anybody was paged, when there is nothing to tell.
 * @param log accepted entries only
 */
export function cadenceOf(
  { tick, pageTick, patience }: Pick<Observation, 'tick' | 'pageTick' | 'patience'>,
  log: readonly LogEntry[],
  tickSeconds: number,
): Cadence | null {
  if (pageTick === null) return null;
  const sent = log.flatMap((entry) =>
    entry.action.type === 'message' && entry.tick >= pageTick ? [{ tick: entry.tick, blocks: entry.action.blocks }] : [],
  );
  const last = sent.at(-1);
  const missing = last === undefined ? [] : leftOut(last.blocks);
  const { contentSeconds } = patience;
  const sinceSeconds = (tick - (last?.tick ?? pageTick)) * tickSeconds;
  const fromSeconds = last === undefined ? 0 : fromAfter(missing.length > 0, patience);
  const untilSeconds = last === undefined ? Math.min(contentSeconds, FIRST_WITHIN * paceOf(tickSeconds)) : contentSeconds;
  const state = sinceSeconds < fromSeconds ? 'soon' : sinceSeconds <= untilSeconds ? 'in-time' : 'overdue';
  const falling = sinceSeconds > contentSeconds;
  return { state, lastTick: last?.tick ?? null, leftOut: missing, sinceSeconds, fromSeconds, untilSeconds, falling };
}
