/** The bin of a value; the outer bins are open, and an edge belongs to the bin above it. @param edges between the bins, ascending */
export function binOf(value: number, edges: ArrayLike<number>): number {
  let low = 0;
  for (let high = edges.length; low < high;) {
    const middle = (low + high) >>> 1;
    if (value >= (edges[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts by bin of values, of which NaN ones are missing and counted nowhere. */
export function countByBin(values: ArrayLike<number>, edges: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(edges.length + 1);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value === value) counts[binOf(value, edges)]! += 1;
  }
  return counts;
}

/** What is there of a column, ascending: the form in which samples are compared. */
export const presentAscending = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values)
    .filter((value) => value === value)
    .sort();

/**
 * Edges between bins that hold equal shares of a reference sample: quantiles, linear between the two nearest values. Equal edges count
 * once, so a column of few values has fewer bins. @param sorted ascending, at least one
 */
export function quantileEdges(sorted: ArrayLike<number>, bins: number): number[] {
  const edges: number[] = [];
  for (let bin = 1; bin < bins; bin += 1) {
    const at = (bin / bins) * (sorted.length - 1);
    const below = Math.floor(at);
    const [from, to] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
    const edge = from + (at - below) * (to - from);
    if (edges.length === 0 || edge > (edges[edges.length - 1] as number)) edges.push(edge);
  }
  return edges;
}
