import { describe, expect, it } from 'vitest';
import { CHANGES, costsOf, look, partOf, played, tell, totalOf, TRACE, VARIANTS } from './scripted.ts';

const scale = { type: 'scale', replicas: 16 } as const;
const rollback = { type: 'rollback' } as const;
const cached = { type: 'serve-cached', on: true } as const;

describe('evidence before change', () => {
  it('scaling in the feature-store variant after its trace was read costs', () => {
    const part = partOf(
      played('feature-store', [
        [10, TRACE],
        [300, scale],
      ]),
      'evidence',
    );
    expect(costsOf(part)).toBe(-6);
    expect(part.lines.some((line) => line.text.includes('against what was known') && line.text.includes('features'))).toBe(true);
  });

  it('scaling there before anything was read costs less, for nothing was known against it', () => {
    expect(costsOf(partOf(played('feature-store', [[10, scale]]), 'evidence'))).toBe(-4);
  });

  it.each(VARIANTS)('rolling back under high impact, before the cause is known, costs nothing (%s)', (variant) => {
    const trace = played(variant, [
      [10, look('business')],
      [90, rollback],
    ]);
    const part = partOf(trace, 'evidence');
    expect(costsOf(part)).toBe(0);
    expect(part.got).toBeGreaterThan(0);
  });

  it('rolling back once the trace showed the store to be the cause costs', () => {
    expect(
      costsOf(
        partOf(
          played('feature-store', [
            [10, look('business')],
            [80, TRACE],
            [400, rollback],
          ]),
          'evidence',
        ),
      ),
    ).toBe(-6);
  });

  it('scaling is right where the pool is out of CPU because more arrives', () => {
    const part = partOf(
      played('traffic', [
        [10, look('service')],
        [80, look('saturation')],
        [160, scale],
      ]),
      'evidence',
    );
    expect(costsOf(part)).toBe(0);
    expect(part.lines.some((line) => line.points === 8 && line.text.includes('supported by what was seen'))).toBe(true);
  });

  it('the very same scaling earns nothing where the look that supports it returned only afterwards', () => {
    const before = partOf(
      played('traffic', [
        [10, look('service')],
        [80, look('saturation')],
        [160, scale],
      ]),
      'evidence',
    ).got;
    const after = partOf(
      played('traffic', [
        [10, scale],
        [20, look('service')],
        [90, look('saturation')],
      ]),
      'evidence',
    ).got;
    expect(before).toBeGreaterThan(after);
  });

  it('taking a wrong change back before it takes effect costs nothing; taking it out in time halves the cost', () => {
    expect(
      costsOf(
        partOf(
          played('feature-store', [
            [10, scale],
            [12, { type: 'take-back' }],
          ]),
          'evidence',
        ),
      ),
    ).toBe(0);
    expect(
      costsOf(
        partOf(
          played('feature-store', [
            [10, scale],
            [200, { type: 'scale', replicas: 6 }],
          ]),
          'evidence',
        ),
      ),
    ).toBe(-2);
  });

  it('a dashboard that was opened before the trouble stays live, and excludes nothing by having been normal then', () => {
    const part = partOf(played('feature-store', [[10, cached]], '1', [look('feature-store')]), 'evidence');
    expect(costsOf(part)).toBe(0);
    expect(part.lines.map((line) => line.points).slice(0, 2)).toEqual([8, 8]);
    const early = partOf(played('feature-store', [[75, rollback]], '1', [look('business'), look('upstream')]), 'evidence');
    expect(early.lines.some((line) => line.text.includes('reversible way out'))).toBe(true);
  });
});

describe('mitigation', () => {
  it('earns its share only where the world recovered', () => {
    const part = partOf(
      played('feature-store', [
        [10, look('feature-store')],
        [80, cached],
      ]),
      'mitigation',
    );
    expect(part.lines.map((line) => line.points).slice(0, 3)).toEqual([7, 5, 5]);
    expect(part.lines[1]!.text).toMatch(/came back from .* at \d\d:\d\d:\d\d to .* at \d\d:\d\d:\d\d/);
  });

  it('made late it earns less than made soon', () => {
    const at = (seconds: number): number =>
      partOf(
        played('feature-store', [
          [10, look('feature-store')],
          [seconds, cached],
        ]),
        'mitigation',
      ).lines[2]!.points;
    expect(at(600)).toBe(5);
    expect(at(1200)).toBeLessThan(5);
    expect(at(1200)).toBeGreaterThan(0);
  });

  it('three changes beside the right one leave little of it', () => {
    const alone = partOf(
      played('upstream', [
        [10, look('upstream')],
        [80, { type: 'set-breaker', route: 'merchant-risk', mode: 'forced-open' }],
      ]),
      'mitigation',
    ).got;
    const among = partOf(
      played('upstream', [
        [10, look('upstream')],
        [80, { type: 'set-breaker', route: 'merchant-risk', mode: 'forced-open' }],
        [85, scale],
        [90, rollback],
        [95, cached],
      ]),
      'mitigation',
    ).got;
    expect(among).toBeLessThan(alone / 2);
  });

  it('a rollback that only looks like a cure earns no recovery', () => {
    const part = partOf(
      played('feature-store', [
        [10, look('business')],
        [90, rollback],
        [300, { type: 'verify', metric: 'gateway.latency_p95_ms' }],
      ]),
      'mitigation',
    );
    expect(part.got).toBe(3);
  });

  it('verifying before the mitigation, or with nothing recovered, earns nothing', () => {
    const verify = { type: 'verify', metric: 'gateway.latency_p95_ms' } as const;
    const early = partOf(
      played('feature-store', [
        [10, look('feature-store')],
        [75, verify],
        [80, cached],
      ]),
      'mitigation',
    );
    const late = partOf(
      played('feature-store', [
        [10, look('feature-store')],
        [80, cached],
        [400, verify],
      ]),
      'mitigation',
    );
    expect(early.lines.at(-1)!.points).toBe(0);
    expect(late.lines.at(-1)!.points).toBe(3);
  });
});

