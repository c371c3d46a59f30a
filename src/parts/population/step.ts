import type { PopulationParams } from './params.ts';

/** Who arrives now. */
export interface PopulationState {
  mix: Float64Array; // share of rows by group, adding up to 1
  shift: number; // how far the mix has gone to its shifted shares
  moved: number; // share of rows whose relation has moved
  rowsPerHour: number;
}

/** The mix at a point of the way from the usual shares to the shifted ones. @param shift 0: usual, 1: shifted in full */
export function mixAt(params: PopulationParams, shift: number): Float64Array {
  const mix = new Float64Array(params.groups.length);
  let all = 0;
  params.groups.forEach((group, g) => {
    const share = group.share + shift * ((group.shifted ?? group.share) - group.share);
    mix[g] = share > 0 ? share : 0;
    all += mix[g]!;
  });
  if (all > 0) for (let g = 0; g < mix.length; g += 1) mix[g]! /= all;
  return mix;
}

export const createPopulation = (params: PopulationParams): PopulationState => ({
  mix: mixAt(params, 0),
  shift: 0,
  moved: 0,
  rowsPerHour: params.rowsPerHour,
});

/** Arrivals follow the faults; shares are kept to a thousandth, so that what hangs on them is worked out anew only when they move. */
export function stepPopulation(state: PopulationState, params: PopulationParams, shift: number, moved: number, rowFactor: number): void {
  const grid = (share: number): number => Math.round(share * 1000) / 1000;
  if (grid(shift) !== state.shift) {
    state.shift = grid(shift);
    state.mix = mixAt(params, state.shift);
  }
  state.moved = grid(moved);
  state.rowsPerHour = params.rowsPerHour * rowFactor;
}
