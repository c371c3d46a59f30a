import { describe, expect, it } from 'vitest';
import { gateWords, passesGate } from '../../../src/parts/training/gate.ts';
import { GATES, paramsSchema, type GateKind } from '../../../src/parts/training/params.ts';
import { artifactOf, promote, rollbackTarget, type ModelVersion, type RegistryState } from '../../../src/parts/training/registry.ts';
import { playScoring, quiet } from '../../support/play-scoring.ts';

/** Versions that went live on the three bad nights, with the gate switched and nothing else. */
const promotedOnBadNights = (variant: string, kind: GateKind, settings: Record<string, number | string> = {}): number => {
  const { world } = playScoring('silent-schema', variant, [], {
    settings: { ...quiet, 'training.gate.kind': kind, ...settings },
    until: 172,
  });
  return world.state.parts.registry.versions.filter(({ trainedHour, promoted }) => trainedHour >= 120 && promoted).length;
};

describe('a gate', () => {
  it('reads what it is of kind to read', () => {
    const params = (kind: GateKind): ReturnType<typeof paramsSchema.parse> => paramsSchema.parse({ gate: { kind, margin: 0.01 } });
    const readings = { candidateTonight: 0.74, championTonight: 0.741, candidatePinned: 0.8, championPinned: 0.83 };
    expect(GATES.map((kind) => passesGate(params(kind), 0.75, readings))).toEqual([true, false, true, false]);
    expect(gateWords(params('absolute'), 0.725)).toBe("AUC at least 0.725, on tonight's holdout");
  });

  it('with a low absolute threshold is fooled by two poorer models and stops the third, whatever the cause', () => {
    for (const variant of ['units', 'types', 'keys', 'market']) expect(promotedOnBadNights(variant, 'absolute')).toBe(2);
  });

  it("against the champion on tonight's rows is fooled every night: the same rows spoil both", () => {
    for (const variant of ['units', 'types', 'keys']) expect(promotedOnBadNights(variant, 'champion-tonight')).toBe(3);
  });

  it('against the champion on pinned rows stops what forgot how clean rows read, and lets a mere change of the world pass', () => {
    for (const variant of ['units', 'types', 'keys']) expect(promotedOnBadNights(variant, 'champion-pinned')).toBe(0);
    expect(promotedOnBadNights('market', 'champion-pinned')).toBe(3);
  });

  it('passes a candidate whose broken column has no weight, whatever its kind', () => {
    const weightless = {
      'population.features.plan.relation.0': 0,
      'population.features.plan.relation.1': 0,
      'population.features.plan.relation.2': 0,
      'population.features.plan.relation.3': 0,
    };
    const alike = Object.fromEntries(
      ['light', 'regular', 'heavy', 'firms'].flatMap((group) =>
        [0, 1, 2, 3].map((i) => [`population.groups.${group}.features.plan.shares.${i}`, 0.25]),
      ),
    );
    for (const kind of GATES.filter((one) => one !== 'absolute'))
      expect(promotedOnBadNights('types', kind, { ...weightless, ...alike })).toBe(3);
  });
});

describe('the registry', () => {
  const version = (id: string, auc: number, promoted: boolean): ModelVersion => {
    const model = { intercept: auc, weights: new Float64Array(2) };
    return {
      id,
      model,
      artifact: artifactOf(model),
      trainedHour: 0,
      auc,
      data: 'all',
      snapshot: '',
      rows: 1,
      features: [],
      code: '',
      promoted,
    };
  };
  const registry = (): RegistryState => ({
    versions: [version('v1', 0.83, true), version('v2', 0.83, true), version('spare', 0.7, false)],
    champion: 'v2',
    stable: 'v2',
    fallback: 'spare',
    chart: 'current',
  });

  it('goes back to the last version that was measured as usual', () => {
    const one = registry();
    one.versions.push(version('bad', 0.74, false));
    promote(one, 'bad', 0.8);
    expect([one.champion, one.stable, rollbackTarget(one)]).toEqual(['bad', 'v2', 'v2']);
  });

  it('goes to the version before where the stable one is live, and never to the fallback', () => {
    expect(rollbackTarget(registry())).toBe('v1');
  });

  it('names an artifact by what is in it', () => {
    expect(artifactOf({ intercept: 1, weights: new Float64Array([1, 2]) })).toBe(
      artifactOf({ intercept: 1, weights: new Float64Array([1, 2]) }),
    );
    expect(artifactOf({ intercept: 1, weights: new Float64Array([1, 2]) })).not.toBe(
      artifactOf({ intercept: 1, weights: new Float64Array([2, 1]) }),
    );
  });
});
