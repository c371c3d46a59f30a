import type { SeriesView } from '../domain/evidence.ts';
import type { Direction, MetricInfo, Unit } from '../domain/metric.ts';
import { formatValue } from '../domain/metric.ts';
import type { Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import { readingsOf, shiftOf, standsOut, type Shift } from './difference-measure.ts';
import { differenceWords } from './words/difference.ts';

/** A part of the time that all charts show, both ends included. */
export interface Stretch {
  readonly from: Tick;
  readonly to: Tick;
}

/** One series in the stretch against the healthy one before it. */
export interface SeriesChange extends Shift {
  readonly key: string;
  readonly title: string;
  readonly shelf: string; // dashboard that shows it
  readonly unit: Unit;
  readonly direction: Direction;
  readonly typical: number;
}

/** What the series of one feature, version or side say together. */
export interface PartChange {
  readonly label: string; // "plan", "v42"
  readonly most: SeriesChange;
  readonly changed: number; // of its series
}

export interface Difference {
  readonly stretch: Stretch;
  readonly healthy: Stretch | null; // what it is compared with
  readonly changes: readonly SeriesChange[]; // beyond what the healthy stretch does by itself, most first
  readonly parts: readonly PartChange[]; // features or versions with series of their own, most changed first
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

/** A running total grows whatever happens: its stretches cannot be compared. */
const isTotal = ({ prometheus }: MetricInfo): boolean => prometheus.type === 'counter';

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
    if (isTotal(series.metric) || seen.has(series.metric.key)) return false;
    seen.add(series.metric.key);
    return true;
  });
}

const within = ({ ticks, values }: SeriesView, { from, to }: Stretch): readonly number[] =>
  values.filter((_, i) => (ticks[i] ?? Infinity) >= from && (ticks[i] ?? -Infinity) <= to);

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
function changeOf({ series, shelf }: Shelved, healthy: Stretch, longest: Stretch, stretch: Stretch): SeriesChange | null {
  const near = within(series, healthy);
  const before = readingsOf(near.filter(Number.isFinite)) < FEW_READINGS ? within(series, longest) : near;
  const shift = shiftOf(series.metric, before, within(series, stretch));
  if (shift === null) return null;
  const { key, title, unit, direction, normal } = series.metric;
  return { key, title, shelf, unit, direction, typical: normal.typical, ...shift };
}

const labelOf = ({ key }: SeriesChange): string => /\{(.*)\}$/.exec(key)?.[1] ?? '';

function partsOf(changes: readonly SeriesChange[]): readonly PartChange[] {
  const labels = [...new Set(changes.map(labelOf))].filter((label) => label !== '');
  return labels.flatMap((label) => {
    const its = changes.filter((change) => labelOf(change) === label);
    return its[0] === undefined ? [] : [{ label, most: its[0], changed: its.length }];
  });
}

function sentenceOf(healthy: Stretch | null, changes: readonly SeriesChange[], told: number): string {
  if (healthy === null) return differenceWords.nothingToCompare;
  const [first] = changes;
  if (told === 0) return differenceWords.tooFew;
  if (first === undefined) return differenceWords.noneStandsOut(told);
  const { title, before, during, unit } = first;
  return differenceWords.standOut({ title, before: formatValue(before, unit), during: formatValue(during, unit) }, changes.length, told);
}

/** What differs in a stretch from the healthy one before it, by all that the player has opened. It costs nothing and shows nothing new. */
export function differenceIn(observation: Observation, stretch: Stretch, against: Against = 'latest'): Difference {
  const healthy = healthyBefore(observation.pager, stretch, against);
  const longest = healthy === null ? null : (healthyBefore(observation.pager, { from: stretch.from, to: Infinity }, against) ?? healthy);
  const shelved = openSeries(observation);
  const told =
    healthy === null || longest === null
      ? []
      : shelved.flatMap((each) => {
          const change = changeOf(each, healthy, longest, stretch);
          return change === null ? [] : [change];
        });
  const ranked = [...told].sort((a, b) => Math.abs(b.spreads) - Math.abs(a.spreads));
  const changes = ranked.filter((change) => standsOut(change, told.length));
  return {
    stretch,
    healthy,
    changes,
    parts: partsOf(changes),
    steady: ranked.filter((change) => !changes.includes(change)),
    untold: shelved.length - told.length,
    sentence: sentenceOf(healthy, changes, told.length),
  };
}
