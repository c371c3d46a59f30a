import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { SweepJob } from '../../src/cli/jobs.ts';
import { keptIds } from '../../src/cli/best-lists.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { runJobs } from '../../src/cli/pool.ts';
import {
  BASELINE_COMMAND,
  BASELINE_FILE,
  BASELINE_SEEDS,
  baselineFileOf,
  baselineText,
  keptOutcome,
  type BaselineFile,
} from '../../src/cli/sweep-baselines.ts';
import { readyPlan } from '../../src/cli/sweep-play.ts';
import { baselineTableSchema, meanScores } from '../../src/game/baseline-table.ts';
import { openStream } from '../../src/kernel/streams.ts';
import { BASELINES } from '../../src/policy/policies.ts';
import type { Outcome } from '../../src/prove/outcome.ts';
import { ENGINE } from '../../src/run/engine.ts';

const text = readFileSync(fileURLToPath(new URL(`../../${BASELINE_FILE}`, import.meta.url)), 'utf8');
const file = JSON.parse(text) as BaselineFile;
const plan = readyPlan(keptIds(), BASELINES, BASELINE_SEEDS);
const renew = `to renew ${BASELINE_FILE}: ${BASELINE_COMMAND}`;

/** Every episode that the file holds, seeds in order. */
const held: readonly Outcome[] = file.rows.flatMap(({ scenario, variant, policy, score, impactEur, impactAvoided, identified }) =>
  score.map((points, i): Outcome => ({
    scenario,
    variant,
    policy,
    seed: String(i + 1),
    score: points,
    impactEur: impactEur[i]!,
    impactAvoided: impactAvoided[i]!,
    identified: identified[i] === 1,
  })),
);

describe(BASELINE_FILE, () => {
  it('is of this engine and of the scenarios whose proof is kept, as they are', () => {
    expect(file.engine, renew).toBe(ENGINE);
    expect(file.contentHashes, renew).toEqual(Object.fromEntries(plan.scenarios.map(({ id, contentHash }) => [id, contentHash])));
  });

  it('holds every variant, policy and seed, and figures that follow from its own episodes', () => {
    const variants = plan.scenarios.reduce((sum, scenario) => sum + scenario.variants.length, 0);
    expect(held, renew).toHaveLength(variants * BASELINES.length * BASELINE_SEEDS);
    expect(baselineText(baselineFileOf(plan, held)), renew).toBe(text);
  });

  const drawSeed = process.env.BASELINE_DRAW ?? new Date().toISOString().slice(0, 10);

  it(`says what episodes come to: one in a hundred, drawn by ${drawSeed} (BASELINE_DRAW=… draws others)`, async () => {
    const { next } = openStream(drawSeed, 'test', 'baselines');
    const drawn = new Set<Outcome>();
    while (drawn.size < Math.ceil(held.length / 100)) drawn.add(held[Math.floor(next() * held.length)]!);
    console.log(`${BASELINE_FILE}: ${drawn.size} of ${held.length} episodes played again, drawn by ${drawSeed}`);
    const jobs = [...drawn].map(({ scenario, variant, policy, seed }): SweepJob => ({
      kind: 'sweep',
      scenario,
      contentHash: file.contentHashes[scenario]!,
      policies: [policy],
      nights: [{ seed, variant }],
    }));
    const played = (await runJobs(jobs, 2)).flat();
    for (const [i, outcome] of [...drawn].entries()) {
      const { scenario, variant, policy, seed } = outcome;
      expect(keptOutcome(played[i]!), `${scenario}, ${variant}, ${policy}, seed ${seed}; ${renew}`).toEqual(outcome);
    }
  }, 120_000);
});

describe('the table of baselines on the page', () => {
  const table = baselineTableSchema.parse(file);
  const scenario = scenarioOf('latency-spike');

  it('gives the mean scores of a variant', () => {
    const means = meanScores(table, scenario, 'traffic');
    expect(means.map(({ policy }) => policy)).toEqual([...BASELINES]);
    const row = file.rows.find((one) => one.variant === 'traffic' && one.policy === 'runbook');
    expect(means.find(({ policy }) => policy === 'runbook')).toEqual({ policy: 'runbook', seeds: 20, scoreMean: row?.scoreMean });
  });

  it('says nothing of another engine, another text of the scenario, or a variant it does not know', () => {
    expect(meanScores({ ...table, engine: '9.9.9' }, scenario, 'traffic')).toEqual([]);
    expect(meanScores(table, { ...scenario, contentHash: 'beef' }, 'traffic')).toEqual([]);
    expect(meanScores(table, scenario, 'weather')).toEqual([]);
  });
});
