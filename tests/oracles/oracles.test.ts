import { describe, expect, it } from 'vitest';
import { computeOracle, runOracleFile } from '../../src/cli/oracle.ts';
import { IDS, oracleFile } from './files.ts';

const one = (id: string, ...cases: readonly object[]) => computeOracle({ about: { id }, cases });

describe('the golden files', () => {
  it.each(IDS)('%s is met by the production functions', (id) => {
    const result = computeOracle(oracleFile(id));
    expect(result.cases.filter(({ ok }) => !ok)).toEqual([]);
    expect(result.cases).toHaveLength(oracleFile(id).cases.length);
    for (const { expected, computed, tolerance } of result.cases) {
      expect(Object.keys(expected).length).toBeGreaterThan(0);
      for (const field of Object.keys(expected)) expect([computed[field], tolerance[field]], field).not.toContain(undefined);
    }
  });

  it.each(IDS)('%s fails when any one expectation is moved out of its tolerance', (id) => {
    const shownOnly = new Set(['shown only']);
    const result = computeOracle(oracleFile(id));
    const moved: string[] = [];
    result.cases.forEach(({ expected, tolerance }, i) => {
      if (id === 'metastability' && i > 5) return; // each takes some 30 ms to play
      if (id === 'transient' && i > 1 && i < 8) return;
      for (const [field, value] of Object.entries(expected)) {
        if (shownOnly.has(tolerance[field] ?? '')) continue;
        const wrong =
          typeof value === 'number' ? value * 1.5 + 1 : Array.isArray(value) ? value.map((v: number) => v + 0.5) : 'something else';
        const file = oracleFile(id);
        const cases = [
          { ...file.cases[i], [field]: typeof value === 'string' && typeof result.cases[i]?.computed[field] !== 'string' ? 7 : wrong },
        ];
        let ok = true;
        try {
          ok = computeOracle({ ...file, cases }).ok;
        } catch {
          ok = false;
        }
        if (ok) moved.push(`case ${i + 1} ${field}`);
      }
    });
    expect(moved).toEqual([]);
  });
});

