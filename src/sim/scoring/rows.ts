import type { TrainingData } from '../../domain/action.ts';
import { hashValue } from '../../kernel/hash.ts';
import { CLEAN, HIT, STALE } from '../../parts/population/basis.ts';
import { addRows, createCounts, createMixture, mixed, pour, type Counts, type Mixture } from '../../parts/population/mixture.ts';
import { policyKey, workOut, type Policy } from '../../parts/decisions/policy.ts';
import { matured, type Period } from '../../parts/labels/ledger.ts';
import { tablesOf } from './tables.ts';
import type { ScoringParams, ScoringParts } from './world.ts';

/** Labelled rows that came under the same policy, with what became of them. */
interface Batch {
  readonly policy: number;
  readonly overrides: number; // share of the rejected rows of the band that staff took on
  readonly reviewed: number; // share of the selected rows that people looked at
  readonly mixture: Mixture;
}

/** Rows for a fit or a holdout, as they are read now. */
export interface LabelledRows {
  readonly batches: readonly Batch[];
  readonly rows: number;
  readonly everyLabel: boolean; // people label each of them, whatever was decided
  readonly key: string; // names them
}

const STOCK = -1; // rows from before the start: decided as at the start, and long enough ago that what was not looked at is known too

/** The policy under which a batch came. */
const policyAt = (parts: ScoringParts, policy: number): Policy => parts.decisions.policies[policy === STOCK ? 0 : policy]!;

const grid = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Gathers labelled periods. Batches are read anew, so tonight's share of them comes in its new form, however old they are.
 * @param hit share of the rows that are hit as they are read
 */
function gather(
  params: ScoringParams,
  periods: readonly Period[],
  stockRows: number,
  hit: number,
  everyLabel: boolean,
  factors: readonly number[] | null,
): LabelledRows {
  const { basis, mix } = tablesOf(params);
  const logged = params.decisions.batchHour === null; // a stream is trained on the features that it was scored with
  const batches = new Map<string, Batch>();
  const into = (policy: number, overrides: number, reviewed: number): Mixture => {
    const key = `${policy} ${grid(overrides)} ${grid(reviewed)}`;
    let batch = batches.get(key);
    if (batch === undefined)
      batches.set(key, (batch = { policy, overrides: grid(overrides), reviewed: grid(reviewed), mixture: createMixture(basis.groups) }));
    return batch.mixture;
  };
  const usualOverrides = periods.length > 0 && periods[0]!.policy === 0 ? periods[0]!.overrides : 0;
  if (stockRows > 0) addRows(into(STOCK, usualOverrides, 1), mix, stockRows, logged ? 0 : hit, 0, 0);
  let rows = stockRows;
  for (const period of periods) {
    rows += period.rows;
    addRows(into(period.policy, period.overrides, period.reviewed), period.mix, period.rows, logged ? period.hit : hit, 0, period.moved);
  }
  if (factors !== null) for (const { mixture } of batches.values()) scaleGroups(mixture, factors);
  if (params.pipeline.operator.kind === 'duplicated') for (const { mixture } of batches.values()) twice(mixture);
  const list = [...batches.values()];
  for (const { mixture } of list) for (let i = 0; i < mixture.length; i += 1) mixture[i] = grid(mixture[i]!); // whole nights of the same rows then are the same night
  const whole = grid(rows);
  return { batches: list, rows: whole, everyLabel, key: hashValue({ list, whole, everyLabel }) };
}

function scaleGroups(mixture: Mixture, factors: readonly number[]): void {
  factors.forEach((factor, g) => {
    for (let i = mixed(g, CLEAN, 0); i <= mixed(g, STALE, 1); i += 1) mixture[i]! *= factor;
  });
}

function twice(mixture: Mixture): void {
  for (let g = 0; mixed(g, HIT, 0) < mixture.length; g += 1) for (let r = 0; r < 2; r += 1) mixture[mixed(g, HIT, r)]! *= 2;
}

/** What a run with some data is trained on at an hour. @param hit share of the rows that are hit as they are read */
export function trainingRows(params: ScoringParams, parts: ScoringParts, hour: number, data: TrainingData, hit: number): LabelledRows {
  const { training, labels, population } = params;
  const perDay = 24 / labels.periodHours;
  if (data === 'reviewed') {
    const count = Math.ceil(training.reviewedHours / labels.periodHours);
    const stock = training.stockDays * 24 * population.rowsPerHour;
    return gather(params, parts.labels.periods.slice(-count), stock, hit, true, null);
  }
  const known = parts.labels.periods.slice(0, matured(parts.labels, labels, hour));
  if (data === 'recent') {
    const recent = known.slice(-Math.ceil(training.recentDays * perDay));
    const missing = training.recentDays * perDay - recent.length;
    return gather(params, recent, missing > 0 ? missing * population.rowsPerHour * labels.periodHours : 0, hit, false, null);
  }
  const scheduled = known.slice(0, Math.max(0, known.length - training.holdoutPeriods));
  const window = scheduled.slice(-Math.ceil(training.windowDays * perDay));
  const missing = Math.min(training.stockDays * perDay, training.windowDays * perDay - window.length);
  const { reweight } = training;
  const factors =
    data === 'reweighted' && reweight !== null
      ? population.groups.map((group) => (group.segments[reweight.dimension] === reweight.segment ? reweight.factor : 1))
      : null;
  return gather(params, window, missing > 0 ? missing * population.rowsPerHour * labels.periodHours : 0, hit, false, factors);
}

