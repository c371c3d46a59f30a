import { z } from 'zod';
import { obrienFlemingBound, pocockBound } from '../parts/experiment/boundaries.ts';
import { alwaysValidP, mixtureLikelihoodRatio } from '../parts/experiment/mixture-test.ts';
import { peekingFalsePositiveRate } from '../parts/experiment/peeking.ts';
import { differenceOf, pooledZ, twoSidedP } from '../parts/experiment/proportions.ts';
import { sampleRatioTest } from '../parts/experiment/ratio-mismatch.ts';
import { trialsNeeded } from '../parts/experiment/sample-size.ts';
import { exact, figure, number, readCase, relative, remarks, within, type Computed, type Tolerance } from './oracle-case.ts';
import { BadInput } from './wrong.ts';

const share = z.number().gt(0).lt(1);
const count = z.number().int().min(0).max(1e12);
const looks = z.number().int().min(1).max(200); // bounds of more take seconds

const schema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sampleSize'),
    baseline: share,
    relMDE: z.number().min(-1).max(1e6),
    alpha: share,
    power: share,
    nPerArm: number.optional(),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('srm'),
    control: count,
    treatment: count,
    expectedControlShare: share,
    chi2: number.optional(),
    p: number.optional(),
    'srm_at_0.001': z.boolean().optional(),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('msprt'),
    x1: count,
    n1: count,
    x2: count,
    n2: count,
    tau: z.number().positive().max(1),
    z_pooled: number.optional(),
    p_pooled: number.optional(),
    diff: number.optional(),
    varUnpooled: number.optional(),
    msprt_Lambda: number.optional(),
    alwaysValidP: number.optional(),
    ...remarks,
  }),
  z.strictObject({ kind: z.literal('obrienFleming'), K: looks, look: looks, alpha: share, z: number.optional(), ...remarks }),
  z.strictObject({ kind: z.literal('pocock'), K: looks, alpha: share, z: number.optional(), ...remarks }),
  z.strictObject({
    kind: z.literal('peeking'),
    looks: z.number().int().min(1).max(2000),
    nominalAlpha: share,
    falsePositiveRate: number.optional(),
    ...remarks,
  }),
]);
type Case<K> = Extract<z.output<typeof schema>, { kind: K }>;

const close = relative(1e-6);
const probability: Tolerance = {
  says: '0.000001 relative, 0.001 relative below 1e-8',
  near: (a, b) => relative(b < 1e-8 ? 1e-3 : 1e-6).near(a, b),
};
const users: Tolerance = { says: '1 per 100000, at least 1', near: (a, b) => exact.near(a, b) || Math.abs(a - b) <= Math.max(1, b / 1e5) };
/** Files give constants with three decimals and scale them; the rounding is scaled with them. */
const bound = (scale: number): Tolerance => within(1e-3 * scale);

function sampleSizeCase({ kind, baseline, relMDE, alpha, power }: Case<'sampleSize'>, where: string): Computed {
  const changed = baseline * (1 + relMDE);
  if (changed > 1) throw new BadInput(`${where}: expected "relMDE" to lead to a rate of at most 1, got ${changed}`);
  return {
    input: { kind, baseline, relMDE, alpha, power },
    figures: { nPerArm: figure(trialsNeeded(baseline, changed, alpha, power), users) },
  };
}

function ratioCase({ kind, control, treatment, expectedControlShare }: Case<'srm'>): Computed {
  const { chiSquare, p } = sampleRatioTest([control, treatment], [expectedControlShare, 1 - expectedControlShare]);
  return {
    input: { kind, control, treatment, expectedControlShare },
    figures: { chi2: figure(chiSquare, close), p: figure(p, probability), 'srm_at_0.001': figure(p < 0.001, exact) },
  };
}

function mixtureCase({ kind, x1, n1, x2, n2, tau }: Case<'msprt'>, where: string): Computed {
  if (x1 > n1 || x2 > n2)
    throw new BadInput(`${where}: expected at most as many successes as trials, got ${x1} of ${n1} and ${x2} of ${n2}`);
  const [control, treatment] = [
    { trials: n1, successes: x1 },
    { trials: n2, successes: x2 },
  ];
  const z = pooledZ(control, treatment);
  const estimate = differenceOf(control, treatment);
  const ratio = mixtureLikelihoodRatio(estimate, tau);
  return {
    input: { kind, x1, n1, x2, n2, tau },
    figures: {
      z_pooled: figure(z, close),
      p_pooled: figure(twoSidedP(z), probability),
      diff: figure(estimate.difference, close),
      varUnpooled: figure(estimate.variance, close),
      msprt_Lambda: figure(ratio, close),
      alwaysValidP: figure(alwaysValidP(ratio), probability),
    },
  };
}

/** What canaries and experiments are read with: sizes, splits, tests, and what looking again and again does to them. */
export function experimentsCase(raw: unknown, where: string): Computed {
  const one = readCase(schema, raw, where);
  switch (one.kind) {
    case 'sampleSize':
      return sampleSizeCase(one, where);
    case 'srm':
      return ratioCase(one);
    case 'msprt':
      return mixtureCase(one, where);
    case 'obrienFleming': {
      const { kind, K, look, alpha } = one;
      if (look > K) throw new BadInput(`${where}, "look": expected 1 to ${K}, got ${look}`);
      return { input: { kind, K, look, alpha }, figures: { z: figure(obrienFlemingBound(look, K, alpha), bound(Math.sqrt(K / look))) } };
    }
    case 'pocock': {
      const { kind, K, alpha } = one;
      return { input: { kind, K, alpha }, figures: { z: figure(pocockBound(K, alpha), bound(1)) } };
    }
    case 'peeking': {
      const { kind, looks: taken, nominalAlpha } = one;
      const rate = peekingFalsePositiveRate(taken, nominalAlpha);
      return { input: { kind, looks: taken, nominalAlpha }, figures: { falsePositiveRate: figure(rate, within(0.003)) } };
    }
  }
}
