import { binomialAt } from '../../kernel/binomial.ts';
import { drawAt, type DrawKey } from '../../kernel/streams.ts';

const HALF_CELL = 5.551115123125783e-17; // 2^-54: half the grain of a keyed draw
const BELOW_ONE = 0.9999999999999999; // the last double under 1

/**
 * How many rows of a window fall into each bin: a multinomial draw by one binomial for each bin but the last, from what the bins before
 * have left. The number of draws is that of bins, whatever the rows and shares.
 * @param firstIndex of the tick's draws, which this takes shares.length − 1 of @param shares by bin, scaled to a sum of 1
 * @param out counts by bin, all 0 where all shares are
 */
export function drawCounts(
  key: DrawKey,
  tick: number,
  firstIndex: number,
  rows: number,
  shares: ArrayLike<number>,
  out: Float64Array = new Float64Array(shares.length),
): Float64Array {
  const last = shares.length - 1;
  for (let bin = last, rest = 0; bin >= 0; bin -= 1) out[bin] = rest += shares[bin] as number; // summed from behind: where nothing follows, the bin is exactly the rest
  for (let bin = 0, left = rows; bin <= last; bin += 1) {
    const rest = out[bin] as number;
    const p = rest > 0 ? (shares[bin] as number) / rest : 0;
    out[bin] = bin === last ? (p > 0 ? left : 0) : binomialAt(key, tick, firstIndex + bin, left, p);
    left -= out[bin] as number;
  }
  return out;
}

/**
 * The raw values of a window's rows, one draw each: a changed distribution moves every row's value, and no other row's draw.
 * @param quantile the inverse distribution function, asked at shares strictly between 0 and 1 @param out one value a row
 */
export function drawValues(
  key: DrawKey,
  tick: number,
  firstIndex: number,
  quantile: (share: number) => number,
  out: Float64Array,
): Float64Array {
  for (let row = 0; row < out.length; row += 1) {
    const share = drawAt(key, tick, firstIndex + row) + HALF_CELL; // the middle of its cell, so never 0
    out[row] = quantile(share < BELOW_ONE ? share : BELOW_ONE);
  }
  return out;
}

/** The bin in which a share of a binned distribution lies: its inverse distribution function. @param shares by bin, summing to 1 */
export function binAt(share: number, shares: ArrayLike<number>): number {
  let bin = 0;
  let last = 0; // the last bin that has a share: what rounding leaves above 1 belongs to it
  for (let below = 0; bin < shares.length; bin += 1) {
    if (!((shares[bin] as number) > 0)) continue;
    last = bin;
    below += shares[bin] as number;
    if (share < below) return bin;
  }
  return last;
}
