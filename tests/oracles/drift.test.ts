import { describe, expect, it } from 'vitest';
import { driftCase } from '../../src/cli/oracle-drift.ts';
import { casesOf } from './files.ts';

type Case = Readonly<Record<string, unknown>>;

/** The fields of a case that are not met, and how many were asked for. */
const judged = (one: Case): { asked: number; missed: string[] } => {
  const { figures } = driftCase(one, 'the case');
  const asked = Object.entries(figures).filter(([field]) => field in one);
  const missed = asked.filter(([field, { value, tolerance }]) => !tolerance.near(value as number, one[field] as number));
  return { asked: asked.length, missed: missed.map(([field, { value }]) => `${field}: ${String(value)}, not ${String(one[field])}`) };
};

// Beyond the file: by scipy 1.17, numpy 2 for PSI, Hellinger and the sums, and numerical search and integration for the normal shifts.
const offTable: readonly Case[] = [
  {
    kind: 'binned',
    expected: [0.7, 0.2, 0.1],
    actual: [0.55, 0.25, 0.2],
    psi: 0.1166462041,
    jsDistance_ln: 0.1199898972,
    jsDistance_base2: 0.1441225543,
    tvd: 0.15,
    hellinger: 0.1203667882,
    linf: 0.15,
    'klAct||Exp': 0.06177619269,
  },
  {
    kind: 'binned',
    expected: [0.01, 0.04, 0.45, 0.3, 0.2],
    actual: [0.2, 0.3, 0.3, 0.15, 0.05],
    psi: 1.465799915,
    jsDistance_ln: 0.391566586,
    jsDistance_base2: 0.470319401,
    tvd: 0.45,
    hellinger: 0.4076501357,
    linf: 0.26,
    'klAct||Exp': 0.9086910333,
  },
  {
    kind: 'binned',
    expected: [0.5, 0.5],
    actual: [0.999, 0.001],
    psi: 3.446470635,
    jsDistance_ln: 0.4608216212,
    jsDistance_base2: 0.5535031757,
    tvd: 0.499,
    hellinger: 0.5204672717,
    linf: 0.499,
    'klAct||Exp': 0.6852399254,
  },
  {
    kind: 'binned',
    expected: [0.25, 0.25, 0.25, 0.25],
    actual: [0.251, 0.249, 0.26, 0.24],
    psi: 0.0008084271194,
    jsDistance_ln: 0.01005219898,
    jsDistance_base2: 0.01207392146,
    tvd: 0.011,
    hellinger: 0.01005236525,
    linf: 0.01,
    'klAct||Exp': 0.0004041067457,
  },
  {
    kind: 'twoSample',
    ref: [1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 4.0, 4.0, 5.0, 9.0],
    cur: [2.0, 2.0, 3.0, 5.0, 6.0, 6.0, 7.0, 8.0],
    ksD: 0.425,
    ksP_exact: 0.2955345308,
    wasserstein: 1.475,
    wassersteinNorm_byRefStdPop: 0.7000040219,
    mannWhitneyU_ref: 27.0,
    mannWhitneyP_asymp_cc: 0.260981349,
    welchT: -1.188006262,
    welchP: 0.2534124638,
    ksP_kolmogorovSeries: 0.3983069396,
  },
  {
    kind: 'twoSample',
    ref: [
      -0.8019314253, -1.324358996, -0.2483616221, 0.4204452381, 1.136046532, 0.1097063993, -0.5526473205, -0.7847803553, 0.7487457707,
      1.634783043, 0.2727687758, -1.233328664, -0.9582652054, 1.600019089, 0.2028824405, -1.732134842, -0.08369619282, -1.163225973,
      -0.6292880941, -0.4880058233, -0.7133133716, 0.5533784704, -0.06308597193, -0.589431258, 0.4096378266,
    ],
    cur: [
      1.86179743, -1.60023272, 0.3405778231, -0.6730462985, 0.4575826852, -1.105186245, 0.7289665517, 0.6469599625, 0.2739271487,
      -0.7670971072, 0.1453335373, -0.8278604624, -1.197292245, 1.014700025, -0.853089913, 2.338414542, 1.703222718, -2.096943369,
      1.080980417, -0.8424032786, 0.7462801082, 0.7610847896, -2.083801704, 0.3732084667, 0.341893956, 2.046800745, -0.9540255311,
      1.733258657, -0.8385618683, 0.2361927502, -0.4766624358, 2.728223804, 1.49549834, 4.104425504, 1.598682931, 1.882989827, 1.876956027,
      -0.1492561503, 0.6019601747, 2.590544415,
    ],
    ksD: 0.32,
    ksP_exact: 0.06774497468,
    wasserstein: 0.7134667294,
    wassersteinNorm_byRefStdPop: 0.8226459811,
    mannWhitneyU_ref: 356.0,
    mannWhitneyP_asymp_cc: 0.05299598919,
    welchT: -2.295996532,
    welchP: 0.0250153847,
    ksP_kolmogorovSeries: 0.08563162942,
  },
  {
    kind: 'twoSample',
    ref: [
      -0.3965507652, 0.1887995313, -0.02122346042, 0.6092164928, -0.3649087419, -0.1523618888, 0.2423814287, 0.1030231385, -0.8649727463,
      0.8957830432, -1.298481208, -1.201115549, -1.282491795, 0.9669722789, -0.3606083689, -0.9710363785, -1.136021394, 0.4211311375,
      -1.054840663, -1.27207821, 0.6139930625, -1.196707727, -0.3224381508, -0.006761540347, -0.4453353669, -0.0540939616, 1.338773499,
      -0.5168941526, -1.259307159, -1.836745705, -0.2047661168, -0.3522570104, 0.2650909069, -0.4642445916, -0.4786384631, -0.7213157478,
      -0.5197597724, 0.1602267063, -0.3803527272, 0.1004418528, 1.9011872, 0.4791181508, -1.576089845, 1.733529586, 0.34781037,
      -0.9414132865, 0.9070489577, 0.01765561091, -0.615218533, -0.6335089254, -0.9934317903, 0.04811898399, 1.068816694, -0.3250520988,
      0.4208241251, 1.875646054, -1.214590633, 0.2575223239, -0.3064369269, -1.0592561,
    ],
    cur: [
      1.474152801, 2.484714857, 2.933863411, 1.968410179, 2.554390544, 3.222208654, 2.796561247, 3.36867019, 2.961395608, 2.988005676,
      4.326634065, 3.123171874, 2.629471132, 3.209943803, 1.580876324, 2.162295214, 3.293220854, 3.1307867, 4.048361691, 2.510473029,
      1.03767221, 4.447246931, 3.592892811, 1.441262566, 3.87582367, 2.532402799, 0.6860712301, 2.079646079, 1.991096166, 4.09084816,
      1.707931305, 2.24638266, 2.223239193, 2.121027237, 1.585925939, 2.719086909, 3.576804646, 3.123977651, 1.572500884, 1.350184243,
      2.618973554, 1.793419836, 1.869834351, 0.8203054212, 4.450491603,
    ],
    ksD: 0.8833333333,
    ksP_exact: 1.791705737e-21,
    wasserstein: 2.782251182,
    wassersteinNorm_byRefStdPop: 3.309557211,
    mannWhitneyU_ref: 46.0,
    mannWhitneyP_asymp_cc: 3.160529638e-17,
    welchT: -15.37679801,
    welchP: 1.275328688e-26,
    ksP_kolmogorovSeries: 7.471586996e-18,
  },
  {
    kind: 'twoSample',
    ref: [5.0, 1.0, 3.0],
    cur: [2.0, 2.0, 2.0, 4.5],
    ksD: 0.4166666667,
    ksP_exact: 0.8857142857,
    wasserstein: 1.041666667,
    wassersteinNorm_byRefStdPop: 0.6378879538,
    mannWhitneyU_ref: 7.0,
    mannWhitneyP_asymp_cc: 0.8544450676,
    welchT: 0.2856063672,
    welchP: 0.7928728114,
    ksP_kolmogorovSeries: 0.9272207818,
  },
  {
    kind: 'twoSample',
    ref: [
      6.3, 6.3, 2.4, 3.0, 3.2, 12.6, 1.5, 4.5, 2.1, 4.7, 4.4, 4.8, 10.9, 0.9, 8.7, 0.3, 3.3, 1.3, 5.8, 2.9, 10.0, 4.3, 3.0, 1.6, 3.1, 2.9,
      8.0, 7.4, 3.6, 0.2, 6.9, 1.2, 2.1, 4.6, 1.9, 8.1, 5.3, 1.0, 5.3, 1.5, 3.6, 2.5, 4.1, 6.5, 8.1, 2.5, 4.8, 5.0, 1.7, 7.5, 5.5, 10.1,
      3.0, 3.6, 6.1, 2.7, 7.8, 3.5, 2.6, 3.5, 1.3, 6.0, 1.5, 3.8, 2.0, 6.9, 7.5, 1.8, 4.7, 2.8, 12.1, 1.2, 0.9, 1.8, 4.9, 1.0, 6.8, 4.7,
      4.9, 1.1,
    ],
    cur: [
      2.0, 2.0, 2.8, 1.0, 11.9, 5.9, 7.9, 6.2, 3.0, 0.8, 4.3, 2.0, 2.3, 2.6, 2.6, 5.4, 2.1, 5.0, 3.5, 4.7, 6.1, 3.7, 6.8, 5.3, 4.5, 2.4,
      1.7, 10.7, 8.2, 6.2, 1.4, 1.5, 10.3, 3.5, 4.6, 10.4, 0.8, 7.2, 5.4, 3.1, 6.9, 4.3, 3.1, 9.5, 2.5, 6.1, 1.1, 2.4, 0.7, 4.6, 1.2, 8.9,
      4.6, 2.0, 2.8, 5.4, 12.8, 8.8, 2.1, 6.9, 6.4, 4.3, 4.7, 2.1,
    ],
    ksD: 0.096875,
    ksP_exact: 0.8612584404,
    wasserstein: 0.346875,
    wassersteinNorm_byRefStdPop: 0.1246123462,
    mannWhitneyU_ref: 2422.5,
    mannWhitneyP_asymp_cc: 0.5817039718,
    welchT: -0.6646433854,
    welchP: 0.5074377768,
    ksP_kolmogorovSeries: 0.8924206143,
  },
  {
    kind: 'twoSample',
    ref: [1.0, 2.0, 3.0, 4.0, 5.0],
    cur: [11.0, 12.0, 13.0, 14.0, 15.0],
    ksD: 1.0,
    ksP_exact: 0.007936507937,
    wasserstein: 10.0,
    wassersteinNorm_byRefStdPop: 7.071067812,
    mannWhitneyU_ref: 0.0,
    mannWhitneyP_asymp_cc: 0.01218578036,
    welchT: -10.0,
    welchP: 8.488181528e-6,
    ksP_kolmogorovSeries: 0.01347588988,
  },
  {
    kind: 'normalShift',
    meanShiftSigma: -0.3,
    scale: 1,
    psi_10decile: 0.08605504584,
    jsDistance_ln_10decile: 0.103277874,
    ksD_population: 0.1192353847,
    wasserstein_sigma: 0.3,
  },
  {
    kind: 'normalShift',
    meanShiftSigma: 0.2,
    scale: 1.3,
    psi_10decile: 0.1127842802,
    jsDistance_ln_10decile: 0.1179010186,
    ksD_population: 0.1110705878,
    wasserstein_sigma: 0.2906717883,
  },
  {
    kind: 'normalShift',
    meanShiftSigma: -0.8,
    scale: 0.7,
    psi_10decile: 1.152922182,
    jsDistance_ln_10decile: 0.3387154153,
    ksD_population: 0.3835887066,
    wasserstein_sigma: 0.8007089827,
  },
  {
    kind: 'normalShift',
    meanShiftSigma: 0,
    scale: 0.5,
    psi_10decile: 0.845403693,
    jsDistance_ln_10decile: 0.2949948,
    ksD_population: 0.1613372844,
    wasserstein_sigma: 0.3989422804,
  },
  {
    kind: 'normalShift',
    meanShiftSigma: 1.5,
    scale: 2,
    psi_10decile: 1.136475207,
    jsDistance_ln_10decile: 0.3612554064,
    ksD_population: 0.4445667944,
    wasserstein_sigma: 1.558613588,
  },
  {
    kind: 'normalShift',
    meanShiftSigma: 3,
    scale: 1,
    psi_10decile: 6.349850529,
    jsDistance_ln_10decile: 0.6802971341,
    ksD_population: 0.8663855975,
    wasserstein_sigma: 3.0,
  },
  {
    kind: 'normalShift',
    meanShiftSigma: 0.05,
    scale: 1.001,
    psi_10decile: 0.002395664858,
    jsDistance_ln_10decile: 0.01730280903,
    ksD_population: 0.01993905592,
    wasserstein_sigma: 0.05,
  },
  { kind: 'psiNull', B: 5, n: 1000, m: 7000, meanPSI: 0.004571428571, q95PSI: 0.0108431189, q99PSI: 0.01517337616 },
  { kind: 'psiNull', B: 2, n: 50, m: 80, meanPSI: 0.0325, q95PSI: 0.1248474117, q99PSI: 0.2156341395 },
  { kind: 'psiNull', B: 20, n: 300, m: 100000, meanPSI: 0.06352333333, q95PSI: 0.1007798593, q99PSI: 0.1209981391 },
  { kind: 'psiNull', B: 100, n: 5000, m: 5000, meanPSI: 0.0396, q95PSI: 0.04929008858, q99PSI: 0.05385664674 },
  { kind: 'chi2', refCounts: [10, 20], curCounts: [30, 5], chi2: 18.72619048, df: 1, p: 1.50895657e-5 },
  { kind: 'chi2', refCounts: [500, 300, 200, 7], curCounts: [430, 330, 240, 0], chi2: 17.30954829, df: 3, p: 0.0006103371843 },
  {
    kind: 'chi2',
    refCounts: [9000, 800, 150, 40, 10],
    curCounts: [8000, 1500, 300, 100, 100],
    chi2: 421.217657,
    df: 4,
    p: 7.232388054e-90,
  },
  { kind: 'chi2', refCounts: [3, 4], curCounts: [5, 6], chi2: 0.01168831169, df: 1, p: 0.9139064563 },
  {
    kind: 'cbpe',
    calibratedP: [0.9, 0.1, 0.1, 0.5, 0.5, 0.02, 0.3],
    threshold: 0.5,
    TP: 1.9,
    FP: 1.1,
    FN: 0.52,
    TN: 3.48,
    accuracy: 0.7685714286,
    precision: 0.6333333333,
    recall: 0.7851239669,
    f1: 0.7011070111,
    rocAuc_trapezoid: 0.8464578296,
  },
  {
    kind: 'cbpe',
    calibratedP: [0.01, 0.02, 0.03, 0.4],
    threshold: 0.03,
    TP: 0.43,
    FP: 1.57,
    FN: 0.03,
    TN: 1.97,
    accuracy: 0.6,
    precision: 0.215,
    recall: 0.9347826087,
    f1: 0.3495934959,
    rocAuc_trapezoid: 0.8623188406,
  },
];

