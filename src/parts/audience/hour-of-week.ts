/** The value of a path [x, y] at x: linear between its knots, held before the first and after the last; 0 where it has none. */
export function alongPath(path: readonly (readonly [number, number])[], x: number): number {
  const last = path.length - 1;
  if (last < 0) return 0;
  if (x <= path[0]![0]) return path[0]![1];
  if (x >= path[last]![0]) return path[last]![1];
  let k = 1;
  while (path[k]![0] < x) k += 1;
  const [x0, y0] = path[k - 1]!;
  const [x1, y1] = path[k]!;
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** The hour of the week, 0 to 168 from Monday 00:00, `seconds` after a start. */
export function hourOfWeek(startHour: number, seconds: number): number {
  const hour = startHour + seconds / 3600;
  return hour - Math.floor(hour / 168) * 168;
}

/** A table of 24 hours at an hour of the week: linear from one full hour to the next. */
export function byHourOfDay(table: readonly number[], hour: number): number {
  const ofDay = hour - Math.floor(hour / 24) * 24;
  const from = Math.floor(ofDay);
  const low = table[from]!;
  return low + (table[(from + 1) % 24]! - low) * (ofDay - from);
}
