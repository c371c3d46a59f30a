import type { Evidence, IntervalRow } from '../domain/evidence.ts';
import type { Unit } from '../domain/metric.ts';
import type { Observation } from '../domain/observation.ts';
import { normalQuantile } from '../kernel/math.ts';
import { chiSquareTail } from '../kernel/special.ts';
import { mostApartFirst, type Dimension, type ValueStanding } from './difference-dimensions.ts';
import { differenceWords } from './words/difference.ts';

const words = differenceWords.dimensions;

/** How far a group lies from the rest, and from what was expected of it. */
export interface SampleStanding {
  readonly apart: number; // z, signed
  readonly own: number; // z, signed
}

const Z95 = 1.959964;
const LEAST_EXPECTED = 5; // outcomes, for a normal approximation to hold (Cochran's rule)
const FALSE_ALARMS = 0.01; // of looks in which nothing happened, the most that may report anything
const HALF = 0.5; // as far off as the one that is furthest off: the others only seem to be, being what it is measured against

/** Observed over expected, on the log scale, with the variance of it. */
function ratioOf(rows: readonly IntervalRow[]): { readonly log: number; readonly variance: number; readonly expected: number } {
  const sum = (of: (row: IntervalRow) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const seen = sum((row) => row.rows * row.estimate) + 0.5; // so that none seen has a logarithm
  const expected = sum((row) => row.rows * (row.reference ?? NaN)) + 0.5;
  return { log: Math.log(seen / expected), variance: Math.max(0, 1 - seen / sum((row) => row.rows)) / seen, expected };
}

/**
 * How far a group of a look lies from the other groups; null where it rests on too few rows. A reference of 0 says that the look compared
 * it with the rest already: then its interval of 95 % is all there is. Else it is observed over expected against the same of the rest,
 * on the log scale, so that what moves every group alike stands out in none (Fleiss, Levin and Paik, Statistical Methods for Rates and
 * Proportions, chapter 6).
 */
export function sampleStanding(row: IntervalRow, rows: readonly IntervalRow[]): SampleStanding | null {
  if (row.reference === 0) {
    const z = (row.estimate * 2 * Z95) / (row.high - row.low);
    return Number.isFinite(z) ? { apart: z, own: z } : null;
  }
  const rest = rows.filter((other) => other !== row && Number.isFinite(other.estimate));
  if (!Number.isFinite(row.estimate) || rest.length === 0) return null;
  const [its, theirs] = [ratioOf([row]), ratioOf(rest)];
  if (!(its.expected >= LEAST_EXPECTED && theirs.expected >= LEAST_EXPECTED)) return null;
  return { apart: (its.log - theirs.log) / Math.sqrt(its.variance + theirs.variance), own: its.log / Math.sqrt(its.variance) };
}

/** "Conversion by client version" is "Conversion" by "Client version". */
function saidOf({ title }: Evidence): { readonly title: string; readonly figure: string } {
  const [, figure = '', by = title] = /^(.*?) ?\bby (.+)$/i.exec(title) ?? [];
  return { title: `${by.charAt(0).toUpperCase()}${by.slice(1)}`, figure: figure === '' ? words.outcome : figure };
}

/** A dimension that a look split; null where fewer than two of its groups have rows enough. */
function splitBy(evidence: Evidence, rows: readonly IntervalRow[], unit: Unit, compared: number): Dimension | null {
  const told = rows.flatMap((row) => {
    const standing = sampleStanding(row, rows);
    return standing === null || row.reference === null ? [] : [{ row, before: row.reference, ...standing }];
  });
  if (told.length < 2) return null;
  const moved = told.filter(({ apart }) => chiSquareTail(apart * apart, 1) * compared <= FALSE_ALARMS);
  const most = Math.max(...moved.map(({ own }) => Math.abs(own)));
  const values = told.map((each): ValueStanding => {
    const { row, before, apart, own } = each;
    const standsOut = moved.includes(each) && Math.abs(own) >= HALF * most;
    return { id: row.label, label: row.label, before, during: row.estimate, samples: row.rows, samplesBefore: null, apart, standsOut };
  });
  const { title, figure } = saidOf(evidence);
  return {
    id: evidence.id,
    title,
    figure,
    unit,
    baseline: rows.every(({ reference }) => reference === 0) ? 'rest' : 'expected',
    readTick: evidence.tick,
    values: mostApartFirst(values),
    also: [],
    standsOut: values.some(({ standsOut }) => standsOut),
  };
}

/** The dimensions that one look ranked, each by the group that fell furthest, with the chance that nothing but chance did it. */
function rankedIn({ id, tick, body }: Evidence): readonly Dimension[] {
  if (body.kind !== 'table') return [];
  return body.rows.flatMap(({ label, cells: [group, difference, p], marked }): Dimension[] => {
    if (typeof group !== 'string' || typeof difference !== 'number' || typeof p !== 'number') return [];
    const apart = Math.sign(difference) * -normalQuantile(Math.max(p, LEAST_P) / 2);
    const value = { id: group, label: group, before: 0, during: difference, samples: null, samplesBefore: null, apart, standsOut: marked };
    const shared = { figure: words.outcome, unit: 'share', baseline: 'rest', readTick: tick, also: [] } as const;
    return [{ ...shared, id: `${id}/${label}`, title: label, values: [value], standsOut: marked }];
  });
}

const LEAST_P = 1e-300;

/** Dimensions that looks split; the newest look of each, and what a look at all of them says of the others. */
export function splitDimensions({ evidence }: Pick<Observation, 'evidence'>): readonly Dimension[] {
  const split = splitByLooks(evidence);
  const all = evidence.findLast(({ look }) => look.type === 'look-segments' && look.by === 'all');
  return [...split, ...(all === undefined ? [] : rankedIn(all).filter(({ title }) => !split.some((one) => one.title === title)))];
}

function splitByLooks(evidence: readonly Evidence[]): readonly Dimension[] {
  const splits = evidence.flatMap((each) =>
    each.look.type === 'look-segments' && each.body.kind === 'intervals' ? [{ each, body: each.body }] : [],
  );
  const newest = splits.filter(({ each }, i) => !splits.slice(i + 1).some((later) => later.each.title === each.title));
  const compared = newest.reduce((sum, { body }) => sum + body.rows.length, 0);
  return newest.flatMap(({ each, body }) => splitBy(each, body.rows, body.unit, compared) ?? []);
}
