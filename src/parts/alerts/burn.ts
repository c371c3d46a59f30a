/**
 * Burn rates of an error budget. A burn of 1 spends the budget exactly in the period of the objective.
 * Source: Site Reliability Workbook, chapter 5, table 5-8; slok/sloth google-30d.
 */

/** How fast an error ratio spends the budget of an objective. @param slo share of good requests aimed at, below 1 */
export const burnRate = (errorRatio: number, slo: number): number => errorRatio / (1 - slo);

/** The error ratio at which the budget burns this fast. */
export const errorRatioAt = (burn: number, slo: number): number => burn * (1 - slo);

/** Share of a period's budget that is gone when a window has burnt at this rate. */
export const budgetSpent = (burn: number, windowSeconds: number, periodSeconds: number): number => (burn * windowSeconds) / periodSeconds;

/** The burn rate over a window that spends this share of a period's budget. */
export const burnThreshold = (budgetShare: number, windowSeconds: number, periodSeconds: number): number =>
  (budgetShare * periodSeconds) / windowSeconds;

const ROUNDING = 1e-12; // of a ratio in floating point: what is at the threshold in decimals is not over it

/** A rule of two windows fires when both have burnt faster than the threshold, as ">" in Prometheus. @param errorRatios over the long and the short window */
export const burnsOver = (longErrorRatio: number, shortErrorRatio: number, slo: number, threshold: number): boolean =>
  Math.min(burnRate(longErrorRatio, slo), burnRate(shortErrorRatio, slo)) > threshold * (1 + ROUNDING);

/** Seconds until a window with no errors before has burnt at a threshold, from a step to this error ratio; Infinity where it is never over it. */
export const secondsToFire = (errorRatio: number, slo: number, threshold: number, windowSeconds: number): number =>
  burnsOver(errorRatio, errorRatio, slo, threshold) ? (windowSeconds * threshold) / burnRate(errorRatio, slo) : Infinity;

/** Seconds after a complete fix until the short window has forgotten the errors, at most: the alert is over by then. */
export const secondsToReset = (shortWindowSeconds: number): number => shortWindowSeconds;
