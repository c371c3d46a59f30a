import { describe, expect, it } from 'vitest';
import type { PartId } from '../../src/judge/score-card.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { QUIET } from './quiet.ts';
import { look, scripted, type Act } from './scripted.ts';

const trace = (acts: readonly Act[]) => playPolicy(QUIET, scripted(acts), { seed: '1', variant: 'upstream' }).trace();
const got = (acts: readonly Act[], id: PartId): number => scoreRun(QUIET, trace(acts)).parts.find((part) => part.id === id)!.got;
const seen: Act[] = [[10, look('upstream')]];
const alone = (evidence: string[]): Act => [90, { type: 'leave-alone', evidence }];

describe('where leaving it alone is right', () => {
  it('mitigation is earned by saying so with the evidence that excludes the rest', () => {
    expect(got([...seen, alone(['E1'])], 'mitigation')).toBe(17);
    expect(got([...seen, alone([])], 'mitigation')).toBe(0);
    expect(got([alone([])], 'mitigation')).toBe(0);
    expect(got([], 'mitigation')).toBe(0);
  });

  it('so are the points of evidence before change', () => {
    expect(got([...seen, alone(['E1'])], 'evidence')).toBe(20);
    expect(got([...seen], 'evidence')).toBe(8);
  });

  it('a change all the same costs in both parts', () => {
    const meddled: Act[] = [...seen, alone(['E1']), [100, { type: 'scale', replicas: 16 }]];
    expect(got(meddled, 'mitigation')).toBeLessThan(17);
    expect(got(meddled, 'evidence')).toBeLessThan(20);
  });

  it('the fix is what keeps the alarm from coming back, proved by the re-run', () => {
    const picked = (item: string): Act[] => [
      ...seen,
      alone(['E1']),
      [900, { type: 'resolve' }],
      [901, { type: 'pick-preventions', items: [item] }],
    ];
    expect(got(picked('circuit-breaker'), 'fix')).toBe(10);
    expect(got(picked('circuit-breaker'), 'prevention')).toBe(10);
    expect(got(picked('canary-latency-gate'), 'fix')).toBe(0);
    expect(got([], 'fix')).toBe(0);
  });

  it('the expert says so, changes nothing, and is still far above the rest', () => {
    const expert = playPolicy(QUIET, policyOf('expert', QUIET, 'upstream'), { seed: '1', variant: 'upstream' }).trace();
    expect(expert.entries.some((entry) => entry.action.type === 'leave-alone' && entry.outcome.accepted)).toBe(true);
    expect(expert.changes.filter((change) => change.kind === 'player')).toEqual([]);
    expect(scoreRun(QUIET, expert).total).toBeGreaterThanOrEqual(80);
  });
});
