import { describe, expect, it } from 'vitest';
import { POLICY_IDS, policyOf } from '../../src/policy/policies.ts';
import { playPolicy, playTogether, type Policy } from '../../src/policy/policy.ts';
import { SPIKE_DRILL } from '../judge/scripted.ts';

const night = { seed: '2', variant: 'feature-store' } as const;
const kept = (run: ReturnType<typeof playPolicy>) => ({ log: run.record().log, hash: run.finalHash(), tick: run.tick });

/** Watches to the last tick, and only then picks something: by then somebody else keeps the world that both watched. */
const late: Policy = {
  id: 'late',
  begin:
    ({ brief }) =>
    ({ observation }) =>
      observation.over && observation.tick === brief.ticks ? { act: { type: 'pick-preventions', items: [] } } : { wait: brief.ticks },
};

describe('policies that play one night together', () => {
  it('each play it as by themselves', () => {
    const policies = POLICY_IDS.map((id) => policyOf(id, SPIKE_DRILL, night.variant));
    const together = playTogether(SPIKE_DRILL, policies, night);
    expect(together).toHaveLength(policies.length);
    for (const [i, policy] of policies.entries())
      expect(kept(together[i]!), policy.id).toEqual(kept(playPolicy(SPIKE_DRILL, policy, night)));
  });

  it('do not write in the run of one who watched to the end', () => {
    const none = policyOf('none', SPIKE_DRILL, night.variant);
    let picks = 0;
    const once: Policy = {
      id: 'late',
      begin: (context) => {
        const decide = late.begin(context);
        return (view) => (picks++ < 2 ? decide(view) : { wait: 1 });
      },
    };
    const [watched, picked] = playTogether(SPIKE_DRILL, [none, once], night);
    expect(watched!.record().log).toEqual([]);
    expect(picked!.record().log.map((entry) => entry.action.type)).toEqual(['pick-preventions']);
  });

  it('are stopped when one of them lets no time pass', () => {
    const stuck: Policy = { id: 'stuck', begin: () => () => ({ act: { type: 'verify', metric: 'no.such' } }) };
    expect(() => playTogether(SPIKE_DRILL, [policyOf('none', SPIKE_DRILL, 'deploy'), stuck], night)).toThrow(
      /the policy "stuck" to let time pass/,
    );
  });
});
