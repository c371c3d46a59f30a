import type { SeriesView } from '../domain/evidence.ts';
import type { Direction, Unit } from '../domain/metric.ts';
import { formatValue, isCounted } from '../domain/metric.ts';
import type { Observation } from '../domain/observation.ts';
import { chartDimensions, mostDifferentFirst, within, type Dimension, type Stretch } from './difference-dimensions.ts';
import { splitDimensions } from './difference-samples.ts';
import { healthyBefore, LEAST_SAMPLES, type Against } from './difference-healthy.ts';
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

interface Shelved {
  readonly series: SeriesView;
  readonly shelf: string;
}

const TELLING_RISES = 8;

const RUNNING_BILL = 'business.impact_eur'; // a total in every system, also where a good hour makes it fall

/** A running total grows whatever happens: its stretches cannot be compared. */
function isTotal({ metric, values }: SeriesView): boolean {
  if (metric.prometheus.type === 'counter' || metric.key === RUNNING_BILL) return true;
  if (metric.unit !== 'eur' && !isCounted(metric.unit)) return false;
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
  const shelved = openSeries(observation);
  const charts = shelved.map(({ series }) => series);
  const healthy = healthyBefore(charts, stretch, against);
  if (healthy === null) {
    const recorded = observation.pager.ticks.filter((tick) => tick < stretch.from).length >= LEAST_SAMPLES;
    const sentence = recorded ? differenceWords.neverClean : differenceWords.nothingToCompare;
    return { stretch, healthy, dimensions: [], elsewhere: [], changes: [], steady: [], untold: shelved.length, sentence };
  }
  const longest = healthyBefore(charts, { from: stretch.from, to: Infinity }, against) ?? healthy;
  const told = shelved.flatMap((each) => {
    const change = changeOf(each, baselineOf(each.series, healthy, longest), stretch);
    return change === null ? [] : [change];
  });
  const bySize = [...told].sort((a, b) => Math.abs(b.spreads) - Math.abs(a.spreads));
  const changes = bySize.filter((change) => standsOut(change, told.length));
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
