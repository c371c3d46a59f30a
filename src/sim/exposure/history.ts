const ROWS = 64; // of a chunk: a copy shares all chunks but the last

/**
 * What every tick counted, by cell, and running sums of what figures read at every scrape, so that any window of those is one
 * subtraction. Row 0 of the sums is the start. Rows that stand never change, so copies share them.
 */
export interface History {
  readonly cells: number; // columns of a tick's counts
  readonly sums: number; // columns of running sums
  ticks: number;
  readonly counted: Int32Array[];
  readonly summed: Float64Array[];
}

/** @param cells columns of a tick's counts @param sums columns of running sums */
export function createHistory(cells: number, sums: number): History {
  return { cells, sums, ticks: 0, counted: [], summed: [new Float64Array(ROWS * sums)] };
}

const lastCopied = <T extends Int32Array | Float64Array>(chunks: readonly T[]): T[] =>
  chunks.map((chunk, i) => (i === chunks.length - 1 ? (chunk.slice() as T) : chunk));

export const copyHistory = ({ cells, sums, ticks, counted, summed }: History): History => ({
  cells,
  sums,
  ticks,
  counted: lastCopied(counted),
  summed: lastCopied(summed),
});

/** Makes room for a tick: empty counts, and a copy of the sums that the caller adds to. */
export function pushTick(history: History): void {
  const { cells, sums, ticks, counted, summed } = history;
  if (ticks % ROWS === 0) counted.push(new Int32Array(ROWS * cells));
  const row = ticks + 1;
  if (row % ROWS === 0) summed.push(new Float64Array(ROWS * sums));
  const chunk = summed[summed.length - 1]!;
  const at = (row % ROWS) * sums;
  const before = row % ROWS === 0 ? summed[summed.length - 2]! : chunk;
  const from = ((row - 1) % ROWS) * sums;
  for (let i = 0; i < sums; i += 1) chunk[at + i] = before[from + i]!;
  history.ticks = row;
}

/** Where the latest tick's counts stand in the last chunk of counts; its sums stand at `sumsAt` in the last chunk of sums. */
export const countsAt = ({ cells, ticks }: History): number => ((ticks - 1) % ROWS) * cells;
export const sumsAt = ({ sums, ticks }: History): number => (ticks % ROWS) * sums;

/** A running sum as it stood before a tick; before the start 0, after the last tick as it is now. */
function sumBefore({ sums, ticks, summed }: History, column: number, tick: number): number {
  const row = tick < 0 ? 0 : tick > ticks ? ticks : tick;
  return summed[(row / ROWS) | 0]![(row % ROWS) * sums + column]!;
}

/** What was added to a sum between two ticks. */
export const added = (history: History, column: number, from: number, to: number): number =>
  sumBefore(history, column, to) - sumBefore(history, column, from);

/** The same of every sum. @param out by column */
export function addedToAll(history: History, from: number, to: number, out: Float64Array): void {
  for (let column = 0; column < history.sums; column += 1) out[column] = added(history, column, from, to);
}

/** What the chosen columns counted between two ticks. */
export function countedBetween(history: History, columns: readonly number[], from: number, to: number): number {
  const { cells, ticks, counted } = history;
  let sum = 0;
  for (let tick = Math.max(0, from); tick < Math.min(ticks, to); tick += 1) {
    const chunk = counted[(tick / ROWS) | 0]!;
    const at = (tick % ROWS) * cells;
    for (const column of columns) sum += chunk[at + column]!;
  }
  return sum;
}
