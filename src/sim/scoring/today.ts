import { hashValue } from '../../kernel/hash.ts';
import { STALE, type Basis } from '../../parts/population/basis.ts';
import { addRows, createMixture, mixed, type Mixture } from '../../parts/population/mixture.ts';
import { servedConditions } from '../../parts/pipeline/step.ts';
import { NOTHING, plus, take, takeAll, workOut, type Policy, type Taken } from '../../parts/decisions/policy.ts';
import { takeTop } from '../../parts/decisions/top.ts';
import { costOf } from '../../parts/outcomes/step.ts';
import { scoredBy, scoreSpread } from '../../parts/scorecard/scores.ts';
import { championOf, versionOf, type ModelVersion } from '../../parts/training/registry.ts';
import { remembered } from './remembered.ts';
import { tablesOf } from './tables.ts';
import type { ScoringParams, ScoringParts, TodayState } from './world.ts';

const tops = new WeakMap<Basis, Map<string, Taken>>();

/** The rows that are scored now: a day's where they are scored together, else an hour's. */
export function servedMixture(params: ScoringParams, parts: ScoringParts, hour: number): Mixture {
  const { basis } = tablesOf(params);
  const { population, pipeline } = parts;
  const { hit, stale } = servedConditions(pipeline, params.pipeline, hour, params.decisions.batchHour === null);
  const mixture = createMixture(basis.groups);
  addRows(mixture, population.mix, population.rowsPerHour * (params.decisions.batchHour === null ? 1 : 24), hit, stale, population.moved);
  return mixture;
}

/** The model that scores now: the champion, or the fallback while checks hold rows of a stream back. */
export function servingVersion(params: ScoringParams, parts: ScoringParts): ModelVersion {
  const { registry, pipeline } = parts;
  const held = params.decisions.batchHour === null && (pipeline.stopped || pipeline.quarantined);
  return held && registry.fallback !== null ? versionOf(registry, registry.fallback) : championOf(registry);
}

/** How rows are decided now. @param cutoff score, of the configuration in force or of the changed one */
export function policyOf(params: ScoringParams, parts: ScoringParts, cutoff: number = parts.decisions.cutoff): Policy {
  const { artifact, model } = servingVersion(params, parts);
  const { segmentCutoffs, rules, paused } = parts.decisions;
  return { artifact, model, cutoff, segmentCutoffs, rules, paused };
}

/** Who is selected among some rows, and by whom. */
export interface Decided {
  readonly all: Taken;
  readonly byModel: Taken;
  readonly byStaff: Taken;
  readonly waiting: number; // rows that people are to look at
  readonly ruled: Taken; // what a rule decides by itself, among what is the model's
}

/** Share of the refused rows near the cut-off that staff select, within the cap. */
function bandShare({ overrideShare, overrideCap }: ScoringParts['decisions'], model: Taken, band: Taken): number {
  if (overrideShare === 0 || overrideCap === null || overrideCap >= 1 || !(band.rows > 0)) return overrideShare;
  return Math.min(overrideShare, ((overrideCap / (1 - overrideCap)) * model.rows) / band.rows);
}

/** @param only groups to count; null: all. What staff take on follows from all rows, whoever is counted */
export function decide(params: ScoringParams, parts: ScoringParts, mixture: Mixture, only: readonly boolean[] | null = null): Decided {
  const { basis } = tablesOf(params);
  const { decisions } = parts;
  const all = takeAll(basis, mixture, only);
  if (params.decisions.mode === 'top') {
    if (decisions.paused) return { all, byModel: NOTHING, byStaff: NOTHING, waiting: 0, ruled: NOTHING };
    const { model, artifact } = servingVersion(params, parts);
    const { logOdds, order } = scoredBy(basis, params.scorecard, model, artifact);
    const wanted = params.decisions.topRows;
    if (only !== null)
      return { all, byModel: takeTop(basis, mixture, logOdds, order, wanted, only), byStaff: NOTHING, waiting: 0, ruled: NOTHING };
    const byModel = remembered(tops, basis, `${artifact} ${wanted} ${hashValue(mixture)}`, () =>
      takeTop(basis, mixture, logOdds, order, wanted),
    );
    return { all, byModel, byStaff: NOTHING, waiting: 0, ruled: NOTHING };
  }
  let [byModel, byStaff, ruled, waiting] = [NOTHING, NOTHING, NOTHING, 0];
  const changed = decisions.changedShare;
  for (const [share, cutoff] of [
    [1 - changed, decisions.cutoff],
    [changed, params.decisions.changedCutoff],
  ] as const) {
    if (share === 0) continue;
    const policy = policyOf(params, parts, cutoff);
    const worked = workOut(basis, params.population, params.scorecard, params.decisions, policy);
    const whole = take(basis, worked.selected, mixture);
    const staff = bandShare(decisions, whole, take(basis, worked.band, mixture));
    byModel = plus(byModel, only === null ? whole : take(basis, worked.selected, mixture, only), share);
    byStaff = plus(byStaff, take(basis, worked.band, mixture, only), share * staff);
    const rules = policy.rules.length === 0 ? NOTHING : take(basis, worked.ruled, mixture);
    ruled = plus(ruled, rules, share);
    waiting += share * (whole.rows - rules.rows);
  }
  return { all, byModel, byStaff, waiting, ruled };
}

