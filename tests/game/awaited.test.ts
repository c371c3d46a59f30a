import { describe, expect, it } from 'vitest';
import { nextAwaited } from '../../src/game/awaited.ts';
import { createRun, type Run } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';

const { tickSeconds } = shipped('latency-spike').brief;

function paged(): Run {
  const run = createRun(shipped('latency-spike'), { seed: '5' });
  while (run.pageTick === null) run.advance(run.tick + 1);
  return run;
}

const awaited = (run: Run): number | null => nextAwaited(run.observe(), tickSeconds);
const started = (run: Run, action: Parameters<Run['dispatch']>[0]): number => {
  const outcome = run.dispatch(action);
  if (!outcome.accepted) throw new Error(outcome.reason);
  return outcome.effectTick;
};

describe('what is under way', () => {
  it('is nothing until the player sets something off', () => {
    expect(awaited(paged())).toBeNull();
  });

  it('is a change, once a scrape has had a minute to show it', () => {
    const run = paged();
    expect(awaited(run)).toBeNull();
    const effect = started(run, { type: 'rollback' });
    expect(awaited(run)).toBe(effect + 60);
    run.advance(effect + 1);
    expect(awaited(run)).toBeNull();
  });

  it('is a colleague on the way, then the last look they were asked for; the nearest of several', () => {
    const run = paged();
    const there = started(run, { type: 'escalate', to: 'platform-engineer' });
    expect(awaited(run)).toBe(there);
    const effect = started(run, { type: 'scale', replicas: 16 });
    expect(awaited(run)).toBe(Math.min(there, effect + 60));
    run.advance(there);
    expect(awaited(run)).toBeNull();
    started(run, { type: 'ask-colleague', who: 'platform-engineer', look: { type: 'look-changes' } });
    const back = started(run, { type: 'ask-colleague', who: 'platform-engineer', look: { type: 'look-trace', pick: 'slow' } });
    expect(awaited(run)).toBe(back);
  });
});
