import { z } from 'zod';
import { expectedConfusion, expectedRocAuc, performanceOf } from '../parts/monitors/cbpe.ts';
import { divergence } from '../parts/monitors/divergence.ts';
import { presentAscending } from '../parts/monitors/histogram.ts';
import { homogeneity } from '../parts/monitors/homogeneity.ts';
import { kolmogorovSmirnov, ksExactP, ksSeriesP } from '../parts/monitors/kolmogorov.ts';
import { mannWhitney, welchTest } from '../parts/monitors/location.ts';
import { momentsOf } from '../parts/monitors/moments.ts';
import { normalDrift } from '../parts/monitors/normal-drift.ts';
import { psiNullMean, psiNullQuantile } from '../parts/monitors/psi-null.ts';
import { wasserstein } from '../parts/monitors/wasserstein.ts';
import { exact, figure, number, readCase, remarks, shown, type Computed, type Tolerance } from './oracle-case.ts';
import { BadInput } from './wrong.ts';

/** 1e−6 relative; absolute where 0 is expected, or something that is 0 but for rounding. */
const close = (rounding = 0): Tolerance => ({
  says: `0.000001 relative, ${rounding > 0 ? `${rounding} absolute below that` : '1e-9 absolute at zero'}`,
  near: (got, wanted) => {
    if (exact.near(got, wanted)) return true;
    const size = Math.abs(wanted);
    return size <= rounding ? Math.abs(got) <= Math.max(rounding, 1e-9) : Math.abs(got - wanted) <= (size === 0 ? 1e-9 : 1e-6 * size);
  },
});
const tight = close();

const bins = z.array(z.number().min(0)).min(1).max(10_000);
const sample = z.array(z.number()).min(1).max(10_000);
const rows = z.number().int().min(1).max(1e12);
const figures = <const Name extends string>(...names: readonly Name[]): Record<Name, z.ZodOptional<typeof number>> =>
  Object.fromEntries(names.map((name) => [name, number.optional()])) as Record<Name, z.ZodOptional<typeof number>>;

const schema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('binned'),
    expected: bins,
    actual: bins,
    ...figures('psi', 'jsDistance_ln', 'jsDistance_base2', 'klAct||Exp', 'tvd', 'hellinger', 'linf'),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('twoSample'),
    ref: sample,
    cur: sample,
    ...figures('ksD', 'ksP_exact', 'ksP_asymp', 'ksP_kolmogorovSeries', 'wasserstein', 'wassersteinNorm_byRefStdPop'),
    ...figures('mannWhitneyU_ref', 'mannWhitneyP_asymp_cc', 'welchT', 'welchP'),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('normalShift'),
    meanShiftSigma: z.number().min(-1000).max(1000),
    scale: z.number().min(1e-6).max(1e6),
    ...figures('psi_10decile', 'jsDistance_ln_10decile', 'ksD_population', 'wasserstein_sigma'),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('psiNull'),
    B: z.number().int().min(2).max(100_000),
    n: rows,
    m: rows,
    ...figures('meanPSI', 'q95PSI', 'q99PSI'),
    ...remarks,
  }),
  z.strictObject({ kind: z.literal('chi2'), refCounts: bins, curCounts: bins, ...figures('chi2', 'df', 'p'), ...remarks }),
  z.strictObject({
    kind: z.literal('cbpe'),
    calibratedP: z.array(z.number().min(0).max(1)).min(1).max(100_000),
    threshold: z.number(),
    ...figures('TP', 'FP', 'FN', 'TN', 'accuracy', 'precision', 'recall', 'f1', 'rocAuc_trapezoid'),
    ...remarks,
  }),
]);
type Case<Kind extends string> = Extract<z.output<typeof schema>, { readonly kind: Kind }>;

const sameLength = (one: readonly unknown[], other: readonly unknown[], names: string, where: string): void => {
  if (one.length !== other.length) throw new BadInput(`${where}: expected as many ${names}, got ${one.length} and ${other.length}`);
};

