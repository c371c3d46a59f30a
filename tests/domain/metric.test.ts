import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChosen, formatValue } from '../../src/domain/metric.ts';

describe('a figure with its unit', () => {
  it.each([
    [999.4, 'ms', '999 ms'],
    [999.5, 'ms', '1.0 s'],
    [1049, 'ms', '1.0 s'],
    [0, 'share', '0 %'],
    [0.0004, 'share', '0.04 %'],
    [0.051, 'share', '5.1 %'],
    [-0.94, 'percentagePoints', '−0.94 pp'],
    [0.725, 'points', '0.72'],
    [NaN, 'eur', 'no data'],
  ] as const)('%d as %s reads "%s"', (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });

  it('never reads as a thousand milliseconds, for that is a second', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 5000, noNaN: true }), (ms) => formatValue(ms, 'ms') !== '1,000 ms'));
  });

  it('is as exact as it was chosen, where somebody chose it', () => {
    expect([0.725, 0.5, 3, 0.7].map((value) => formatChosen(value, 'points'))).toEqual(['0.725', '0.5', '3', '0.7']);
    expect(formatChosen(0.05, 'share')).toBe(formatValue(0.05, 'share'));
  });
});
