import { ZERO } from '../../kernel/zero.ts';
import type { ClassShares } from '../gateway/class-grid.ts';
import { sameMixture, type CallMixture } from './mixture.ts';

/**
 * Calls to the slow shard as they are at a moment. How slow it is lies between two mixtures, and counts for each by how near it is, as a
 * shift is split between two cells of a grid: a slowly moving fault asks for a new mixture now and then, not every second.
 */
export interface SlowCalls extends ClassShares {
  readonly lower: CallMixture;
  readonly upper: CallMixture;
  readonly meanSeconds: number; // worker time held by a request
  readonly attemptsPerRequest: number; // mean
  readonly timeoutProbability: number; // of one attempt
  readonly missShare: number; // calls that end without the field
}

/** Whether two moments lie between the same mixtures, so that what met them can be delayed together. */
export const sameMixtures = (one: Pick<SlowCalls, 'lower' | 'upper'>, other: Pick<SlowCalls, 'lower' | 'upper'>): boolean =>
  sameMixture(one.lower, other.lower) && sameMixture(one.upper, other.upper);

/** Calls between two mixtures. @param u share, 0..1, of the upper one @param secondShare of requests that call twice */
export function between(lower: CallMixture, upper: CallMixture, u: number, secondShare: number): SlowCalls {
  const l = 1 - u;
  const perRequest = 1 + secondShare;
  return {
    lower,
    upper,
    lowerOnce: l * (1 - secondShare),
    lowerTwice: l * secondShare + ZERO,
    upperOnce: u * (1 - secondShare) + ZERO,
    upperTwice: u * secondShare + ZERO,
    meanSeconds: (l * lower.meanSeconds + u * upper.meanSeconds) * perRequest,
    attemptsPerRequest: (l * lower.meanAttempts + u * upper.meanAttempts) * perRequest,
    timeoutProbability: l * lower.timeoutProbability + u * upper.timeoutProbability,
    missShare: l * lower.missShare + u * upper.missShare,
  };
}