/** The newest labelled rows, on which tonight's candidate and champion are measured. */
export function holdoutRows(params: ScoringParams, parts: ScoringParts, hour: number, hit: number): LabelledRows {
  const { training, labels, population } = params;
  const known = parts.labels.periods.slice(0, matured(parts.labels, labels, hour));
  const newest = known.slice(-training.holdoutPeriods);
  return gather(params, newest, newest.length > 0 ? 0 : population.rowsPerHour * labels.periodHours, hit, false, null);
}

/** Share of each cell's rows that a label is known of, by group: of the selected those that were looked at. */
function labelled(params: ScoringParams, policy: Policy, overrides: number, reviewed: number): readonly Float64Array[] {
  const { basis } = tablesOf(params);
  const { selected, band } = workOut(basis, params.population, params.scorecard, params.decisions, policy).masks;
  return selected.map((taken, g) => {
    const near = band[g]!;
    const known = new Float64Array(basis.cells);
    for (let cell = 0; cell < basis.cells; cell += 1) known[cell] = Math.min(1, taken[cell]! + overrides * near[cell]!) * reviewed;
    return known;
  });
}

/** Rows and positives by cell as the labels have them: who has none is absent, or counts as negative. */
export function countsOf(params: ScoringParams, parts: ScoringParts, rows: LabelledRows): Counts {
  const { basis } = tablesOf(params);
  const counts = createCounts(basis);
  const late = params.pipeline.operator.kind === 'late';
  for (const { policy, overrides, reviewed, mixture } of rows.batches) {
    const { coverage } = params.labels;
    const known = rows.everyLabel || coverage === 'everyone' || (coverage === 'reviewed' && policy === STOCK);
    if (known) pourKnown(params, mixture, counts, null, late);
    else if (coverage === 'selected') pourKnown(params, mixture, counts, labelled(params, policyAt(parts, policy), overrides, 1), late);
    else {
      const seen = createCounts(basis);
      pour(basis, mixture, counts);
      pour(basis, mixture, seen, labelled(params, policyAt(parts, policy), 0, reviewed));
      for (let cell = 0; cell < basis.cells; cell += 1)
        counts.positives[cell]! += seen.positives[cell]! - positivesOf(params, mixture, cell);
    }
  }
  return counts;
}

/** Rows without a label that came late count as negative. */
function pourKnown(params: ScoringParams, mixture: Mixture, counts: Counts, mask: readonly Float64Array[] | null, late: boolean): void {
  const { basis } = tablesOf(params);
  if (!late) {
    pour(basis, mixture, counts, mask);
    return;
  }
  const before = counts.positives.slice();
  const onTime = mixture.slice();
  for (let g = 0; g < basis.groups; g += 1) for (let r = 0; r < 2; r += 1) onTime[mixed(g, HIT, r)] = 0;
  const known = createCounts(basis);
  pour(basis, onTime, known, mask);
  pour(basis, mixture, counts, mask);
  for (let cell = 0; cell < basis.cells; cell += 1) counts.positives[cell] = before[cell]! + known.positives[cell]!;
}

/** All positives of a mixture in one cell, labelled or not. */
function positivesOf(params: ScoringParams, mixture: Mixture, cell: number): number {
  const { basis } = tablesOf(params);
  let sum = 0;
  for (let g = 0; g < basis.groups; g += 1)
    for (let r = 0; r < 2; r += 1) {
      sum += mixture[mixed(g, CLEAN, r)]! * basis.positives[g]![CLEAN]![r]![cell]!;
      sum += mixture[mixed(g, HIT, r)]! * basis.positives[g]![HIT]![r]![cell]!;
      sum += mixture[mixed(g, STALE, r)]! * basis.rows[g]![CLEAN]![cell]! * basis.rates[g]![r]!;
    }
  return sum;
}

/** What a fit depends on beside its rows: the policies under which they came. */
export const policiesKey = (parts: ScoringParts, rows: LabelledRows): string =>
  [...new Set(rows.batches.map(({ policy }) => policy))].map((policy) => policyKey(policyAt(parts, policy))).join(' ');
