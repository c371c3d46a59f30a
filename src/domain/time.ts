import { clockWords } from './words/clock.ts';

/** Simulated time is counted in ticks from the start of an episode; a scenario says how many seconds a tick has. */
export type Tick = number;

/** How far apart scrapes and alert evaluations lie, in seconds: every 15 s, or every tick where a tick is longer. */
export const scrapeSeconds = (tickSeconds: number): number => (tickSeconds > 15 ? tickSeconds : 15);

/** The same in ticks: at least one. */
export const scrapeTicks = (tickSeconds: number): number => Math.round(scrapeSeconds(tickSeconds) / tickSeconds);

/**
 * How much slower a drill's time goes than minutes: 1 where a tick is at most a minute, else minutes of a tick. What people do "in five
 * minutes" on a fast drill they do in five ticks on a slow one.
 */
export const paceOf = (tickSeconds: number): number => Math.max(60, tickSeconds) / 60;

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The wall clock of the story at a tick, "HH:MM:SS", wrapping at midnight.
 * @param startClock the clock at tick 0, "HH:MM" or "HH:MM:SS"
 */
export function clockAt(startClock: string, tick: Tick, tickSeconds: number): string {
  const [h = 0, m = 0, s = 0] = startClock.split(':').map(Number);
  const total = h * 3600 + m * 60 + s + Math.round(tick * tickSeconds);
  const day = ((total % 86400) + 86400) % 86400;
  return `${two(Math.floor(day / 3600))}:${two(Math.floor(day / 60) % 60)}:${two(day % 60)}`;
}

/** Drills whose ticks are a minute or longer run for days: their clock is nothing without the day. */
export const runsForDays = (tickSeconds: number): boolean => tickSeconds >= 60;

/** The clock of the story as people read it: "02:10:40", or "day 3, 02:10" where a drill runs for days. @param startClock as for `clockAt` */
export function storyClock(startClock: string, tick: Tick, tickSeconds: number): string {
  const text = clockAt(startClock, tick, tickSeconds);
  if (!runsForDays(tickSeconds)) return text;
  const [hours = 0, minutes = 0] = startClock.split(':').map(Number);
  const day = Math.floor((hours * 3600 + minutes * 60 + tick * tickSeconds) / 86_400);
  return day < 0 ? text.slice(0, 5) : clockWords.onDay(day + 1, text.slice(0, 5));
}

/** A length of simulated time in words: "45 s", "6 min 20 s", "4 h", "3 d 2 h". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const s = whole < 3600 ? whole : Math.round(whole / 60) * 60;
  const { seconds: inSeconds, minutes, hours, days } = clockWords;
  if (s < 60) return inSeconds(s);
  if (s < 3600) return s % 60 === 0 || s >= 600 ? minutes(Math.round(s / 60)) : `${minutes(Math.floor(s / 60))} ${inSeconds(s % 60)}`;
  const h = Math.floor(s / 3600);
  const m = Math.round((s % 3600) / 60);
  if (h < 24) return m === 0 ? hours(h) : `${hours(h)} ${minutes(m)}`;
  return h % 24 === 0 ? days(h / 24) : `${days(Math.floor(h / 24))} ${hours(h % 24)}`;
}
