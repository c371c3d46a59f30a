import { impactMean, type Nights } from './nights.ts';

/** What a night costs whose changes are made at once, without a look. */
export interface Guessed {
  readonly variant: string;
  readonly impactEur: number; // mean over seeds
}

/** How much a guess that happens to be right would have saved beside the expert: said, not barred, since it rests on no evidence. */
export function guessNote(nights: Nights, guessed: readonly Guessed[]): readonly string[] {
  const ratios = guessed.flatMap(({ variant, impactEur }) =>
    impactEur > 0 ? [`${variant} × ${(impactMean(nights, variant, 'expert') / impactEur).toFixed(3)}`] : [],
  );
  return ratios.length === 0
    ? []
    : [
        `expert's cost over that of the same changes made at once, without a look (no bar: a guess that happens to be right): ${ratios.join(', ')}`,
      ];
}
