import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SEED = '1';

/** The hash of a run that is all that a process does. */
function alone(scenario: string, variant: string, policy: string): string {
  const args = ['src/cli/launch.mjs', 'run', scenario, '--seed', SEED, '--variant', variant, '--policy', policy, '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { finalHash: string }).finalHash;
}

describe('a run ends the same alone and after others in the same process', () => {
  it.each([
    ['silent-schema', 'market', ['units', 'keys']],
    ['slow-fade', 'economy', ['channel', 'overrides']],
    ['prediction-drift-alarm', 'technique', ['filled', 'config']],
  ] as const)(
    '%s, %s',
    (id, variant, siblings) => {
      const scenario = scenarioOf(id);
      const play = (policy: string, of: string, seed = SEED, preventions: readonly string[] = []) =>
        playPolicy(scenario, policyOf(policy, scenario, of), { seed, variant: of, preventions });
      // Others first, in an order that no command has: what they work out must not stand in for what this one would.
      for (const prevention of scenario.brief.preventions) play('none', variant, SEED, [prevention.id]).finalHash();
      for (const policy of ['rollback-always', 'expert', 'retrain-always', 'runbook', 'random']) {
        play(policy, variant).finalHash();
        play(policy, variant, '2').finalHash();
        for (const sibling of siblings) play(policy, sibling).finalHash();
      }
      for (const policy of ['none', 'runbook'])
        expect(play(policy, variant).finalHash(), `${policy}, seed ${SEED}`).toBe(alone(id, variant, policy));
    },
    60_000,
  );
});
