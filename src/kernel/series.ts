/** Columns of numbers over time: one row per push, oldest first. NaN stands for "nothing was scraped". */
export interface Series {
  readonly keys: readonly string[];
  readonly length: number;
  /** Appends one row. Ticks must rise. @throws RangeError when they do not, or when the row has another width */
  push(tick: number, row: ArrayLike<number>): void;
  /** The values of a key so far, as an array of its own. @throws RangeError for an unknown key */
  column(key: string): Float64Array;
  /** The same as a plain array that goes on growing with the series: not to be kept. @throws RangeError for an unknown key */
  live(key: string): readonly number[];
  /** A copy of that for the first `length` rows. @throws RangeError for an unknown key */
  listed(key: string, length: number): number[];
  /** The ticks of the rows: a live view, to be read before the next push. */
  ticks(): Float64Array;
  /** The place of a key's column. @throws RangeError for an unknown key */
  columnOf(key: string): number;
  /** One value by the places of its column and row; row −1 is the last one. NaN where there is no such row. */
  cell(column: number, row: number): number;
  /** The value of a key in the last row; NaN where there is none. */
  latest(key: string): number;
  /** The value of the last row at or before a tick; NaN before the first row. */
  at(key: string, tick: number): number;
  /** How many rows lie at or before a tick. */
  countTo(tick: number): number;
  /** An independent copy of the first `length` rows (all by default). */
  copy(length?: number): Series;
}

const placesOf = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** An empty series. @param keys names of the columns, each once @param capacity rows to make room for at first */
export function createSeries(keys: readonly string[], capacity = 64): Series {
  let places = placesOf.get(keys);
  if (places === undefined) {
    places = new Map(keys.map((key, i) => [key, i]));
    if (places.size !== keys.length) throw new RangeError('a series expected each key once');
    placesOf.set(keys, places);
  }
  const room = Math.max(1, capacity);
  return seriesOf(keys, places, new Float64Array(room), new Float64Array(room * keys.length), 0);
}

/** @param values row after row, so that a row is appended, and a series copied, in one piece */
function seriesOf(
  keys: readonly string[],
  places: ReadonlyMap<string, number>,
  firstTimes: Float64Array,
  firstValues: Float64Array,
  firstRows: number,
): Series {
  const width = keys.length;
  const read: number[][] = []; // by column: what `live` has gathered so far
  let times = firstTimes;
  let values = firstValues;
  let rows = firstRows;

  const grow = (): void => {
    const [oldTimes, oldValues] = [times, values];
    times = new Float64Array(oldTimes.length * 2);
    values = new Float64Array(oldValues.length * 2);
    times.set(oldTimes);
    values.set(oldValues);
  };
  const columnOf = (key: string): number => {
    const i = places.get(key);
    if (i === undefined) throw new RangeError(`no column "${key}" in this series; there are ${width}: ${keys.slice(0, 8).join(', ')}`);
    return i;
  };
  const countTo = (tick: number): number => {
    let low = 0;
    let high = rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((times[middle] as number) <= tick) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const live = (key: string): readonly number[] => {
    const at = columnOf(key);
    const gathered = (read[at] ??= []);
    for (let r = gathered.length; r < rows; r += 1) gathered.push(values[r * width + at] as number);
    return gathered;
  };

  return {
    keys,
    get length() {
      return rows;
    },
    push(tick, row) {
      if (row.length !== width) throw new RangeError(`a series of ${width} columns got a row of ${row.length} at tick ${tick}`);
      if (rows > 0 && tick <= (times[rows - 1] as number)) {
        throw new RangeError(`a series expected a tick after ${times[rows - 1]}, got ${tick}`);
      }
      if (rows === times.length) grow();
      times[rows] = tick;
      const base = rows * width;
      for (let i = 0; i < width; i += 1) values[base + i] = row[i] as number; // faster than `set` for a row
      rows += 1;
    },
    column(key) {
      const at = columnOf(key);
      const result = new Float64Array(rows);
      for (let r = 0; r < rows; r += 1) result[r] = values[r * width + at] as number;
      return result;
    },
    live,
    listed: (key, length) => live(key).slice(0, length),
    ticks: () => times.subarray(0, rows),
    columnOf,
    cell(column, row) {
      const r = row < 0 ? rows + row : row;
      return r >= 0 && r < rows ? (values[r * width + column] as number) : NaN;
    },
    latest: (key) => (rows === 0 ? NaN : (values[(rows - 1) * width + columnOf(key)] as number)),
    at(key, tick) {
      const column = columnOf(key);
      const count = countTo(tick);
      return count === 0 ? NaN : (values[(count - 1) * width + column] as number);
    },
    countTo,
    copy(length = rows) {
      const kept = Math.max(0, Math.min(length, rows));
      const room = Math.max(64, kept + (kept >> 1));
      const [someTimes, someValues] = [new Float64Array(room), new Float64Array(room * width)];
      someTimes.set(times.subarray(0, kept));
      someValues.set(values.subarray(0, kept * width));
      return seriesOf(keys, places, someTimes, someValues, kept);
    },
  };
}
