import { describe, expect, it } from 'vitest';
import { siteOf } from '../../src/scene/site.ts';
import { knownOf, viewOn } from './drills.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const DESK = { width: 684, height: 640 };
const LOW_PHONE = { width: 360, height: 290 };

describe('words of a map for a reader with large text', () => {
  const shares = (size: typeof DESK, text: number) =>
    DRILLS.map((id) => siteOf(viewOn(id, knownOf(id, 0.5, '5', [])), { ...size, text }).textShare);

  it('are as large as the rest of the page up to one and a half times, and at twice the size on most wide maps', () => {
    expect(shares(DESK, 1.5)).toEqual(DRILLS.map(() => 1));
    const twice = shares(DESK, 2);
    expect(twice.filter((share) => share > 0.9).length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...twice)).toBeGreaterThanOrEqual(0.75);
  });

  it('stay smaller, and say so, where names would lie on one another', () => {
    const twice = shares(LOW_PHONE, 2);
    expect(Math.min(...twice)).toBeLessThan(0.7);
    expect(twice.every((share) => share * 2 >= 1.1)).toBe(true);
  });
});
