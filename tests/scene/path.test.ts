import { describe, expect, it } from 'vitest';
import { beside, between, lengthOf, roundCorners, trackOf } from '../../src/scene/path.ts';

const CORNER = [
  [0, 0],
  [100, 0],
  [100, 100],
] as const;

describe('the way of a line', () => {
  it('rounds a corner without leaving its legs', () => {
    const flat = roundCorners(CORNER, 14);
    expect(flat.slice(0, 2)).toEqual([0, 0]);
    expect(flat.slice(-2)).toEqual([100, 100]);
    expect(lengthOf(flat)).toBeCloseTo(200 - 28 + (Math.PI / 2) * 14, 0);
    for (let i = 0; i < flat.length; i += 2) expect(flat[i]).toBeLessThanOrEqual(100.001);
  });

  it('takes at most half a leg for a bend', () => {
    const flat = roundCorners(
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [20, 10],
      ],
      50,
    );
    for (let i = 0; i < flat.length; i += 2) {
      expect(flat[i]).toBeGreaterThanOrEqual(0);
      expect(flat[i]).toBeLessThanOrEqual(20);
    }
  });

  it('runs beside itself at the distance asked for, also in bends', () => {
    const flat = roundCorners(CORNER, 14);
    const rail = beside(flat, 5);
    for (let i = 0; i < flat.length; i += 2) expect(Math.hypot(rail[i]! - flat[i]!, rail[i + 1]! - flat[i + 1]!)).toBeCloseTo(5, 0);
    expect(rail[1]).toBeCloseTo(5, 9); // to the right of a way to the right is down
  });

  it('can be cut to a part', () => {
    expect(between([0, 0, 100, 0], 20, 70)).toEqual([20, 0, 70, 0]);
    expect(lengthOf(between(roundCorners(CORNER, 14), 10, 150))).toBeCloseTo(140, 6);
  });

  it('is sampled at equal distances', () => {
    const track = trackOf(roundCorners(CORNER, 14));
    const steps = Array.from({ length: track.samples - 1 }, (_, i) =>
      Math.hypot(track.x[i + 1]! - track.x[i]!, track.y[i + 1]! - track.y[i]!),
    );
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.05);
    expect(track.x[track.samples - 1]).toBeCloseTo(100, 4);
  });
});
