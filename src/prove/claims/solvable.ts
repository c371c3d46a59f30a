import { BARS } from '../bars.ts';
import { WITHOUT_LOOKS } from '../night-figures.ts';
import { each, impactMean, scoreMean, type Nights } from '../nights.ts';
import type { FixedList } from '../lists/fixed-list.ts';
import { rowOf, worst, type ClaimRow, type Unmeasured } from '../row.ts';

/** The cheapest list found for a variant. */
export interface Cheapest {
  readonly variant: string;
  readonly list: FixedList;
  readonly impactEur: number; // mean over seeds
}

/**
 * The recommended response is good, needs its evidence, and hardly anything is cheaper.
 * @param notes which lists were tried
 * @param unmeasured variants in which none of them says what a response on evidence may cost
 */
export function solvable(
  scenario: string,
  nights: Nights,
  cheapest: readonly Cheapest[],
  notes: readonly string[],
  unmeasured: Unmeasured | null = null,
): ClaimRow {
  const bars = BARS.solvable;
  // A list that gains money leaves nothing to compare with: no response could be right beside it.
  const ratios = cheapest.map(({ variant, impactEur }) => ({
    where: variant,
    value: impactEur > 0 ? impactMean(nights, variant, 'expert') / impactEur : Infinity,
  }));
  return rowOf(
    scenario,
    'solvable',
    [
      worst(
        'expert',
        'points',
        'at least',
        bars.expertAtLeast,
        each(nights.variants, (variant) => scoreMean(nights, variant, 'expert')),
      ),
      worst(
        'expert without its looks',
        'points',
        'below',
        bars.withoutLooksBelow,
        each(nights.variants, (variant) => scoreMean(nights, variant, WITHOUT_LOOKS)),
      ),
      ...(ratios.length === 0
        ? []
        : [
            worst(
              "expert's cost over that of the cheapest list that rests on evidence",
              'ratio',
              'at most',
              bars.impactRatioAtMost,
              ratios,
            ),
          ]),
    ],
    notes,
    unmeasured,
  );
}
