import { hashValue } from '../../kernel/hash.ts';
import type { Basis } from '../population/basis.ts';
import { CLEAN, HIT, STALE, CONDITIONS } from '../population/basis.ts';
import { mixed, type Mixture } from '../population/mixture.ts';
import type { PopulationParams } from '../population/params.ts';
import { logOddsOf, predict, sigmoid, type Scorecard } from '../scorecard/model.ts';
import type { ScorecardParams } from '../scorecard/params.ts';
import type { DecisionsParams } from './params.ts';

/** How rows are decided for a while. Plain data; the same words mean the same decisions. */
export interface Policy {
  readonly artifact: string; // of the model
  readonly model: Scorecard;
  readonly cutoff: number; // score
  readonly segmentCutoffs: Readonly<Record<string, number>>; // score, by segment of the decisions' dimension
  readonly rules: readonly string[]; // patterns selected whatever their score
  readonly paused: boolean;
}

export const policyKey = (policy: Policy): string =>
  hashValue({ a: policy.artifact, c: policy.cutoff, s: policy.segmentCutoffs, r: policy.rules, p: policy.paused });

/** Who is selected, by group and cell: 0 or 1. */
export interface Masks {
  readonly selected: readonly Float64Array[];
  readonly band: readonly Float64Array[]; // not selected, but near enough for staff to consider
}

/** Rows and positives of a mask, by group, condition and relation; all else about a day follows by its shares. */
export interface Selection {
  readonly rows: Float64Array; // [group × 2 conditions], share of the group's rows
  readonly positives: Float64Array; // [group × 2 conditions × 2 relations]
  readonly predicted: Float64Array; // [group × 2 conditions], positives that the model expects
}

interface Worked {
  readonly masks: Masks;
  readonly selected: Selection;
  readonly band: Selection;
  readonly ruled: Selection; // of the selected, what a rule decides by itself
}

const worked = new WeakMap<Basis, Map<string, Worked>>();

function sideOf(mode: DecisionsParams['mode'], logOdds: number, cut: number): boolean {
  return mode === 'select-below' ? logOdds < cut : logOdds >= cut;
}

function summarise(basis: Basis, mask: readonly Float64Array[], chance: Float64Array): Selection {
  const rows = new Float64Array(basis.groups * 2);
  const predicted = new Float64Array(basis.groups * 2);
  const positives = new Float64Array(basis.groups * 4);
  for (let g = 0; g < basis.groups; g += 1)
    for (let c = 0; c < 2; c += 1) {
      const own = basis.rows[g]![c]!;
      const [as, moved] = [basis.positives[g]![c]![0]!, basis.positives[g]![c]![1]!];
      let [all, p0, p1, expected] = [0, 0, 0, 0];
      const landed = basis.landed[g]![c]!;
      for (let i = 0; i < landed.length; i += 1) {
        const cell = landed[i]!;
        const kept = mask[g]![cell]!;
        if (kept === 0) continue;
        all += kept * own[cell]!;
        p0 += kept * as[cell]!;
        p1 += kept * moved[cell]!;
        expected += kept * own[cell]! * chance[cell]!;
      }
      predicted[g * 2 + c] = expected;
      rows[g * 2 + c] = all;
      positives[(g * 2 + c) * 2] = p0;
      positives[(g * 2 + c) * 2 + 1] = p1;
    }
  return { rows, positives, predicted };
}

/** Cells that fit a pattern. @throws when there is no such pattern */
export function patternMask(basis: Basis, population: PopulationParams, params: DecisionsParams, id: string): Uint8Array {
  const pattern = params.patterns.find((candidate) => candidate.id === id);
  if (pattern === undefined) throw new Error(`rule: expected one of ${params.patterns.map((p) => p.id).join(', ')}, got "${id}"`);
  const fits = new Uint8Array(basis.cells).fill(1);
  population.features.forEach((feature, f) => {
    const bins = pattern.bins[feature.id];
    if (bins === undefined) return;
    for (let cell = 0; cell < basis.cells; cell += 1)
      if (!bins.includes(basis.bins[cell * basis.features + f]! - basis.offsets[f]!)) fits[cell] = 0;
  });
  return fits;
}

