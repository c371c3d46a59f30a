import type { Direction, MetricInfo } from '../domain/metric.ts';

type Normal = Pick<MetricInfo['normal'], 'low' | 'high'>;

const FAR = 3; // times the edge of the band, or where that is no quantity to multiply, widths of the band beyond it

/** Beyond what a value on the side that hurts is far out of its normal band; null where neither side hurts. */
export function farEdge({ low, high }: Normal, direction: Direction): number | null {
  if (direction === 'neutral') return null;
  if (direction === 'lowerIsBetter') return high >= 0 ? high * FAR : high + FAR * (high - low);
  return low > 0 ? low / FAR : low - FAR * (high - low);
}

/** How far a value lies out of the normal band, on the side that hurts; where neither side does, on both. */
export function strayOf(value: number, normal: Normal, direction: Direction): 'normal' | 'warn' | 'crit' {
  const over = value > normal.high;
  if (!Number.isFinite(value) || (!over && value >= normal.low)) return 'normal';
  const edge = farEdge(normal, direction);
  if (edge === null) return 'warn';
  if (over !== (direction === 'lowerIsBetter')) return 'normal';
  return (over ? value > edge : value < edge) ? 'crit' : 'warn';
}
