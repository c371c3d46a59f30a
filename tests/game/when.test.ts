import { describe, expect, it } from 'vitest';
import { axisDay, axisLabel, dayText, rangeTexts, whenText } from '../../src/game/when.ts';
import { clockOf } from '../../src/ui/evidence/read-at.ts';

const DAYS = { startClock: '10:00:00', tickSeconds: 300 }; // twelve ticks an hour, midnight at 168
const NIGHT = { startClock: '23:50:00', tickSeconds: 1 };

describe('a moment', () => {
  const clock = (tick: number): string => `at ${tick}`;

  it('is told by the clock, and one of another day by how long ago it was', () => {
    expect(whenText(100, 900, 1, clock)).toBe('at 100');
    expect(whenText(900 - 12 * 3600, 900, 1, clock)).toBe(`at ${900 - 12 * 3600}`);
    expect(whenText(900 - 2 * 86_400, 900, 1, clock)).toBe('2 d ago');
  });

  it('of a drill of days is told with its day, however long ago; what was before the first day is told by how long ago', () => {
    expect(whenText(0, 48, 3600, clock)).toBe('at 0');
    expect(whenText(-2, 3, 3600, clock)).toBe('5 h ago');
  });

  it('of a calendar has its day where drills take days, and is not told to the minute where it is weeks away', () => {
    expect(clockOf(180, { ...DAYS, now: 200 })).toBe('day 2, 01:00');
    expect(clockOf(180, { ...DAYS, now: 180 + 15 * 288 })).toBe('day 2');
    expect(clockOf(-180, { ...DAYS, now: 15 * 288 })).toBe('');
    expect(clockOf(0, { ...NIGHT, now: 60 })).toBe('23:50');
  });
});

describe('a range of time', () => {
  it('says a day once where it begins and ends on it', () => {
    expect(rangeTexts(24, 84, DAYS)).toEqual(['day 1, 12:00', '17:00']);
    expect(rangeTexts(24, 180, DAYS)).toEqual(['day 1, 12:00', 'day 2, 01:00']);
    expect(rangeTexts(0, 60, NIGHT)).toEqual(['23:50', '23:51']);
  });
});

describe('a time axis', () => {
  it('names the day at a midnight of a drill of days, and at every label where they are days apart', () => {
    expect([axisLabel(168, 144, DAYS), axisLabel(24, 144, DAYS), axisLabel(24, 288, DAYS)]).toEqual(['day 2', '12:00', 'day 1']);
    expect(axisLabel(600, 600, NIGHT)).toBe('00:00');
  });

  it('has a day beside it where none of its labels names one', () => {
    expect(axisDay([180, 192], 12, DAYS)).toBe('day 2');
    expect(axisDay([156, 168, 180], 12, DAYS)).toBe(null);
    expect(axisDay([0, 288], 288, DAYS)).toBe(null);
    expect(axisDay([0, 60], 60, NIGHT)).toBe(null);
    expect(axisDay([], 1, DAYS)).toBe(null);
    expect(dayText({ startClock: '00:00:00', tickSeconds: 3600 }, 90 * 24)).toBe('day 91');
  });
});
