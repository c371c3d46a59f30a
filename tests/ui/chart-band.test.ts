import { expect, it } from 'vitest';
import { bandFits } from '../../src/ui/common/chart-model.ts';

it('a band without a bound does not flatten the line that is drawn over it', () => {
  expect(bandFits({ low: 0, high: 1e9, typical: 0 }, 48, 1285)).toBe(false);
  expect(bandFits({ low: 0, high: 0.5, typical: 0 }, 0, 0)).toBe(true);
  expect(bandFits({ low: 40, high: 400, typical: 50 }, 41, 60)).toBe(true);
});
