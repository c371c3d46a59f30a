import { BARS } from '../bars.ts';
import { each, impactMean, scoreMean, type Nights } from '../nights.ts';
import { believerId } from '../players/believer.ts';
import { rowOf, worst, type ClaimRow, type Measured } from '../row.ts';

/** Each variant's recommended response beats each sibling's on that variant. */
export function apt(scenario: string, nights: Nights): ClaimRow {
  const pairs = (variant: string, value: (sibling: string) => number): readonly Measured[] =>
    nights.variants
      .filter((sibling) => sibling !== variant)
      .map((sibling) => ({ where: `${sibling}'s response on ${variant}`, value: value(sibling) }));
  const points = nights.variants.flatMap((variant) =>
    pairs(variant, (sibling) => scoreMean(nights, variant, 'expert') - scoreMean(nights, variant, believerId(sibling))),
  );
  const saved = nights.variants
    .filter((variant) => !nights.leaveAlone.has(variant))
    .flatMap((variant) =>
      pairs(variant, (sibling) => impactMean(nights, variant, believerId(sibling)) - impactMean(nights, variant, 'expert')),
    );
  if (points.length === 0) points.push(...each(nights.variants, () => NaN));
  return rowOf(scenario, 'apt', [
    worst("points ahead of a sibling's response", 'points', 'at least', BARS.apt.pointsAtLeast, points),
    ...(saved.length === 0 ? [] : [worst("€ cheaper than a sibling's response", 'eur', 'above', 0, saved)]),
  ]);
}
