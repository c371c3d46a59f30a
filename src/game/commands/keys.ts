import { keyWords } from '../words/keys.ts';

/** Where a key acts: while the pager rings, in a drill that was taken, in both, or on every screen. */
export type Where = 'page' | 'play' | 'drill' | 'anywhere';
export type Place = 'page' | 'play' | 'other';

const PLACES: Readonly<Record<Where, readonly Place[]>> = {
  page: ['page'],
  play: ['play'],
  drill: ['page', 'play'],
  anywhere: ['page', 'play', 'other'],
};

/** A command that a single key can be bound to. */
export interface Bindable {
  readonly id: string; // of the command
  readonly words: string;
  readonly key: string; // by default; "" for none
  readonly where: Where;
}

const bindable = (id: keyof typeof keyWords.commands, key: string, where: Where = 'play'): Bindable => ({
  id,
  words: keyWords.commands[id],
  key,
  where,
});

export const BINDABLE: readonly Bindable[] = [
  bindable('time/pause', ' ', 'drill'),
  bindable('time/speed-1', '1'),
  bindable('time/speed-4', '2'),
  bindable('time/speed-16', '3'),
  bindable('time/wait', '.'),
  bindable('tell/acknowledge', 'a', 'page'),
  bindable('show/metrics', 'm'),
  bindable('show/data', 'f'),
  bindable('show/segments', 's'),
  bindable('show/model', 'o'),
  bindable('show/experiment', 'x'),
  bindable('show/logs', 'l'),
  bindable('show/traces', 't'),
  bindable('show/changes', 'd'),
  bindable('show/calendar', 'k'),
  bindable('show/alerts', 'a'),
  bindable('show/board', 'h'),
  bindable('show/map', 'g'),
  bindable('show/actions', 'e'),
  bindable('show/notes', 'n'),
  bindable('tell/message', 'c'),
  bindable('tell/colleagues', 'p'),
  bindable('prove/verify', 'v'),
  bindable('prove/take-back', 'z'),
  bindable('guide/help', 'i'),
  bindable('board/claim', ''),
  bindable('prove/leave-alone', ''),
  bindable('prove/resolve', ''),
  bindable('go/help', '?', 'anywhere'),
  bindable('go/settings', '', 'anywhere'),
  bindable('sound/mute', 'u', 'anywhere'),
];

/** Keys that a reader chose, by command; "" where a command shall have none. What is left out keeps its default. */
export type Keys = Readonly<Record<string, string>>;

const known = (id: string): Bindable | undefined => BINDABLE.find((each) => each.id === id);
const own = (keys: Keys, id: string): string | undefined => (Object.hasOwn(keys, id) ? keys[id] : undefined);
/** Whether a key that acts somewhere acts in this place. */
export const standsIn = (where: Where, place: Place): boolean => PLACES[where].includes(place);
const meet = (a: Where, b: Where): boolean => PLACES[a].some((place) => PLACES[b].includes(place));

/** A single printed character, in lower case. Enter, Tab, Esc, arrows and F-keys keep the use that every page gives them. */
const isKey = (key: string): boolean => [...key].length === 1 && key === key.toLowerCase() && !/[\p{C}\p{M}]/u.test(key);

/** The key of a command now, "" for none. A chosen key takes precedence over another command's default. */
export function keyOf(keys: Keys, id: string): string {
  const command = known(id);
  if (command === undefined) return '';
  const chosen = own(keys, id);
  if (chosen !== undefined) return chosen;
  const taken = BINDABLE.some((other) => other.id !== id && own(keys, other.id) === command.key && meet(other.where, command.where));
  return taken ? '' : command.key;
}

/** The command that a key stands for in a place; null for none. */
export function commandAt(keys: Keys, key: string, place: Place): string | null {
  if (key === '') return null;
  return BINDABLE.find((each) => standsIn(each.where, place) && keyOf(keys, each.id) === key)?.id ?? null;
}

export type Rebound =
  | { readonly kind: 'done'; readonly keys: Keys }
  | { readonly kind: 'taken'; readonly by: Bindable; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Another key for a command. One that is in use where this command acts is not taken away silently: the answer says by what. */
export function rebind(keys: Keys, id: string, pressed: string): Rebound {
  const command = known(id);
  if (command === undefined) return { kind: 'refused', reason: keyWords.unknown(id) };
  const key = pressed.toLowerCase();
  if (!isKey(key)) return { kind: 'refused', reason: keyWords.notAKey };
  const by = BINDABLE.find((other) => other.id !== id && meet(other.where, command.where) && keyOf(keys, other.id) === key);
  if (by !== undefined) return { kind: 'taken', by, reason: keyWords.taken(keyName(key), by.words) };
  return { kind: 'done', keys: withKey(keys, id, key) };
}

/** The same, where the reader has said that the other command shall lose its key. */
export function takeKey(keys: Keys, id: string, from: string, pressed: string): Rebound {
  return rebind(withKey(keys, from, ''), id, pressed);
}

/** A key, or none, for a command; its default is kept by leaving it out. */
export function withKey(keys: Keys, id: string, key: string): Keys {
  const rest = Object.fromEntries(Object.entries(keys).filter(([other]) => other !== id));
  return known(id)?.key === key ? rest : { ...rest, [id]: key };
}

/** Keys from whatever storage held: known commands and single characters; of two that clash the first stays. */
export function readKeys(kept: unknown): Keys {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  let keys: Keys = {};
  for (const { id } of BINDABLE) {
    const key: unknown = Object.hasOwn(kept, id) ? (kept as Record<string, unknown>)[id] : undefined;
    if (key === '') keys = withKey(keys, id, '');
    else if (typeof key === 'string' && isKey(key)) {
      const where = known(id)!.where;
      const clash = BINDABLE.some((other) => other.id !== id && own(keys, other.id) === key && meet(other.where, where));
      if (!clash) keys = withKey(keys, id, key);
    }
  }
  return keys;
}

/** A key as it is written on a key cap. */
export const keyName = (key: string): string => (key === ' ' ? keyWords.space : key.toUpperCase());
