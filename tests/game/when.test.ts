import { expect, it } from 'vitest';
import { whenText } from '../../src/game/when.ts';

it('a moment is told by the clock, and one of another day by how long ago it was', () => {
  const clock = (tick: number): string => `at ${tick}`;
  expect(whenText(100, 900, 1, clock)).toBe('at 100');
  expect(whenText(900 - 12 * 3600, 900, 1, clock)).toBe(`at ${900 - 12 * 3600}`);
  expect(whenText(900 - 2 * 86_400, 900, 1, clock)).toBe('2 d ago');
  expect(whenText(0, 48, 3600, clock)).toBe('2 d ago');
});
