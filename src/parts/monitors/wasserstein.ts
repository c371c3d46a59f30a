/**
 * Wasserstein-1, the earth mover's distance: the area between two empirical distribution functions, in the unit of the values.
 * @param reference, window values in ascending order, none missing @returns NaN where either is empty
 */
export function wasserstein(reference: ArrayLike<number>, window: ArrayLike<number>): number {
  const [n, m] = [reference.length, window.length];
  if (n === 0 || m === 0) return NaN;
  let area = 0;
  let at = Math.min(reference[0] as number, window[0] as number);
  for (let i = 0, j = 0; i < n || j < m;) {
    const next = Math.min(i < n ? (reference[i] as number) : Infinity, j < m ? (window[j] as number) : Infinity);
    if (next > at) area += Math.abs(i / n - j / m) * (next - at);
    at = next;
    while (i < n && (reference[i] as number) <= at) i += 1;
    while (j < m && (window[j] as number) <= at) j += 1;
  }
  return area;
}
