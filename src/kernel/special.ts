/**
 * Special functions that statistics need. Published libraries call the engine's Math.exp and Math.log, whose last bit differs between
 * engines, so these stand on kernel/math.ts alone.
 * Sources: NIST Digital Library of Mathematical Functions 5.11, 8.11, 8.17.22; Loader, "Fast and accurate computation of binomial
 * probabilities" (2000), for prefactors that keep their digits at large arguments.
 */
import { exp, log, normalQuantile } from './math.ts';

const LOG_SQRT_2PI = 0.9189385332046727;
const SMALL = 1e-300; // stands in for 0 in a continued fraction (Lentz)
const CLOSE = 1e-16; // a term that adds no more ends a series
const LAST_DIGIT = 2.220446049250313e-16; // 2^-52: a factor that is no further from 1 ends a fraction
const MOST_TERMS = 1_000_000; // some 8·sqrt(argument) are used

/** What Stirling's formula for ln Γ leaves over, for x ≥ 15 to the last digit. */
const stirlingSeries = (x: number): number => {
  const z = 1 / (x * x);
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360_360)))))) / x;
};

/** ln Γ(x) for x > 0: absolute error below 1e−13 up to x = 30, relative beyond. Infinity at 0, NaN below. */
export function logGamma(x: number): number {
  if (!(x >= 0)) return NaN;
  if (x === 0 || x === Infinity) return Infinity;
  let product = 1;
  let up = x;
  for (; up < 15; up += 1) product *= up;
  return (up - 0.5) * log(up) - up + LOG_SQRT_2PI + stirlingSeries(up) - log(product);
}

/** ln Γ(x + 1) less Stirling's formula for it, x > 0. */
const stirlingError = (x: number): number => (x >= 15 ? stirlingSeries(x) : logGamma(x + 1) - (x + 0.5) * log(x) + x - LOG_SQRT_2PI);

/** x·ln(x/m) + m − x for x, m > 0, without cancellation where they are near. */
function deviance(x: number, m: number): number {
  const d = x - m;
  if (!(Math.abs(d) < 0.1 * (x + m))) return x * log(x / m) - d;
  const v = d / (x + m);
  const square = v * v;
  let sum = d * v;
  let term = 2 * x * v;
  for (let j = 1; ; j += 1) {
    term *= square;
    const next = sum + term / (2 * j + 1);
    if (next === sum || j === 1000) return next;
    sum = next;
  }
}

/** x^a · e^−x / Γ(a + 1). */
const poissonWeight = (a: number, x: number): number => exp(-stirlingError(a) - deviance(a, x) - LOG_SQRT_2PI) / Math.sqrt(a);

/** P(a, x) by its series, for x < a + 1. */
function gammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= MOST_TERMS && term > CLOSE * sum; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * poissonWeight(a, x);
}

/** Q(a, x) by its continued fraction, for x ≥ a + 1. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / SMALL;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= MOST_TERMS; n += 1) {
    const an = n * (a - n);
    b += 2;
    d = 1 / (an * d + b || SMALL);
    c = b + an / c || SMALL;
    value *= c * d;
    if (Math.abs(c * d - 1) <= LAST_DIGIT) break;
  }
  return value * a * poissonWeight(a, x);
}

/** Regularised lower incomplete gamma P(a, x), a > 0, x ≥ 0: relative error near 1e−14. NaN outside. */
export function gammaP(a: number, x: number): number {
  if (!(a > 0 && a < Infinity && x >= 0)) return NaN;
  if (x === 0) return 0;
  if (x === Infinity) return 1;
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x);
}

/** Regularised upper incomplete gamma Q(a, x) = 1 − P(a, x), which keeps its digits where it is small. NaN outside a > 0, x ≥ 0. */
export function gammaQ(a: number, x: number): number {
  if (!(a > 0 && a < Infinity && x >= 0)) return NaN;
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x);
}

