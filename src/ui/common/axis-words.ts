import type { Unit } from '../../domain/metric.ts';
import { formatValue } from '../../domain/metric.ts';

const MOST_DIGITS = 4;

/** As few digits after the point as tell values apart that are a step from each other; `least` without a step. */
function digitsFor(step: number, least: number): number {
  let digits = least;
  while (digits < MOST_DIGITS && step > 0 && Math.abs(Number(step.toFixed(digits)) - step) > step * 1e-6) digits++;
  return digits;
}

const short = (value: number, step: number, least: number): string => `${Number(value.toFixed(digitsFor(step, least)))}`;

/** "2.5k", "5M"; null below a thousand. */
function thousands(value: number, step: number): string | null {
  const size = Math.abs(value);
  if (size < 1000) return null;
  return size < 1_000_000 ? `${short(value / 1000, step / 1000, 2)}k` : `${short(value / 1_000_000, step / 1_000_000, 2)}M`;
}

/**
 * As `formatValue`, but short enough for a gutter of four characters.
 * @param step from one tick of the axis to the next, so that no two of them read the same; 0 where there is none
 */
export function axisWords(value: number, unit: Unit, step = 0): string {
  if (unit === 'ms') return value >= 1000 ? `${short(value / 1000, step / 1000, 2)} s` : short(value, step, 0);
  if (unit === 'share') return `${short(value * 100, step * 100, 2)}%`;
  if (unit === 'eur' || unit === 'eurPerMinute' || unit === 'eurPerHour' || unit === 'eurPerDay')
    return `€${thousands(value, step) ?? short(value, step, 0)}`;
  if (unit === 'ratio') return `${short(value, step, 2)}×`;
  const large = thousands(value, step);
  if (large !== null) return large;
  if (step > 0) return short(value, step, 0);
  return unit === 'perSecond' ? String(Number(value.toFixed(1))) : formatValue(value, 'count');
}
