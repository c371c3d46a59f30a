import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/domain/evidence.ts';
import { matchesChange, matchesLook } from '../../src/scenario/patterns.ts';
import { lookPattern } from '../../src/scenario/schema-patterns.ts';
import { openTruth, tellSeen, type Tell } from '../../src/scenario/truth.ts';
import { spike } from './shipped.ts';

describe('a pattern of a change', () => {
  it('accepts any values of the fields it leaves out', () => {
    expect(matchesChange({ type: 'scale' }, { type: 'scale', replicas: 3 })).toBe(true);
    expect(matchesChange({ type: 'scale' }, { type: 'restart' })).toBe(false);
  });

  it('holds numbers to a value or to bounds that count as within', () => {
    const pattern = { type: 'scale', replicas: { atLeast: 10, atMost: 24 } } as const;
    expect([9, 10, 24, 25].map((replicas) => matchesChange(pattern, { type: 'scale', replicas }))).toEqual([false, true, true, false]);
    expect(matchesChange({ type: 'set-retries', attempts: 1 }, { type: 'set-retries', route: 'merchant-risk', attempts: 1 })).toBe(true);
    expect(matchesChange({ type: 'set-retries', attempts: 1 }, { type: 'set-retries', route: 'merchant-risk', attempts: 2 })).toBe(false);
  });

  it('tells routes, versions and modes apart', () => {
    const pattern = { type: 'set-breaker', route: 'merchant-risk', mode: ['forced-open', 'automatic'] } as const;
    expect(matchesChange(pattern, { type: 'set-breaker', route: 'merchant-risk', mode: 'automatic', expect: 'lower' })).toBe(true);
    expect(matchesChange(pattern, { type: 'set-breaker', route: 'merchant-risk', mode: 'off' })).toBe(false);
    expect(matchesChange(pattern, { type: 'set-breaker', route: 'feature-store', mode: 'automatic' })).toBe(false);
    expect(matchesChange({ type: 'serve-cached', on: true }, { type: 'serve-cached', on: false })).toBe(false);
  });
});

describe('a pattern of a look', () => {
  it('is written in words', () => {
    expect(lookPattern('dashboard versions')).toEqual({ type: 'look-dashboard', dashboard: 'versions' });
    expect(lookPattern('trace typical')).toEqual({ type: 'look-trace', pick: 'typical' });
    expect(lookPattern('logs')).toEqual({ type: 'look-logs' });
    expect(lookPattern('logs gateway')).toEqual({ type: 'look-logs', station: 'gateway' });
    expect(lookPattern('changes')).toEqual({ type: 'look-changes' });
    expect(lookPattern('alerts')).toEqual({ type: 'look-alerts' });
  });

  it('means the logs of any station when it names none', () => {
    expect(matchesLook(lookPattern('logs'), { type: 'look-logs', station: 'gateway' })).toBe(true);
    expect(matchesLook(lookPattern('logs fraud-api'), { type: 'look-logs', station: 'gateway' })).toBe(false);
  });
});

describe('a tell', () => {
  const tell = openTruth(spike().sealed).tells.find(({ id }) => id === 'version-split') as Tell;
  const seen = (look: Evidence['look'], key: string, value: number): boolean | null =>
    tellSeen(tell, {
      id: 'E1',
      look,
      askedTick: 0,
      tick: 60,
      title: '',
      readings: [{ key, label: '', value, unit: 'ratio' }],
      body: { kind: 'changes', entries: [] },
    });
  const versions = { type: 'look-dashboard', dashboard: 'versions' } as const;

  it('is seen to hold beyond its bound, and not to hold at it', () => {
    expect(seen(versions, 'versions.p95_ratio', 3.01)).toBe(true);
    expect(seen(versions, 'versions.p95_ratio', 3)).toBe(false);
  });

  it('is not spoken of by another look, by another reading, or where there was no data', () => {
    expect(seen({ type: 'look-dashboard', dashboard: 'drift' }, 'versions.p95_ratio', 9)).toBeNull();
    expect(seen(versions, 'model.cpu_share', 9)).toBeNull();
    expect(seen(versions, 'versions.p95_ratio', NaN)).toBeNull();
  });
});
