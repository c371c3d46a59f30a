import type { Look } from './action.ts';

/** Whether two looks ask for the same. */
export function sameLook(one: Look, other: Look): boolean {
  if (one.type !== other.type) return false; // of most pairs this is all that need be read
  const [a, b] = [one, other] as unknown as [Record<string, unknown>, Record<string, unknown>];
  return Object.keys(a).every((key) => a[key] === b[key]) && Object.keys(b).every((key) => a[key] === b[key]);
}
