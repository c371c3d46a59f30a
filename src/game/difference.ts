import type { SeriesView } from '../domain/evidence.ts';
import type { Direction, Unit } from '../domain/metric.ts';
import { formatValue } from '../domain/metric.ts';
import type { Observation } from '../domain/observation.ts';
import { chartDimensions, mostDifferentFirst, within, type Dimension, type Stretch } from './difference-dimensions.ts';
import { splitDimensions } from './difference-samples.ts';
import { readingsOf, shiftOf, standsOut, type Shift } from './difference-measure.ts';
import { differenceWords } from './words/difference.ts';

/** One series in the stretch against the healthy one before it. */
export interface SeriesChange extends Shift {
  readonly key: string;
  readonly title: string;
  readonly shelf: string; // dashboard that shows it
  readonly unit: Unit;
  readonly direction: Direction;
  readonly typical: number;
}

export interface Difference {
  readonly stretch: Stretch;
  readonly healthy: Stretch | null; // what it is compared with
  readonly dimensions: readonly Dimension[]; // most different first
  readonly elsewhere: readonly Dimension[]; // of looks that read another time
  readonly changes: readonly SeriesChange[]; // beyond what the healthy stretch does by itself, most first
  readonly steady: readonly SeriesChange[];
  readonly untold: number; // series with too few figures
  readonly sentence: string;
}

const LONGEST = 4; // times the stretch
const LEAST_SAMPLES = 12; // of the healthy stretch
const MOST_STRAY = 0.1; // share of its figures that may lie out of normal

interface Shelved {
  readonly series: SeriesView;
  readonly shelf: string;
}

const TELLING_RISES = 8;

const RUNNING_BILL = 'business.impact_eur'; // a total in every system, also where a good hour makes it fall

/** A running total grows whatever happens: its stretches cannot be compared. */
function isTotal({ metric, values }: SeriesView): boolean {
  if (metric.prometheus.type === 'counter' || metric.key === RUNNING_BILL) return true;
  if (metric.unit !== 'eur' && metric.unit !== 'count') return false;
  const told = values.filter(Number.isFinite);
  const steps = told.slice(1).map((value, i) => value - (told[i] ?? value));
  return steps.every((step) => step >= 0) && steps.filter((step) => step > 0).length >= TELLING_RISES;
}

/** Every series that the player has opened, the pager's own first, each once. */
export function openSeries(observation: Observation): readonly Shelved[] {
  const all: Shelved[] = [
    { series: observation.pager, shelf: differenceWords.pager },
    ...observation.dashboards.flatMap((dashboard) =>
      dashboard.panels.flatMap((panel) => panel.series.map((series) => ({ series, shelf: dashboard.title }))),
    ),
  ];
  const seen = new Set<string>();
  return all.filter(({ series }) => {
    if (isTotal(series) || seen.has(series.metric.key)) return false;
    seen.add(series.metric.key);
    return true;
  });
}

/** Which healthy stretch to compare with: what creeps in slowly is seen against an early one. */
export type Against = 'latest' | 'earliest';

/**
 * A healthy stretch before a moment, by the metric that pages: nearly all of its figures lie in their normal band. Where that metric
 * had nothing to measure yet, nothing was wrong by it.
 */
export function healthyBefore(pager: SeriesView, { from, to }: Stretch, against: Against = 'latest'): Stretch | null {
  const { normal } = pager.metric;
  const rows = pager.ticks.flatMap((tick, i) => {
    const value = pager.values[i] ?? NaN;
    return tick < from ? [{ tick, stray: value < normal.low || value > normal.high }] : [];
  });
  const inside = pager.ticks.filter((tick) => tick >= from && tick <= to).length;
  const most = Math.min(rows.length, Math.max(LEAST_SAMPLES, inside * LONGEST));
  for (let length = most; length >= LEAST_SAMPLES; length = length > LEAST_SAMPLES ? Math.max(LEAST_SAMPLES, length >> 1) : 0) {
    let strays = rows.slice(0, length).filter(({ stray }) => stray).length;
    const fit: number[] = [];
    for (let start = 0; start + length <= rows.length; start += 1) {
      if (strays <= MOST_STRAY * length) fit.push(start);
      strays += Number(rows[start + length]?.stray ?? false) - Number(rows[start]?.stray ?? false);
    }
    const start = against === 'latest' ? fit.at(-1) : fit[0];
    if (start !== undefined) return { from: rows[start]?.tick ?? 0, to: rows[start + length - 1]?.tick ?? 0 };
  }
  return null;
}

