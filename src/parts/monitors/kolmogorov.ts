import { exp } from '../../kernel/math.ts';

/** The largest distance of two empirical distribution functions. */
export interface KolmogorovSmirnov {
  readonly d: number; // 0 to 1
  readonly steps: number; // d · n · m, a whole number: exact where d is rounded
}

/** @param reference, window values in ascending order, ties allowed, none missing @returns NaN where either is empty */
export function kolmogorovSmirnov(reference: ArrayLike<number>, window: ArrayLike<number>): KolmogorovSmirnov {
  const [n, m] = [reference.length, window.length];
  if (n === 0 || m === 0) return { d: NaN, steps: NaN };
  let steps = 0;
  for (let i = 0, j = 0; i < n && j < m;) {
    const at = Math.min(reference[i] as number, window[j] as number);
    while (i < n && (reference[i] as number) <= at) i += 1;
    while (j < m && (window[j] as number) <= at) j += 1;
    const off = Math.abs(i * m - j * n);
    if (off > steps) steps = off;
  }
  return { d: steps / (n * m), steps };
}

/**
 * The exact p-value: the share of all orders of n + m values whose distance reaches `steps`, by counting lattice paths from (0, 0) to
 * (n, m) that leave the band, each weighted as it goes, so that a small p keeps its digits. At most n · m operations.
 * Source: Hodges, Arkiv för Matematik 3 (1958). @param steps as kolmogorovSmirnov gives it
 */
export function ksExactP(steps: number, n: number, m: number): number {
  if (!(steps >= 0 && n > 0 && m > 0)) return NaN;
  const out = new Float64Array(m + 1).fill(1); // of paths to (i, j): the share that has been outside
  let low = 0; // the first j within the band
  for (let i = 0; i <= n; i += 1) {
    while (low <= m && i * m - low * n >= steps) low += 1;
    if (low > 0) out[low - 1] = 1;
    for (let j = low; j <= m && j * n - i * m < steps; j += 1)
      out[j] = i + j === 0 ? 0 : (i * (i === 0 ? 0 : (out[j] as number)) + (j === 0 ? 0 : j * (out[j - 1] as number))) / (i + j);
  }
  return out[m] as number;
}

const TERMS = 100; // in their own ranges both series end after some ten
const SQRT_2PI = 2.5066282746310002;
const PI_SQUARED = 9.869604401089358;

/** The probability that the limit of √(nm/(n + m)) · D lies above z. Source: Kolmogorov 1933; NIST DLMF 20 for the form near 0. */
function limitTail(z: number): number {
  if (z <= 0) return 1;
  let sum = 0;
  if (z < 1.18) {
    for (let k = 1; k <= TERMS; k += 1) {
      const odd = 2 * k - 1;
      const term = exp((-odd * odd * PI_SQUARED) / (8 * z * z));
      sum += term;
      if (term <= 1e-17 * sum) break;
    }
    return 1 - (SQRT_2PI / z) * sum;
  }
  for (let k = 1; k <= TERMS; k += 1) {
    const term = exp(-2 * k * k * z * z);
    sum += k % 2 === 1 ? term : -term;
    if (term <= 1e-17 * sum) break;
  }
  return 2 * sum;
}

/** The p-value for large samples, by Kolmogorov's series: on small ones it comes out too high. @param d 0 to 1 */
export const ksSeriesP = (d: number, n: number, m: number): number =>
  d !== d || !(n > 0 && m > 0) ? NaN : limitTail(d * Math.sqrt((n / (n + m)) * m));

const MOST_CELLS = 100_000; // n · m up to which counting takes less than a millisecond or two

/** The p-value that a monitor shows: exact for small samples, by the series beyond. @returns p, 0 to 1 */
export const ksP = ({ d, steps }: KolmogorovSmirnov, n: number, m: number): number =>
  n * m <= MOST_CELLS ? ksExactP(steps, n, m) : ksSeriesP(d, n, m);