describe('cases that no file holds', () => {
  it('are computed by the formula', () => {
    expect(
      one('mmc', { serviceMeanMs: 250, c: 1, rho: 0.9, resp_p95_ms: (250 / 0.1) * Math.log(20), erlangC: 0.9, meanWaitMs: 2250 }).ok,
    ).toBe(true);
    expect(one('mmc', { serviceMeanMs: 50, c: 4, lambdaPerSec: 100, meanWaitMs: '+Inf', erlangC: 1, resp_p50_ms: '+Inf' }).ok).toBe(true);
    expect(one('mgc', { S_ms: 100, c: 1, rho: 0.5, cv2: 0, allenCunneenMeanWait_ms: 50 }).ok).toBe(true); // M/D/1 by Pollaczek–Khinchine
    expect(
      one('transient', {
        kind: 'fluid',
        lambdaPerSec: 500,
        capacityPerSec: 400,
        overloadS: 10,
        lambdaAfterPerSec: 400,
        backlogRequests: 1000,
        delayS: 2.5,
        drainS: '+Inf',
      }).ok,
    ).toBe(true);
    expect(one('retries-breaker-cache', { kind: 'attempts', failProb: 0.25, maxAttempts: 3, expectedAttempts: 1.3125 }).ok).toBe(true);
    expect(one('retries-breaker-cache', { kind: 'retryBudget', budgetShare: 0.25, maxLoadFactor: 1.25 }).ok).toBe(true);
    expect(one('retries-breaker-cache', { kind: 'nestedRetries', layers: 2, attemptsPerLayer: 3, worstCaseCalls: 9 }).ok).toBe(true);
    expect(
      one('burn-rate', { slo: 0.99, longH: 2, shortMin: 10, burnThreshold: 10, errorRatio: 0.05, timeToFireS: '+Inf', errThreshold: 0.1 })
        .ok,
    ).toBe(true);
    expect(one('burn-rate', { slo: 0.99, longH: 2, shortMin: 10, burnThreshold: 10, errorRatio: 0.2, timeToFireS: 3600 }).ok).toBe(true);
    expect(one('burn-rate', { slo: 0.9, longH: 6, shortMin: 30, burnThreshold: 3.6, errorRatio: 0.36, timeToFireS: '+Inf' }).ok).toBe(true); // at it is not over it
    expect(one('histogram-quantile', { le: ['+Inf', 1, 0.5], cum: [10, 8, 4], q: 0.6, expect: 0.75 }).ok).toBe(true); // in any order
    expect(one('histogram-quantile', { le: [1, 1, '+Inf'], cum: [4, 4, 10], q: 0.5, expect: 0.625 }).ok).toBe(true); // equal bounds add up
    expect(one('histogram-quantile', { le: [1, '+Inf'], cum: [0, 0], q: 0.5, expect: 'NaN' }).ok).toBe(true);
  });

  // response times of what arrives within half a second of t; 1,500 replications of an event simulation of the same queue
  it.each([
    [61, 0.248, 0.484, 0.592],
    [62, 0.45, 0.749, 0.875],
    [63, 0.654, 1.005, 1.171],
    [64, 0.858, 1.246, 1.422],
    [65, 1.055, 1.493, 1.667],
    [66, 1.257, 1.721, 1.92],
    [67, 1.455, 1.951, 2.171],
    [68, 1.663, 2.181, 2.39],
    [75, 3.064, 3.774, 4.114],
    [90, 6.087, 7.081, 7.526],
    [110, 10.105, 11.368, 11.808],
    [125, 10.617, 12.03, 12.618],
    [145, 4.609, 6.098, 6.846],
    [152, 2.509, 4.099, 4.809],
    [155, 1.591, 3.214, 3.924],
  ])('of the overload at second %i are what an event simulation gives', (t, p50_s, p95_s, p99_s) => {
    const { cases } = one('transient', { kind: 'pooled', t, p50_s, p95_s, p99_s });
    expect(cases.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('of the autoscaler are computed by Kubernetes’ rules', () => {
    const resource = { kind: 'resource', currentReplicas: 4, requestMilli: 1000, targetPct: 50 };
    expect(one('hpa', { ...resource, usageMilli: [900, 900, 900, 900], expect: 8, expectUtilPct: 90 }).ok).toBe(true);
    expect(one('hpa', { ...resource, usageMilli: [549, 549, 549, 549], expect: 4, expectUtilPct: 54 }).ok).toBe(true);
    expect(one('hpa', { ...resource, usageMilli: [900, 900], missingIdx: [0, 1], expect: 4 }).ok).toBe(true); // idle when missing: 45 %, which turns it round
    expect(one('hpa', { ...resource, usageMilli: [], missingIdx: [0, 1, 2, 3], expect: 4, expectUtilPct: 'NaN' }).ok).toBe(true);
    expect(
      one('hpa', {
        kind: 'custom',
        cur: 10,
        desired: 3,
        recs: [
          [8, -100],
          [9, -300],
        ],
        downWindow: 300,
        expect: 8,
      }).ok,
    ).toBe(true);
    expect(one('hpa', { kind: 'custom', cur: 5, desired: 50, recs: [[20, -30]], upWindow: 60, expect: 20 }).ok).toBe(true);
    expect(one('hpa', { kind: 'custom', cur: 72, desired: 10, down: { percent: 10, period: 60 }, expect: 64 }).ok).toBe(true);
    expect(one('hpa', { kind: 'custom', cur: 3, levels: [100, 100], target: 50, expect: 4 }).ok).toBe(true); // one of three reports nothing: counts as 0
  });

  it('of metastability are played', () => {
    const stuck = { kind: 'outcome', rho: 0.8, triggerS: 20 };
    expect(one('metastability', { ...stuck, retries: 'unbounded4', outcome: 'stuck', offered: 1024 }).ok).toBe(true);
    expect(one('metastability', { ...stuck, retries: 'unbounded1', outcome: 'recovers' }).ok).toBe(true);
    expect(one('metastability', { ...stuck, action: 'shed to <=5% of normal for 150 s', queueCap: 3200, outcome: 'recovers' }).ok).toBe(
      true,
    );
    expect(one('metastability', { ...stuck, rho: 0.2, outcome: 'recovers' }).ok).toBe(true);
  });
});

describe('a malformed oracle file is refused with where and what', () => {
  const mmc = { serviceMeanMs: 50, c: 1, rho: 0.5 };
  const rows: readonly (readonly [string, unknown, string])[] = [
    ['null', null, 'the oracle file'],
    ['a list', [], 'the oracle file'],
    ['no head', { cases: [mmc] }, 'about'],
    ['no cases', { about: { id: 'mmc' } }, 'cases'],
    ['an empty list of cases', { about: { id: 'mmc' }, cases: [] }, 'at least one case'],
    ['an unknown id', { about: { id: 'toString' }, cases: [mmc] }, 'expected mmc, mgc'],
    ['an id that is not built', { about: { id: 'llm' }, cases: [{}] }, 'not built yet'],
    ['a case that is no object', { about: { id: 'mmc' }, cases: [mmc, 7] }, 'case 2'],
    ['a case that is null', { about: { id: 'hpa' }, cases: [null] }, 'case 1'],
    ['an input of the wrong kind', { about: { id: 'mmc' }, cases: [{ ...mmc, c: 'one' }] }, 'case 1: c:'],
    ['an input that is missing', { about: { id: 'mmc' }, cases: [{ c: 1, rho: 1 }] }, 'case 1: serviceMeanMs:'],
    ['an input beyond reason', { about: { id: 'mmc' }, cases: [{ ...mmc, c: 1e12 }] }, 'case 1: c:'],
    ['neither load nor arrivals', { about: { id: 'mmc' }, cases: [{ serviceMeanMs: 1, c: 1 }] }, 'expected "rho" or "lambdaPerSec"'],
    ['load and arrivals that differ', { about: { id: 'mmc' }, cases: [{ ...mmc, lambdaPerSec: 11 }] }, '10 requests/s'],
    ['a misspelt expectation', { about: { id: 'mmc' }, cases: [{ ...mmc, erlangD: 1 }] }, 'erlangD'],
    ['an expectation that is no number', { about: { id: 'mmc' }, cases: [{ ...mmc, erlangC: 'half' }] }, 'case 1: erlangC:'],
    ['an unknown kind', { about: { id: 'hpa' }, cases: [{ kind: 'memory' }] }, 'case 1: kind:'],
    [
      'too few figures',
      { about: { id: 'hpa' }, cases: [{ kind: 'resource', currentReplicas: 3, usageMilli: [1], requestMilli: 1, targetPct: 1 }] },
      'expected 3 figures',
    ],
    [
      'a pod that is not there',
      {
        about: { id: 'hpa' },
        cases: [{ kind: 'resource', currentReplicas: 1, usageMilli: [1], requestMilli: 1, targetPct: 1, unreadyIdx: [1] }],
      },
      'expected pods 0 to 0',
    ],
    ['a case that asks for nothing', { about: { id: 'hpa' }, cases: [{ kind: 'custom', cur: 1 }] }, 'expected "desired"'],
    [
      'counts without bounds',
      { about: { id: 'histogram-quantile' }, cases: [{ le: [1, '+Inf'], cum: [1], q: 0.5 }] },
      'as many counts as bounds',
    ],
    [
      'an objective without a budget',
      { about: { id: 'burn-rate' }, cases: [{ slo: 1, longH: 1, shortMin: 5, burnThreshold: 1, errorRatio: 1 }] },
      'case 1: slo:',
    ],
    [
      'an unknown way to retry',
      { about: { id: 'metastability' }, cases: [{ kind: 'outcome', rho: 1, triggerS: 1, retries: 'often' }] },
      '"retries"',
    ],
    [
      'an unknown action',
      { about: { id: 'metastability' }, cases: [{ kind: 'outcome', rho: 1, triggerS: 1, action: 'pray' }] },
      '"action"',
    ],
  ];
  it.each(rows)('%s', (_, data, says) => {
    let message = '';
    try {
      computeOracle(data);
    } catch (error) {
      expect((error as Error).constructor.name).toBe('BadInput');
      message = (error as Error).message;
    }
    expect(message).toContain(says);
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(250);
  });
});

describe('an oracle file on the command line', () => {
  const run = (data: unknown, json: boolean): { code: number; text: string } => {
    let text = '';
    const code = runOracleFile(data, { json, io: { out: (part) => (text += part), err: () => undefined } });
    return { code, text };
  };
  const file = {
    about: { id: 'retries-breaker-cache' },
    cases: [{ kind: 'attempts', failProb: 0.5, maxAttempts: 2, expectedAttempts: 1.5 }],
  };

  it('prints one JSON value', () => {
    expect(run(file, true).code).toBe(0);
    expect(JSON.parse(run(file, true).text)).toEqual({
      id: 'retries-breaker-cache',
      cases: [
        {
          input: { kind: 'attempts', failProb: 0.5, maxAttempts: 2 },
          computed: { expectedAttempts: 1.5 },
          expected: { expectedAttempts: 1.5 },
          ok: true,
          tolerance: { expectedAttempts: '0.000001 absolute' },
        },
      ],
      ok: true,
    });
  });

  it('says which case is outside its tolerance, and exits with 1', () => {
    const wrong = { ...file, cases: [...file.cases, { ...file.cases[0], expectedAttempts: 1.6 }] };
    const { code, text } = run(wrong, false);
    expect(code).toBe(1);
    expect(text).toContain('FAIL case 2');
    expect(text).toContain('expectedAttempts: 1.5, expected 1.6');
    expect(text).toContain('1 of 2 cases within tolerance');
  });

  it('shows what is computed where nothing is expected, and calls it neither right nor wrong', () => {
    const { code, text } = run({ ...file, cases: [...file.cases, { kind: 'attempts', failProb: 0.5, maxAttempts: 3 }] }, false);
    expect(code).toBe(0);
    expect(text).toContain('expectedAttempts: 1.75, nothing expected');
    expect(text).toContain('1 of 1 cases within tolerance; nothing is expected of 1');
  });
});
