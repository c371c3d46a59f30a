import { playPolicy } from '../../src/policy/policy.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { scoreRun } from '../../src/judge/score.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { openTruth } from '../../src/scenario/truth.ts';

/** How one run ended, in figures that any machine must come to. */
export interface GoldenRow {
  readonly seed: string;
  readonly variant: string;
  readonly policy: string;
  readonly finalHash: string;
  readonly impactEur: number; // whole euro
  readonly score: number; // one decimal
}

const SEEDS = ['1'];
const POLICIES = ['none', 'random', 'runbook', 'expert'];

/** A few runs of a scenario, played now. */
export function goldenRows(scenario: Scenario): GoldenRow[] {
  return openTruth(scenario.sealed).variants.flatMap(({ id: variant }) =>
    SEEDS.flatMap((seed) =>
      POLICIES.map((policy): GoldenRow => {
        const trace = playPolicy(scenario, policyOf(policy, scenario, variant), { seed, variant }).trace();
        const score = Math.round(scoreRun(scenario, trace).total * 10) / 10;
        return { seed, variant, policy, finalHash: trace.finalHash, impactEur: Math.round(trace.impactEur), score };
      }),
    ),
  );
}

/** As the file holds them: a row a line, so that a change of one is seen as one. */
export const goldenText = (rows: readonly GoldenRow[]): string => `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`;
