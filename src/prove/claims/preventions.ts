import { BARS } from '../bars.ts';
import { ofVariant, type Nights } from '../nights.ts';
import type { PreventionFigure } from '../prevention-figures.ts';
import { mean, rowOf, worst, type ClaimRow, type Measured } from '../row.ts';

const NOISE_EUR = 0.005; // of a sum of euro in floating point: far below a cent

/** Each prevention does what is stated of it, by re-run. */
export function preventions(scenario: string, nights: Nights): ClaimRow {
  const stated: Measured[] = [];
  const unstated: Measured[] = [];
  for (const variant of nights.variants) {
    const byId = new Map<string, PreventionFigure[]>();
    for (const one of ofVariant(nights, variant).flatMap((night) => night.preventions))
      byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
    for (const [id, seeds] of byId) {
      const where = `${id} on ${variant}`;
      const change = mean(seeds.map((one) => one.change));
      if (seeds[0]!.stated === 'none') unstated.push({ where, value: Math.max(...seeds.map((one) => one.restEur)) });
      else stated.push({ where, value: seeds[0]!.stated === 'better' ? -change : change });
    }
  }
  return rowOf(scenario, 'preventions', [
    ...(stated.length === 0
      ? []
      : [worst('impact changed in the stated direction by', 'share', 'at least', BARS.preventions.changesAtLeast, stated)]),
    ...(unstated.length === 0
      ? []
      : [worst('€ changed where nothing is stated, beside its own cost', 'eur', 'at most', NOISE_EUR, unstated)]),
  ]);
}
