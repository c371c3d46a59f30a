import { CELL_MS, CELLS, TOP, type ShiftGrid } from './latency-grid.ts';

/** A distribution over whole cells: the weights of cells in a row, from a first one on, and of what lies beyond the grid. */
export interface Delay {
  readonly first: number;
  readonly weights: Float64Array;
  readonly beyond: number;
}

/** Mass by class, cell by cell as on a shift grid: requests that another delay is still to be added to, another one for each class. */
export type ClassGrid = Float64Array;
const CLASSES = 4;
const CLASS_TOP = (CELLS + 1) * CLASSES; // where it keeps how far it has been filled

/** An empty one. */
export const createClassGrid = (): ClassGrid => new Float64Array(CLASS_TOP + 1);

/** Shares of requests by class: what meets the lower or the upper of two delays, once or twice. */
export interface ClassShares {
  readonly lowerOnce: number;
  readonly lowerTwice: number;
  readonly upperOnce: number;
  readonly upperTwice: number;
}

/** Adds mass at a shift as `deposit` does, of each class its share. */
export function depositByClass(grid: ClassGrid, mass: number, shiftMs: number, shares: ClassShares): void {
  if (mass <= 0) return;
  const x = shiftMs / CELL_MS;
  const k = x >= CELLS - 1 ? CELLS : x > 0 ? Math.floor(x) : 0;
  const next = k < CELLS && x > 0 ? mass * (x - k) : 0;
  const here = mass - next;
  const at = k * CLASSES;
  grid[at]! += here * shares.lowerOnce;
  grid[at + 1]! += here * shares.lowerTwice;
  grid[at + 2]! += here * shares.upperOnce;
  grid[at + 3]! += here * shares.upperTwice;
  if (next > 0) {
    grid[at + 4]! += next * shares.lowerOnce;
    grid[at + 5]! += next * shares.lowerTwice;
    grid[at + 6]! += next * shares.upperOnce;
    grid[at + 7]! += next * shares.upperTwice;
  }
  const top = k < CELLS ? k + 2 : CELLS + 1;
  if (top > grid[CLASS_TOP]!) grid[CLASS_TOP] = top;
}

/** Moves the mass of a class grid onto a shift grid, each class delayed by its own delay, by place. Leaves the class grid empty. */
export function spread(from: ClassGrid, onto: ShiftGrid, delays: readonly Delay[]): void {
  const end = from[CLASS_TOP]! * CLASSES;
  for (let i = 0; i < end; i++) {
    const mass = from[i]!;
    if (mass === 0) continue;
    from[i] = 0;
    delayBy(onto, i >> 2, mass, delays[i & (CLASSES - 1)]!);
  }
  from[CLASS_TOP] = 0;
  if (end > 0) onto[TOP] = CELLS;
}

/** Adds the mass of one cell after a delay. */
function delayBy(onto: ShiftGrid, cell: number, mass: number, { first, weights, beyond }: Delay): void {
  const start = cell + first;
  const inside = weights.length < CELLS - start ? weights.length : CELLS - start;
  for (let i = 0; i < inside; i++) onto[start + i]! += mass * weights[i]!;
  let left = beyond;
  for (let i = inside > 0 ? inside : 0; i < weights.length; i++) left += weights[i]!;
  onto[CELLS]! += mass * left;
}
