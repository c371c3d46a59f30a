const SMALL = 1e-12; // counts that differ by less, relative to their sum, count as equal: rounding of rates

/** Whether a count is above another by more than rounding. */
const isAbove = (count: number, other: number): boolean => count > other && count - other >= SMALL * (Math.abs(count) + Math.abs(other));

/** Cumulative counts as quantiles are read off them: a fall is noise between scrapes, and a rise by rounding alone is none. @param out may be the counts themselves */
export function makeMonotone(cumulative: ArrayLike<number>, out: Float64Array): void {
  let most = cumulative[0] as number;
  out[0] = most;
  for (let i = 1; i < cumulative.length; i += 1) {
    const count = cumulative[i] as number;
    if (isAbove(count, most)) most = count;
    out[i] = most;
  }
}

/**
 * The quantile of monotone counts: linear within the bucket it falls in, the bucket before last where it falls in the last.
 * NaN without observations. @param q share, 0..1
 */
export function quantileOf(q: number, bounds: ArrayLike<number>, counts: Float64Array): number {
  const last = bounds.length - 1;
  const total = counts[last] as number;
  if (total === 0 || Number.isNaN(total)) return NaN;
  const rank = q * total;
  let b = 0;
  for (let high = last; b < high;) {
    const middle = (b + high) >>> 1;
    if ((counts[middle] as number) >= rank) high = middle;
    else b = middle + 1;
  }
  if (b === last) return bounds[last - 1] as number;
  const end = bounds[b] as number;
  if (b === 0 && end <= 0) return end;
  const start = b === 0 ? 0 : (bounds[b - 1] as number);
  const before = b === 0 ? 0 : (counts[b - 1] as number);
  return start + (end - start) * ((rank - before) / ((counts[b] as number) - before));
}

let scratch = new Float64Array(0); // most calls are for histograms of one width

/**
 * The quantile that Prometheus reads off a histogram. Source: prometheus/prometheus promql/quantile.go, BucketQuantile.
 * @param q share; below 0 gives −Infinity, above 1 Infinity
 * @param bounds upper bounds, ascending, the last Infinity @param cumulative observations up to each bound
 */
export function histogramQuantile(q: number, bounds: ArrayLike<number>, cumulative: ArrayLike<number>): number {
  if (Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const last = bounds.length - 1;
  if (last < 1 || bounds[last] !== Infinity) return NaN;
  const counts = bounds.length === scratch.length ? scratch : (scratch = new Float64Array(bounds.length));
  makeMonotone(cumulative, counts);
  return quantileOf(q, bounds, counts);
}