/** What a threshold policy does to every group; worked out once for the same policy. */
export function workOut(
  basis: Basis,
  population: PopulationParams,
  scorecard: ScorecardParams,
  params: DecisionsParams,
  policy: Policy,
): Worked {
  let known = worked.get(basis);
  if (known === undefined) worked.set(basis, (known = new Map()));
  const key = policyKey(policy);
  const found = known.get(key);
  if (found !== undefined) return found;
  const logOdds = predict(basis, policy.model);
  const ruled = policy.rules.map((id) => patternMask(basis, population, params, id));
  const byRule = Float64Array.from(logOdds, (_, cell) => (!policy.paused && ruled.some((mask) => mask[cell] === 1) ? 1 : 0));
  const byCutoff = new Map<number, { readonly selected: Float64Array; readonly band: Float64Array }>(); // most groups share one
  const sides = population.groups.map(({ segments }) => {
    const segment = params.dimension === null ? undefined : segments[params.dimension];
    const cutoff = (segment === undefined ? undefined : policy.segmentCutoffs[segment]) ?? policy.cutoff;
    let side = byCutoff.get(cutoff);
    if (side === undefined) {
      const cut = logOddsOf(scorecard, cutoff);
      const far = params.mode === 'select-below' ? cut + params.overrideBand : cut - params.overrideBand;
      byCutoff.set(cutoff, (side = { selected: new Float64Array(basis.cells), band: new Float64Array(basis.cells) }));
      for (let cell = 0; cell < basis.cells; cell += 1) {
        const at = logOdds[cell]!;
        const takes = !policy.paused && (sideOf(params.mode, at, cut) || byRule[cell] === 1);
        side.selected[cell] = takes ? 1 : 0;
        side.band[cell] = !takes && !policy.paused && sideOf(params.mode, at, far) ? 1 : 0;
      }
    }
    return side;
  });
  const selected = sides.map((side) => side.selected);
  const band = sides.map((side) => side.band);
  const chance = logOdds.map(sigmoid);
  const made = {
    masks: { selected, band },
    selected: summarise(basis, selected, chance),
    band: summarise(basis, band, chance),
    ruled: summarise(
      basis,
      population.groups.map(() => byRule),
      chance,
    ),
  };
  known.set(key, made);
  return made;
}

/** Rows and positives of a selection among the rows of a mixture. */
export interface Taken {
  readonly rows: number;
  readonly positives: number;
  readonly movedPositives: number; // of the positives, those whose relation has moved
  readonly predicted: number; // positives that the model expects among them
}

export const NOTHING: Taken = { rows: 0, positives: 0, movedPositives: 0, predicted: 0 };

/** Two selections of different rows, the second counted so many times. */
export const plus = (a: Taken, b: Taken, times = 1): Taken => ({
  rows: a.rows + times * b.rows,
  positives: a.positives + times * b.positives,
  movedPositives: a.movedPositives + times * b.movedPositives,
  predicted: a.predicted + times * b.predicted,
});

/** @param only groups to count; null: all */
export function take(basis: Basis, selection: Selection, mixture: Mixture, only: readonly boolean[] | null = null): Taken {
  let [rows, positives, movedPositives, predicted] = [0, 0, 0, 0];
  for (let g = 0; g < basis.groups; g += 1) {
    if (only !== null && !only[g]) continue;
    for (let c = 0; c < CONDITIONS; c += 1) {
      const shown = g * 2 + (c === HIT ? HIT : CLEAN);
      for (let r = 0; r < 2; r += 1) {
        const share = mixture[mixed(g, c, r)]!;
        if (share === 0) continue;
        const taken = share * selection.rows[shown]!;
        const positive = c === STALE ? taken * basis.rates[g]![r]! : share * selection.positives[shown * 2 + r]!;
        rows += taken;
        positives += positive;
        predicted += share * selection.predicted[shown]!;
        if (r === 1) movedPositives += positive;
      }
    }
  }
  return { rows, positives, movedPositives, predicted };
}

/** All rows of a mixture, as if everyone were selected. */
export function takeAll(basis: Basis, mixture: Mixture, only: readonly boolean[] | null = null): Taken {
  let [rows, positives, movedPositives] = [0, 0, 0];
  for (let g = 0; g < basis.groups; g += 1) {
    if (only !== null && !only[g]) continue;
    for (let c = 0; c < CONDITIONS; c += 1)
      for (let r = 0; r < 2; r += 1) {
        const share = mixture[mixed(g, c, r)]!;
        rows += share;
        positives += share * basis.rates[g]![r]!;
        if (r === 1) movedPositives += share * basis.rates[g]![r]!;
      }
  }
  return { rows, positives, movedPositives, predicted: NaN };
}