/** What an ordinary hour costs: the fault-free world, by the champion of the start. */
export function normalEurPerHour(params: ScoringParams, start: ScoringParts): number {
  const { basis, mix } = tablesOf(params);
  const mixture = createMixture(basis.groups);
  const hours = params.decisions.batchHour === null ? 1 : 24;
  addRows(mixture, mix, params.population.rowsPerHour * hours, 0, 0, 0);
  const { all, byModel, byStaff } = decide(params, start, mixture);
  return costOf(params.outcomes, all, plus(byModel, byStaff), normalWaitHours(params)) / hours;
}

/** How long an item waits for its verdict on an ordinary day. */
export const normalWaitHours = ({ decisions }: ScoringParams): number =>
  decisions.queuePerHour > 0 ? decisions.queueStart / decisions.queuePerHour : 0;

/** All that today's decisions follow from, beside what people change. */
function causesOf(params: ScoringParams, { population, pipeline, decisions }: ScoringParts, hour: number): number[] {
  const { hit, stale } = servedConditions(pipeline, params.pipeline, hour, params.decisions.batchHour === null);
  const held = pipeline.stopped || pipeline.quarantined ? 1 : 0;
  return [population.shift, population.moved, population.rowsPerHour, hit, stale, held, decisions.overrideShare, decisions.changedShare];
}

/**
 * Works out who is selected now, and what that costs an hour beyond the fault-free world. Nothing is done where nothing has moved.
 * @param changed people have changed something, or another model is live
 */
export function workOutToday(params: ScoringParams, parts: ScoringParts, hour: number, normalEur: number, changed: boolean): void {
  const of = causesOf(params, parts, hour);
  if (!changed && of.length === parts.today.of.length && of.every((value, i) => value === parts.today.of[i])) return;
  const mixture = servedMixture(params, parts, hour);
  const { all, byModel, byStaff, waiting, ruled } = decide(params, parts, mixture);
  const selected = plus(byModel, byStaff);
  const hours = params.decisions.batchHour === null ? 1 : 24;
  const { model, artifact } = servingVersion(params, parts);
  const { basis } = tablesOf(params);
  const spread = scoreSpread(basis, scoredBy(basis, params.scorecard, model, artifact), mixture);
  const today: TodayState = {
    rows: all.rows,
    positives: all.positives,
    selected: selected.rows,
    selectedPositives: selected.positives,
    selectedMoved: selected.movedPositives,
    predicted: selected.predicted,
    ruled: ruled.rows,
    overridden: byStaff.rows,
    overriddenPositives: byStaff.positives,
    scoreMean: spread.mean,
    scoreSd: spread.sd,
    of,
    eurPerHour: costOf(params.outcomes, all, selected, normalWaitHours(params)) / hours - normalEur,
    wrong: (selected.rows - selected.positives - (ruled.rows - ruled.positives)) / hours,
    waiting: waiting / hours,
  };
  parts.today = today;
}

/** Share of a mixture's rows that are left over from an earlier reading. */
export const staleShare = (mixture: Mixture): number => {
  let [stale, all] = [0, 0];
  for (let g = 0; g * 6 < mixture.length; g += 1)
    for (let c = 0; c < 3; c += 1)
      for (let r = 0; r < 2; r += 1) {
        const rows = mixture[mixed(g, c, r)]!;
        all += rows;
        if (c === STALE) stale += rows;
      }
  return all > 0 ? stale / all : 0;
};
