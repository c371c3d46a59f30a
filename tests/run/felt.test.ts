import { describe, expect, it } from 'vitest';
import { feltWhatever } from '../../src/run/felt.ts';
import { aScenario } from '../support/a-scenario.ts';

describe('preventions that can make a difference to a night', () => {
  const items = ['feature-fetch-tracing', 'autoscaling-headroom', 'distil'];
  const felt = (variant: string, looks: readonly ('look-trace' | 'look-changes')[] = []): readonly string[] =>
    feltWhatever(aScenario(), { seed: '1', variant }, items, looks.map((type) => (type === 'look-trace' ? { type, pick: 'slow' } : { type }))); // prettier-ignore

  it('are none that only concern a look which nobody makes', () => {
    expect(felt('deploy', ['look-changes'])).toEqual(['autoscaling-headroom', 'distil']);
    expect(felt('deploy', ['look-trace'])).toEqual(items);
  });
});
