import { describe, expect, it } from 'vitest';
import { newValues } from '../../src/ui/common/chart-steps.ts';

describe('the steps of a chart', () => {
  it('are where a figure that is made once a night took a new value, but not where the window begins', () => {
    expect(newValues([0.83, 0.83, 0.83, 0.84, 0.84, 0.84, 0.71])).toEqual([3, 6]);
  });

  it('are not told of a figure that moves from sample to sample, nor of one that climbs after it stood still', () => {
    expect(newValues([1, 1.1, 1.2, 1.1])).toBeNull();
    expect(newValues([0, 0, 0, 0, 3, 6, 9])).toBeNull();
  });

  it('are not told of a figure that never moved', () => {
    expect(newValues([5, 5, 5, 5])).toBeNull();
    expect(newValues([])).toBeNull();
  });

  it('pass over gaps, in which nothing was measured', () => {
    expect(newValues([5, null, 5, undefined, 5, 7])).toEqual([5]);
  });
});
