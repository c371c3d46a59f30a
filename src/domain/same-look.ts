import type { Look } from './action.ts';

interface Asked {
  readonly type: Look['type'];
}

/** Whether two looks, or two patterns of looks, ask for the same. */
export function sameLook(one: Asked, other: Asked): boolean {
  if (one.type !== other.type) return false; // of most pairs this is all that need be read
  const [a, b] = [one, other] as unknown as [Record<string, unknown>, Record<string, unknown>];
  return Object.keys(a).every((key) => a[key] === b[key]) && Object.keys(b).every((key) => a[key] === b[key]);
}
