import { describe, expect, it } from 'vitest';
import type { AlertView, Evidence } from '../../src/domain/evidence.ts';
import { impactRate } from '../../src/domain/impact-rate.ts';
import { byOddness, oddness } from '../../src/domain/oddness.ts';
import { paced } from '../../src/game/paced.ts';
import { latest } from '../../src/game/map-figures.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { createRun, type Run } from '../../src/run/run.ts';
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

describe('money that people tell each other of', () => {
  const onCall = (id: string): Run => {
    const run = createRun(scenarioOf(id), { seed: '1' });
    while (run.pageTick === null) run.advance(run.tick + 1);
    run.dispatch({ type: 'look-dashboard', dashboard: 'business' });
    run.advance(run.busyUntil() + 1);
    return run;
  };
  const told = (run: Run): string => {
    run.dispatch({ type: 'message', to: run.scenario.brief.stakeholders[0]!.id, blocks: ['users-see', 'impact', 'known'] });
    return run.observe().conversation.at(-1)!.text;
  };

  it.each([
    ['latency-spike', /now −?€[\d,]+\/min/],
    ['bad-canary', /now −?€[\d,]+\/min/],
    ['gates-green-72h', /now −?€[\d,]+\/h/],
    ['silent-schema', /now −?€[\d,.]+k?\/day/],
    ['slow-fade', /now −?€[\d,.]+k?\/day/],
  ] as const)('in %s an update tells it at the pace of the drill', (id, expected) => {
    expect(told(onCall(id))).toMatch(expected);
  });

  it('is named for the day, too, where a check of it comes back after days', () => {
    const run = onCall('slow-fade');
    run.dispatch({ type: 'verify', metric: KEY });
    while (run.observe().verified === null) run.advance(run.tick + 1);
    expect(run.observe().verified!.text).toMatch(/^Impact a day −?€[\d,.]+k?\/day \(normal €0\/day\)/);
  });

  it('is told so by alerts that watch it, now and among the rules', () => {
    const seen = knownOf('slow-fade', 0.6);
    const alert: AlertView = { ...seen.page!, unit: 'eurPerMinute', value: 2, threshold: 1 };
    const evidence: Evidence = { ...seen.evidence[0]!, readings: [], body: { kind: 'alerts', alerts: [alert, seen.page!] } };
    const after = paced({ ...seen, page: alert, alerts: [alert], evidence: [evidence] }, 3600);
    const body = after.evidence[0]!.body;
    const rules = body.kind === 'alerts' ? body.alerts : [];
    for (const one of [after.page!, after.alerts[0]!, rules[0]!])
      expect(one).toMatchObject({ unit: 'eurPerDay', value: 2880, threshold: 1440 });
    expect(rules[1]).toBe(seen.page);
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
