import type { MetricInfo } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import type { RunTrace } from '../run/trace.ts';
import { both, type Pair } from './pair.ts';

/** Where one metric of two runs differs. */
export interface SeriesDifference {
  readonly metric: MetricInfo;
  readonly firstTick: Tick; // of the first scrape that differs
  readonly scrapes: number; // that differ
  readonly largest: LargestDifference | null; // null where only one of the two had data whenever they differed
}

export interface LargestDifference {
  readonly tick: Tick;
  readonly values: Pair<number>; // in the metric's unit
  readonly spreads: number; // how many of its normal spreads the two lie apart
}

export interface SeriesDifferences {
  readonly differing: readonly SeriesDifference[]; // furthest apart first
  readonly equal: number; // metrics that never differ
}

/**
 * How wide a metric varies when all is well, in its own unit: the width of its normal band. A band without width (a metric that
 * stands still when all is well) counts as wide as its typical value is high, and one around 0 as wide as 1.
 */
function normalSpread({ normal }: MetricInfo): number {
  const width = normal.high - normal.low;
  return width > 0 ? width : Math.abs(normal.typical) || 1;
}

function differenceOf(metric: MetricInfo, traces: Pair<RunTrace>): SeriesDifference | null {
  const spread = normalSpread(metric);
  let firstTick: Tick | null = null;
  let scrapes = 0;
  let largest: LargestDifference | null = null;
  for (const tick of traces.first.ticks) {
    const values = both(traces, (trace) => trace.metric(metric.key, tick));
    if (values.first === values.second || (Number.isNaN(values.first) && Number.isNaN(values.second))) continue;
    firstTick ??= tick;
    scrapes += 1;
    // A difference over the normal spread has no unit, so that milliseconds, shares and euro can stand in one order.
    const spreads = Math.abs(values.second - values.first) / spread;
    if (Number.isFinite(spreads) && spreads > (largest?.spreads ?? 0)) largest = { tick, values, spreads };
  }
  return firstTick === null ? null : { metric, firstTick, scrapes, largest };
}

/**
 * Every metric that differs between two runs of one scenario, scrape by scrape.
 * A metric that only one of the two keeps differs from its first scrape with data on.
 */
export function seriesDifferences(traces: Pair<RunTrace>): SeriesDifferences {
  const metrics = new Map([...traces.first.metrics, ...traces.second.metrics].map((metric) => [metric.key, metric]));
  const differing = [...metrics.values()].flatMap((metric) => differenceOf(metric, traces) ?? []);
  const spreads = (one: SeriesDifference): number => one.largest?.spreads ?? 0;
  differing.sort((a, b) => spreads(b) - spreads(a) || (a.metric.key < b.metric.key ? -1 : 1));
  return { differing, equal: metrics.size - differing.length };
}
