import { exp } from '../../kernel/math.ts';

/**
 * How often a test statistic crosses a bound at one look or another when there is no difference at all.
 * With equal information between looks, z√k is a sum of k independent standard normals, and its density inside the bounds follows from
 * look to look by one integral. Source: Armitage, McPherson and Rowe, J. R. Stat. Soc. A 132 (1969); Jennison and Turnbull, Group
 * Sequential Methods, chapter 19.
 */

// Gauss–Legendre with 8 nodes on [−1, 1]: over a panel of width 3 a standard normal density is integrated to 2e−9.
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363] as const;
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763] as const;
const PANEL = 3;
const FAR = 9; // the density is below 1e−18 beyond
const ROOT_2_PI = 2.5066282746310002;

interface Grid {
  readonly at: Float64Array;
  readonly weight: Float64Array;
}

/** Nodes on [0, bound]: the density is the same on the other side. */
function gridTo(bound: number): Grid {
  const panels = Math.max(1, Math.ceil(bound / PANEL));
  const half = bound / panels / 2;
  const at = new Float64Array(panels * 8);
  const weight = new Float64Array(panels * 8);
  for (let panel = 0; panel < panels; panel += 1)
    for (let i = 0; i < 4; i += 1) {
      const low = panel * 8 + 3 - i;
      const high = panel * 8 + 4 + i;
      at[low] = half * (2 * panel + 1 - NODES[i]!);
      at[high] = half * (2 * panel + 1 + NODES[i]!);
      weight[low] = weight[high] = half * WEIGHTS[i]!;
    }
  return { at, weight };
}

/** The standard normal density, 0 where it no longer counts. */
const density = (x: number): number => (x > FAR || x < -FAR ? 0 : exp(-0.5 * x * x) / ROOT_2_PI);

/**
 * The chance that |z| has been at or above its bound at look 1, …, k, for each k, while nothing differs.
 * Error below 1e−8 a look. Time grows as looks^1.5.
 * @param bounds of |z|, positive and finite, one for each look, equally spaced in information
 */
export function crossingProbabilities(bounds: readonly number[]): Float64Array {
  const crossed = new Float64Array(bounds.length);
  let before: Grid | null = null;
  let mass = new Float64Array(0); // density times weight at the nodes of the look before
  for (let k = 1; k <= bounds.length; k += 1) {
    const grid = gridTo(bounds[k - 1]! * Math.sqrt(k));
    const next = new Float64Array(grid.at.length);
    let inside = 0;
    for (let i = 0; i < next.length; i += 1) {
      const s = grid.at[i]!;
      let value = 0;
      if (before === null) value = density(s);
      else
        for (let j = 0; j < mass.length; j += 1) {
          const u = before.at[j]!;
          if (u - s > FAR) break;
          if (s - u <= FAR) value += mass[j]! * (density(s - u) + density(s + u));
        }
      next[i] = value * grid.weight[i]!;
      inside += next[i]!;
    }
    crossed[k - 1] = Math.max(k === 1 ? 0 : crossed[k - 2]!, 1 - 2 * inside);
    before = grid;
    mass = next;
  }
  return crossed;
}
