/**
 * A 64-bit hash of plain data, for telling two states apart. Not for security.
 * Key order does not matter, `undefined` properties count as absent, −0 equals 0, and every NaN is the same NaN.
 */
const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
view[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1;
const LOW = 1 - HIGH;

let a = 0;
let b = 0;

const feed = (word: number): void => {
  a = Math.imul(a ^ word, 0x9e3779b1);
  a ^= a >>> 15;
  b = Math.imul((b << 13) ^ (b >>> 19) ^ word, 0x85ebca77) + a;
  b |= 0;
};

const feedNumber = (value: number): void => {
  if (value !== value) {
    feed(0x7ff80000); // engines may keep other bits in a NaN
    feed(0);
    return;
  }
  view[0] = value + 0;
  feed(words[HIGH] as number);
  feed(words[LOW] as number);
};

const KEPT = 4096; // texts remembered: keys and states repeat
const textWords = new Map<string, number>();

/** A text as one word, worked out once. */
const wordOf = (text: string): number => {
  let word = textWords.get(text);
  if (word === undefined) {
    word = 0x811c9dc5 ^ text.length;
    for (let i = 0; i < text.length; i += 1) {
      word = Math.imul(word ^ text.charCodeAt(i), 0x01000193);
      word ^= word >>> 13;
    }
    if (textWords.size >= KEPT) textWords.clear();
    textWords.set(text, word);
  }
  return word;
};

const feedText = (text: string): void => {
  feed(text.length);
  feed(wordOf(text));
};

const feedFloats = (values: Float64Array): void => {
  let x = a;
  let y = b;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    let high = 0x7ff80000;
    let low = 0;
    if (value === value) {
      view[0] = value + 0;
      high = words[HIGH] as number;
      low = words[LOW] as number;
    }
    x = Math.imul(x ^ high, 0x9e3779b1);
    x ^= x >>> 15;
    y = (Math.imul((y << 13) ^ (y >>> 19) ^ high, 0x85ebca77) + x) | 0;
    x = Math.imul(x ^ low, 0x9e3779b1);
    x ^= x >>> 15;
    y = (Math.imul((y << 13) ^ (y >>> 19) ^ low, 0x85ebca77) + x) | 0;
  }
  a = x;
  b = y;
};

/** Properties in any order: each is hashed from its own start, and their sums are fed. */
const feedRecord = (record: Record<string, unknown>): void => {
  const [keptA, keptB] = [a, b];
  let sumA = 0;
  let sumB = 0;
  let count = 0;
  for (const key in record) {
    const item = record[key];
    if (item === undefined) continue;
    a = wordOf(key);
    b = ~a ^ key.length;
    feedAny(item);
    sumA = (sumA + finish(a)) | 0;
    sumB = (sumB + Math.imul(finish(a ^ b), 0x9e3779b1)) | 0;
    count += 1;
  }
  a = keptA;
  b = keptB;
  feed(10);
  feed(count);
  feed(sumA);
  feed(sumB);
};

const feedAny = (value: unknown): void => {
  switch (typeof value) {
    case 'number':
      feed(1);
      feedNumber(value);
      return;
    case 'string':
      feed(2);
      feedText(value);
      return;
    case 'boolean':
      feed(value ? 3 : 4);
      return;
    case 'undefined':
      feed(5);
      return;
    case 'object':
      break;
    default:
      throw new TypeError(`hashValue expected plain data, got a ${typeof value}`);
  }
  if (value === null) feed(6);
  else if (Array.isArray(value)) {
    feed(7);
    feed(value.length);
    for (let i = 0; i < value.length; i += 1) {
      const item: unknown = value[i];
      if (typeof item === 'number') {
        feed(1);
        feedNumber(item);
      } else feedAny(item);
    }
  } else if (value instanceof Float64Array) {
    feed(8);
    feed(value.length);
    feedFloats(value);
  } else if (ArrayBuffer.isView(value)) {
    if (value instanceof DataView || value instanceof BigInt64Array || value instanceof BigUint64Array) {
      throw new TypeError('hashValue expected a typed array of numbers');
    }
    const items = value as Int32Array;
    feed(9);
    feed(items.length);
    for (let i = 0; i < items.length; i += 1) feedNumber(items[i] as number);
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new TypeError(`hashValue expected a plain object, got ${value.constructor.name}`);
    }
    feedRecord(value as Record<string, unknown>);
  }
};

const finish = (word: number): number => {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const hex = (word: number): string => word.toString(16).padStart(8, '0');

/** 16 hex characters. @throws TypeError for functions, class instances, maps and the like */
export function hashValue(value: unknown): string {
  a = 0x2545f491;
  b = 0x6c078965;
  feedAny(value);
  const first = finish(a ^ finish(b));
  return hex(first) + hex(finish(b + first));
}
