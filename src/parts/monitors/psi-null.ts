import { chiSquareQuantile, chiSquareTail } from '../../kernel/special.ts';

/**
 * What PSI comes to when nothing has drifted: PSI · nm/(n + m) follows χ² with one degree of freedom fewer than bins. On small windows
 * that is far from 0: ten bins and 100 rows against 100 come to 0.18 on average.
 * Source: Yurdakul and Naranjo, "Statistical properties of the population stability index", J. Risk Model Validation 14 (2020).
 */
const scale = (referenceRows: number, windowRows: number): number => 1 / referenceRows + 1 / windowRows;

/** PSI on average without drift. @param referenceRows Infinity where the reference is known exactly */
export const psiNullMean = (bins: number, referenceRows: number, windowRows: number): number =>
  (bins - 1) * scale(referenceRows, windowRows);

/** The PSI that a share `q` of windows without drift stays at or below. @param q 0 to 1 */
export const psiNullQuantile = (q: number, bins: number, referenceRows: number, windowRows: number): number =>
  chiSquareQuantile(q, bins - 1) * scale(referenceRows, windowRows);

/** The share of windows without drift whose PSI is above this one: of alarms, how many are false; of a reading, its p-value. */
export const psiNullTail = (psi: number, bins: number, referenceRows: number, windowRows: number): number =>
  chiSquareTail(psi / scale(referenceRows, windowRows), bins - 1);
