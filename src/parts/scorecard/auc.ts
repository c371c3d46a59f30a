import type { Counts } from '../population/mixture.ts';

/** Cells by rising prediction. */
export function orderOf(logOdds: Float64Array): Int32Array {
  const order = Int32Array.from({ length: logOdds.length }, (_, cell) => cell);
  return order.sort((a, b) => logOdds[a]! - logOdds[b]! || a - b);
}

/**
 * Area under the ROC curve, exactly: the chance that a positive row is scored above a negative one, ties by half.
 * NaN where either is missing. Source: Hanley and McNeil, Radiology 143 (1982).
 * @param order of the cells by rising prediction
 */
export function exactAuc(counts: Counts, logOdds: Float64Array, order: Int32Array): number {
  let [positivesBelow, negativesBelow, wins] = [0, 0, 0];
  for (let i = 0; i < order.length;) {
    const at = logOdds[order[i]!]!;
    let [positives, negatives] = [0, 0];
    for (; i < order.length && logOdds[order[i]!] === at; i += 1) {
      const cell = order[i]!;
      positives += counts.positives[cell]!;
      negatives += counts.rows[cell]! - counts.positives[cell]!;
    }
    wins += positives * (negativesBelow + negatives / 2);
    positivesBelow += positives;
    negativesBelow += negatives;
  }
  return wins / (positivesBelow * negativesBelow);
}
