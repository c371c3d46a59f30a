import type { FixedList } from './lists/fixed-list.ts';

/** Everything that an honest scenario claims, in the order in which it is printed. */
export const CLAIMS = {
  solvable: 'solvable',
  apt: 'apt',
  losable: 'losable',
  memorisable: 'not memorisable',
  checklist: 'the checklist is not enough',
  identifiable: 'identifiable',
  alike: 'alike at the start',
  preventions: 'preventions as stated',
  worse: 'worse is possible',
} as const;
export type ClaimId = keyof typeof CLAIMS;

export type Side = 'at least' | 'at most' | 'above' | 'below';
export type Measure = 'points' | 'share' | 'ratio' | 'eur' | 'sigma';

/** One measured figure beside its bar. */
export interface Figure {
  readonly name: string;
  readonly where: string; // the variant, player or seed that decides; '' for all
  readonly value: number;
  readonly measure: Measure;
  readonly side: Side;
  readonly bar: number;
  readonly ok: boolean;
}

/** Where a figure is missing that the claim rests on, though nothing speaks against it. */
export interface Unmeasured {
  readonly variants: readonly string[];
  readonly because: string;
  readonly todo: string; // what would measure it
}

export type Standing = 'holds' | 'fails' | 'not measured';

/** A claim with every figure that it rests on; it holds where all of them do, and none is missing. */
export interface ClaimRow {
  readonly scenario: string;
  readonly claim: ClaimId;
  readonly title: string;
  readonly figure: number; // the one that is furthest beyond its bar, or nearest to it
  readonly bar: number;
  readonly ok: boolean; // it holds
  readonly standing: Standing;
  readonly figures: readonly Figure[];
  readonly notes: readonly string[]; // what else was found, such as how many lists were tried
  readonly unmeasured: Unmeasured | null;
  readonly list?: FixedList; // the best that the search found; a log that can be played
}

const CLEARS: Readonly<Record<Side, (value: number, bar: number) => boolean>> = {
  'at least': (value, bar) => value >= bar,
  'at most': (value, bar) => value <= bar,
  above: (value, bar) => value > bar,
  below: (value, bar) => value < bar,
};

export interface Measured {
  readonly where: string;
  readonly value: number;
}

/** How far a value is on the right side of its bar, in the bar's own measure. A value that is none is infinitely far on the wrong one. */
const margin = (side: Side, value: number, bar: number): number =>
  Number.isFinite(value) ? (side === 'at least' || side === 'above' ? value - bar : bar - value) : -Infinity;

/** The worst of some measurements beside the bar that holds for each of them. @throws when there are none */
export function worst(name: string, measure: Measure, side: Side, bar: number, measured: readonly Measured[]): Figure {
  if (measured.length === 0) throw new Error(`expected something measured for "${name}", got nothing`);
  const least = measured.reduce((a, b) => (margin(side, b.value, bar) < margin(side, a.value, bar) ? b : a));
  return { name, where: least.where, value: least.value, measure, side, bar, ok: CLEARS[side](least.value, bar) };
}

/** The claim's row. Of its figures the one shown is the worst by its own bar, failed ones first. */
export function rowOf(
  scenario: string,
  claim: ClaimId,
  figures: readonly Figure[],
  notes: readonly string[] = [],
  unmeasured: Unmeasured | null = null,
): ClaimRow {
  const strain = ({ side, value, bar, ok }: Figure): number => (ok ? 0 : -1e6) + margin(side, value, bar) / Math.max(Math.abs(bar), 1e-9);
  const shown = figures.reduce((a, b) => (strain(b) < strain(a) ? b : a));
  const standing = !figures.every(({ ok }) => ok) ? 'fails' : unmeasured === null ? 'holds' : 'not measured';
  return {
    scenario,
    claim,
    title: CLAIMS[claim],
    figure: shown.value,
    bar: shown.bar,
    ok: standing === 'holds',
    standing,
    figures,
    notes,
    unmeasured,
  };
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
