const SMALL = 1e-12; // counts that differ by less, relative to their sum, count as equal: rounding of rates

/** Whether a count is above another by more than rounding. */
const isAbove = (count: number, other: number): boolean => count > other && count - other >= SMALL * (Math.abs(count) + Math.abs(other));

/**
 * The quantile that Prometheus reads off a histogram: linear within the bucket it falls in, the bucket before last where it falls
 * in the last. NaN without observations. Source: prometheus/prometheus promql/quantile.go, BucketQuantile.
 * @param q share, 0..1; below 0 gives −Infinity, above 1 Infinity
 * @param bounds upper bounds, ascending, the last Infinity @param cumulative observations up to each bound
 */
export function histogramQuantile(q: number, bounds: ArrayLike<number>, cumulative: ArrayLike<number>): number {
  if (Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const last = bounds.length - 1;
  if (last < 1 || bounds[last] !== Infinity) return NaN;
  let total = cumulative[0] as number;
  for (let i = 1; i <= last; i += 1) {
    const count = cumulative[i] as number;
    if (isAbove(count, total)) total = count; // a fall is noise between scrapes: buckets are made monotone
  }
  if (total === 0 || Number.isNaN(total)) return NaN;
  const rank = q * total;
  let before = 0;
  let count = cumulative[0] as number;
  let b = 0;
  while (b < last && !(count >= rank)) {
    b += 1;
    before = count;
    const raw = cumulative[b] as number;
    if (isAbove(raw, count)) count = raw;
  }
  if (b === last) return bounds[last - 1] as number;
  const end = bounds[b] as number;
  if (b === 0 && end <= 0) return end;
  const start = b === 0 ? 0 : (bounds[b - 1] as number);
  return start + (end - start) * ((rank - before) / (count - before));
}
