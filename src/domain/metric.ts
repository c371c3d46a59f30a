import { figureWords as words } from './words/figures.ts';

/** What a number on a screen or in a file means: its unit decides how it is rounded and written. */
export type Unit =
  | 'ms'
  | 'share'
  | 'perSecond'
  | 'count'
  | 'eur'
  | 'eurPerMinute'
  | 'eurPerHour'
  | 'eurPerDay'
  | 'ratio'
  | 'points'
  | 'percentagePoints'
  | 'spreads' // standard deviations from what is usual
  | 'yesNo' // 1 or 0
  | 'alert'; // 1 while it is active: firing, or on its way to it

export type Direction = 'lowerIsBetter' | 'higherIsBetter' | 'neutral';

/** How Prometheus is told of a series: by base units, whatever a screen reads. */
export interface Exposed {
  readonly name: string; // with its labels, where a name has several series: 'drift_psi{feature="age"}'
  readonly perUnit?: number; // base units in one of the series' own, where its `unit` does not say: 86,400 for days
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
}

/** A series that monitoring keeps. `key` is `part.name` with units in the name; a labelled series adds `{label}`. */
export interface MetricInfo {
  readonly key: string; // e.g. "gateway.latency_p95_ms" or "model.cpu_share{v42}"
  readonly title: string;
  readonly of?: string; // the feature that it is of, as players read it
  readonly unit: Unit;
  readonly direction: Direction;
  readonly normal: { readonly low: number; readonly high: number; readonly typical: number };
  readonly prometheus: Exposed;
}

/** Whether it counts whole things: nothing lies between two of its figures. */
export const isCounted = (unit: Unit): boolean => unit === 'count' || unit === 'yesNo' || unit === 'alert';

const fixed = (value: number, digits: number): string => {
  const text = Math.abs(value).toFixed(digits);
  const [whole = '0', rest] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, words.group);
  return `${value < 0 && Number(text) !== 0 ? words.minus : ''}${grouped}${rest === undefined ? '' : `${words.point}${rest}`}`;
};

const euro = (value: number): string => `${value < 0 ? words.minus : ''}${words.euro(fixed(Math.abs(value), 0))}`;

const plain = (value: number): string => fixed(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) < 1 ? 2 : 1);

/** A value as players read it, with its unit: "2.0 s", "150 ms", "2.6 %", "€2,517". NaN reads "no data". */
export function formatValue(value: number, unit: Unit): string {
  if (!Number.isFinite(value)) return words.noData;
  switch (unit) {
    case 'ms':
      return Math.abs(value) >= 999.5
        ? words.seconds(fixed(value / 1000, Math.abs(value) >= 9950 ? 0 : 1))
        : words.milliseconds(fixed(value, 0));
    case 'share': {
      const percent = value * 100;
      const digits = percent === 0 || Math.abs(percent) >= 9.95 ? 0 : Math.abs(percent) < 0.095 ? 2 : 1; // none of a thing is no measured 0.00
      return words.percent(fixed(percent, digits));
    }
    case 'perSecond':
      return words.perSecond(fixed(value, Math.abs(value) < 10 ? 1 : 0));
    case 'eur':
      return euro(value);
    case 'eurPerMinute':
      return words.perMinute(euro(value));
    case 'eurPerHour':
      return words.perHour(euro(value));
    case 'eurPerDay':
      return words.perDay(
        Math.abs(value) >= 9950 ? `${value < 0 ? words.minus : ''}${words.thousandEuro(fixed(Math.abs(value) / 1000, 1))}` : euro(value),
      );
    case 'ratio':
      return words.times(fixed(value, 2));
    case 'percentagePoints':
      return words.percentagePoints(plain(value));
    case 'spreads':
      return words.spreads(plain(value), Math.abs(value) === 1);
    case 'yesNo':
      return value >= 0.5 ? words.yes : words.no;
    case 'alert':
      return value >= 0.5 ? words.active : words.quiet;
    case 'points':
    case 'count':
      return plain(value);
  }
}

const MOST_CHOSEN_DIGITS = 3;

/** A figure that somebody chose, as exactly as it was chosen: a threshold of "0.725", where a reading of as much is "0.72". */
export function formatChosen(value: number, unit: Unit): string {
  if (unit !== 'points' && unit !== 'count') return formatValue(value, unit);
  const digits = String(value).split('.')[1]?.length ?? 0;
  return fixed(value, Math.min(digits, MOST_CHOSEN_DIGITS));
}
