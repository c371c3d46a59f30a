import { expect, it } from 'vitest';
import { atClock } from '../../src/domain/at-clock.ts';

it('a moment stands in a sentence with its day before its clock', () => {
  expect(['02:10', '02:10:05', 'day 91, 09:00', 'day 3, 23:59:58'].map(atClock)).toEqual([
    'at 02:10',
    'at 02:10:05',
    'on day 91 at 09:00',
    'on day 3 at 23:59:58',
  ]);
});
