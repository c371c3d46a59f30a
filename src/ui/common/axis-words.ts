import type { Unit } from '../../domain/metric.ts';
import { formatValue } from '../../domain/metric.ts';

/** "2.5k", "5M"; null below a thousand. */
function thousands(value: number): string | null {
  const size = Math.abs(value);
  if (size < 1000) return null;
  return size < 1_000_000 ? `${Number((value / 1000).toFixed(2))}k` : `${Number((value / 1_000_000).toFixed(2))}M`;
}

/** As `formatValue`, but short enough for a gutter of four characters. */
export function axisWords(value: number, unit: Unit): string {
  if (unit === 'ms') return value >= 1000 ? `${Number((value / 1000).toFixed(2))} s` : `${Number(value.toFixed(0))}`;
  if (unit === 'share') return `${Number((value * 100).toFixed(2))}%`;
  if (unit === 'eur' || unit === 'eurPerMinute' || unit === 'eurPerHour' || unit === 'eurPerDay')
    return `€${thousands(value) ?? Number(value.toFixed(0))}`;
  if (unit === 'ratio') return `${Number(value.toFixed(2))}×`;
  const large = thousands(value);
  if (large !== null) return large;
  return unit === 'perSecond' ? String(Number(value.toFixed(1))) : formatValue(value, 'count');
}
