import type { Tick } from '../../domain/time.ts';
import { clockAt, duration } from '../../domain/time.ts';
import { bodyWords } from '../../game/words/evidence-body.ts';

/** When a piece of evidence was read, and how its ticks are told as clocks. */
export interface ReadAt {
  readonly startClock: string;
  readonly tickSeconds: number;
  readonly now: Tick;
}

const DAY = 86_400; // seconds
const HOUR = 3600;

/** "3 d ago", "20 min ago", "now", "in 6 h": how far a moment lies from the reading. Days stand alone, hours do not matter then. */
export function fromNow(tick: Tick, at: ReadAt): string {
  const seconds = (tick - at.now) * at.tickSeconds;
  const away = Math.abs(seconds);
  if (away < Math.max(60, at.tickSeconds)) return bodyWords.now;
  const said = away >= 2 * DAY ? bodyWords.days(Math.round(away / DAY)) : duration(away >= HOUR ? Math.round(away / HOUR) * HOUR : away);
  return seconds < 0 ? bodyWords.ago(said) : bodyWords.inTime(said);
}

/** The clock of a moment, "18:40"; "" where it lies so far away that its minute means nothing. */
export const clockOf = (tick: Tick, at: ReadAt): string =>
  Math.abs(tick - at.now) * at.tickSeconds >= 14 * DAY ? '' : clockAt(at.startClock, tick, at.tickSeconds).slice(0, 5);
