import { describe, expect, test } from 'vitest';
import { contrastOf } from '../../../src/parts/successes/contrast.ts';

describe('a contrast', () => {
  test('is none where everyone moved alike', () => {
    const before = { group: { trials: 1e5, successes: 4000 }, rest: { trials: 2e5, successes: 6000 } };
    const { change, z } = contrastOf({ trials: 1e5, successes: 3200 }, { trials: 2e5, successes: 4800 }, before);
    expect(change).toBeCloseTo(0, 12);
    expect(z).toBeCloseTo(0, 9);
  });

  test('says by how much a group fell against the rest, with an interval that holds it', () => {
    const { change, low, high, z } = contrastOf({ trials: 1e5, successes: 1984 }, { trials: 1e5, successes: 3100 }, null);
    expect(change).toBeCloseTo(-0.36, 2);
    expect(low).toBeLessThan(change);
    expect(high).toBeGreaterThan(change);
    expect(z).toBeLessThan(-10);
  });

  test('is nothing without successes', () => {
    expect(contrastOf({ trials: 10, successes: 0 }, { trials: 10, successes: 3 }, null).change).toBeNaN();
  });
});
