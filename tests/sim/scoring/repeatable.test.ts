import { describe, expect, it } from 'vitest';
import { cloneState } from '../../../src/kernel/clone.ts';
import { championOf, versionOf } from '../../../src/parts/training/registry.ts';
import { tablesOf } from '../../../src/sim/scoring/tables.ts';
import { trainCandidate } from '../../../src/sim/scoring/train.ts';
import type { ScoringParams } from '../../../src/sim/scoring/world.ts';
import { playScoring } from '../../support/play-scoring.ts';

const DATA = ['all', 'recent'] as const;

describe.each([
  ['silent-schema', 'market', 110],
  ['slow-fade', 'economy', 1600],
] as const)('what a model is trained to in %s, %s', (id, variant, until) => {
  const { world } = playScoring(id, variant, [], { until });
  const { params, parts } = { params: world.setup.params as unknown as ScoringParams, parts: world.state.parts };

  /** The artifacts that come of training with each version live in turn, on tables of their own. */
  const trained = (own: string, live: readonly string[]): Map<string, string> => {
    const apart = { ...params, population: { ...params.population }, training: { ...params.training, code: own } };
    const ends = new Map<string, string>();
    for (const champion of live)
      for (const data of DATA) {
        const copy = cloneState(parts);
        copy.registry.champion = champion;
        const candidate = trainCandidate(apart, copy, '1', until, data, 0);
        ends.set(`${data} from ${champion}`, versionOf(copy.registry, candidate).artifact);
      }
    return ends;
  };

  it('does not depend on what was trained earlier in the same process', () => {
    const oneByModel = new Map(parts.registry.versions.map((version) => [version.artifact, version.id]));
    const live = [...oneByModel.values()];
    expect(live.length).toBeGreaterThan(1);
    expect(live).toContain(championOf(parts.registry).id);
    const forth = trained('forth', live);
    const back = trained('back', [...live].reverse());
    for (const [from, artifact] of forth) expect(back.get(from), from).toBe(artifact);
  });
});

describe('tables of two systems', () => {
  it('are apart where decisions differ, so that nothing worked out for one stands in for the other', () => {
    const { world } = playScoring('silent-schema', 'market', [], { until: 2 });
    const params = world.setup.params as unknown as ScoringParams;
    const other = { ...params, decisions: { ...params.decisions, overrideBand: params.decisions.overrideBand / 2 } };
    expect(tablesOf(other).basis).not.toBe(tablesOf(params).basis);
    expect(tablesOf({ ...params }).basis).toBe(tablesOf(params).basis);
  });
});
