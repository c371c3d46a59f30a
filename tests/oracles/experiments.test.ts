import { describe, expect, it } from 'vitest';
import { computeOracle } from '../../src/cli/oracle.ts';
import { paramsSchema } from '../../src/parts/experiment/params.ts';
import { countOutcomes, createExperiment, startExperiment, takeLook } from '../../src/parts/experiment/step.ts';
import { casesOf, oracleFile } from './files.ts';

const one = (...cases: readonly object[]) => computeOracle({ about: { id: 'experiments' }, cases });
const file = oracleFile('experiments');

describe('the golden file of experiments', () => {
  it('is met by the production functions in each of its cases', () => {
    const result = computeOracle(file);
    expect(result.cases.filter(({ ok }) => !ok)).toEqual([]);
    expect(result.cases).toHaveLength(file.cases.length);
  });

  it('fails in each figure that is moved out of its tolerance', () => {
    const moved = computeOracle(file).cases.flatMap(({ expected }, i) =>
      Object.entries(expected).filter(([field, value]) => {
        const wrong = typeof value === 'number' ? value * 1.01 + 0.01 : !(value as boolean);
        const off = field === 'nPerArm' ? (value as number) + 20 : wrong;
        return one({ ...file.cases[i], [field]: off }).ok;
      }),
    );
    expect(moved).toEqual([]);
  });
});

describe('cases of experiments that no file holds', () => {
  it.each([
    // scipy 1.17
    { kind: 'sampleSize', baseline: 0.1, relMDE: 0.05, alpha: 0.01, power: 0.9, nPerArm: 109_498 },
    { kind: 'sampleSize', baseline: 0.5, relMDE: 0, alpha: 0.05, power: 0.8, nPerArm: '+Inf' },
    { kind: 'srm', control: 0, treatment: 10, expectedControlShare: 0.5, chi2: 10, p: 0.001565402258, 'srm_at_0.001': false },
    { kind: 'srm', control: 70_000, treatment: 30_500, expectedControlShare: 0.7, chi2: 5.804311774461028, p: 0.015986923669313077 },
    {
      kind: 'msprt',
      x1: 480,
      n1: 16_000,
      x2: 30,
      n2: 800,
      tau: 0.01,
      z_pooled: 1.2066331674995416,
      p_pooled: 0.22757344758519105,
      msprt_Lambda: 0.8497649811635188,
      alwaysValidP: 1,
    },
    // Jennison and Turnbull's constants, as the file scales them
    { kind: 'obrienFleming', K: 10, look: 1, alpha: 0.05, z: 2.087 * Math.sqrt(10) },
    { kind: 'obrienFleming', K: 4, look: 2, alpha: 0.01, z: 2.609 * Math.sqrt(2) },
    { kind: 'obrienFleming', K: 1, look: 1, alpha: 0.05, z: 1.959964 },
    { kind: 'pocock', K: 3, alpha: 0.1, z: 1.992 },
    { kind: 'pocock', K: 20, alpha: 0.05, z: 2.672 },
    { kind: 'peeking', looks: 10, nominalAlpha: 0.05, falsePositiveRate: 0.193 },
    { kind: 'peeking', looks: 2, nominalAlpha: 0.01, falsePositiveRate: 0.018 },
  ])('are computed by the formula: %j', (given) => {
    expect(one(given).cases.filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each([
    [{ kind: 'obrienFleming', K: 3, look: 4, alpha: 0.05 }, '"look": expected 1 to 3'],
    [{ kind: 'msprt', x1: 5, n1: 4, x2: 1, n2: 2, tau: 0.01 }, 'at most as many successes'],
    [{ kind: 'sampleSize', baseline: 0.6, relMDE: 1, alpha: 0.05, power: 0.8 }, 'a rate of at most 1'],
    [{ kind: 'srm', control: 1, treatment: 1, expectedControlShare: 1 }, 'expectedControlShare'],
    [{ kind: 'cuped' }, 'kind'],
  ])('are refused where they make no sense: %j', (given, says) => {
    expect(() => one(given)).toThrow(says);
  });
});

interface Split {
  readonly kind: string;
  readonly control: number;
  readonly treatment: number;
  readonly expectedControlShare: number;
  readonly chi2: number;
  readonly p: number;
  readonly 'srm_at_0.001': boolean;
}
interface Mixture {
  readonly kind: string;
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly tau: number;
  readonly z_pooled: number;
  readonly p_pooled: number;
  readonly diff: number;
  readonly varUnpooled: number;
  readonly alwaysValidP: number;
}

const near = (got: number, want: number): void => expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-6 * Math.abs(want));

describe('the cases of experiments played through the experiment’s step', () => {
  it.each(casesOf<Split>('experiments').filter(({ kind }) => kind === 'srm'))('a split of $control to $treatment', (given) => {
    const params = paramsSchema.parse({});
    const state = createExperiment(params);
    startExperiment(state, 1 - given.expectedControlShare);
    countOutcomes(state, 'control', 0, given.control, given.control / 2);
    countOutcomes(state, 'treatment', 0, given.treatment, given.treatment / 2);
    const { split, mismatch, decision } = takeLook(state, params);
    near(split.chiSquare, given.chi2);
    near(split.p, given.p);
    expect([mismatch, decision === 'distrust']).toEqual([given['srm_at_0.001'], given['srm_at_0.001']]);
  });

  it.each(casesOf<Mixture>('experiments').filter(({ kind }) => kind === 'msprt'))('$x2 of $n2 against $x1 of $n1', (given) => {
    const params = paramsSchema.parse({ rule: 'always-valid', mixtureTau: given.tau });
    const state = createExperiment(params);
    startExperiment(state, 0.5);
    countOutcomes(state, 'control', 0, given.n1, given.x1);
    countOutcomes(state, 'treatment', 0, given.n2, given.x2);
    const { raw, alwaysValidP } = takeLook(state, params);
    near(raw.z, given.z_pooled);
    near(raw.p, given.p_pooled);
    near(raw.difference, given.diff);
    near(raw.standardError * raw.standardError, given.varUnpooled);
    near(alwaysValidP, given.alwaysValidP);
  });
});
