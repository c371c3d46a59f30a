import { asTyped } from '../domain/as-typed.ts';
import { GUIDANCE, type Guidance } from '../domain/guidance.ts';
import { SEED } from '../domain/seed.ts';
import { addressWords } from './words/addresses.ts';

/** Where the reader is. Every route has one address, and every address leads to a route. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'play'; readonly scenario: string; readonly seed: string; readonly untimed: boolean; readonly mode?: Guidance }
  | { readonly screen: 'replay'; readonly payload: string }
  | { readonly screen: 'debrief'; readonly payload: string; readonly at: string | null } // at: a clock of the run, "02:10"
  | { readonly screen: 'story'; readonly payload: string };

export interface Parsed {
  readonly route: Route;
  readonly notice: string | null; // one sentence for the reader: what was expected, what came
}

const SLUG = /^[a-z0-9][a-z0-9-]{0,40}$/;
const PAYLOAD = /^[A-Za-z0-9_-]{4,8000}$/;
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?$/;

const MOST_PAYLOAD = 8000; // characters
const NOT_BUILT: Readonly<Record<string, string>> = addressWords.notBuilt;

const home = (notice: string | null): Parsed => ({ route: { screen: 'home' }, notice });

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function query(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const cut = pair.indexOf('=');
    found.set(decode(cut < 0 ? pair : pair.slice(0, cut)), cut < 0 ? '' : decode(pair.slice(cut + 1)));
  }
  return found;
}

function playRoute(id: string, asked: Map<string, string>): Parsed {
  if (!SLUG.test(id)) return home(addressWords.namesNoDrill(asTyped(id)));
  const seed = asked.get('seed');
  if (seed === undefined || seed === '') return home(addressWords.noSeed(id));
  if (!SEED.test(seed)) return home(addressWords.badSeed(asTyped(seed)));
  const untimed = asked.get('untimed');
  const mode = asked.get('mode');
  const found = GUIDANCE.find((each) => each === mode);
  const notice = mode === undefined || found !== undefined ? null : addressWords.badMode(asTyped(mode), GUIDANCE.join(', '));
  const way = found === undefined || found === 'solo' ? {} : { mode: found };
  return { route: { screen: 'play', scenario: id, seed, untimed: untimed !== undefined && untimed !== '0', ...way }, notice };
}

/**
 * Reads the part of an address from "#" on. Never throws; what cannot be read leads home with a notice.
 * @param hash as the browser gives it: "", "#/", "#/play/latency-spike?seed=7"
 */
export function parseAddress(hash: string): Parsed {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '' || text === '/') return home(null);
  const cut = text.indexOf('?');
  const asked = query(cut < 0 ? '' : text.slice(cut + 1));
  const [screen = '', ...rest] = (cut < 0 ? text : text.slice(0, cut)).replace(/^\//, '').split('/');
  const payload = rest[0] ?? '';
  const notBuilt = Object.hasOwn(NOT_BUILT, screen) ? NOT_BUILT[screen] : undefined;
  if (notBuilt !== undefined) return home(notBuilt);
  if (screen === 'play') return playRoute(decode(payload), asked);
  if (screen !== 'replay' && screen !== 'debrief' && screen !== 'story') {
    return home(addressWords.noPage(asTyped(decode(screen))));
  }
  if (payload.length > MOST_PAYLOAD) return home(addressWords.tooLong(MOST_PAYLOAD, payload.length));
  if (!PAYLOAD.test(payload)) {
    return home(addressWords.unreadable(screen, asTyped(payload)));
  }
  if (screen !== 'debrief') return { route: { screen, payload }, notice: null };
  const at = asked.get('t') ?? null;
  if (at !== null && !CLOCK.test(at))
    return {
      route: { screen, payload, at: null },
      notice: addressWords.badMoment(asTyped(at)),
    };
  return { route: { screen, payload, at }, notice: null };
}

/** The address of a route, from "#" on. */
export function addressOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/';
    case 'play':
      return `#/play/${route.scenario}?seed=${encodeURIComponent(route.seed)}${route.untimed ? '&untimed=1' : ''}${route.mode === undefined || route.mode === 'solo' ? '' : `&mode=${route.mode}`}`;
    case 'debrief':
      return `#/debrief/${route.payload}${route.at === null ? '' : `?t=${route.at}`}`;
    default:
      return `#/${route.screen}/${route.payload}`;
  }
}
