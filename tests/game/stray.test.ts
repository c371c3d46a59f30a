import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { farEdge, strayOf } from '../../src/game/stray.ts';

describe('how far a figure is out of its normal', () => {
  it.each([
    [150, { low: 100, high: 200 }, 'lowerIsBetter', 'normal'],
    [300, { low: 100, high: 200 }, 'lowerIsBetter', 'warn'],
    [601, { low: 100, high: 200 }, 'lowerIsBetter', 'crit'],
    [50, { low: 100, high: 200 }, 'lowerIsBetter', 'normal'], // better than usual
    [0.3, { low: 0.6, high: 0.7 }, 'higherIsBetter', 'warn'],
    [0.1, { low: 0.6, high: 0.7 }, 'higherIsBetter', 'crit'],
    [5.2, { low: -3, high: 3 }, 'higherIsBetter', 'normal'],
    [-4, { low: -3, high: 3 }, 'higherIsBetter', 'warn'], // a third of a figure below nothing would be nearer to the band
    [-22, { low: -3, high: 3 }, 'higherIsBetter', 'crit'],
    [5.2, { low: -3, high: 3 }, 'neutral', 'warn'],
    [NaN, { low: 0, high: 1 }, 'lowerIsBetter', 'normal'],
  ] as const)('%d with a normal of %o, %s, is %s', (value, normal, direction, stray) => {
    expect(strayOf(value, normal, direction)).toBe(stray);
  });

  it('is never far out within the band, nor nearer to it than the edge', () => {
    const band = fc.tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(band, fc.constantFrom('lowerIsBetter' as const, 'higherIsBetter' as const), ([low, width], direction) => {
        const normal = { low, high: low + width };
        const edge = farEdge(normal, direction)!;
        return direction === 'lowerIsBetter' ? edge >= normal.high : edge <= normal.low;
      }),
    );
  });
});
