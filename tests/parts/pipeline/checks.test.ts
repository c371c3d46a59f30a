import { describe, expect, it } from 'vitest';
import { drawKey } from '../../../src/kernel/streams.ts';
import { basisOf } from '../../../src/parts/population/basis.ts';
import { addRows, createMixture, shownBins } from '../../../src/parts/population/mixture.ts';
import { mixAt } from '../../../src/parts/population/step.ts';
import { failingChecks, verdictOf } from '../../../src/parts/pipeline/checks.ts';
import { CHECK_IDS, paramsSchema, type CheckId } from '../../../src/parts/pipeline/params.ts';
import { profileBatch } from '../../../src/parts/pipeline/profile.ts';
import { operatedSource, rowMapKey, rowMapOf } from '../../../src/parts/pipeline/row-map.ts';
import { createPipeline, drivePipeline, mends, mendsFeed, servedConditions } from '../../../src/parts/pipeline/step.ts';
import { scoringParams } from '../../support/play-scoring.ts';

const { population } = scoringParams('silent-schema', 'market');
const key = drawKey('1', 'pipeline', 'window');
const pipelineOf = (kind: string, target: string | null): ReturnType<typeof paramsSchema.parse> =>
  paramsSchema.parse({
    operator: { kind, target, toBin: 3 },
    joins: [{ id: 'customer-key', title: 'Customer number', source: 'billing' }],
    checks: { distribution: 'warn' },
  });

/** Which checks would fail on a batch of which a share is hit. */
function failing(kind: string, target: string | null, hit: number, labelFactor = 1, rows = 5000): CheckId[] {
  const pipeline = pipelineOf(kind, target);
  const basis = basisOf(population, rowMapOf(population, pipeline), rowMapKey(pipeline));
  const of = (share: number): Float64Array => {
    const mixture = createMixture(basis.groups);
    addRows(mixture, mixAt(population, 0), 1, share, 0, 0);
    return shownBins(basis, mixture);
  };
  const fields = profileBatch(population, pipeline, of(0), of(hit), hit, rows, key, 7);
  const facts = {
    matchShare: kind === 'keyless' ? 0.996 * (1 - hit) : 0.996,
    rowsFactor: kind === 'duplicated' ? 1 + hit : 1,
    labelFactor,
  };
  const seen = failingChecks(pipeline, fields, population.features.map(({ missingShare }) => missingShare), facts); // prettier-ignore
  return CHECK_IDS.filter((id) => seen[id]);
}

describe('data checks', () => {
  it('pass a clean batch', () => {
    for (const rows of [500, 5000, 50_000]) expect(failing('none', null, 0, 1, rows)).toEqual([]);
  });

  it('see a unit change in the range and the distribution, not in nulls or types', () => {
    expect(failing('scaled', 'monthly-fee', 0.16)).toEqual(['range', 'distribution']);
  });

  it('see a type change in unknown values', () => {
    expect(failing('recoded', 'plan', 0.25)).toEqual(['schema', 'distribution']);
  });

  it('see lost keys in nulls and matches, where no contract names the key', () => {
    expect(failing('keyless', 'customer-key', 0.22)).toEqual(['nulls', 'reference']);
  });

  it('see a value that stands still in its spread', () => {
    expect(failing('frozen', 'monthly-fee', 0.94)).toEqual(expect.arrayContaining(['freshness']));
  });

  it('see doubled rows by their number alone, and a changed world by its labels alone', () => {
    expect(failing('duplicated', null, 0.5)).toEqual(['rows']);
    expect(failing('none', null, 0, 1.8)).toEqual(['labels']);
  });

  it('come to the strictest word of those that fail', () => {
    const checks = { schema: 'warn', range: 'block', nulls: 'quarantine' };
    const params = paramsSchema.parse({ checks });
    const fails = (ids: readonly CheckId[]): Record<CheckId, boolean> =>
      Object.fromEntries(CHECK_IDS.map((id) => [id, ids.includes(id)])) as Record<CheckId, boolean>;
    expect(verdictOf(params, fails([]))).toBe('pass');
    expect(verdictOf(params, fails(['schema']))).toBe('warn');
    expect(verdictOf(params, fails(['schema', 'nulls']))).toBe('quarantine');
    expect(verdictOf(params, fails(['range', 'nulls']))).toBe('block');
    expect(verdictOf(params, fails(['rows']))).toBe('pass'); // off
  });
});

describe('the pipeline', () => {
  it('is mended only at the field, key or feed that is broken', () => {
    const pipeline = pipelineOf('keyless', 'customer-key');
    expect(mends(pipeline, 'customer-key')).toBe(true);
    expect(mends(pipeline, 'monthly-fee')).toBe(false);
    expect(operatedSource(population, pipeline)).toBe('billing');
    expect(mendsFeed(population, pipelineOf('frozen', 'plan'), 'crm')).toBe(true);
    expect(mendsFeed(population, pipelineOf('frozen', 'plan'), 'billing')).toBe(false);
    expect(mends(pipelineOf('none', null), 'plan')).toBe(false);
  });

  it('brings no row in its new form once it is mended', () => {
    const state = createPipeline();
    drivePipeline(state, 0.4, 0.3, 10);
    expect([state.trainHit, state.servedHit, state.sinceHour]).toEqual([0.4, 0.3, 10]);
    state.mended = true;
    drivePipeline(state, 0.4, 0.3, 11);
    expect([state.trainHit, state.servedHit, state.sinceHour]).toEqual([0, 0, null]);
  });

  it('scores a pinned snapshot that ages instead of rows that are hit', () => {
    const state = createPipeline();
    const params = paramsSchema.parse({ staleSharePerDay: 0.02 });
    drivePipeline(state, 0, 0.5, 0);
    expect(servedConditions(state, params, 48, false)).toEqual({ hit: 0.5, stale: 0 });
    state.pinnedHour = 0;
    expect(servedConditions(state, params, 48, false)).toEqual({ hit: 0, stale: 0.04 });
  });

  it('refuses an operator without a target', () => {
    expect(() => rowMapOf(population, pipelineOf('scaled', 'nothing'))).toThrow('expected one of the features');
    expect(() => rowMapOf(population, pipelineOf('keyless', 'plan'))).toThrow('expected one of the joins');
  });
});
