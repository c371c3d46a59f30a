import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/domain/metric.ts';
import { axisWords } from '../../src/ui/common/axis-words.ts';
import { roundSplits, valueSplits } from '../../src/ui/common/chart-model.ts';

it('large figures of an axis are told in thousands and in millions', () => {
  expect(axisWords(5_000_000, 'eur')).toBe('€5M');
  expect(axisWords(2_500_000, 'eurPerHour')).toBe('€2.5M');
  expect(axisWords(20_000, 'eur')).toBe('€20k');
  expect(axisWords(950, 'eur')).toBe('€950');
  expect(axisWords(2_000, 'perSecond')).toBe('2k');
  expect(axisWords(-3_000_000, 'count')).toBe('-3M');
});

it('an axis has at least two round figures, so that it tells a scale, and few', () => {
  const axis = fc.record({
    low: fc.double({ min: -1000, max: 1000, noNaN: true }),
    span: fc.double({ min: 0.001, max: 5000, noNaN: true }),
  });
  fc.assert(
    fc.property(axis, ({ low, span }) => {
      const splits = roundSplits(low, low + span, 3);
      expect(splits.length).toBeGreaterThanOrEqual(2);
      expect(splits.length).toBeLessThanOrEqual(4);
      for (const split of splits) expect(split).toSatisfy((at: number) => at >= low - span * 1e-4 && at <= low + span * (1 + 1e-4));
    }),
  );
  expect(roundSplits(-0.95, 0.95, 3)).toEqual([-0.5, 0, 0.5]);
  expect(roundSplits(0.0243, 0.0327, 3).map((value) => axisWords(value, 'share'))).toEqual(['2.5%', '3%']);
});

it('two figures of an axis are never told alike', () => {
  expect([0.025, 0.0275, 0.03].map((value) => axisWords(value, 'share'))).toEqual(['2.5%', '2.75%', '3%']);
  expect([1000, 1250, 1500].map((value) => axisWords(value, 'ms'))).toEqual(['1 s', '1.25 s', '1.5 s']);
});

describe('the ticks of an axis', () => {
  const ticks = (low: number, high: number, unit: Unit): string[] => {
    const splits = valueSplits({ unit, series: [{ label: '', ticks: [], values: [] }] }, low, high);
    return splits.map((value) => axisWords(value, unit, splits[1]! - splits[0]!));
  };

  it.each([
    [0, 0.0012, 'share'],
    [0, 0.0004, 'share'],
    [0.031, 0.0335, 'share'],
    [1900, 2030, 'ms'],
    [0, 0.9, 'eurPerMinute'],
    [12_000, 12_090, 'eur'],
    [0, 0.012, 'points'],
    [1000, 1030, 'perSecond'],
  ] as const)('never read the same twice, from %d to %d of %s', (low, high, unit) => {
    const words = ticks(low, high, unit);
    expect(words.length).toBeGreaterThan(1);
    expect(new Set(words).size, words.join(' ')).toBe(words.length);
  });

  it('of pods are whole', () => {
    const series = [{ label: '', ticks: [0, 1, 2], values: [6, 5, Number.NaN] }];
    expect(valueSplits({ unit: 'count', series }, 4.9, 6.1)).toEqual([5, 6]);
    expect(valueSplits({ unit: 'count', series: [{ ...series[0]!, values: [0.5] }] }, 0, 1)).toEqual([0, 0.5, 1]);
  });
});
