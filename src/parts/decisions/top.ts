import { CLEAN, CONDITIONS, HIT, STALE, type Basis } from '../population/basis.ts';
import { createCounts, mixed, pour, type Mixture } from '../population/mixture.ts';
import { sigmoid } from '../scorecard/model.ts';
import type { Taken } from './policy.ts';

/**
 * The N rows with the highest predictions of a batch; of the last cell as many as still fit.
 * @param mixture rows of the batch @param logOdds,order the predictions, and the cells by rising prediction
 * @param only groups to count among those taken; null: all
 */
export function takeTop(
  basis: Basis,
  mixture: Mixture,
  logOdds: Float64Array,
  order: Int32Array,
  wanted: number,
  only: readonly boolean[] | null = null,
): Taken {
  const counts = createCounts(basis);
  pour(basis, mixture, counts);
  let [rows, positives, movedPositives, predicted] = [0, 0, 0, 0];
  for (let i = order.length - 1, left = wanted; i >= 0 && left > 0; i -= 1) {
    const cell = order[i]!;
    const here = counts.rows[cell]!;
    if (here <= 0) continue;
    const share = here > left ? left / here : 1;
    left -= here * share;
    if (only === null) {
      rows += here * share;
      positives += counts.positives[cell]! * share;
      predicted += here * share * sigmoid(logOdds[cell]!);
    }
    for (let g = 0; g < basis.groups; g += 1) {
      if (only !== null && !only[g]) continue;
      for (let c = 0; c < CONDITIONS; c += 1)
        for (let r = only === null ? 1 : 0; r < 2; r += 1) {
          const own = share * mixture[mixed(g, c, r)]! * basis.rows[g]![c === HIT ? HIT : CLEAN]![cell]!;
          if (own === 0) continue;
          const positive =
            c === STALE
              ? own * basis.rates[g]![r]!
              : share * mixture[mixed(g, c, r)]! * basis.positives[g]![c === HIT ? HIT : CLEAN]![r]![cell]!;
          if (only !== null) {
            rows += own;
            positives += positive;
            predicted += own * sigmoid(logOdds[cell]!);
          }
          if (r === 1) movedPositives += positive;
        }
    }
  }
  return { rows, positives, movedPositives, predicted };
}
