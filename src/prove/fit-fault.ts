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

const middle = (band: Band): number => (band.low + band.high) / 2;

/** Relative distance from the middle of each band, in half-widths. */
const residuals = (means: readonly number[], bands: readonly Band[]): number[] =>
  means.map((mean, i) => (mean - middle(bands[i]!)) / ((bands[i]!.high - bands[i]!.low) / 2));

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
 * Fits the values of a variant's fault paths to the scenario's bands by damped Gauss–Newton (Levenberg–Marquardt) with differences
 * for derivatives. Times of knots and each path's first value stay.
 * @param rounds at most
 */
export function fitVariant(
  scenario: Scenario,
  variantId: string,
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
  let r = residuals(means, bands);
  let cost = sumOfSquares(r);
  let lambda = 0.05;
  for (let round = 0; round < rounds && cost > bands.length * 0.01; round++) {
    const jacobian = free.map(({ f, k }) => {
      const moved = values.map((list) => [...list]);
      const delta = Math.max(Math.abs(moved[f]![k]!) * 0.003, 1e-4);
      moved[f]![k]! += delta;
      return residuals(run(moved), bands).map((value, i) => (value - r[i]!) / delta);
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
      const nextResiduals = residuals(nextMeans, bands);
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
