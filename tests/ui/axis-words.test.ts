import { expect, it } from 'vitest';
import { axisWords } from '../../src/ui/common/axis-words.ts';

it('large figures of an axis are told in thousands and in millions', () => {
  expect(axisWords(5_000_000, 'eur')).toBe('€5M');
  expect(axisWords(2_500_000, 'eurPerHour')).toBe('€2.5M');
  expect(axisWords(20_000, 'eur')).toBe('€20k');
  expect(axisWords(950, 'eur')).toBe('€950');
  expect(axisWords(2_000, 'perSecond')).toBe('2k');
  expect(axisWords(-3_000_000, 'count')).toBe('-3M');
});
