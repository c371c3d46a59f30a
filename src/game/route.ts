import { GUIDANCE, type Guidance } from '../domain/guidance.ts';

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

export const SEED = /^[A-Za-z0-9._-]{1,64}$/;
const SLUG = /^[a-z0-9][a-z0-9-]{0,40}$/;
const PAYLOAD = /^[A-Za-z0-9_-]{4,8000}$/;
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?$/;

const NOT_BUILT: Readonly<Record<string, string>> = {
  daily: 'The daily drill is not open yet. Here are the drills that are.',
  compare: 'Comparing two runs is not open yet. Each of the two links opens on its own.',
  selfcheck: 'The self-check is not open yet.',
};

const home = (notice: string | null): Parsed => ({ route: { screen: 'home' }, notice });
const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

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
  if (!SLUG.test(id)) return home(`That address names no drill: expected one such as "latency-spike", got "${clip(id)}".`);
  const seed = asked.get('seed');
  if (seed === undefined || seed === '')
    return home(`That address of the drill "${id}" has no seed: expected "?seed=" and a word or number.`);
  if (!SEED.test(seed)) return home(`That seed cannot be played: expected 1 to 64 letters, digits, dots or dashes, got "${clip(seed)}".`);
  const untimed = asked.get('untimed');
  const mode = asked.get('mode');
  const found = GUIDANCE.find((each) => each === mode);
  const notice =
    mode === undefined || found !== undefined ? null : `The mode "${clip(mode)}" is not known: expected ${GUIDANCE.join(', ')}.`;
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
    return home(`There is no page at "#/${clip(decode(screen))}". This is the first one.`);
  }
  if (payload.length > 8000) return home(`That link is too long to open: expected at most 8,000 characters, got ${payload.length}.`);
  if (!PAYLOAD.test(payload)) {
    return home(
      `That link to a ${screen} cannot be read: expected letters, digits, "-" and "_" after "#/${screen}/", got "${clip(payload)}". It may have been cut off.`,
    );
  }
  if (screen !== 'debrief') return { route: { screen, payload }, notice: null };
  const at = asked.get('t') ?? null;
  if (at !== null && !CLOCK.test(at))
    return {
      route: { screen, payload, at: null },
      notice: `The moment "${clip(at)}" was not understood: expected a clock such as "02:10".`,
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
