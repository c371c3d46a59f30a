import { BARS } from '../bars.ts';
import { each, ofVariant, scoreMean, type Nights } from '../nights.ts';
import { mean, rowOf, worst, type ClaimRow } from '../row.ts';

/** Evidence alone leads to the cause. */
export function identifiable(scenario: string, nights: Nights): ClaimRow {
  const share = (variant: string, is: 'named' | 'sameBlind'): number => mean(ofVariant(nights, variant).map((night) => Number(night[is])));
  return rowOf(scenario, 'identifiable', [
    worst(
      'seeds in which the investigator names the cause',
      'share',
      'at least',
      BARS.identifiable.namedAtLeast,
      each(nights.variants, (variant) => share(variant, 'named')),
    ),
    worst(
      'investigator',
      'points',
      'at least',
      BARS.identifiable.scoreAtLeast,
      each(nights.variants, (variant) => scoreMean(nights, variant, 'investigator')),
    ),
    worst(
      'nights it plays alike without tells, responses, effects and names',
      'share',
      'at least',
      1,
      each(nights.variants, (variant) => share(variant, 'sameBlind')),
    ),
  ]);
}
