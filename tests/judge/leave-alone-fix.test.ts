import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { playRecord } from '../../src/run/run.ts';

const SEED = '3';

describe(`a drill in which the model is to be left alone and something else to be fixed, seed ${SEED}`, () => {
  const scenario = scenarioOf('slow-fade');
  const whole = playPolicy(scenario, policyOf('expert', scenario, 'overrides'), { seed: SEED, variant: 'overrides' });
  const fixOf = (run: typeof whole): number => scoreRun(scenario, run.trace()).parts.find(({ id }) => id === 'fix')!.got;

  it('asks for the fix: leaving alone by itself earns none of its points', () => {
    expect(fixOf(whole)).toBeGreaterThan(7);
    const record = whole.record();
    const log = record.log.filter(({ action }) => action.type !== 'cap-overrides');
    expect(log).toHaveLength(record.log.length - 1);
    expect(fixOf(playRecord(scenario, { ...record, log }))).toBe(0);
  });
});
