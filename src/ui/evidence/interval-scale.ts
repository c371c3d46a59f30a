import type { IntervalRow } from '../../domain/evidence.ts';
import type { Unit } from '../../domain/metric.ts';
import { formatValue } from '../../domain/metric.ts';
import { intervalWords } from '../../game/words/intervals.ts';
import { roundSplits } from '../common/chart-model.ts';

/** One axis for all rows: what lies between its ends as a share of its width. */
export interface IntervalScale {
  readonly splits: readonly number[];
  share(value: number): number;
}

const ends = ({ estimate, low, high, reference }: IntervalRow): readonly number[] => [
  estimate,
  low,
  high,
  ...(reference === null ? [] : [reference]),
];

export function intervalScale(rows: readonly IntervalRow[]): IntervalScale {
  const values = rows.flatMap(ends).filter((value) => Number.isFinite(value));
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const margin = (most - least) * 0.06 || Math.abs(most) * 0.1 || 1;
  const [low, high] = [least - margin, most + margin];
  return {
    splits: roundSplits(low, high, 4),
    share: (value) => Math.min(1, Math.max(0, (value - low) / (high - low))),
  };
}

export type Standing = 'above' | 'below' | 'both' | 'alone';

/** Where an interval lies against what it is compared with; `both` where it holds the reference. */
export function standing({ low, high, reference }: IntervalRow): Standing {
  if (reference === null || !Number.isFinite(low) || !Number.isFinite(high)) return 'alone';
  return low > reference ? 'above' : high < reference ? 'below' : 'both';
}

export const intervalSentence = (row: IntervalRow, unit: Unit): string =>
  intervalWords.sentence({
    label: row.label,
    estimate: formatValue(row.estimate, unit),
    low: formatValue(row.low, unit),
    high: formatValue(row.high, unit),
    standing: standing(row),
    reference: row.reference === null ? '' : formatValue(row.reference, unit),
    rows: formatValue(row.rows, 'count'),
  });
