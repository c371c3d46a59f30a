import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, seal, type Band, type Variant } from '../scenario/truth.ts';
import { createRun } from '../run/run.ts';

/** The mean over seeds of a metric at each band's time, counted from where the page is expected. */
export function bandMeans(scenario: Scenario, variant: string, bands: readonly Band[], seeds: readonly string[]): number[] {
  const truth = openTruth(scenario.sealed);
  const { tickSeconds } = scenario.brief;
  const lead = truth.pageTick - truth.onset.tick;
  const last = Math.max(...bands.map((band) => band.secondsFromPage)) / tickSeconds;
  const sums = bands.map(() => 0);
  for (const seed of seeds) {
    const run = createRun(scenario, { seed, variant });
    const page = run.onsetTick + lead;
    run.advance(Math.min(scenario.brief.ticks, Math.ceil(page + last) + 15));
    bands.forEach(
      (band, i) => (sums[i]! += run.reading(band.metric, page + Math.round(band.secondsFromPage / tickSeconds)) / seeds.length),
    );
  }
  return sums;
}

/** The scenario with other knot values in one variant's faults, in the order of its faults. */
export function withKnots(scenario: Scenario, variantId: string, values: readonly (readonly number[])[]): Scenario {
  const truth = openTruth(scenario.sealed);
  const variants = truth.variants.map((variant): Variant => {
    if (variant.id !== variantId) return variant;
    return {
      ...variant,
      faults: variant.faults.map((fault, f) => ({ ...fault, knots: fault.knots.map(([at], k) => [at, values[f]![k]!] as const) })),
    };
  });
  return { ...scenario, sealed: seal({ ...truth, variants }) };
}

/** What a fit is drawn to at one band, and how far from it counts as one. */
export interface Aim {
  readonly at: number;
  readonly width: number;
  readonly within?: Band; // what a reading must stay in, where it is drawn off its middle
}

/** The middle of a band, and its half-width. */
export const middleOf = (band: Band): Aim => ({ at: (band.low + band.high) / 2, width: (band.high - band.low) / 2 });

const INSIDE = 0.9; // of a band's half-width, beyond which a reading is pushed back
const PUSH = 10; // times the half-widths beyond

/** How far beyond a band's inside a reading lies, in its half-widths. */
const beyond = (mean: number, { low, high }: Band): number => Math.max(0, Math.abs(mean - (low + high) / 2) / ((high - low) / 2) - INSIDE);

/** Distance from each aim, in its widths, and what pushes it back into its band. */
const residuals = (means: readonly number[], aims: readonly Aim[]): number[] => [
  ...means.map((mean, i) => (mean - aims[i]!.at) / aims[i]!.width),
  ...means.map((mean, i) => (aims[i]!.within ? PUSH * beyond(mean, aims[i]!.within) : 0)),
];

const sumOfSquares = (values: readonly number[]): number => values.reduce((sum, value) => sum + value * value, 0);

/** Solves (JᵀJ + λ diag) x = −Jᵀr by Gaussian elimination. */
function step(jacobian: readonly (readonly number[])[], r: readonly number[], lambda: number): number[] {
  const n = jacobian.length;
  const a = jacobian.map((row, i) => [
    ...jacobian.map((other, j) => row.reduce((sum, v, k) => sum + v * other[k]!, 0) * (i === j ? 1 + lambda : 1)),
    -row.reduce((sum, v, k) => sum + v * r[k]!, 0),
  ]);
  for (let i = 0; i < n; i++) {
    a[i]![i]! += 1e-9;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const factor = a[j]![i]! / a[i]![i]!;
      for (let k = i; k <= n; k++) a[j]![k]! -= factor * a[i]![k]!;
    }
  }
  return a.map((row, i) => row[n]! / row[i]!);
}

export interface Fit {
  readonly variant: string;
  readonly knots: readonly (readonly (readonly [number, number])[])[];
  readonly means: readonly number[];
  readonly cost: number;
}

/**
 * Fits the values of a variant's fault paths to aims, one for each of the scenario's bands, by damped Gauss–Newton (Levenberg–Marquardt) with differences
 * for derivatives. Times of knots and each path's first value stay.
 * @param rounds at most
 */
export function fitVariant(
  scenario: Scenario,
  variantId: string,
  aims: readonly Aim[],
  seeds: readonly string[],
  rounds: number,
  report: (text: string) => void,
): Fit {
  const truth = openTruth(scenario.sealed);
  const variant = truth.variants.find((candidate) => candidate.id === variantId)!;
  const bands = truth.bands;
  let values = variant.faults.map((fault) => fault.knots.map(([, value]) => value));
  const free = values.flatMap((list, f) => list.map((_, k) => ({ f, k })).filter(({ k }) => k > 0));
  const run = (candidate: readonly (readonly number[])[]): number[] =>
    bandMeans(withKnots(scenario, variantId, candidate), variantId, bands, seeds);
  let means = run(values);
  let r = residuals(means, aims);
  let cost = sumOfSquares(r);
  let lambda = 0.05;
  for (let round = 0; round < rounds && cost > bands.length * 0.01; round++) {
    const jacobian = free.map(({ f, k }) => {
      const moved = values.map((list) => [...list]);
      const delta = Math.max(Math.abs(moved[f]![k]!) * 0.003, 1e-4);
      moved[f]![k]! += delta;
      return residuals(run(moved), aims).map((value, i) => (value - r[i]!) / delta);
    });
    let improved = false;
    for (let attempt = 0; attempt < 6 && !improved; attempt++) {
      const moves = step(jacobian, r, lambda);
      const next = values.map((list) => [...list]);
      free.forEach(({ f, k }, i) => {
        const old = next[f]![k]!;
        const most = Math.abs(old) * 0.25 + 0.02;
        next[f]![k] = Math.max(0, old + Math.max(-most, Math.min(most, moves[i]!)));
      });
      const nextMeans = run(next);
      const nextResiduals = residuals(nextMeans, aims);
      const nextCost = sumOfSquares(nextResiduals);
      if (nextCost < cost) {
        improved = true;
        values = next;
        means = nextMeans;
        r = nextResiduals;
        cost = nextCost;
        lambda /= 3;
      } else lambda *= 4;
    }
    report(`${variantId}: round ${round + 1}, distance ${cost.toFixed(2)}`);
    if (!improved) break;
  }
  return {
    variant: variantId,
    knots: variant.faults.map((fault, f) => fault.knots.map(([at], k) => [at, values[f]![k]!] as const)),
    means,
    cost,
  };
}
