const ROWS = 64; // of a chunk: a copy shares all chunks but the last

/**
 * Running sums at the end of every tick, so that any window is one subtraction. Row 0 is the start. Rows that stand never change, so
 * copies share them.
 */
export interface History {
  readonly width: number;
  rows: number;
  readonly chunks: Float64Array[];
}

export function createHistory(width: number): History {
  const history: History = { width, rows: 0, chunks: [] };
  pushRow(history);
  return history;
}

export const copyHistory = ({ width, rows, chunks }: History): History => ({
  width,
  rows,
  chunks: chunks.map((chunk, i) => (i === chunks.length - 1 ? chunk.slice() : chunk)),
});

/** Appends a copy of the last row at the end of the last chunk: the caller adds to it. @returns where in the chunk it lies */
export function pushRow(history: History): number {
  const { width, rows, chunks } = history;
  const place = rows % ROWS;
  if (place === 0) chunks.push(new Float64Array(ROWS * width));
  const chunk = chunks[chunks.length - 1]!;
  const at = place * width;
  if (rows > 0) {
    const before = place === 0 ? chunks[chunks.length - 2]! : chunk;
    const from = place === 0 ? (ROWS - 1) * width : at - width;
    for (let i = 0; i < width; i += 1) chunk[at + i] = before[from + i]!;
  }
  history.rows = rows + 1;
  return at;
}

/** A running sum as it stood at a tick; before the start 0, after the last tick as it is now. */
export function sumAt({ width, rows, chunks }: History, column: number, tick: number): number {
  const row = tick < 0 ? 0 : tick >= rows ? rows - 1 : tick;
  return chunks[(row / ROWS) | 0]![(row % ROWS) * width + column]!;
}

/** What was added to a sum between two ticks. */
export const added = (history: History, column: number, from: number, to: number): number =>
  sumAt(history, column, to) - sumAt(history, column, from);
