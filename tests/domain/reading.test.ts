import { expect, it } from 'vitest';
import { readingOf } from '../../src/domain/reading.ts';
import { evidenceOf, lookedAtAll } from '../game/all-looks.ts';

it('what may be anything has no normal: the share that a candidate serves, and how many it has served', () => {
  const readings = evidenceOf(lookedAtAll('gates-green-72h', '4')).flatMap((evidence) => evidence.readings);
  const normals = (key: string) => readings.filter((reading) => reading.key === key).map(({ normal }) => normal);
  for (const key of ['release.share', 'release.decisions']) {
    expect(normals(key).length, key).toBeGreaterThan(0);
    expect(new Set(normals(key)), key).toEqual(new Set([undefined]));
  }
  expect(readings.filter(({ normal }) => normal !== undefined).length).toBeGreaterThan(10);
});

it('no data is no reading', () => {
  const metric = { key: 'a.b', title: 'B', unit: 'ms', direction: 'lowerIsBetter', normal: { low: 1, high: 3, typical: 2 } } as const;
  const prometheus = { name: 'b', type: 'gauge', help: 'B.' } as const;
  expect(readingOf({ ...metric, prometheus }, NaN)).toBe(null);
  expect(readingOf({ ...metric, prometheus }, 5)).toEqual({ key: 'a.b', label: 'B', value: 5, unit: 'ms', normal: 2 });
});
