/** Columns of numbers over time: one row per push, oldest first. NaN stands for "nothing was scraped". */
export interface Series {
  readonly keys: readonly string[];
  readonly length: number;
  /** Appends one row. Ticks must rise. @throws RangeError when they do not, or when the row has another width */
  push(tick: number, row: ArrayLike<number>): void;
  /** The values of a key so far: a live view, to be read before the next push. @throws RangeError for an unknown key */
  column(key: string): Float64Array;
  /** The ticks of the rows: a live view. */
  ticks(): Float64Array;
  /** The value of the last row at or before a tick; NaN before the first row. */
  at(key: string, tick: number): number;
  /** How many rows lie at or before a tick. */
  countTo(tick: number): number;
  /** An independent copy of the first `length` rows (all by default). */
  copy(length?: number): Series;
}

/** An empty series. @param keys names of the columns, each once @param capacity rows to make room for at first */
export function createSeries(keys: readonly string[], capacity = 64): Series {
  const columnOf = new Map(keys.map((key, i) => [key, i]));
  if (columnOf.size !== keys.length) throw new RangeError('a series expected each key once');
  const width = keys.length;
  let room = Math.max(1, capacity);
  let rows = 0;
  let times = new Float64Array(room);
  let columns = Array.from({ length: width }, () => new Float64Array(room));

  const grow = (to: number): void => {
    const wider = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(to);
      next.set(old.subarray(0, rows));
      return next;
    };
    times = wider(times);
    columns = columns.map(wider);
    room = to;
  };
  const find = (key: string): Float64Array => {
    const i = columnOf.get(key);
    if (i === undefined) throw new RangeError(`no column "${key}" in this series; there are ${width}: ${keys.slice(0, 8).join(', ')}`);
    return columns[i] as Float64Array;
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
      if (rows === room) grow(room * 2);
      times[rows] = tick;
      for (let i = 0; i < width; i += 1) (columns[i] as Float64Array)[rows] = row[i] as number;
      rows += 1;
    },
    column: (key) => find(key).subarray(0, rows),
    ticks: () => times.subarray(0, rows),
    at(key, tick) {
      const values = find(key);
      const count = countTo(tick);
      return count === 0 ? NaN : (values[count - 1] as number);
    },
    countTo,
    copy(length = rows) {
      const kept = Math.max(0, Math.min(length, rows));
      const result = createSeries(keys, Math.max(64, kept));
      const row = new Float64Array(width);
      for (let r = 0; r < kept; r += 1) {
        for (let i = 0; i < width; i += 1) row[i] = (columns[i] as Float64Array)[r] as number;
        result.push(times[r] as number, row);
      }
      return result;
    },
  };
}
