/**
 * Makes every text in plain data the one copy that an engine keeps of it, in place. Texts from a file are copies of their own, and
 * comparing two copies, or finding one in a map, reads them letter by letter; one copy is compared by its address.
 */
export function internTexts<T>(value: T): T {
  if (typeof value === 'string') return textOf(value) as T;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) holder[key] = internTexts(holder[key]);
  return value;
}

/** Names of properties are kept once by every engine, so a text comes back as that copy. */
const textOf = (text: string): string => Object.keys({ [text]: 0 })[0] as string;
