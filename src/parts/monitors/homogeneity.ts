import { chiSquareTail } from '../../kernel/special.ts';

/** Pearson's test of whether two sets of counts come from one distribution. */
export interface Homogeneity {
  readonly chiSquare: number;
  readonly df: number; // categories that occur, less one
  readonly p: number;
}

/**
 * Without correction for continuity; a category that occurs in neither does not count. NaN where either is empty.
 * @param reference, window rows by category, in the same order
 */
export function homogeneity(reference: ArrayLike<number>, window: ArrayLike<number>): Homogeneity {
  let [n, m, categories] = [0, 0, 0];
  for (let i = 0; i < reference.length; i += 1) {
    n += reference[i] as number;
    m += window[i] as number;
    if ((reference[i] as number) + (window[i] as number) > 0) categories += 1;
  }
  if (!(n > 0 && m > 0)) return { chiSquare: NaN, df: NaN, p: NaN };
  let sum = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const [r, w] = [reference[i] as number, window[i] as number];
    const off = r * (m / n) - w; // of both rows of the table at once
    if (r + w > 0) sum += (off * off) / (r + w);
  }
  const chiSquare = (n / m) * sum;
  return { chiSquare, df: categories - 1, p: categories > 1 ? chiSquareTail(chiSquare, categories - 1) : 1 };
}
