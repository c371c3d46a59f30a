import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { feltWhatever } from '../../src/run/felt.ts';
import { aScenario } from '../support/a-scenario.ts';
import { playLog } from '../support/play.ts';

describe('preventions that can make a difference to a night', () => {
  const items = ['feature-fetch-tracing', 'autoscaling-headroom', 'distil'];
  const felt = (variant: string, looks: readonly ('look-trace' | 'look-changes')[] = []): readonly string[] =>
    feltWhatever(aScenario(), { seed: '1', variant }, items, looks.map((type) => (type === 'look-trace' ? { type, pick: 'slow' } : { type }))); // prettier-ignore

  it('are none that only concern a look which nobody makes', () => {
    expect(felt('deploy', ['look-changes'])).toEqual(['autoscaling-headroom', 'distil']);
    expect(felt('deploy', ['look-trace'])).toEqual(items);
  });

  it('are told of a run by what was done in it', () => {
    const feltOf = (action: Action): readonly string[] => playLog([{ tick: 900, action }], { seed: '1', variant: 'deploy' }).feltOf(items);
    expect(feltOf({ type: 'look-changes' })).not.toContain('feature-fetch-tracing');
    expect(feltOf({ type: 'look-trace', pick: 'slow' })).toContain('feature-fetch-tracing');
    expect(playLog([], { seed: '1', variant: 'deploy' }).feltOf(['unheard-of'])).toEqual([]);
  });
});
