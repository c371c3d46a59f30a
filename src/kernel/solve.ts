const MOST_STEPS = 60;
const NEAR = 1e-9; // in the function's unit: of a distribution, far below what a sample can tell

/**
 * Where a rising function reaches a value, by the Illinois form of regula falsi: a bracket that closes faster than by halving.
 * Source: Dowell and Jarratt, BIT 11 (1971).
 * @param low,high between which it is looked for; the nearer end where the value is not reached between them
 */
export function risesTo(f: (x: number) => number, wanted: number, low: number, high: number): number {
  let a = low;
  let b = high;
  let below = f(a) - wanted;
  let above = f(b) - wanted;
  if (below >= 0) return a;
  if (above <= 0) return b;
  let x = a;
  for (let step = 0, side = 0; step < MOST_STEPS; step += 1) {
    x = step < 4 ? (a + b) / 2 : (a * above - b * below) / (above - below); // a few halvings first: the tails are flat
    const off = f(x) - wanted;
    if (off < NEAR && off > -NEAR) return x;
    if (off < 0) {
      a = x;
      below = off;
      if (side < 0) above /= 2;
      side = -1;
    } else {
      b = x;
      above = off;
      if (side > 0) below /= 2;
      side = 1;
    }
  }
  return x;
}
