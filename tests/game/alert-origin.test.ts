import { describe, expect, it } from 'vitest';
import { alertOrigin } from '../../src/game/alert-origin.ts';
import { shipped } from '../../src/cli/library.ts';
import type { AlertsParams } from '../../src/parts/alerts/params.ts';

const DAY = 86_400;
const set = (daysAgo: number, tickSeconds = 3600, now = 0): string | null =>
  alertOrigin(
    { setBy: { role: 'platform team', tick: -(daysAgo * DAY) / tickSeconds, why: 'after the outage in spring' } },
    now,
    tickSeconds,
  );

describe('who set the threshold of an alert', () => {
  it('is said as people say how long ago: in days, in months, in years', () => {
    expect(set(1)).toBe('Set 1 day ago by the platform team, after the outage in spring');
    expect(set(60)).toContain('Set 60 days ago');
    expect(set(61)).toContain('Set 2 months ago');
    expect(set(210)).toContain('Set 7 months ago');
    expect(set(1100)).toContain('Set 3 years ago');
    expect(set(0)).toContain('Set today');
  });

  it('ages with the drill', () => {
    expect(set(10, 3600, 24 * 5)).toContain('Set 15 days ago');
  });

  it('is not said where the system does not say it', () => {
    expect(alertOrigin({}, 0, 1)).toBe(null);
  });

  it('is said of every rule of every shipped system', () => {
    const rules = shipped().flatMap(({ system }) => (system.parts['alerts'] as AlertsParams).rules);
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.filter(({ setBy }) => setBy === undefined).map(({ id }) => id)).toEqual([]);
  });
});
