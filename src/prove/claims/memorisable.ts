import { ONE_TRICKS } from '../../policy/one-trick.ts';
import { BARS } from '../bars.ts';
import type { FixedList } from '../lists/fixed-list.ts';
import { scoreMean, type Nights } from '../nights.ts';
import { mean, rowOf, worst, type ClaimRow } from '../row.ts';

/** A list and its mean score over all nights. */
export interface ScoredList {
  readonly list: FixedList;
  readonly score: number;
}

/** No fixed list of acts, habit or luck does well over all variants. @param ranked the best lists found, best first */
export function memorisable(scenario: string, nights: Nights, ranked: readonly ScoredList[], notes: readonly string[]): ClaimRow {
  const bars = BARS.memorisable;
  const overVariants = (player: string): number => mean(nights.variants.map((variant) => scoreMean(nights, variant, player)));
  const all = (value: number): [{ where: string; value: number }] => [{ where: '', value }];
  const row = rowOf(
    scenario,
    'memorisable',
    [
      worst('best fixed list, mean of the variants', 'points', 'below', bars.listBelow, all(ranked[0]?.score ?? NaN)),
      worst('random', 'points', 'at most', bars.randomAtMost, all(overVariants('random'))),
      worst(
        'one-trick policies',
        'points',
        'at most',
        bars.oneTrickAtMost,
        ONE_TRICKS.map((id) => ({ where: id, value: overVariants(id) })),
      ),
    ],
    notes,
  );
  return ranked[0] === undefined ? row : { ...row, list: ranked[0].list };
}
