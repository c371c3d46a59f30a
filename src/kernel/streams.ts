import seedrandom from 'seedrandom';
import { normalQuantile } from './math.ts';

/** Plain data: where a stream stands. Restoring it continues with the very next draw. */
export interface StreamState {
  readonly c: number;
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
}

/** A sequence of draws that belongs to one part and one purpose, so that drawing from it moves no other. */
export interface Stream {
  /** The next draw, uniform in [0, 1), 32 bits. */
  next(): number;
  /** The next draw as a standard normal, by the inverse distribution function: one draw, so counts stay fixed. */
  normal(): number;
  state(): StreamState;
}

const wrap = (source: seedrandom.StatefulPRNG<seedrandom.State.Alea>): Stream => ({
  next: source,
  normal: () => normalQuantile(source() + 1.1641532182693481e-10), // + 2^-33: the middle of the cell, never 0 or 1
  state: () => source.state(),
});

/** The stream of a seed, a part and a purpose, at its first draw. */
export const openStream = (seed: string, part: string, purpose: string): Stream =>
  wrap(seedrandom.alea(JSON.stringify([seed, part, purpose]), { state: true }));

/** A stream that goes on where `state` was taken. */
export const restoreStream = (state: StreamState): Stream => wrap(seedrandom.alea('', { state: { ...state } }));

// Keyed draws depend on their key alone: asked in any order, any number of times, the answer for a key is the same.

/** A 64-bit hash of a text, as two 32-bit words. */
interface Words {
  readonly a: number;
  readonly b: number;
}

const hashText = (text: string): Words => {
  let a = 0x9e3779b9 ^ text.length;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b ^ code, 0x1b873593);
    b = (b << 13) | (b >>> 19);
    b = (Math.imul(b, 5) + a) | 0;
  }
  return { a, b };
};

const KEPT = 4096; // texts remembered; a sweep over many seeds starts again rather than grow
const texts = new Map<string, Words>();

const wordsOf = (text: string): Words => {
  let words = texts.get(text);
  if (words === undefined) {
    if (texts.size >= KEPT) texts.clear();
    words = hashText(text);
    texts.set(text, words);
  }
  return words;
};

/** The finaliser of MurmurHash3 (Appleby, public domain): every input bit moves every output bit. */
const mix = (word: number): number => {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** What tells one sequence of keyed draws from another, worked out once: for draws that are asked for at every scrape. */
export interface DrawKey {
  readonly a: number;
  readonly b: number;
}

export function drawKey(seed: string, part: string, purpose: string): DrawKey {
  let a = 0x2545f491;
  let b = 0x6c078965;
  for (const text of [seed, part, purpose]) {
    const words = wordsOf(text);
    a = mix(Math.imul(a, 0x9e3779b1) + words.a);
    b = mix((Math.imul(b, 0x85ebca77) + words.b) ^ a);
  }
  return { a, b };
}

/**
 * A draw in [0, 1) with 53 bits, for one item (a pod, a trace, a row).
 * @param tick whole number; @param index which item of that tick
 */
export function drawAt(key: DrawKey, tick: number, index: number): number {
  let a = mix(key.a ^ Math.imul(tick, 0x9e3779b1));
  let b = mix(key.b + Math.imul(index, 0x85ebca77) + a);
  a = mix(a + Math.imul(b, 0xc2b2ae3d) + index);
  b = mix(b ^ a ^ Math.imul(tick, 0x27d4eb2f));
  return ((a >>> 5) * 67108864 + (b >>> 6)) * 1.1102230246251565e-16; // 27 + 26 bits over 2^53
}

let last: { readonly seed: string; readonly part: string; readonly purpose: string; readonly key: DrawKey } | null = null;

/** The same for a key that is asked for now and then. */
export function keyedDraw(seed: string, part: string, purpose: string, tick: number, index: number): number {
  if (last === null || seed !== last.seed || part !== last.part || purpose !== last.purpose)
    last = { seed, part, purpose, key: drawKey(seed, part, purpose) };
  return drawAt(last.key, tick, index);
}