describe('drift statistics', () => {
  it.each(casesOf<Case>('drift').map((one, i) => [i + 1, one] as const))('meet case %d of the file', (_, one) => {
    const { asked, missed } = judged(one);
    expect(missed).toEqual([]);
    expect(asked).toBeGreaterThan(2);
  });

  it.each(offTable.map((one, i) => [i + 1, one['kind'], one] as const))(
    'meet what an independent library makes of case %d beside it: %s',
    (_i, _kind, one) => {
      const { asked, missed } = judged(one);
      expect(missed).toEqual([]);
      expect(asked).toBeGreaterThan(2);
    },
  );

  it('read counts as they read shares', () => {
    const shares = { kind: 'binned', expected: [0.5, 0.3, 0.2], actual: [0.2, 0.3, 0.5] };
    const counts = { kind: 'binned', expected: [50, 30, 20], actual: [400, 600, 1000] };
    const [a, b] = [driftCase(shares, 'a').figures, driftCase(counts, 'b').figures];
    for (const field of Object.keys(a)) expect(b[field]?.value).toBeCloseTo(a[field]?.value as number, 12);
  });

  it('do not pass a figure that is off by a millionth or two, and let rounding to nothing pass where nothing is expected', () => {
    const e = { kind: 'binned', expected: [0.5, 0.3, 0.2], actual: [0.2, 0.3, 0.5] };
    expect(judged({ ...e, psi: 0.5497744391 * (1 + 3e-6) }).missed).toHaveLength(1);
    expect(judged({ kind: 'normalShift', meanShiftSigma: 0, scale: 1, psi_10decile: 3e-31, jsDistance_ln_10decile: 2e-9 }).missed).toEqual(
      [],
    );
    expect(judged({ kind: 'normalShift', meanShiftSigma: 0.1, scale: 1, jsDistance_ln_10decile: 2e-9 }).missed).toHaveLength(1);
    expect(judged({ kind: 'normalShift', meanShiftSigma: 0.1, scale: 1, psi_10decile: 0.0095873 }).missed).toHaveLength(1);
  });

  it.each<readonly [string, Case, string]>([
    ['bins that do not match', { kind: 'binned', expected: [1], actual: [1, 2] }, 'got 1 and 2'],
    ['categories that do not match', { kind: 'chi2', refCounts: [1, 2, 3], curCounts: [1, 2] }, 'got 3 and 2'],
    ['a probability above 1', { kind: 'cbpe', calibratedP: [1.2], threshold: 0.5 }, 'calibratedP'],
    ['a sample without rows', { kind: 'twoSample', ref: [], cur: [1] }, 'ref'],
    ['a spread of nothing', { kind: 'normalShift', meanShiftSigma: 0, scale: 0 }, 'scale'],
    ['one bin alone', { kind: 'psiNull', B: 1, n: 10, m: 10 }, 'B'],
    ['an unknown kind', { kind: 'wasserstein' }, 'kind'],
  ])('refuse %s', (_, one, says) => {
    expect(() => driftCase(one, 'case 1')).toThrow(says);
  });
});
