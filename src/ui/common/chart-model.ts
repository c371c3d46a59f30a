import type { Direction, Unit } from '../../domain/metric.ts';
import { formatValue, isCounted } from '../../domain/metric.ts';
import type { Tick } from '../../domain/time.ts';
import { clockText } from '../../game/debrief-clock.ts';
import { rangeTexts } from '../../game/when.ts';
import { plotWords } from '../../game/words/plots.ts';

export interface ChartSeries {
  readonly label: string; // "v41"; "" where there is only one
  readonly ticks: readonly Tick[];
  readonly values: readonly number[]; // NaN where nothing was scraped
  readonly stroke?: number; // which of the line patterns, 0 for a whole line: versions differ by pattern, never by hue
  readonly tone?: 'auto' | 'core' | 'you'; // auto: neutral inside the normal band, coloured outside it
}

export type ChartMarkKind = 'deploy' | 'config' | 'data' | 'event' | 'page' | 'you' | 'message';

export interface ChartMark {
  readonly tick: Tick;
  readonly kind: ChartMarkKind;
  readonly label: string;
}

export interface ChartClock {
  readonly startClock: string;
  readonly tickSeconds: number;
}

export interface NormalBand {
  readonly low: number;
  readonly high: number;
  readonly typical: number;
}

export interface ChartData {
  readonly title: string;
  readonly caption?: string;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly series: readonly ChartSeries[];
  readonly normal?: NormalBand;
  readonly head?: ChartHead; // the worst where left out
}

/**
 * Which figure stands over a chart of several series. Parts of one metric: their sum where they add up, else the one that is worst off.
 * Several metrics: the first, whose normal the chart has.
 */
export type ChartHead = 'first' | 'sum' | 'worst';

/** "02:08", on slow scenarios "day 3, 02:08": the minute is the finest that a chart needs. */
export const axisClock = (tick: Tick, clock: ChartClock): string => clockText(clock, tick);

/** Index of the last sample at or before a tick; -1 where there is none. */
export function indexAt(ticks: readonly Tick[], tick: Tick): number {
  let low = 0;
  let high = ticks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ticks[middle] ?? Infinity) <= tick) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Names of series beside each other, without the words that all of them begin or end with: "p95", "p50" of "p95 latency", "p50 latency". */
export function shortNames(names: readonly string[]): readonly string[] {
  const words = names.map((name) => name.split(' '));
  const shortest = Math.min(...words.map(({ length }) => length));
  const first = words[0];
  if (first === undefined || names.length < 2) return names;
  let [head, tail] = [0, 0];
  while (head < shortest - 1 && words.every((each) => each[head] === first[head])) head++;
  while (tail < shortest - 1 - head && words.every((each) => each.at(-1 - tail) === first.at(-1 - tail))) tail++;
  return words.map((each) => each.slice(head, each.length - tail).join(' '));
}

/** The value shown at a tick: the last one scraped by then. NaN before the first. */
export function valueAt(series: ChartSeries, tick: Tick): number {
  const value = series.values[indexAt(series.ticks, tick)];
  return value ?? Number.NaN;
}

/** The worst of some values: of a metric that is good on neither side the one furthest from its usual. */
function worstOf(values: readonly number[], direction: Direction, usual: number): number {
  if (direction === 'higherIsBetter') return Math.min(...values);
  if (direction === 'lowerIsBetter') return Math.max(...values);
  return values.reduce((worst, value) => (Math.abs(value - usual) > Math.abs(worst - usual) ? value : worst));
}

/** The figure over a chart at a tick, of its series that have data then. NaN where none has. */
export function headline({ series, direction, normal, head = 'worst' }: ChartData, at: Tick): number {
  const values = series.map((each) => valueAt(each, at)).filter(Number.isFinite);
  const first = values[0];
  if (first === undefined) return Number.NaN;
  if (head === 'sum') return values.reduce((sum, value) => sum + value, 0);
  return head === 'first' ? first : worstOf(values, direction, normal?.typical ?? first);
}

/** Round figures for an axis between its bounds: at least two, since one tells no scale, and at most `most` where that can be. */
export function roundSplits(low: number, high: number, most: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const raw = span / Math.max(1, most);
  let unit = 1;
  while (unit * 10 <= raw) unit *= 10;
  while (unit > raw) unit /= 10;
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * unit);
  const countOf = (step: number): number => Math.floor(high / step + 1e-6) - Math.ceil(low / step - 1e-6) + 1;
  const within = (highest: number): number | undefined => steps.find((step) => countOf(step) >= 2 && countOf(step) <= highest);
  const step = within(most) ?? within(most + 1) ?? steps.find((size) => size >= raw * 0.999) ?? unit * 10;
  const splits: number[] = [];
  for (let value = Math.ceil(low / step - 1e-6) * step; value <= high + step * 1e-6; value += step)
    splits.push(Math.abs(value) < step * 1e-6 ? 0 : value);
  return splits;
}

/** Round steps of a chart's own axis: between pods, or other things that are counted, there is nothing to mark. */
export function valueSplits({ unit, series }: Pick<ChartData, 'unit' | 'series'>, low: number, high: number): number[] {
  const splits = roundSplits(low, high, 3);
  const counted =
    isCounted(unit) && series.every(({ values }) => values.every((value) => !Number.isFinite(value) || Number.isInteger(value)));
  return counted ? splits.filter((value) => Number.isInteger(value)) : splits;
}

const TIME_STEPS = [
  60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400, 172_800, 259_200, 432_000, 604_800, 1_209_600,
];

/** Ticks at round clock times, at most `most`. */
export function timeSplits(from: Tick, to: Tick, clock: ChartClock, most: number): Tick[] {
  const [h = 0, m = 0, s = 0] = clock.startClock.split(':').map(Number);
  const start = h * 3600 + m * 60 + s;
  const span = (to - from) * clock.tickSeconds;
  const step = TIME_STEPS.find((size) => span / size <= most) ?? 2_592_000;
  const splits: Tick[] = [];
  const first = Math.ceil((start + from * clock.tickSeconds) / step) * step;
  for (let at = first; at <= start + to * clock.tickSeconds; at += step) splits.push((at - start) / clock.tickSeconds);
  return splits;
}

const BOUNDLESS = 10_000; // times what is drawn: a band that only means "no bound" would flatten the line

/** Whether a normal band can be shown whole beside values from `min` to `max`. */
export function bandFits({ low, high, typical }: NormalBand, min: number, max: number): boolean {
  const drawn = Math.max(Math.abs(min), Math.abs(max), Math.abs(typical));
  return drawn === 0 || Math.max(Math.abs(low), Math.abs(high)) < drawn * BOUNDLESS;
}

/** One sentence that says what a chart shows. */
export function summary(data: ChartData, from: Tick, to: Tick, clock: ChartClock): string {
  const value = (of: number): string => formatValue(of, data.unit);
  const courses = data.series.map((series) => {
    const shown = series.values.filter(
      (each, i) => Number.isFinite(each) && (series.ticks[i] ?? -1) >= from && (series.ticks[i] ?? -1) <= to,
    );
    const first = shown[0];
    const last = shown.at(-1);
    const course =
      first === undefined || last === undefined
        ? plotWords.noData
        : plotWords.course(value(first), value(last), value(Math.min(...shown)), value(Math.max(...shown)));
    return series.label === '' ? course : plotWords.ofSeries(series.label, course);
  });
  const [start, end] = rangeTexts(from, to, clock);
  return data.normal === undefined
    ? plotWords.summary(data.title, start, end, courses)
    : plotWords.summaryBeside(data.title, start, end, courses, value(data.normal.typical));
}
