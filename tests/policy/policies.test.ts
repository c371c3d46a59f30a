import { describe, expect, it } from 'vitest';
import { POLICY_IDS, policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { playRecord } from '../../src/run/run.ts';
import { SPIKE_DRILL, VARIANTS } from '../judge/scripted.ts';

describe('programs that play', () => {
  it.each(POLICY_IDS)('%s plays the same seed the same way, and its record replays to the same hash', (id) => {
    const play = () => playPolicy(SPIKE_DRILL, policyOf(id, SPIKE_DRILL, 'traffic'), { seed: '5', variant: 'traffic' });
    const first = play();
    const record = first.record();
    expect(play().record()).toEqual(record);
    expect(playRecord(SPIKE_DRILL, record).finalHash()).toBe(first.finalHash());
  });

  it('random differs by seed', () => {
    const log = (seed: string) =>
      playPolicy(SPIKE_DRILL, policyOf('random', SPIKE_DRILL, 'deploy'), { seed, variant: 'deploy' }).record().log;
    expect(log('1')).not.toEqual(log('2'));
  });

  it('runbook takes the same steps up to its first change in every variant, for it knows no causes', () => {
    const looks = VARIANTS.map((variant) =>
      playPolicy(SPIKE_DRILL, policyOf('runbook', SPIKE_DRILL, variant), { seed: '3', variant })
        .record()
        .log.slice(0, 5)
        .map((entry) => entry.action),
    );
    for (const one of looks) expect(one).toEqual(looks[0]);
  });

  it('expert acts only on evidence: before each change it has looked', () => {
    for (const variant of VARIANTS) {
      const { entries, evidence } = playPolicy(SPIKE_DRILL, policyOf('expert', SPIKE_DRILL, variant), { seed: '2', variant }).trace();
      const first = entries.find((entry) =>
        ['rollback', 'serve-cached', 'scale', 'set-breaker', 'shift-traffic', 'raise-max-replicas'].includes(entry.action.type),
      );
      expect(evidence.some((one) => one.tick <= first!.tick)).toBe(true);
    }
  });

  it('a policy or variant that there is not is refused in one sentence', () => {
    expect(() => policyOf('hero', SPIKE_DRILL, 'deploy')).toThrow(/expected a policy, one of none, random, .*, expert; got "hero"$/);
    expect(() => policyOf('expert', SPIKE_DRILL, 'weather')).toThrow(/expected a variant of "latency-spike", got "weather"/);
  });

  it('a policy that never lets time pass is stopped', () => {
    const stuck = { id: 'stuck', begin: () => () => ({ act: { type: 'verify', metric: 'no.such' } as const }) };
    expect(() => playPolicy(SPIKE_DRILL, stuck, { seed: '1' })).toThrow(/to let time pass/);
  });
});
