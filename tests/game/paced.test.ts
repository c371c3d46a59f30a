import { describe, expect, it } from 'vitest';
import { impactRate } from '../../src/domain/impact-rate.ts';
import { byOddness, oddness } from '../../src/domain/oddness.ts';
import { paced } from '../../src/game/paced.ts';
import { latest } from '../../src/game/map-figures.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { knownOf } from '../scene/drills.ts';

const KEY = 'business.impact_eur_per_minute';

describe('money that is lost over time', () => {
  it('is told a minute, an hour or a day, as the drill goes', () => {
    expect(impactRate(241, 1)).toBe('€241/min');
    expect(impactRate(2, 300)).toBe('€120/h');
    expect(impactRate(2, 3600)).toBe('€2,880/day');
    expect(impactRate(-47, 3600)).toBe('−€67.7k/day');
  });

  it('keeps its minute in a drill of minutes', () => {
    const seen = knownOf('latency-spike', 0.5);
    expect(paced(seen, scenarioOf('latency-spike').brief.tickSeconds)).toBe(seen);
  });

  it('is the same money in a drill of months, with a normal to match, and named for the day', () => {
    const seen = knownOf('slow-fade', 0.6);
    const told = paced(seen, 3600);
    const [a, b] = [latest(seen, KEY)!, latest(told, KEY)!];
    expect(b.value).toBeCloseTo(a.value * 1440, 6);
    expect(b.metric).toMatchObject({ unit: 'eurPerDay', title: 'Impact a day' });
    expect(b.metric.normal.high).toBeCloseTo(a.metric.normal.high * 1440, 6);
    const readings = told.evidence.flatMap((each) => each.readings);
    expect(readings.some(({ key }) => key === KEY)).toBe(true);
    expect(readings.filter(({ unit }) => unit === 'eurPerMinute')).toEqual([]);
    expect(told.impact).toBe(seen.impact); // what was measured is not changed
    expect(paced(seen, 3600).evidence[0]).toBe(told.evidence[0]); // nor made anew
  });
});

describe('the figure that tells most', () => {
  const reading = (key: string, value: number, normal?: number) =>
    ({ key, label: key, value, unit: 'count', ...(normal === undefined ? {} : { normal }) }) as const;

  it('is the one furthest from its band, not the one with the largest number', () => {
    const bands: Readonly<Record<string, { low: number; high: number; typical: number }>> = {
      auc: { low: 0.82, high: 0.84, typical: 0.83 },
      rows: { low: 390_000, high: 430_000, typical: 412_000 },
    };
    const order = byOddness([reading('rows', 412_000, 400_000), reading('auc', 0.71, 0.83)], (key) => bands[key]);
    expect(order.map(({ key }) => key)).toEqual(['auc', 'rows']);
  });

  it('keeps the order of those that tell the same', () => {
    const same = [reading('a', 1), reading('b', 5), reading('c', 10, 10)];
    expect(byOddness(same, () => undefined)).toEqual(same);
  });

  it('counts neither what is near to normal nor what has no normal', () => {
    expect(oddness(reading('a', 1.04, 1))).toBe(0);
    expect(oddness(reading('a', 1.04))).toBe(0);
    expect(oddness(reading('a', NaN, 1))).toBe(0);
    expect(oddness(reading('a', 0.5, 1))).toBeGreaterThan(1);
  });
});
