import { exp, log, normalQuantile } from './math.ts';
import { drawAt, type DrawKey } from './streams.ts';

// One uniform a draw, whatever n and p: so a changed n or p moves no other draw, and the same key answers a higher p with no fewer
// successes. No installed library does that (pure-rand and seedrandom are uniform only; rejection samplers take a number of draws
// that depends on n and p), and engines' own exp and log differ in the last bit: hence kernel/math.

const EXACT_BELOW = 20; // variance n·p·q under which the distribution is summed term by term: at most some 60 terms
const HALF_CELL = 5.551115123125783e-17; // 2^-54: half the grain of a keyed draw
const BELOW_ONE = 0.9999999999999999; // the last double under 1

/** ln(1 − p) for p ≤ 1/2, with all its digits where p is small: a million trials multiply what is lost. */
const logOfRest = (p: number): number => (p < 1e-4 ? -p * (1 + p * (1 / 2 + p * (1 / 3 + p / 4))) : log(1 - p));

/** Sums the probabilities of 0, 1, 2… up to u. @param p at most 1/2, so that the first term stays far above the smallest double */
function invert(u: number, n: number, p: number): number {
  const odds = p / (1 - p);
  const mean = n * p;
  let term = exp(n * logOfRest(p));
  let sum = term;
  let k = 0;
  while (sum < u && k < n) {
    k += 1;
    term *= ((n - k + 1) / k) * odds;
    if (k > mean && sum + term === sum) break; // what is left of the tail is below the last digit of u
    sum += term;
  }
  return k;
}

/**
 * The normal quantile, corrected for skewness and kurtosis (Cornish and Fisher, Rev. Inst. Int. Stat. 5, 1938) and for continuity: the
 * sum up to k is an integral up to k + ½ of a smooth density whose variance is 1/12 less and whose fourth cumulant is 1/120 more
 * (Euler–Maclaurin by midpoints).
 */
function expand(u: number, n: number, p: number): number {
  const q = 1 - p;
  const variance = n * p * q;
  const smooth = variance - 1 / 12;
  const deviation = Math.sqrt(smooth);
  const skewness = (variance * (q - p)) / (smooth * deviation);
  const kurtosis = (variance * (1 - 6 * p * q) + 1 / 120) / (smooth * smooth);
  const z = normalQuantile(Math.max(HALF_CELL, u)); // no draw is less, and further out the corrections no longer rise with u
  const square = z * z;
  const w = z + (skewness * (square - 1)) / 6 + (z * (kurtosis * (square - 3))) / 24 - (z * skewness * skewness * (2 * square - 5)) / 36;
  return Math.max(0, Math.min(n, Math.floor(n * p + deviation * w + 0.5)));
}

/**
 * The smallest number that successes among n stay at or below with probability u: rises with u, and with p to within one success.
 * Exact below a variance n·p·q of 20; from there on each cumulative probability is met within 3.5e−5 · (20/variance)^1.5. Constant time.
 * @param u in [0, 1] @param n whole, 0 to 2^53 @param p chance of a success @returns NaN outside
 */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (!(u >= 0 && u <= 1 && p >= 0 && p <= 1 && n >= 0 && n <= Number.MAX_SAFE_INTEGER && Math.floor(n) === n)) return NaN;
  if (p === 0 || u === 0 || n === 0) return 0;
  if (p === 1 || u === 1) return n;
  if (n * p * (1 - p) >= EXACT_BELOW) return expand(u, n, p);
  return p <= 0.5 ? invert(u, n, p) : n - invert(1 - u, n, 1 - p);
}

/**
 * Successes among n in one cell (an arm, a stratum) of one tick.
 * @param key of the seed, part and purpose; @param index which cell of that tick
 */
export function binomialAt(key: DrawKey, tick: number, index: number, n: number, p: number): number {
  const u = drawAt(key, tick, index) + HALF_CELL; // the middle of its cell, so never 0
  return binomialQuantile(u < BELOW_ONE ? u : BELOW_ONE, n, p);
}
