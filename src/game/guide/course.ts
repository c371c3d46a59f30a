import { isChange, type LogEntry } from '../../domain/action.ts';
import { departureOf, edgeOf } from '../../domain/departure.ts';
import { formatValue } from '../../domain/metric.ts';
import type { Observation } from '../../domain/observation.ts';
import { scrapeTicks, type Tick } from '../../domain/time.ts';

/** What became of the free metric since the player's last change began to show. */
export interface Course {
  readonly way: 'worse' | 'same' | 'better' | 'back';
  readonly was: string; // at the change, as players read it
  readonly now: string;
  readonly title: string;
  readonly since: Tick; // of that change
}

const SCRAPES = 2; // after the effect, before anything is said of it
const WORSE = 1.12; // times the departure at the change
const BETTER = 0.7;

/**
 * The course of the pager metric after the latest change; null while none has had time to show.
 * @param log accepted entries only
 */
export function courseOf(observation: Observation, log: readonly LogEntry[], tickSeconds: number): Course | null {
  const last = log.findLast(({ action }) => isChange(action) || action.type === 'take-back');
  if (last === undefined) return null;
  const pending = observation.pending.some((one) => one.effectTick > observation.tick);
  const scrape = scrapeTicks(tickSeconds);
  const shownFrom: Tick = observation.pending.reduce((from, one) => Math.max(from, one.effectTick), last.tick) + SCRAPES * scrape;
  if (pending || observation.tick < shownFrom) return null;
  const { metric, ticks, values } = observation.pager;
  const at = (tick: Tick): number => values[ticks.findLastIndex((each) => each <= tick)] ?? NaN;
  const [then, now] = [at(last.tick), at(observation.tick)];
  if (!Number.isFinite(then) || !Number.isFinite(now)) return null;
  const [was, is] = [departureOf(metric, then), departureOf(metric, now)];
  const way = is <= edgeOf(metric) ? 'back' : is > was * WORSE ? 'worse' : is < was * BETTER ? 'better' : 'same';
  return { way, was: formatValue(then, metric.unit), now: formatValue(now, metric.unit), title: metric.title, since: last.tick };
}