const FEW_READINGS = 6; // of the healthy stretch

/** A figure that is counted once a day says little in a few hours: it is compared with all that was healthy before. */
const baselineOf = (series: SeriesView, healthy: Stretch, longest: Stretch): Stretch =>
  readingsOf(within(series, healthy).filter(Number.isFinite)) < FEW_READINGS ? longest : healthy;

function changeOf({ series, shelf }: Shelved, healthy: Stretch, stretch: Stretch): SeriesChange | null {
  const shift = shiftOf(series.metric, within(series, healthy), within(series, stretch));
  if (shift === null) return null;
  const { key, title, unit, direction, normal } = series.metric;
  return { key, title, shelf, unit, direction, typical: normal.typical, ...shift };
}

function sentenceOf(
  dimensions: readonly Dimension[],
  changes: readonly SeriesChange[],
  told: number,
  against: Against,
  readElsewhere: boolean,
): string {
  const titles = [...new Set(dimensions.map(({ title }) => title))];
  const [dimension] = dimensions;
  if (dimension?.standsOut === true) {
    const odd = dimension.values.filter(({ standsOut }) => standsOut).map(({ label }) => label);
    return differenceWords.dimensionFirst(dimension.title, odd, odd.length === dimension.values.length, dimension.figure);
  }
  const [first] = changes;
  if (first === undefined) return told === 0 ? differenceWords.tooFew : differenceWords.noneStandsOut(told, titles.length, against);
  const { title, before, during, unit } = first;
  return differenceWords.standOut({ title, before: formatValue(before, unit), during: formatValue(during, unit) }, titles, readElsewhere);
}

/** What differs in a stretch from the healthy one before it, by all that the player has opened. It costs nothing and shows nothing new. */
export function differenceIn(observation: Observation, stretch: Stretch, against: Against = 'latest'): Difference {
  const healthy = healthyBefore(observation.pager, stretch, against);
  const shelved = openSeries(observation);
  if (healthy === null) {
    const sentence = differenceWords.nothingToCompare;
    return { stretch, healthy, dimensions: [], elsewhere: [], changes: [], steady: [], untold: shelved.length, sentence };
  }
  const longest = healthyBefore(observation.pager, { from: stretch.from, to: Infinity }, against) ?? healthy;
  const told = shelved.flatMap((each) => {
    const change = changeOf(each, baselineOf(each.series, healthy, longest), stretch);
    return change === null ? [] : [change];
  });
  const bySize = [...told].sort((a, b) => Math.abs(b.spreads) - Math.abs(a.spreads));
  const changes = bySize.filter((change) => standsOut(change, told.length));
  const charts = shelved.map(({ series }) => series);
  const splits = splitDimensions(observation);
  const readHere = ({ readTick }: Dimension): boolean => readTick !== null && readTick >= stretch.from && readTick <= stretch.to;
  const elsewhere = splits.filter((split) => !readHere(split));
  const dimensions = mostDifferentFirst([
    ...chartDimensions(charts, (series) => baselineOf(series, healthy, longest), stretch, told.length),
    ...splits.filter(readHere),
  ]);
  return {
    stretch,
    healthy,
    dimensions,
    elsewhere,
    changes,
    steady: bySize.filter((change) => !changes.includes(change)),
    untold: shelved.length - told.length,
    sentence: sentenceOf(dimensions, changes, told.length, against, elsewhere.length > 0),
  };
}
