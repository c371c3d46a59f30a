import type { Cells } from '../../parts/audience/cells.ts';

/** Where running sums stand in a row of the history: arrivals by cell, clicks, successes, then these. */
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

export const historyWidth = (cells: Cells): number => cells.count * 3 + Object.keys(EXTRA).length;
export const extraColumn = (cells: Cells, extra: Extra): number => cells.count * 3 + extra;

export type Counted = 'arrivals' | 'clicks' | 'successes';
export const countColumn = (cells: Cells, counted: Counted, cell: number): number => EXTRA[counted] * cells.count + cell;
