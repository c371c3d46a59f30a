import { beforeAll, describe, expect, it } from 'vitest';
import { scoreRun } from '../../src/judge/score.ts';
import { BASELINES, policyOf, type BaselineId } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { SPIKE_DRILL, VARIANTS } from './scripted.ts';

/** Seeds a variant: as many as the bars ask for; of programs that are only compared, fewer unless asked for. */
const SEEDS: Readonly<Record<BaselineId, number>> = {
  none: 20,
  expert: 20,
  runbook: Number(process.env['TABLE_SEEDS'] ?? 5),
  random: Number(process.env['TABLE_SEEDS'] ?? 5),
};

interface Row {
  readonly variant: string;
  readonly policy: BaselineId;
  readonly scores: readonly number[];
  readonly impacts: readonly number[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const rows: Row[] = VARIANTS.flatMap((variant) =>
  BASELINES.map((policy): Row => {
    const played = Array.from({ length: SEEDS[policy] }, (_, index) => {
      const trace = playPolicy(SPIKE_DRILL, policyOf(policy, SPIKE_DRILL, variant), { seed: String(index + 1), variant }).trace();
      return { score: scoreRun(SPIKE_DRILL, trace).total, impact: trace.impactEur };
    });
    return { variant, policy, scores: played.map((one) => one.score), impacts: played.map((one) => one.impact) };
  }),
);

const table = rows.map(
  ({ variant, policy, scores, impacts }) =>
    `${variant.padEnd(14)} ${policy.padEnd(8)} ${String(scores.length).padStart(3)} seeds  score ${mean(scores).toFixed(1).padStart(5)} (${Math.min(
      ...scores,
    )
      .toFixed(1)
      .padStart(5)} to ${Math.max(...scores)
      .toFixed(1)
      .padStart(5)})  €${mean(impacts).toFixed(0).padStart(6)}`,
);
const of = (policy: BaselineId): Row[] => rows.filter((row) => row.policy === policy);

describe('what programs score on the latency spike', () => {
  beforeAll(() => {
    console.log(table.join('\n'));
  });

  it('expert: at least 90 on every variant and seed', () => {
    for (const row of of('expert')) expect(Math.min(...row.scores), row.variant).toBeGreaterThanOrEqual(90);
  });

  it('none: at most 15 on every variant and seed', () => {
    for (const row of of('none')) expect(Math.max(...row.scores), row.variant).toBeLessThanOrEqual(15);
  });

  it('runbook: between 45 and 80 on every variant', () => {
    for (const row of of('runbook')) {
      expect(mean(row.scores), row.variant).toBeGreaterThanOrEqual(45);
      expect(mean(row.scores), row.variant).toBeLessThanOrEqual(80);
    }
  });

  it('random: at most 30 on the mean', () => {
    expect(mean(of('random').flatMap((row) => row.scores))).toBeLessThanOrEqual(30);
  });

  it('doing nothing costs at least the floor more than the expert', () => {
    for (const variant of VARIANTS) {
      const impact = (policy: BaselineId): number => mean(rows.find((row) => row.variant === variant && row.policy === policy)!.impacts);
      expect(impact('none') - impact('expert'), variant).toBeGreaterThanOrEqual(SPIKE_DRILL.brief.floorEur);
    }
  });
});