describe('cause', () => {
  const claim = { type: 'claim-cause', changed: 'hot-keys', enters: 'feature-read', missed: 'store-by-average', confidence: 80 } as const;
  it('named with the evidence that shows it earns all but the rivals; without evidence half of the names', () => {
    expect(
      partOf(
        played('feature-store', [
          [10, look('feature-store')],
          [90, { ...claim, evidence: ['E1'] }],
        ]),
        'cause',
      ).got,
    ).toBe(18);
    expect(partOf(played('feature-store', [[90, { ...claim, evidence: [] }]]), 'cause').got).toBe(6);
  });

  it('named with evidence that shows something else counts as named without', () => {
    expect(
      partOf(
        played('feature-store', [
          [10, CHANGES],
          [90, { ...claim, evidence: ['E1'] }],
        ]),
        'cause',
      ).got,
    ).toBe(6);
  });

  it('a second claim costs, so that the board is not guessed', () => {
    const wrong = { ...claim, changed: 'model-release', enters: 'model-compute', missed: 'gate-without-latency', evidence: [] };
    const twice = partOf(
      played('feature-store', [
        [10, look('feature-store')],
        [80, wrong],
        [90, { ...claim, evidence: ['E1'] }],
      ]),
      'cause',
    );
    expect(twice.got).toBe(13);
  });

  it('excluding a rival earns with evidence that excludes it, not without', () => {
    const exclude = (evidence: string[]) =>
      ({ type: 'hypothesis', cause: 'heavy-model', confidence: 5, status: 'excluded', evidence }) as const;
    expect(
      partOf(
        played('feature-store', [
          [10, look('feature-store')],
          [90, exclude(['E1'])],
        ]),
        'cause',
      ).got,
    ).toBe(1);
    expect(
      partOf(
        played('feature-store', [
          [10, look('feature-store')],
          [90, exclude([])],
        ]),
        'cause',
      ).got,
    ).toBe(0);
  });
});

describe('communication', () => {
  it('rewards at most one update in five minutes', () => {
    const often = partOf(
      played(
        'traffic',
        [10, 40, 70, 100, 130].map((at) => [at, tell()] as const),
      ),
      'communication',
    ).got;
    const paced = partOf(
      played(
        'traffic',
        [10, 330, 650].map((at) => [at, tell()] as const),
      ),
      'communication',
    ).got;
    expect(paced).toBeGreaterThan(often);
  });

  it('a cause told without evidence costs', () => {
    const baseless = partOf(played('traffic', [[10, tell({ cause: 'heavy-model' })]]), 'communication');
    expect(costsOf(baseless)).toBeLessThanOrEqual(-2);
    expect(
      costsOf(
        partOf(
          played('traffic', [
            [10, look('service')],
            [80, tell({ cause: 'pool-too-small' })],
          ]),
          'communication',
        ),
      ),
    ).toBeGreaterThan(-2);
  });

  it('a review in persons earns nothing, in conditions all of it', () => {
    const review = (statement: 'person' | 'condition') =>
      ({
        type: 'review',
        statements: Object.fromEntries(['noticed', 'unchecked', 'unbounded', 'runbook'].map((id) => [id, statement])),
      }) as const;
    const got = (statement: 'person' | 'condition'): number =>
      partOf(
        played('traffic', [
          [10, { type: 'resolve' }],
          [20, review(statement)],
        ]),
        'communication',
      ).lines.find((line) => line.text.includes('conditions'))!.points;
    expect(got('person')).toBe(0);
    expect(got('condition')).toBe(3);
  });
});

describe('the whole', () => {
  it.each(VARIANTS)('doing nothing scores nothing (%s)', (variant) => {
    expect(totalOf(played(variant, []))).toBe(0);
  });

  it.each(VARIANTS)('looking at everything and resolving in silence stays at 45 or below (%s)', (variant) => {
    const looks = [
      look('service'),
      CHANGES,
      look('business'),
      look('versions'),
      look('saturation'),
      look('feature-store'),
      look('upstream'),
      TRACE,
      { type: 'look-alerts' } as const,
    ];
    const acts = [
      [5, { type: 'acknowledge' }] as const,
      ...looks.map((action) => [10, action] as const),
      [1200, { type: 'resolve' }] as const,
    ];
    expect(totalOf(played(variant, acts))).toBeLessThanOrEqual(45);
  });
});
