import { BARS } from '../bars.ts';
import { each, ofVariant, scoreMean, type Nights } from '../nights.ts';
import { mean, rowOf, worst, type ClaimRow } from '../row.ts';

/** Evidence alone leads to the cause. @param notes what keeps the investigator from naming it */
export function identifiable(scenario: string, nights: Nights, notes: readonly string[] = []): ClaimRow {
  const share = (variant: string, is: 'named' | 'sameBlind'): number => mean(ofVariant(nights, variant).map((night) => Number(night[is])));
  const figures = [
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
  ];
  return rowOf(scenario, 'identifiable', figures, notes);
}
