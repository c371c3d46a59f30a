import { describe, expect, it } from 'vitest';
import { applySettings } from '../../src/scenario/settings.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { spike } from './shipped.ts';

describe('settings by path', () => {
  const { system, brief, sealed } = spike();

  it('set a parameter and leave the system as it was', () => {
    const before = structuredClone(system);
    const after = applySettings(system, {
      'rollout.candidatePods': 4,
      'model-server.versions.v42.heavyCardCost': 0.5,
      'looks.look-trace': 60,
      'delays.rollback.to': 30,
    });
    expect(after.parts['rollout']).toMatchObject({ candidatePods: 4 });
    expect(after.parts['model-server']?.['versions']).toMatchObject([
      { heavyCardCost: 0 },
      { heavyCardCost: 0 },
      { id: 'v42', heavyCardCost: 0.5 },
    ]);
    expect(after.looks['look-trace']).toBe(60);
    expect(after.delays.rollback).toEqual({ from: 30, to: 30 });
    expect(system).toEqual(before);
  });

  it('find an element of a list by its id, else by its index', () => {
    const byIndex = applySettings(system, { 'model-server.versions.0.modelCpuMs': 1 });
    expect(byIndex).toEqual(applySettings(system, { 'model-server.versions.v40.modelCpuMs': 1 }));
  });

  it('refuse a path that leads nowhere, and say what there is', () => {
    expect(() => applySettings(system, { 'rollout.pods': 1 })).toThrow(
      'there is no "pods" in the path "rollout.pods"; expected one of stable, previous,',
    );
    expect(() => applySettings(system, { 'weather.rain': 1 })).toThrow(
      'there is no "weather" in the path "weather.rain"; expected one of traffic,',
    );
    expect(() => applySettings(system, { 'rollout.stable.x': 1 })).toThrow('expected the path to end before it');
    expect(() => applySettings(system, { 'model-server.versions.v9.modelCpuMs': 1 })).toThrow('expected one of v40, v41, v42');
    expect(() => applySettings(system, { 'rollout.__proto__.x': 1 })).toThrow('there is no "__proto__"');
  });

  it('of every variant and every prevention change the system they apply to', () => {
    const sets = [...brief.preventions.map(({ set }) => set), ...openTruth(sealed).variants.map((variant) => variant.system)];
    for (const set of sets)
      expect(JSON.stringify(applySettings(system, set)) === JSON.stringify(system)).toBe(Object.keys(set).length === 0);
  });
});
