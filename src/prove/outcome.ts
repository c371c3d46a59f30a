import { nightCost } from '../judge/night-cost.ts';
import { impactAvoidedOf } from '../judge/verdict.ts';
import { scoreRun } from '../judge/score.ts';
import { policyOf } from '../policy/policies.ts';
import { playPolicy, playTogether } from '../policy/policy.ts';
import type { RunTrace } from '../run/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';

/** One episode of a sweep: who played what, and what came of it. */
export interface Outcome {
  readonly scenario: string;
  readonly variant: string;
  readonly policy: string;
  readonly seed: string;
  readonly score: number; // response score, 0..100
  readonly impactEur: number;
  readonly impactAvoided: number | null; // share of what could be; null where nothing could
  readonly identified: boolean; // the last claim named all three of the cause's answers
}

export interface Night {
  readonly seed: string;
  readonly variant: string;
}

/** Whether the last cause claim of a run was right in all three answers. */
export function isIdentified(scenario: Scenario, trace: RunTrace): boolean {
  const cause = openTruth(scenario.sealed).variants.find((one) => one.id === trace.variant)?.cause;
  const claim = trace.entries.findLast((entry) => entry.action.type === 'claim-cause' && entry.outcome.accepted)?.action;
  return (
    claim?.type === 'claim-cause' && claim.changed === cause?.changed && claim.enters === cause.enters && claim.missed === cause.missed
  );
}

function outcomeFrom(scenario: Scenario, policy: string, night: Night, trace: RunTrace, nothingEur: number, expertEur: number): Outcome {
  return {
    scenario: scenario.brief.id,
    variant: night.variant,
    policy,
    seed: night.seed,
    score: scoreRun(scenario, trace).total,
    impactEur: trace.impactEur,
    impactAvoided: impactAvoidedOf(trace.impactEur, nothingEur, expertEur, scenario.brief.floorEur).impactAvoided,
    identified: isIdentified(scenario, trace),
  };
}

/** Plays and judges one episode. @throws for a policy or variant that there is not */
export function outcomeOf(scenario: Scenario, policy: string, night: Night): Outcome {
  const trace = playPolicy(scenario, policyOf(policy, scenario, night.variant), night).trace();
  return outcomeFrom(scenario, policy, night, trace, nightCost(scenario, 'none', night), nightCost(scenario, 'expert', night));
}

/** As outcomeOf for each of these policies, in their order, at less than the cost of each by itself. */
export function outcomesOf(scenario: Scenario, policies: readonly string[], night: Night): readonly Outcome[] {
  const ids = [...new Set(['none', 'expert', ...policies])];
  const runs = playTogether(
    scenario,
    ids.map((id) => policyOf(id, scenario, night.variant)),
    night,
  );
  const traces = new Map(ids.map((id, i) => [id, runs[i]!.trace()]));
  const [nothing, expert] = [traces.get('none')!.impactEur, traces.get('expert')!.impactEur];
  return policies.map((policy) => outcomeFrom(scenario, policy, night, traces.get(policy)!, nothing, expert));
}
