import type { Dimension } from '../../parts/audience/cells.ts';
import { countColumn, type Counted, type Extra } from './columns.ts';
import { added, countedBetween } from './history.ts';
import type { World } from './world.ts';

/** Ticks of a window that ends now: at least one. */
export const windowTicks = ({ setup }: World, seconds: number): number =>
  Math.max(1, Math.round(seconds / setup.scenario.brief.tickSeconds));

/** What all cells of a choice counted between two ticks. */
export function countedIn({ setup, rig }: World, counted: Counted, from: number, to: number, chosen: (cell: number) => boolean): number {
  const { cells } = setup;
  const columns: number[] = [];
  for (let cell = 0; cell < cells.count; cell += 1) if (chosen(cell)) columns.push(countColumn(cells, counted, cell));
  return countedBetween(rig.history, columns, from, to);
}

/** What was added to a running sum between two ticks. */
export const extraIn = ({ rig }: World, extra: Extra, from: number, to: number): number => added(rig.history, extra, from, to);

/** What one group of a dimension counted. */
export interface GroupCount {
  readonly trials: number;
  readonly clicks: number;
  readonly successes: number;
}

/** @param side 0 stable, 1 candidate, null both */
export function groupCount(world: World, dimension: Dimension, group: number, side: number | null, from: number, to: number): GroupCount {
  const { sideOf } = world.setup.cells;
  const chosen = (cell: number): boolean => dimension.groupOf[cell] === group && (side === null || sideOf[cell] === side);
  return {
    trials: countedIn(world, 'arrivals', from, to, chosen),
    clicks: countedIn(world, 'clicks', from, to, chosen),
    successes: countedIn(world, 'successes', from, to, chosen),
  };
}
