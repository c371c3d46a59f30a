import type { Command } from './command.ts';
import { BINDABLE, keyOf, standsIn, type Bindable, type Keys, type Place } from './keys.ts';

type Offer = Pick<Command, 'id' | 'refusal'>;

/** Where nobody keeps the clock, its pace is refused for good: what is refused only for now is worth its key. */
const ofClock = (id: string): boolean => id === 'time/pause' || id.startsWith('time/speed-');

/** Commands with a key that can be used here: in a drill those that it offers, elsewhere all, to be read up on. */
export function keysHere(keys: Keys, place: Place, offered: readonly Offer[]): readonly Bindable[] {
  const keyed = BINDABLE.filter(({ id }) => keyOf(keys, id) !== '');
  if (place === 'other') return keyed;
  const offers = new Set(offered.filter(({ id, refusal }) => refusal === null || !ofClock(id)).map(({ id }) => id));
  return keyed.filter(({ id, where }) => standsIn(where, place) && offers.has(id));
}
