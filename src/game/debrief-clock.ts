import { duration, runsForDays, storyClock, type Tick } from '../domain/time.ts';
import type { Clock, Moment } from './debrief-facts.ts';

const DAY = 86_400; // seconds

/** The story's clock at a tick, "02:10"; on drills that run for days "day 3, 02:10". */
export function clockText({ startClock, tickSeconds }: Clock, tick: Tick): string {
  const text = storyClock(startClock, tick, tickSeconds);
  return runsForDays(tickSeconds) ? text : text.slice(0, 5);
}

/** The same to the second where a second matters: "02:10:40", "day 3, 02:10". */
export const fullClockText = ({ startClock, tickSeconds }: Clock, tick: Tick): string => storyClock(startClock, tick, tickSeconds);

/** The first tick at which the effect of a change could show: when it was carried out, or later where pods had to start first. */
export const firstShown = ({ effectTick, settlesSeconds }: Pick<Moment, 'effectTick' | 'settlesSeconds'>, clock: Clock): Tick | null =>
  effectTick === null ? null : effectTick + Math.round((settlesSeconds?.from ?? 0) / clock.tickSeconds);

const STEPS = [60, 300, 900, 1800, 3600, 21_600, 43_200, DAY]; // seconds
const WAITS = 180; // to sit through a whole episode

/** The step that time is handled in by hand, in seconds: a minute on a drill of hours, a day on one of half a year. */
export function handStep({ ticks, tickSeconds }: { readonly ticks: Tick; readonly tickSeconds: number }): number {
  const most = (ticks * tickSeconds) / WAITS;
  return STEPS.findLast((step) => step <= most && step >= tickSeconds) ?? Math.max(60, tickSeconds);
}

/** Some of those steps, in words: "10 min", "10 d". */
export const handSteps = (brief: { readonly ticks: Tick; readonly tickSeconds: number }, count: number): string =>
  duration(count * handStep(brief));

/** One of them in ticks, at least one. */
export const handTicks = (brief: { readonly ticks: Tick; readonly tickSeconds: number }): Tick =>
  Math.max(1, Math.round(handStep(brief) / brief.tickSeconds));

/** The tick at which the story's clock reads `text` ("02:10") first, at or after the start; null where it never does. */
export function tickAtClock(clock: Clock, text: string, endTick: Tick): Tick | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = clock.startClock.split(':').map(Number);
  const wanted = Number(match[1]) * 3600 + Number(match[2]) * 60;
  const away = (wanted - (hours * 3600 + minutes * 60 + seconds) + DAY) % DAY;
  const tick = Math.round(away / clock.tickSeconds);
  return tick <= endTick ? tick : null;
}

/** Ticks at which a time axis carries a label: on round clock times, at most `most` of them. */
export function timeTicks(clock: Clock, from: Tick, to: Tick, most: number): readonly Tick[] {
  const [hours = 0, minutes = 0, seconds = 0] = clock.startClock.split(':').map(Number);
  const start = hours * 3600 + minutes * 60 + seconds;
  const span = (to - from) * clock.tickSeconds;
  const step =
    [60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 28 * DAY].find(
      (s) => span / s <= most,
    ) ?? 56 * DAY;
  const ticks: Tick[] = [];
  for (let at = Math.ceil((start + from * clock.tickSeconds) / step) * step; at <= start + to * clock.tickSeconds; at += step)
    ticks.push(Math.round((at - start) / clock.tickSeconds));
  return ticks;
}

const LETTERS = 5; // of 02:10

/** Whether a moment is told with its day, so that it needs a line of its own. */
export const isDated = (clock: string): boolean => clock.length > LETTERS;
