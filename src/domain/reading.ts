import type { Reading } from './evidence.ts';
import type { MetricInfo } from './metric.ts';

const BOUNDLESS = 1e9;

/** Whether some values of a metric are out of the ordinary: a share that may be anything, or a count that only grows, has no normal. */
export const hasNormal = ({ unit, direction, normal: { low, high } }: Pick<MetricInfo, 'unit' | 'direction' | 'normal'>): boolean =>
  direction !== 'neutral' || low > 0 || high < (unit === 'share' ? 1 : BOUNDLESS);

/** A metric as it reads; null where there is no data. */
export function readingOf(metric: MetricInfo, value: number): Reading | null {
  if (!Number.isFinite(value)) return null;
  const { key, title, unit, normal } = metric;
  return { key, label: title, value, unit, ...(hasNormal(metric) ? { normal: normal.typical } : {}) };
}
