import type { Dimension } from '../../parts/audience/cells.ts';
import { countColumn, extraColumn, type Counted, type Extra } from './columns.ts';
import { added } from './history.ts';
import type { World } from './world.ts';

/** Ticks of a window that ends now: at least one. */
export const windowTicks = ({ setup }: World, seconds: number): number =>
  Math.max(1, Math.round(seconds / setup.scenario.brief.tickSeconds));

/** What all cells of a choice counted between two ticks. */
export function countedIn(world: World, counted: Counted, from: number, to: number, chosen: (cell: number) => boolean): number {
  const { cells } = world.setup;
  let sum = 0;
  for (let cell = 0; cell < cells.count; cell += 1)
    if (chosen(cell)) sum += added(world.rig.history, countColumn(cells, counted, cell), from, to);
  return sum;
}

export const extraIn = ({ setup, rig }: World, extra: Extra, from: number, to: number): number =>
  added(rig.history, extraColumn(setup.cells, extra), from, to);

/** Trials and successes of one group of a dimension, on one side or both. */
export interface GroupCount {
  readonly trials: number;
  readonly clicks: number;
  readonly successes: number;
}

export function groupCount(world: World, dimension: Dimension, group: number, side: number | null, from: number, to: number): GroupCount {
  const { sideOf } = world.setup.cells;
  const chosen = (cell: number): boolean => dimension.groupOf[cell] === group && (side === null || sideOf[cell] === side);
  return {
    trials: countedIn(world, 'arrivals', from, to, chosen),
    clicks: countedIn(world, 'clicks', from, to, chosen),
    successes: countedIn(world, 'successes', from, to, chosen),
  };
}
