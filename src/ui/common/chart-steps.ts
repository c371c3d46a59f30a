const HELD = 3; // samples for which each value stands, at least: a figure that is made once a night, or once a deploy

/**
 * Where a figure that is made now and then took a new value, by index in a column of samples; null for one that moves from sample to
 * sample, of which a line between two samples tells the truth. Gaps are no values.
 */
export function newValues(column: ArrayLike<number | null | undefined>): number[] | null {
  const changed: number[] = [];
  let latest: number | null = null;
  let since = 0; // samples for which the latest value has stood
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i];
    if (value == null) continue;
    if (value === latest) {
      since += 1;
      continue;
    }
    if (latest !== null) {
      if (since < HELD) return null;
      changed.push(i);
    }
    latest = value;
    since = 1;
  }
  return changed.length === 0 ? null : changed;
}
