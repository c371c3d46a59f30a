import type { SeriesView } from '../domain/evidence.ts';
import type { Unit } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import { median, shiftOf, standsOut, type Shift } from './difference-measure.ts';
import { differenceWords } from './words/difference.ts';

const words = differenceWords.dimensions;

/** A part of the time that all charts show, both ends included. */
export interface Stretch {
  readonly from: Tick;
  readonly to: Tick;
}

/** One value of a dimension, such as "v42" of the model version. */
export interface ValueStanding {
  readonly id: string; // "v42", "monthly-fee"
  readonly label: string; // as a player reads it
  readonly before: number; // of the baseline
  readonly during: number; // of the selection
  readonly samples: number | null; // that the selection rests on: scrapes, or rows; null where the look does not say
  readonly samplesBefore: number | null; // null where the baseline is no sample
  readonly apart: number; // signed, in spreads: how far it moved away from the other values
  readonly standsOut: boolean;
}

/** What can be split into values, by the one figure that sets a value furthest apart from the others. */
export interface Dimension {
  readonly id: string;
  readonly title: string; // "Model version"
  readonly figure: string; // "p95"
  readonly unit: Unit;
  readonly baseline: 'healthy' | 'expected' | 'rest'; // what each value is set against
  readonly readTick: Tick | null; // of the look that split it; null where charts do, over the whole stretch
  readonly values: readonly ValueStanding[]; // most apart first
  readonly also: readonly string[]; // other figures by which a value stands apart
  readonly standsOut: boolean;
}

export const within = ({ ticks, values }: SeriesView, { from, to }: Stretch): readonly number[] =>
  values.filter((_, i) => (ticks[i] ?? Infinity) >= from && (ticks[i] ?? -Infinity) <= to);

const labelOf = (key: string): string => /\{(.*)\}$/.exec(key)?.[1] ?? '';
const bare = (key: string): string => key.replace(/\{.*\}$/, '');

/** What a label is a value of, by the look of it and by the part whose figures it is on. */
const dimensionOf = (key: string): keyof typeof words.titles =>
  /^v\d/.test(labelOf(key)) ? 'version' : /^(data|drift)\./.test(key) ? 'feature' : 'part';

/** "Plan: missing" is "missing" of "Plan"; "p95 of v42" is "p95" and "CPU of v42 pods" is "CPU of its pods" of "v42". */
function saidOf({ metric: { key, title } }: SeriesView): { readonly value: string; readonly figure: string } {
  const label = labelOf(key);
  const [, name, what] = /^(.+?): (.+)$/s.exec(title) ?? [];
  if (name !== undefined && what !== undefined) return { value: name, figure: what };
  const [before = '', after = ''] = title.split(label);
  return { value: label, figure: after === '' ? before.replace(/,? *(of|on)? *$/, '') : words.ofIts(before.trim(), after.trim()) };
}

/** At each scrape, how far one value's figure lies from the middle of the others': what all of them do together falls out. */
function awayFrom(others: readonly SeriesView[], one: SeriesView): SeriesView {
  const at = others.map(({ ticks, values }) => new Map(ticks.map((tick, i) => [tick, values[i] ?? NaN])));
  return { ...one, values: one.ticks.map((tick, i) => (one.values[i] ?? NaN) - median(at.map((other) => other.get(tick) ?? NaN))) };
}

/** How a figure moved for one value: by itself, and away from the other values. */
interface Moved {
  readonly series: SeriesView;
  readonly own: Shift;
  readonly apart: Shift;
  readonly samples: number;
  readonly samplesBefore: number;
}

function movedOf(series: SeriesView, others: readonly SeriesView[], healthy: Stretch, stretch: Stretch): Moved | null {
  const [before, during] = [healthy, stretch].map((each) => within(series, each).filter(Number.isFinite)) as [number[], number[]];
  const away = awayFrom(others, series);
  const own = shiftOf(series.metric, before, during);
  const apart = shiftOf(series.metric, within(away, healthy), within(away, stretch));
  return own === null || apart === null ? null : { series, own, apart, samples: during.length, samplesBefore: before.length };
}

