import { describe, expect, it } from 'vitest';
import { clockText, fullClockText, handStep, handSteps } from '../../src/game/debrief-clock.ts';

const NIGHT = { startClock: '01:49:00', tickSeconds: 1, ticks: 3300 };
const WEEK = { startClock: '10:00:00', tickSeconds: 300, ticks: 1728 };
const HALF_YEAR = { startClock: '00:00:00', tickSeconds: 3600, ticks: 4320 };

describe('the clock of a drill', () => {
  it('has seconds on a drill of a night, and the day on one of days, from the first day on', () => {
    expect([fullClockText(NIGHT, 1361), clockText(NIGHT, 1361)]).toEqual(['02:11:41', '02:11']);
    expect([fullClockText(WEEK, 0), fullClockText(WEEK, 1152)]).toEqual(['day 1, 10:00', 'day 5, 10:00']);
    expect(clockText(HALF_YEAR, 2160)).toBe('day 91, 00:00');
  });

  it('is moved by hand in steps that fit the length of the drill, never by less than a tick', () => {
    expect([NIGHT, WEEK, HALF_YEAR].map(handStep)).toEqual([60, 1800, 86_400]);
    expect(handSteps(HALF_YEAR, 10)).toBe('10 d');
    expect(handStep({ ticks: 20, tickSeconds: 3600 })).toBe(3600);
  });
});
