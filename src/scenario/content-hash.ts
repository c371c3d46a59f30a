/** JSON with the keys of every object sorted: equal data give equal text. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => sortedJson(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${sortedJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** 16 hex characters over data, the same for any order of keys. Tells two contents apart; not for security. */
export function contentHash(value: unknown): string {
  const text = sortedJson(value);
  let a = 0x9e3779b9 ^ text.length;
  let b = 0x243f6a88;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x85ebca6b);
    a ^= a >>> 13;
    b = Math.imul(((b << 7) | (b >>> 25)) ^ code, 0xc2b2ae35) ^ (a >>> 3);
  }
  a = Math.imul(a ^ (b >>> 15), 0x27d4eb2f);
  b = Math.imul(b ^ (a >>> 16), 0x165667b1);
  return hex(a) + hex(b);
}
