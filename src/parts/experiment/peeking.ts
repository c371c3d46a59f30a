import { normalQuantile } from '../../kernel/math.ts';
import { crossingProbabilities } from './crossing.ts';

const KEPT = 64;
const rates = new Map<string, Float64Array>();

/**
 * The chance that a test meant to be read once calls nothing a difference, at one or another of several equally spaced looks.
 * @param looks whole, at least 1 @param nominalAlpha two-sided, of each look alone @returns NaN outside
 */
export function peekingFalsePositiveRate(looks: number, nominalAlpha: number): number {
  if (!(looks >= 1 && Math.floor(looks) === looks && nominalAlpha > 0 && nominalAlpha < 1)) return NaN;
  const bound = -normalQuantile(nominalAlpha / 2);
  const key = String(nominalAlpha);
  let known = rates.get(key);
  if (known === undefined || known.length < looks) {
    const length = Math.max(looks, known === undefined ? 1 : 2 * known.length); // looks come one by one: seldom computed anew
    known = crossingProbabilities(new Array<number>(length).fill(bound));
    if (rates.size >= KEPT) rates.clear();
    rates.set(key, known);
  }
  return known[looks - 1]!;
}
