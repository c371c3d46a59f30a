import type { NightFigures } from './night-figures.ts';
import { mean, type Measured } from './row.ts';

/** Everything measured on the nights of a scenario, by variant. */
export interface Nights {
  readonly variants: readonly string[];
  readonly leaveAlone: ReadonlySet<string>; // variants in which it is right to change nothing
  readonly floorEur: number;
  readonly figures: readonly NightFigures[];
}

export const ofVariant = ({ figures }: Nights, variant: string): readonly NightFigures[] =>
  figures.filter((night) => night.variant === variant);

export const scoreMean = (nights: Nights, variant: string, player: string): number =>
  mean(ofVariant(nights, variant).map(({ played }) => played[player]!.score));

export const impactMean = (nights: Nights, variant: string, player: string): number =>
  mean(ofVariant(nights, variant).map(({ played }) => played[player]!.impactEur));

/** One measurement for each of these variants. */
export const each = (variants: readonly string[], value: (variant: string) => number): readonly Measured[] =>
  variants.map((variant) => ({ where: variant, value: value(variant) }));
