import { exp } from '../../kernel/math.ts';
import { binOffsets, binRelation, binsInAll, binShares } from './bins.ts';
import type { PopulationParams } from './params.ts';

/** What a row operator does to one row: a bin for each bin, feature by feature; null where it leaves a feature alone. */
export type RowMap = readonly (Int32Array | null)[];

/** How a row reached its reader: as it is, hit by the row operator, or left over from an earlier reading. */
export const CLEAN = 0;
export const HIT = 1;
export const STALE = 2;
export const CONDITIONS = 3;

/**
 * The population as cells: products of bins that any row can land in. Everything else about it is a linear combination of these tables,
 * with shares that move. A cell's outcome rate is over the rows that land in it, whatever their bins were before an operator.
 */
export interface Basis {
  readonly features: number;
  readonly weights: number; // bins of all features together
  readonly offsets: Int32Array; // first bin of each feature
  readonly groups: number;
  readonly cells: number;
  readonly bins: Int32Array; // by cell and feature: index among the bins of all features
  /** Shares of a group's rows by cell: [group][CLEAN or HIT]; they add up to 1. */
  readonly rows: readonly (readonly Float64Array[])[];
  /** The cells that any of a group's rows land in, rising: [group][CLEAN or HIT]. */
  readonly landed: readonly (readonly Int32Array[])[];
  /** The same as rows times the outcome rate: [group][CLEAN or HIT][relation: 0 as trained, 1 moved]. */
  readonly positives: readonly (readonly (readonly Float64Array[])[])[];
  /** Outcome rate of a group as a whole: [group][relation]. */
  readonly rates: readonly (readonly number[])[];
  /** Shares of a group's rows by bin before any operator: [group], over the bins of all features. */
  readonly marginals: readonly Float64Array[];
}

/** The cells that have any of something, rising. @param values by cell */
export function cellsAbove0(values: ArrayLike<number>): Int32Array {
  const cells: number[] = [];
  for (let cell = 0; cell < values.length; cell += 1) if (values[cell]! > 0) cells.push(cell);
  return new Int32Array(cells);
}

const sigmoid = (x: number): number => 1 / (1 + exp(-x));

const made = new WeakMap<PopulationParams, Map<string, Basis>>();

/**
 * The cells of a population under a row operator; the same for the same arguments.
 * @param map of the operator; its `key` names it, so that two with the same key must be the same
 */
export function basisOf(params: PopulationParams, map: RowMap, key: string): Basis {
  let known = made.get(params);
  if (known === undefined) made.set(params, (known = new Map()));
  let basis = known.get(key);
  if (basis === undefined) known.set(key, (basis = build(params, map)));
  return basis;
}

interface Landing {
  readonly probability: number[]; // by group
  readonly logOdds: number[]; // added by the features, by relation
  readonly clean: number; // number of the cell in the full product
  readonly hit: number;
}

function build(params: PopulationParams, map: RowMap): Basis {
  const { features, groups } = params;
  const count = features.length;
  const offsets = binOffsets(params);
  const shapes = groups.map((group) => features.map((feature) => binShares(feature, group.features[feature.id] ?? feature.usual)));
  const relations = [false, true].map((moved) => features.map((feature) => binRelation(feature, moved)));
  const widths = features.map(binsInAll);
  const landings: Landing[] = [];
  const visit = (f: number, probability: number[], logOdds: number[], clean: number, hit: number): void => {
    if (f === count) {
      landings.push({ probability, logOdds, clean, hit });
      return;
    }
    for (let bin = 0; bin < widths[f]!; bin += 1) {
      const next = probability.map((p, g) => p * shapes[g]![f]![bin]!);
      if (!next.some((p) => p > 0)) continue;
      const adds = logOdds.map((sum, r) => sum + relations[r]![f]![bin]!);
      visit(f + 1, next, adds, clean * widths[f]! + bin, hit * widths[f]! + (map[f]?.[bin] ?? bin));
    }
  };
  visit(0, groups.map(() => 1), [0, 0], 0, 0); // prettier-ignore

  const reached = new Set<number>();
  for (const { clean, hit } of landings) reached.add(clean).add(hit);
  const numbers = Float64Array.from([...reached]).sort();
  const place = new Map<number, number>();
  for (let cell = 0; cell < numbers.length; cell += 1) place.set(numbers[cell]!, cell);
  const cells = numbers.length;
  const bins = new Int32Array(cells * count);
  for (let cell = 0; cell < cells; cell += 1) {
    let rest = numbers[cell]!;
    for (let f = count - 1; f >= 0; f -= 1) {
      bins[cell * count + f] = offsets[f]! + (rest % widths[f]!);
      rest = Math.floor(rest / widths[f]!);
    }
  }
  const table = (): Float64Array => new Float64Array(cells);
  const rows = groups.map(() => [table(), table()]);
  const positives = groups.map(() => [
    [table(), table()],
    [table(), table()],
  ]);
  const rates = groups.map(() => [0, 0]);
  const ways = landings.map(({ clean, hit }) => [place.get(clean)!, place.get(hit)!] as const);
  groups.forEach((group, g) => {
    const [cleanRows, hitRows] = rows[g]!;
    const [cleanPositives, hitPositives] = positives[g]!;
    const movedOffset = group.movedOffset ?? group.offset;
    for (let i = 0; i < landings.length; i += 1) {
      const { probability, logOdds } = landings[i]!;
      const p = probability[g]!;
      if (p === 0) continue;
      const [at, movedAt] = [group.offset + logOdds[0]!, movedOffset + logOdds[1]!];
      const positive = p * sigmoid(at);
      const movedPositive = movedAt === at ? positive : p * sigmoid(movedAt);
      const [clean, hit] = ways[i]!;
      rates[g]![0]! += positive;
      rates[g]![1]! += movedPositive;
      cleanRows![clean]! += p;
      hitRows![hit]! += p;
      cleanPositives![0]![clean]! += positive;
      cleanPositives![1]![clean]! += movedPositive;
      hitPositives![0]![hit]! += positive;
      hitPositives![1]![hit]! += movedPositive;
    }
  });
  const landed = rows.map((own) => own.map(cellsAbove0));
  const marginals = shapes.map((own) => {
    const all = new Float64Array(offsets[count]!);
    own.forEach((shares, f) => all.set(shares, offsets[f]!));
    return all;
  });
  return {
    features: count,
    weights: offsets[count]!,
    offsets,
    groups: groups.length,
    cells,
    bins,
    rows,
    landed,
    positives,
    rates,
    marginals,
  };
}
