import { Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { MOST_TICKS } from './schema-fields.ts';
import type { PlantKind, System } from './system.ts';

const HOUR = 3600;
const MOST_ARRIVALS = 500_000; // in a tick: a cell's are drawn from a million chances, and a surge needs room above the mean

/** Lengths of a tick that are the only ones a kind of system can be stepped by, and why. */
const FIXED: Readonly<Partial<Record<PlantKind, { readonly seconds: number; readonly because: string }>>> = {
  serving: { seconds: 1, because: 'queues of a serving path are stepped by the second' },
  scoring: { seconds: HOUR, because: 'schedules, batches and labels of a scoring system run by the hour' },
};

const largest = (list: Cursor): number => Math.max(...list.items().map((item) => item.number() ?? 1), 0);

/** Where versions are exposed, figures are counted over windows of the system: a tick must fit into them, and hours must begin with one. */
function exposureIssues(at: Cursor, seconds: number, { parts }: System): readonly Issue[] {
  if (!Number.isInteger(seconds) || HOUR % seconds !== 0)
    return [at.issue(`expected a whole number of seconds that divides an hour, so that hours begin with a tick, got ${seconds}`)];
  const own = new Cursor(parts);
  const windows = (['windowSeconds', 'shortSeconds'] as const).flatMap((name) => {
    const length = own.get('successes').get(name).number();
    return length === undefined || length % seconds === 0
      ? []
      : [
          at.issue(
            `expected a length that divides successes.${name} of the system, ${length} s, over which figures are counted, got ${seconds}`,
          ),
        ];
  });
  const audience = own.get('audience');
  const most =
    (audience.get('arrivalsPerSecond').number() ?? 0) * seconds * largest(audience.get('byHour')) * largest(audience.get('byWeekday'));
  const crowd =
    most > MOST_ARRIVALS
      ? [
          at.issue(
            `expected at most ${MOST_ARRIVALS} arrivals in a tick, got ${Math.round(most)} at the busiest hour of the system: shorten the tick`,
          ),
        ]
      : [];
  return [...windows, ...crowd];
}

/** Faults of the length of a tick: those that the system's kind cannot be played with. */
export function tickLengthIssues(at: Cursor, system: System): readonly Issue[] {
  const seconds = at.number();
  if (seconds === undefined || !(seconds > 0)) return [];
  const fixed = FIXED[system.plant];
  if (fixed === undefined) return exposureIssues(at, seconds, system);
  return seconds === fixed.seconds ? [] : [at.issue(`expected ${fixed.seconds} on "${system.id}": ${fixed.because}, got ${seconds}`)];
}

/** A tick that the schema lets pass. */
function tickOf(at: Cursor): number | undefined {
  const tick = at.number();
  return tick !== undefined && Number.isInteger(tick) && tick >= 0 && tick <= MOST_TICKS ? tick : undefined;
}

export interface Clock {
  readonly ticks: number;
  readonly page: number;
  readonly onset: number;
  readonly seconds: number; // of a tick
}

/** A clock by which other times can be judged; null where it is itself at fault, or else each of them would be. */
export function soundClock(clock: Cursor): Clock | null {
  const [ticks, page, onset] = [clock.get('ticks'), clock.get('pageTick'), clock.get('onset').get('tick')].map(tickOf);
  const seconds = clock.get('tickSeconds').number();
  if (ticks === undefined || page === undefined || onset === undefined || seconds === undefined || !(seconds > 0)) return null;
  return onset < page && page < ticks ? { ticks, page, onset, seconds } : null;
}

/** Faults of where the onset, the page and the end lie. */
export function clockIssues(clock: Cursor): readonly Issue[] {
  const [ticks, page, onset] = [clock.get('ticks'), clock.get('pageTick'), clock.get('onset').get('tick')].map(tickOf);
  const jitter = tickOf(clock.get('onset').get('jitter')) ?? 0;
  if (ticks === undefined || page === undefined || onset === undefined) return [];
  const early = onset - jitter < 0 ? [clock.get('onset').issue('expected the onset to lie after tick 0, jitter included')] : [];
  const late =
    onset + jitter >= page
      ? [clock.get('pageTick').issue(`expected the page to come after the onset (tick ${onset} ± ${jitter}), got ${page}`)]
      : [];
  const end = page >= ticks ? [clock.get('ticks').issue(`expected the episode to last beyond the page (tick ${page}), got ${ticks}`)] : [];
  return [...early, ...late, ...end];
}
