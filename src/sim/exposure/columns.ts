import type { Cells } from '../../parts/audience/cells.ts';

/** Running sums of the history, by column. */
export const EXTRA = {
  arrivals: 0, // of all cells
  clicks: 1,
  successes: 2,
  candidateArrivals: 3, // of the candidate's side
  candidateSuccesses: 4,
  ordinary: 5, // arrivals × what success is at that hour of day
  cold: 6, // share of the candidate's requests that miss a cold cache, summed over ticks
  fallbackStable: 7,
  fallbackCandidate: 8,
  plain: 9, // arrivals that see nothing of the model, × what success is at that hour
  plainSuccesses: 10,
  expired: 11, // share of copied lists that have expired, summed over ticks
  season: 12, // what the season makes of success, summed over ticks
} as const;
export type Extra = (typeof EXTRA)[keyof typeof EXTRA];
export const EXTRAS = Object.keys(EXTRA).length;

/** Counts of a tick: arrivals by cell, then clicks, then successes. */
const OFFSET = { arrivals: 0, clicks: 1, successes: 2 } as const;
export type Counted = keyof typeof OFFSET;
export const countColumn = (cells: Cells, counted: Counted, cell: number): number => OFFSET[counted] * cells.count + cell;
