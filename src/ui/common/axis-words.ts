import type { Unit } from '../../domain/metric.ts';
import { formatValue } from '../../domain/metric.ts';

/** As `formatValue`, but short enough for a gutter of four characters. */
export function axisWords(value: number, unit: Unit): string {
  if (unit === 'ms') return value >= 1000 ? `${Number((value / 1000).toFixed(1))} s` : `${Number(value.toFixed(0))}`;
  if (unit === 'share') return `${Number((value * 100).toFixed(1))}%`;
  if (unit === 'eur' || unit === 'eurPerMinute' || unit === 'eurPerHour' || unit === 'eurPerDay')
    return `€${value >= 1000 ? `${Number((value / 1000).toFixed(1))}k` : Number(value.toFixed(0))}`;
  if (unit === 'ratio') return `${Number(value.toFixed(2))}×`;
  if (Math.abs(value) >= 1000) return `${Number((value / 1000).toFixed(1))}k`;
  return unit === 'perSecond' ? String(Number(value.toFixed(1))) : formatValue(value, 'count');
}