const HALF = 0.5; // as far as the one that moved most: the others only seem to move, being what it is measured against

/** Of the values that moved apart, those that moved themselves. */
function oddOnes(family: readonly Moved[], compared: number): ReadonlySet<Moved> {
  const apart = family.filter((each) => standsOut(each.own, compared) && standsOut(each.apart, compared));
  const far = ({ own }: Moved): number => Math.abs(own.during - own.before);
  const most = Math.max(...apart.map(far));
  return new Set(apart.filter((each) => far(each) >= HALF * most));
}

export const mostApartFirst = (values: readonly ValueStanding[]): readonly ValueStanding[] =>
  [...values].sort((a, b) => Number(b.standsOut) - Number(a.standsOut) || Math.abs(b.apart) - Math.abs(a.apart));

function dimensionBy(family: readonly Moved[], compared: number): Dimension {
  const { series } = family[0]!;
  const odd = oddOnes(family, compared);
  const values = family.map((each): ValueStanding => {
    const { own, apart, samples, samplesBefore } = each;
    const { before, during } = own;
    const { value } = saidOf(each.series);
    return { id: labelOf(each.series.metric.key), label: value, before, during, samples, samplesBefore, apart: apart.spreads, standsOut: odd.has(each) };
  }); // prettier-ignore
  const id = dimensionOf(series.metric.key);
  const { figure } = saidOf(series);
  const { unit } = series.metric;
  return {
    id,
    title: words.titles[id],
    figure,
    unit,
    baseline: 'healthy',
    readTick: null,
    values: mostApartFirst(values),
    also: [],
    standsOut: odd.size > 0,
  };
}

/** Most different first. */
export const mostDifferentFirst = (dimensions: readonly Dimension[]): readonly Dimension[] =>
  [...dimensions].sort(
    (a, b) =>
      Number(b.standsOut) - Number(a.standsOut) || Math.abs(b.values[0]?.apart ?? 0) - Math.abs(a.values[0]?.apart ?? 0) || b.values.length - a.values.length,
  ); // prettier-ignore

/** Whether two values of a dimension have figures other than nothing: a version without a pod is not there to be compared. */
const hasTwo = (dimensions: readonly Dimension[], id: string): boolean =>
  new Set(
    dimensions
      .filter((one) => one.id === id)
      .flatMap(({ values }) => values.filter(({ before, during }) => before !== 0 || during !== 0).map((value) => value.id)),
  ).size > 1;

/**
 * Dimensions whose values have charts of their own: each figure over the stretch against the healthy one, value against value.
 * @param alsoCompared series beside these, among which chance is shared out
 */
export function chartDimensions(
  charts: readonly SeriesView[],
  healthy: (series: SeriesView) => Stretch,
  stretch: Stretch,
  alsoCompared: number,
): readonly Dimension[] {
  const families = new Map<string, SeriesView[]>();
  for (const series of charts) {
    const name = bare(series.metric.key);
    if (labelOf(series.metric.key) !== '') families.set(name, [...(families.get(name) ?? []), series]);
  }
  const moved = [...families.values()]
    .map((family) =>
      family.flatMap(
        (series) =>
          movedOf(
            series,
            family.filter((other) => other !== series),
            healthy(series),
            stretch,
          ) ?? [],
      ),
    )
    .filter((family) => family.length > 1);
  const compared = moved.reduce((sum, family) => sum + family.length, alsoCompared);
  const all = mostDifferentFirst(moved.map((family) => dimensionBy(family, compared))).filter(({ id }, _, each) => hasTwo(each, id));
  return all
    .filter((one, i) => all.findIndex(({ id }) => id === one.id) === i)
    .map((one) => ({
      ...one,
      also: all.filter((other) => other !== one && other.id === one.id && other.standsOut).map(({ figure }) => figure),
    }));
}