/** x^a · y^b / B(a, b), where y = 1 − x. */
const betaWeight = (x: number, y: number, a: number, b: number): number => {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return exp(exponent - LOG_SQRT_2PI) * Math.sqrt((a / n) * b);
};

/** I_x(a, b) by its continued fraction, for x below (a + 1)/(a + b + 2). */
function betaFraction(x: number, y: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || SMALL);
  let value = d;
  const next = (term: number): number => {
    d = 1 / (1 + term * d || SMALL);
    c = 1 + term / c || SMALL;
    value *= c * d;
    return c * d;
  };
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const at = a + 2 * m;
    next((m * (b - m) * x) / ((at - 1) * at));
    if (Math.abs(next((-(a + m) * (a + b + m) * x) / (at * (at + 1))) - 1) <= LAST_DIGIT) break;
  }
  return (value * betaWeight(x, y, a, b)) / a;
}

/** I_x(a, b) from x and y = 1 − x, both given, so that the smaller keeps its digits. NaN outside a, b > 0 and 0 ≤ x ≤ 1. */
const betaOf = (x: number, y: number, a: number, b: number): number => {
  if (!(a > 0 && b > 0 && a + b < Infinity && x >= 0 && x <= 1)) return NaN;
  if (x === 0) return 0; // where t is infinite, y is none
  return x < (a + 1) / (a + b + 2) ? betaFraction(x, y, a, b) : 1 - betaFraction(y, x, b, a);
};

/** Regularised incomplete beta I_x(a, b), a, b > 0, 0 ≤ x ≤ 1: relative error near 1e−13 where x is below its mean a/(a + b). NaN outside. */
export const betaI = (x: number, a: number, b: number): number => betaOf(x, 1 - x, a, b);

/** The probability that Student's t with `df` > 0 degrees of freedom lies at least this far from 0, on either side. NaN outside. */
export function studentTTwoSided(t: number, df: number): number {
  const square = t * t;
  return betaOf(df / (df + square), square / (df + square), df / 2, 0.5);
}

/** Distribution function of Student's t with `df` > 0 degrees of freedom. NaN outside. */
export const studentTCdf = (t: number, df: number): number => (t > 0 ? 1 - studentTTwoSided(t, df) / 2 : studentTTwoSided(t, df) / 2);

/** Distribution function of χ² with `df` > 0 degrees of freedom; 0 below 0. */
export const chiSquareCdf = (x: number, df: number): number => gammaP(df / 2, Math.max(0, x / 2));

/** The probability that χ² with `df` > 0 degrees of freedom is above x; 1 below 0. */
export const chiSquareTail = (x: number, df: number): number => gammaQ(df / 2, Math.max(0, x / 2));

/**
 * The value that χ² with `df` > 0 degrees of freedom stays at or below with probability p: Newton's method within a bracket, from Wilson and
 * Hilferty's start (PNAS 17, 1931). Infinity at 1, NaN outside.
 */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0 && df < Infinity)) return NaN;
  if (p === 0 || p === 1) return p === 0 ? 0 : Infinity;
  const a = df / 2;
  const root = 1 - 2 / (9 * df) + normalQuantile(p) * Math.sqrt(2 / (9 * df));
  let x = df * root * root * root;
  if (!(root > 0.3)) x = 2 * exp((log(p) + logGamma(a + 1)) / a); // near 0, where the density is a power
  let low = 0;
  let high = Infinity;
  for (let step = 0; step < 200; step += 1) {
    const off = p < 0.5 ? gammaP(a, x / 2) - p : 1 - p - gammaQ(a, x / 2); // by the smaller tail, which keeps its digits
    if (off > 0) high = x;
    else low = x;
    const move = (off * x) / (a * poissonWeight(a, x / 2));
    if (Math.abs(move) <= 1e-9 * x) return x - move; // the error after a step is about its square
    const newton = x - move;
    x = newton > low && newton < high ? newton : high < Infinity ? (low + high) / 2 : 2 * x;
  }
  return x;
}
