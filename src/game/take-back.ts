import type { Change, LogEntry } from '../domain/action.ts';
import { isChange } from '../domain/action.ts';
import type { Menu, Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { changeTitles } from './words/change-titles.ts';
import { takeBackWords } from './words/take-back.ts';

/** The latest change, as far as it can be taken back. */
export interface TakeBack {
  readonly change: Change | null;
  readonly startedTick: Tick;
  readonly label: string; // "Scale to 10 replicas"; "" where there is none
  readonly always: boolean; // also once it has taken effect
  readonly untilTick: Tick | null; // when that stops being possible, where that is known
  readonly refusal: string | null;
}

const NONE: TakeBack = {
  change: null,
  startedTick: 0,
  label: '',
  always: false,
  untilTick: null,
  refusal: takeBackWords.none,
};

const sameApartFromGuess = (a: Change, b: Change): boolean =>
  JSON.stringify({ ...a, expect: null }) === JSON.stringify({ ...b, expect: null });

/**
 * What "take back" would do now. The world takes back the latest change and no other: any before it takes effect, and after that
 * those whose settings it can put back.
 */
export function takeBackOf(log: readonly LogEntry[], observation: Observation, menu: Menu): TakeBack {
  const last = log.findLast(({ action }) => isChange(action) || action.type === 'take-back');
  if (last === undefined || !isChange(last.action) || observation.over) return NONE;
  const change = last.action;
  const offers = menu.changes.filter((offer) => offer.action.type === change.type);
  const same = offers.find((each) => sameApartFromGuess(each.action, change));
  const offer = same ?? offers[0]; // what was done once may be offered no longer: its contrary stands there
  const always = offer?.reversible ?? false;
  const pending = observation.pending.find((each) => each.canTakeBack);
  const done = observation.changes.findLast(({ kind, tick }) => kind === 'player' && tick === last.tick);
  const label = same?.label ?? done?.text ?? changeTitles[change.type];
  const refusal = always || pending !== undefined ? null : takeBackWords.tooLate(label);
  return { change, startedTick: last.tick, label, always, untilTick: always ? null : (pending?.effectTick ?? null), refusal };
}
