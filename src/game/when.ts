import { clockAt, duration, runsForDays, type Tick } from '../domain/time.ts';
import { clockText } from './debrief-clock.ts';
import type { Clock } from './debrief-facts.ts';
import { evidenceWords } from './words/evidence-panel.ts';
import { plotWords } from './words/plots.ts';

const DAY = 86_400; // seconds
const LONG_AGO_SECONDS = 12 * 3600; // beyond that a clock by itself would be taken for tonight's

/**
 * A moment as people read it: by the clock, or how long ago where the clock alone would mislead. On a drill of days clocks have their day,
 * but for what was before its first.
 * @param clock of a tick
 */
export function whenText(tick: Tick, now: Tick, tickSeconds: number, clock: (tick: Tick) => string): string {
  const seconds = (now - tick) * tickSeconds;
  const misleads = runsForDays(tickSeconds) ? tick < 0 : seconds > LONG_AGO_SECONDS;
  return misleads ? evidenceWords.changes.ago(duration(seconds)) : clock(tick);
}

/** "day 3", of a drill of days. */
export function dayText({ startClock, tickSeconds }: Clock, tick: Tick): string {
  const [hours = 0, minutes = 0, seconds = 0] = startClock.split(':').map(Number);
  return plotWords.day(Math.floor((hours * 3600 + minutes * 60 + seconds + tick * tickSeconds) / DAY) + 1);
}

/** Both ends of a range, the day said once where it is one: "day 3, 08:00" and "13:00". */
export function rangeTexts(from: Tick, to: Tick, clock: Clock): readonly [from: string, to: string] {
  const ends = [clockText(clock, from), clockText(clock, to)] as const;
  const day = `${dayText(clock, from)}, `;
  return ends[0].startsWith(day) && ends[1].startsWith(day) ? [ends[0], ends[1].slice(day.length)] : ends;
}

/** A moment below an axis, where there is room for a clock or a day: a midnight of a drill of days is its day. @param step ticks between two labels */
export function axisLabel(tick: Tick, step: Tick, clock: Clock): string {
  const time = clockAt(clock.startClock, tick, clock.tickSeconds).slice(0, 5);
  const newDay = time === '00:00' && runsForDays(clock.tickSeconds);
  return step * clock.tickSeconds >= DAY || newDay ? dayText(clock, tick) : time;
}

/** The day that stands beside an axis none of whose labels names one; null where one does, or on a drill of hours. @param shown ticks with a label */
export function axisDay(shown: readonly Tick[], step: Tick, clock: Clock): string | null {
  const first = shown[0];
  if (first === undefined || !runsForDays(clock.tickSeconds)) return null;
  return shown.some((tick) => axisLabel(tick, step, clock) === dayText(clock, tick)) ? null : dayText(clock, first);
}
