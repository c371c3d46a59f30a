import { describe, expect, it } from 'vitest';
import { CHANGE_TYPES } from '../../src/domain/action.ts';
import { closest, meant } from '../../src/scenario/nearest.ts';

describe('a name that is none of those known', () => {
  it.each([
    ['rolback', ['rollback']],
    ['scael', ['scale']],
    ['warm-pod', ['warm-pods']],
    ['explode', []],
    ['', []],
    ['x'.repeat(41), []],
  ])('%s is a slip of %j', (name, names) => {
    expect(meant(name, CHANGE_TYPES)).toEqual(names);
  });

  it('has the likeliest first', () => {
    expect(meant('set-rap', ['set-gate', 'set-traps', 'set-ramp'])).toEqual(['set-ramp', 'set-traps']);
  });

  it('is nearest to those that share a word with it, else to those with the same letters, and never to many', () => {
    expect(closest('rebalance', CHANGE_TYPES)).toEqual(['rebalance-partition']);
    expect(closest('add-pods', CHANGE_TYPES)).toEqual(['warm-pods', 'add-rule', 'add-fallback']);
    expect(closest('explode', CHANGE_TYPES)).toHaveLength(3);
    expect(closest('x'.repeat(41), CHANGE_TYPES)).toEqual([]);
  });
});
