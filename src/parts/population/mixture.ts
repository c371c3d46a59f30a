import { CLEAN, CONDITIONS, HIT, STALE, type Basis } from './basis.ts';

/** How many rows (or which share) of each group came in each condition under each relation: [group × condition × relation]. */
export type Mixture = Float64Array;

export const createMixture = (groups: number): Mixture => new Float64Array(groups * CONDITIONS * 2);

/** Where a group's rows of a condition and relation stand in a mixture. */
export const mixed = (group: number, condition: number, relation: number): number => (group * CONDITIONS + condition) * 2 + relation;

/**
 * Adds rows of one moment to a mixture; operators, staleness and the moved relation hit rows independently of each other.
 * @param mix shares of the groups, adding up to 1 @param rows in all @param hit,stale,moved shares of the rows
 */
export function addRows(to: Mixture, mix: ArrayLike<number>, rows: number, hit: number, stale: number, moved: number): void {
  for (let g = 0; g < mix.length; g += 1) {
    const own = rows * mix[g]!;
    const fresh = own * (1 - stale);
    for (let r = 0; r < 2; r += 1) {
      const related = r === 1 ? moved : 1 - moved;
      to[mixed(g, CLEAN, r)]! += fresh * (1 - hit) * related;
      to[mixed(g, HIT, r)]! += fresh * hit * related;
      to[mixed(g, STALE, r)]! += own * stale * related;
    }
  }
}

/** Rows and expected positives by cell. */
export interface Counts {
  readonly rows: Float64Array;
  readonly positives: Float64Array;
}

export const createCounts = (basis: Basis): Counts => ({ rows: new Float64Array(basis.cells), positives: new Float64Array(basis.cells) });

/**
 * Pours a mixture out over the cells.
 * A stale row shows the bins of an earlier day, which tell nothing of its outcome beyond its group.
 * @param kept by group and cell: share of the rows that are kept, such as those with a label; null: all
 */
export function pour(basis: Basis, mixture: Mixture, into: Counts, kept: readonly Float64Array[] | null = null): void {
  for (let g = 0; g < basis.groups; g += 1) {
    const mask = kept === null ? null : kept[g]!;
    for (let c = 0; c < CONDITIONS; c += 1) {
      const shown = basis.rows[g]![c === HIT ? HIT : CLEAN]!;
      const landed = basis.landed[g]![c === HIT ? HIT : CLEAN]!;
      for (let r = 0; r < 2; r += 1) {
        const rows = mixture[mixed(g, c, r)]!;
        if (rows === 0) continue;
        const positives = basis.positives[g]![c === HIT ? HIT : CLEAN]![r]!;
        const rate = basis.rates[g]![r]!;
        for (let i = 0; i < landed.length; i += 1) {
          const cell = landed[i]!;
          const share = mask === null ? rows : rows * mask[cell]!;
          if (share === 0) continue;
          into.rows[cell]! += share * shown[cell]!;
          into.positives[cell]! += share * (c === STALE ? rate * shown[cell]! : positives[cell]!);
        }
      }
    }
  }
}

/** The rows of a mixture, without what comes of them: quicker than pouring all of it. @param into by cell; added to */
export function pourRows(basis: Basis, mixture: Mixture, into: Float64Array): void {
  for (let g = 0; g < basis.groups; g += 1)
    for (let c = 0; c < CONDITIONS; c += 1) {
      const shown = basis.rows[g]![c === HIT ? HIT : CLEAN]!;
      const landed = basis.landed[g]![c === HIT ? HIT : CLEAN]!;
      for (let r = 0; r < 2; r += 1) {
        const rows = mixture[mixed(g, c, r)]!;
        if (rows === 0) continue;
        for (let i = 0; i < landed.length; i += 1) {
          const cell = landed[i]!;
          into[cell]! += rows * shown[cell]!;
        }
      }
    }
}

/** Shares of rows by bin of every feature, as a reader sees them. @returns [bin of all features], each feature adding up to 1 */
export function shownBins(basis: Basis, mixture: Mixture): Float64Array {
  const rows = new Float64Array(basis.cells);
  pourRows(basis, mixture, rows);
  return binsOfRows(basis, rows);
}

/** The same of rows by cell. */
export function binsOfRows(basis: Basis, byCell: Float64Array): Float64Array {
  const { cells, features } = basis;
  const bins = new Float64Array(basis.weights);
  let all = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const rows = byCell[cell]!;
    if (rows === 0) continue;
    all += rows;
    for (let at = cell * features; at < (cell + 1) * features; at += 1) bins[basis.bins[at]!]! += rows;
  }
  if (all > 0) for (let bin = 0; bin < bins.length; bin += 1) bins[bin]! /= all;
  return bins;
}