const all = (values: Readonly<Record<string, number>>, tolerance = tight): Computed['figures'] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, figure(value, tolerance)]));

function binned({ kind, expected, actual }: Case<'binned'>, where: string): Computed {
  sameLength(expected, actual, 'bins in "actual" as in "expected"', where);
  const { psi, jsDistance, kl, totalVariation, hellinger, largestShift } = divergence(expected, actual);
  return {
    input: { kind, expected, actual },
    figures: all({
      psi,
      jsDistance_ln: jsDistance,
      jsDistance_base2: jsDistance / Math.sqrt(Math.LN2),
      'klAct||Exp': kl,
      tvd: totalVariation,
      hellinger,
      linf: largestShift,
    }),
  };
}

function twoSample({ kind, ref, cur }: Case<'twoSample'>): Computed {
  const [a, b] = [presentAscending(ref), presentAscending(cur)];
  const [reference, current] = [momentsOf(a), momentsOf(b)];
  const ks = kolmogorovSmirnov(a, b);
  const seriesP = ksSeriesP(ks.d, a.length, b.length);
  const moved = wasserstein(a, b);
  const rank = mannWhitney(a, b);
  const mean = welchTest(reference, current);
  return {
    input: { kind, ref, cur },
    figures: {
      ...all({ ksD: ks.d, ksP_exact: ksExactP(ks.steps, a.length, b.length), ksP_kolmogorovSeries: seriesP }),
      ksP_asymp: figure(seriesP, shown), // the file asks that this not be tested: a special case of scipy, with rounded n
      ...all({ wasserstein: moved, wassersteinNorm_byRefStdPop: moved / reference.populationSd }),
      ...all({ mannWhitneyU_ref: rank.u, mannWhitneyP_asymp_cc: rank.p, welchT: mean.t, welchP: mean.p }),
    },
  };
}

function normalShift({ kind, meanShiftSigma, scale }: Case<'normalShift'>): Computed {
  const { psi, jsDistance, ks, wasserstein: moved } = normalDrift(meanShiftSigma, scale);
  return {
    input: { kind, meanShiftSigma, scale },
    figures: {
      psi_10decile: figure(psi, close(1e-12)),
      jsDistance_ln_10decile: figure(jsDistance, close(1e-6)),
      ...all({ ksD_population: ks, wasserstein_sigma: moved }),
    },
  };
}

/** Drift statistics: of histograms, samples, a normal population, PSI without drift, category counts, and performance without labels. */
export function driftCase(raw: unknown, where: string): Computed {
  const one = readCase(schema, raw, where);
  switch (one.kind) {
    case 'binned':
      return binned(one, where);
    case 'twoSample':
      return twoSample(one);
    case 'normalShift':
      return normalShift(one);
    case 'psiNull': {
      const { kind, B, n, m } = one;
      const [q95PSI, q99PSI] = [psiNullQuantile(0.95, B, n, m), psiNullQuantile(0.99, B, n, m)];
      return { input: { kind, B, n, m }, figures: all({ meanPSI: psiNullMean(B, n, m), q95PSI, q99PSI }) };
    }
    case 'chi2': {
      const { kind, refCounts, curCounts } = one;
      sameLength(refCounts, curCounts, 'categories in "curCounts" as in "refCounts"', where);
      const { chiSquare, df, p } = homogeneity(refCounts, curCounts);
      return { input: { kind, refCounts, curCounts }, figures: { ...all({ chi2: chiSquare, p }), df: figure(df, exact) } };
    }
    case 'cbpe': {
      const { kind, calibratedP, threshold } = one;
      const counts = expectedConfusion(calibratedP, threshold);
      const { accuracy, precision, recall, f1 } = performanceOf(counts);
      return {
        input: { kind, calibratedP, threshold },
        figures: all({
          TP: counts.truePositives,
          FP: counts.falsePositives,
          FN: counts.falseNegatives,
          TN: counts.trueNegatives,
          ...{ accuracy, precision, recall, f1, rocAuc_trapezoid: expectedRocAuc(calibratedP) },
        }),
      };
    }
  }
}
