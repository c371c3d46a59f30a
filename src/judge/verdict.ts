import type { Terms } from '../domain/difficulty.ts';
import { scrapeTicks, type Tick } from '../domain/time.ts';
import { policyOf, type BaselineId } from '../policy/policies.ts';
import { playPolicy } from '../policy/policy.ts';
import { termsAtEnd, termsAtStart, type RunRecord } from '../run/record.ts';
import { playRecord, type RunTrace } from '../run/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, type Variant } from '../scenario/truth.ts';
import type { ProvenPreventions } from './prevention.ts';
import type { ScoreCard } from './score-card.ts';
import { scoreAndProof, scoreRun } from './score.ts';

/** Impact in euro over an episode, summed from its start. */
export interface ImpactCurve {
  readonly ticks: readonly Tick[];
  readonly eur: readonly number[];
}

export interface Baseline {
  readonly impactEur: number;
  readonly score: number;
  readonly curve: ImpactCurve;
  readonly record: RunRecord;
}

/** What became of a run: how good its decisions were, and what it cost beside others on the same seed and variant. */
export interface Verdict {
  readonly scenario: string;
  readonly seed: string;
  readonly variant: string;
  readonly finalHash: string;
  readonly score: ScoreCard;
  readonly impactEur: number;
  readonly impactAvoided: number | null; // share of what could be avoided; null where nothing could
  readonly harmAddedEur: number; // beyond doing nothing
  readonly curve: ImpactCurve;
  readonly baselines: Readonly<Record<BaselineId, Baseline>>;
  readonly proven: ProvenPreventions | null;
  readonly cause: { readonly title: string; readonly says: string } & Variant['cause'];
}

function curveOf(scenario: Scenario, trace: RunTrace): ImpactCurve {
  const step = scrapeTicks(scenario.brief.tickSeconds);
  const ticks: Tick[] = [];
  for (let tick = 0; tick < trace.endTick; tick += step) ticks.push(tick);
  ticks.push(trace.endTick);
  return { ticks, eur: ticks.map((tick) => trace.impactAt(tick)) };
}

interface Night {
  readonly seed: string;
  readonly variant: string;
  readonly preventions: readonly string[];
  readonly terms?: Terms; // as usual where left out
}

const KEPT = 16; // nights remembered a scenario: a debrief asks for the same one after every pick
const remembered = new WeakMap<Scenario, Map<string, Record<BaselineId, Baseline>>>();

function playBaselines(scenario: Scenario, night: Night): Record<BaselineId, Baseline> {
  const play = (id: BaselineId): Baseline => {
    const trace = playPolicy(scenario, policyOf(id, scenario, night.variant), night).trace();
    return { impactEur: trace.impactEur, score: scoreRun(scenario, trace).total, curve: curveOf(scenario, trace), record: trace.record };
  };
  return { none: play('none'), random: play('random'), runbook: play('runbook'), expert: play('expert') };
}

/** Where none, random, runbook and expert land on a seed and variant, on the terms on which the run began and judged as it is. */
export function baselinesOf(scenario: Scenario, night: Night): Record<BaselineId, Baseline> {
  const nights = remembered.get(scenario) ?? new Map<string, Record<BaselineId, Baseline>>();
  remembered.set(scenario, nights);
  const key = JSON.stringify([night.seed, night.variant, night.preventions, night.terms]);
  const known = nights.get(key);
  if (known !== undefined) return known;
  const played = playBaselines(scenario, night);
  if (nights.size >= KEPT) nights.clear();
  nights.set(key, played);
  return played;
}

/**
 * Impact avoided as a share of what could be: (nothing − you) / max(nothing − expert, floor), or null where nothing could be
 * avoided; and what was added to doing nothing, in euro.
 */
export function impactAvoidedOf(
  youEur: number,
  nothingEur: number,
  expertEur: number,
  floorEur: number,
): { readonly impactAvoided: number | null; readonly harmAddedEur: number } {
  const avoidable = nothingEur - expertEur;
  return {
    impactAvoided: avoidable <= 0 ? null : (nothingEur - youEur) / Math.max(avoidable, floorEur),
    harmAddedEur: Math.max(0, youEur - nothingEur),
  };
}

/**
 * The verdict on a record: its score, what it cost, and the baselines of the same seed and variant.
 * @throws when the record belongs to another scenario
 */
export function judge(scenario: Scenario, record: RunRecord): Verdict {
  const trace = playRecord(scenario, record).trace();
  const { score, proven } = scoreAndProof(scenario, trace);
  const terms: Terms = { ...termsAtStart(record), strictness: termsAtEnd(record).strictness };
  const baselines = baselinesOf(scenario, { seed: record.seed, variant: trace.variant, preventions: record.preventions, terms });
  const variant = openTruth(scenario.sealed).variants.find((one) => one.id === trace.variant)!;
  return {
    scenario: scenario.brief.id,
    seed: record.seed,
    variant: trace.variant,
    finalHash: trace.finalHash,
    score,
    impactEur: trace.impactEur,
    ...impactAvoidedOf(trace.impactEur, baselines.none.impactEur, baselines.expert.impactEur, scenario.brief.floorEur),
    curve: curveOf(scenario, trace),
    baselines,
    proven,
    cause: { title: variant.title, says: variant.says, ...variant.cause },
  };
}
