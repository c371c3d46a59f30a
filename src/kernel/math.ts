/**
 * Exact maths: the same bits in every engine, because only + - * / and sqrt are used.
 * exp and log follow fdlibm (Sun Microsystems, e_exp.c and e_log.c); engines' own Math.exp and Math.log differ by an ulp.
 */
const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
view[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1; // index of the word with sign and exponent, whatever the byte order

const highWord = (x: number): number => {
  view[0] = x;
  return words[HIGH] as number;
};

const LEAST = -1024; // of the exponents below
const powers = new Float64Array(1023 - LEAST + 1); // looked up: to put a double together from its words takes a stall of the processor
for (let k = 0, power = 1; k <= 1023; k += 1, power *= 2) powers[k - LEAST] = power;
for (let k = -1, power = 0.5; k >= LEAST; k -= 1, power /= 2) powers[k - LEAST] = power;

/** The double 2^k for −1024 ≤ k ≤ 1023. */
const twoTo = (k: number): number => powers[k - LEAST] as number;

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

/** e^x. NaN for NaN, 0 below −745.13, Infinity above 709.78. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (Math.abs(x) < 3.725290298461914e-9) return 1 + x;
  const k = Math.floor(INVERSE_LN2 * x + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k < -1021) return y * twoTo(k + 1000) * 9.3326361850321887899e-302; // 2^-1000, for results below the normal range
  return y * 2 * twoTo(k - 1); // k may be 1024
}

const ABOVE_ROOT = 0x6a09c; // the first 20 bits of the fraction of √2: from here on a number is halved
const ROOT = 1 + ABOVE_ROOT / 0x100000;

/** Natural logarithm. −Infinity at 0, NaN below 0. */
export function log(x: number): number {
  let k = 0;
  let f = x - 1;
  if (!(x >= ROOT / 2 && x < ROOT)) {
    if (x !== x || x < 0) return NaN;
    if (x === 0) return -Infinity;
    if (x === Infinity) return Infinity;
    const isTiny = x < 2.2250738585072014e-308;
    const value = isTiny ? x * 18014398509481984 : x; // 2^54
    const high = highWord(value);
    k = (high >>> 20) - 1023;
    if ((high & 0xfffff) >= ABOVE_ROOT) k += 1;
    f = value * twoTo(-k) - 1;
    if (isTiny) k -= 54;
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const t2 = z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const r = t1 + t2;
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

/** x^y: by squaring for whole |y| ≤ 1024, else exp(y·log x), with a relative error near |y·log x| · 2e−16. NaN for x < 0 with a broken y. */
export function pow(x: number, y: number): number {
  if (Number.isInteger(y) && y >= -1024 && y <= 1024) {
    let result = 1;
    let factor = x;
    for (let n = Math.abs(y); n > 0; n = Math.floor(n / 2)) {
      if (n % 2 === 1) result *= factor;
      factor *= factor;
    }
    return y < 0 ? 1 / result : result;
  }
  if (x === 1) return 1;
  return exp(y * log(x));
}

/** Standard normal distribution function: absolute error below 1e−15; relative error of a far tail up to 1e−7 (Hart 1968 as given by West, Wilmott Magazine 2005). */
export function normalCdf(x: number): number {
  if (x !== x) return NaN;
  const z = Math.abs(x);
  let tail = 0;
  if (z < 37.6) {
    const e = exp(-0.5 * z * z);
    if (z < 7.07106781186547) {
      let n = 3.52624965998911e-2 * z + 0.700383064443688;
      n = n * z + 6.37396220353165;
      n = n * z + 33.912866078383;
      n = n * z + 112.079291497871;
      n = n * z + 221.213596169931;
      n = n * z + 220.206867912376;
      let d = 8.83883476483184e-2 * z + 1.75566716318264;
      d = d * z + 16.064177579207;
      d = d * z + 86.7807322029461;
      d = d * z + 296.564248779674;
      d = d * z + 637.333633378831;
      d = d * z + 793.826512519948;
      d = d * z + 440.413735824752;
      tail = (e * n) / d;
    } else {
      tail = e / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631;
    }
  }
  return x > 0 ? 1 - tail : tail;
}

/** Inverse of the standard normal distribution function (Wichura, AS 241, PPND16). −Infinity at 0, Infinity at 1, NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r +
          13731.693765509461125) *
          r +
          1971.5909503065514427) *
          r +
          133.14166789178437745) *
          r +
          3.387132872796366608)) /
      (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
        1)
    );
  }
  let r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  let x: number;
  if (r <= 5) {
    r -= 1.6;
    x =
      (((((((7.7454501427834140764e-4 * r + 2.27238449892691845833e-2) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r +
        3.64784832476320460504) *
        r +
        5.7694972214606914055) *
        r +
        4.6303378461565452959) *
        r +
        1.42343711074968357734) /
      (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 1.51986665636164571966e-2) * r + 0.14810397642748007459) * r +
        0.68976733498510000455) *
        r +
        1.6763848301838038494) *
        r +
        2.05319162663775882187) *
        r +
        1);
  } else {
    r -= 5;
    x =
      (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.2426609473880784386e-3) * r + 2.6532189526576123093e-2) *
        r +
        0.29656057182850489123) *
        r +
        1.7848265399172913358) *
        r +
        5.4637849111641143699) *
        r +
        6.6579046435011037772) /
      (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r +
        1.48753612908506148525e-2) *
        r +
        0.13692988092273580531) *
        r +
        0.59983220655588793769) *
        r +
        1);
  }
  return q < 0 ? -x : x;
}

/** Share of a lognormal with this median and log-scale deviation that lies at or below x. */
export const lognormalCdf = (x: number, median: number, sigma: number): number =>
  x <= 0 ? 0 : sigma === 0 ? (x >= median ? 1 : 0) : normalCdf(log(x / median) / sigma);

/** The value below which a share p of a lognormal with this median and log-scale deviation lies. */
export const lognormalQuantile = (p: number, median: number, sigma: number): number =>
  sigma === 0 ? median : median * exp(sigma * normalQuantile(p));
