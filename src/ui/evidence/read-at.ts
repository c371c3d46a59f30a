import type { Tick } from '../../domain/time.ts';
import { duration, runsForDays } from '../../domain/time.ts';
import { clockText } from '../../game/debrief-clock.ts';
import { dayText } from '../../game/when.ts';
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

const FAR = 14 * DAY; // so far away that a minute means nothing

/** The clock of a moment, "18:40", with its day on a drill of days; far away the day alone, or "". */
export function clockOf(tick: Tick, at: ReadAt): string {
  const dated = runsForDays(at.tickSeconds) && tick >= 0;
  if (Math.abs(tick - at.now) * at.tickSeconds >= FAR) return dated ? dayText(at, tick) : '';
  return clockText(at, tick);
}
