import { normalCdf } from '../../kernel/math.ts';
import { studentTTwoSided } from '../../kernel/special.ts';
import type { Moments } from './moments.ts';

/** A test of whether values lie higher or lower than they did. */
export interface WelchTest {
  readonly t: number; // above 0 where the reference's mean is the higher
  readonly df: number; // Welch–Satterthwaite
  readonly p: number; // two-sided
}

/** Welch's test of two means, whose spreads may differ. NaN below two rows each, or where neither varies and the means agree. */
export function welchTest(reference: Moments, window: Moments): WelchTest {
  const a = reference.variance / reference.rows;
  const b = window.variance / window.rows;
  const t = (reference.mean - window.mean) / Math.sqrt(a + b);
  if (a + b === 0) return { t, df: NaN, p: t !== t ? NaN : 0 };
  const df = ((a + b) * (a + b)) / ((a * a) / (reference.rows - 1) + (b * b) / (window.rows - 1));
  return { t, df, p: studentTTwoSided(t, df) };
}

export interface RankTest {
  readonly u: number; // pairs in which the reference's value is the higher, ties by half: 0 to n · m
  readonly p: number; // two-sided
}

/**
 * Mann–Whitney's test by the normal limit, with the corrections for ties and continuity. NaN where either is empty.
 * Source: Mann and Whitney, Ann. Math. Stat. 18 (1947); as scipy's "asymptotic".
 * @param reference, window values in ascending order, none missing
 */
export function mannWhitney(reference: ArrayLike<number>, window: ArrayLike<number>): RankTest {
  const [n, m] = [reference.length, window.length];
  if (n === 0 || m === 0) return { u: NaN, p: NaN };
  let u = 0;
  let ties = 0;
  for (let i = 0, j = 0; i < n || j < m;) {
    const at = Math.min(i < n ? (reference[i] as number) : Infinity, j < m ? (window[j] as number) : Infinity);
    const [fromI, fromJ] = [i, j];
    while (i < n && (reference[i] as number) <= at) i += 1;
    while (j < m && (window[j] as number) <= at) j += 1;
    u += (i - fromI) * (fromJ + (j - fromJ) / 2);
    const tied = i - fromI + j - fromJ;
    ties += tied * (tied * tied - 1);
  }
  const all = n + m;
  const sd = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))));
  const off = Math.abs(u - (n * m) / 2) - 0.5;
  const p = off <= 0 ? 1 : 2 * normalCdf(-off / sd); // within the correction of the middle, nothing speaks against chance
  return { u, p: p > 1 ? 1 : p };
}
