/** Share of lookups that miss a cache. */
export const missShare = (hitShare: number): number => 1 - hitShare;

/**
 * How many times the load behind a cache grows when its hit share goes from one value to another: (1 − after) / (1 − before).
 * Infinity from a perfect cache to a worse one, 1 where neither lets anything through.
 */
export function loadAmplification(hitBefore: number, hitAfter: number): number {
  const before = missShare(hitBefore);
  const after = missShare(hitAfter);
  return before === 0 && after === 0 ? 1 : after / before;
}
