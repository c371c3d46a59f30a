import type { Reading } from './evidence.ts';
import type { MetricInfo } from './metric.ts';

const NEAR = 0.05; // of normal: closer than that a figure is as usual, where no band is known

/**
 * How far a figure lies from what is normal: 0 within the band, else in widths of it. Where no band is known, one reaches a little to both
 * sides of its normal.
 */
export function oddness({ value, normal }: Pick<Reading, 'value' | 'normal'>, band?: MetricInfo['normal']): number {
  if (!Number.isFinite(value)) return 0;
  if (band !== undefined && band.high > band.low) return Math.max(0, value - band.high, band.low - value) / (band.high - band.low);
  if (normal === undefined) return 0;
  if (normal === 0) return value === 0 ? 0 : 1; // nobody knows how much is much
  return Math.max(0, Math.abs(value - normal) / Math.abs(normal) / (2 * NEAR) - 0.5);
}

/** Readings by how much they tell, those furthest from normal first; equals stay in their order. @param bandOf what is normal, where it is known */
export function byOddness(readings: readonly Reading[], bandOf: (key: string) => MetricInfo['normal'] | undefined): readonly Reading[] {
  const odd = new Map(readings.map((reading) => [reading, oddness(reading, bandOf(reading.key))]));
  return [...readings].sort((a, b) => (odd.get(b) ?? 0) - (odd.get(a) ?? 0));
}
