import type { SeriesView } from '../domain/evidence.ts';
import type { Stretch } from './difference-dimensions.ts';

/** Which healthy stretch to compare with: what creeps in slowly is seen against an early one. */
export type Against = 'latest' | 'earliest';

const LONGEST = 4; // times the stretch
export const LEAST_SAMPLES = 12; // of the healthy stretch
const MOST_STRAY = 0.1; // share of its figures that may lie out of normal

/** Of one series: how many of its figures were out of normal up to each row. */
type Strays = Int32Array;

const isStray = ({ normal }: SeriesView['metric'], value: number): boolean => value < normal.low || value > normal.high;

/** Whether the normal band of a series says anything of it: some are out of it from their first figures on. */
function tellsNormal({ metric, values }: SeriesView): boolean {
  const first = values.filter(Number.isFinite).slice(0, LEAST_SAMPLES);
  return first.filter((value) => isStray(metric, value)).length <= MOST_STRAY * first.length;
}

/** How a series strayed over the rows; where it has no figure it does not. */
function straysOf({ metric, ticks, values }: SeriesView, rows: readonly number[]): Strays {
  const at = new Map(ticks.map((tick, i) => [tick, values[i] ?? NaN]));
  const upTo = new Int32Array(rows.length + 1);
  rows.forEach((tick, i) => (upTo[i + 1] = upTo[i]! + Number(isStray(metric, at.get(tick) ?? NaN))));
  return upTo;
}

const FOR_GOOD = 3; // figures out of normal one after the other

/** The first row from which on a series is out of normal for good; the number of rows where none is. */
function firstOdd(strays: readonly Strays[], rows: number): number {
  for (let row = 0; row + FOR_GOOD <= rows; row += 1)
    if (strays.some((upTo) => upTo[row + FOR_GOOD]! - upTo[row]! === FOR_GOOD)) return row;
  return rows;
}

/**
 * A healthy stretch before a moment, by everything that was opened: nearly all figures of each series lie in their normal band. It ends
 * before any leaves it for good; where too little is on record by then, it is the earliest there is. Null where there is none.
 * @param opened the pager's series first, whose scrapes are the rows
 */
export function healthyBefore(opened: readonly SeriesView[], { from, to }: Stretch, against: Against = 'latest'): Stretch | null {
  const [pager] = opened;
  const ticks = pager?.ticks ?? [];
  const rows = ticks.filter((tick) => tick < from);
  const judges = opened.filter((series) => series === pager || tellsNormal(series));
  const strays = judges.map((series) => straysOf(series, rows));
  const calm = firstOdd(strays, rows.length);
  const inside = ticks.filter((tick) => tick >= from && tick <= to).length;
  const most = Math.max(LEAST_SAMPLES, inside * LONGEST);
  const found = longestFit(strays, calm, most, against) ?? longestFit(strays, rows.length, most, 'earliest');
  return found === null ? null : { from: rows[found.start]!, to: rows[found.end - 1]! };
}

interface Span {
  readonly start: number;
  readonly end: number; // exclusive
}

function longestFit(strays: readonly Strays[], rows: number, most: number, against: Against): Span | null {
  const fits = (start: number, length: number): boolean =>
    strays.every((upTo) => upTo[start + length]! - upTo[start]! <= MOST_STRAY * length);
  const strayed = (row: number): boolean => strays.some((upTo) => upTo[row + 1] !== upTo[row]);
  const longest = Math.min(rows, most);
  for (let length = longest; length >= LEAST_SAMPLES; length = length > LEAST_SAMPLES ? Math.max(LEAST_SAMPLES, length >> 1) : 0)
    for (let i = 0; i + length <= rows; i += 1) {
      const start = against === 'latest' ? rows - length - i : i;
      if (!fits(start, length)) continue;
      let end = start + length;
      while (end - start > LEAST_SAMPLES && strayed(end - 1)) end -= 1;
      return { start, end };
    }
  return null;
}
