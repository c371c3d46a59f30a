import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [DRILL, VARIANT, SEED] = ['silent-schema', 'market', '1'];

/** The hash of a run that is all that a process does. */
function alone(policy: string): string {
  const args = ['src/cli/launch.mjs', 'run', DRILL, '--seed', SEED, '--variant', VARIANT, '--policy', policy, '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { finalHash: string }).finalHash;
}

describe('a run of a system that trains', () => {
  it('ends the same alone and after others in the same process', () => {
    const scenario = scenarioOf(DRILL);
    const play = (policy: string, variant: string, seed = SEED, preventions: readonly string[] = []): string =>
      playPolicy(scenario, policyOf(policy, scenario, variant), { seed, variant, preventions }).finalHash();
    // Others first, in an order that no command has: what they work out must not stand in for what this one would.
    for (const prevention of scenario.brief.preventions) play('none', VARIANT, SEED, [prevention.id]);
    for (const policy of ['rollback-always', 'expert', 'retrain-always', 'runbook']) {
      play(policy, VARIANT);
      play(policy, 'units', '2');
    }
    expect(play('none', VARIANT)).toBe(alone('none'));
  }, 60_000);
});
