import { BARS } from '../bars.ts';
import { each, impactMean, scoreMean, type Nights } from '../nights.ts';
import { silent } from '../players/silent.ts';
import { rowOf, worst, type ClaimRow, type Figure } from '../row.ts';

/** Not acting, and reading without a word, score little; and waiting costs something. */
export function losable(scenario: string, nights: Nights): ClaimRow {
  const bars = BARS.losable;
  const still = nights.variants.filter((variant) => nights.leaveAlone.has(variant));
  const others = nights.variants.filter((variant) => !nights.leaveAlone.has(variant));
  const atMost = (name: string, player: string, bar: number, variants: readonly string[]): Figure[] =>
    variants.length === 0
      ? []
      : [
          worst(
            name,
            'points',
            'at most',
            bar,
            each(variants, (variant) => scoreMean(nights, variant, player)),
          ),
        ];
  const costs = each(others, (variant) => impactMean(nights, variant, 'none') - impactMean(nights, variant, 'expert'));
  return rowOf(scenario, 'losable', [
    ...atMost('doing nothing', 'none', bars.noneAtMost, others),
    ...atMost('doing nothing, where that is right', 'none', bars.noneLeaveAloneAtMost, still),
    ...atMost('reading all, then resolving in silence', silent.id, bars.silentAtMost, others),
    ...atMost('reading all in silence, where nothing is to be done', silent.id, bars.silentLeaveAloneAtMost, still),
    ...(costs.length === 0 ? [] : [worst('€ that doing nothing costs more than the expert', 'eur', 'at least', nights.floorEur, costs)]),
  ]);
}
