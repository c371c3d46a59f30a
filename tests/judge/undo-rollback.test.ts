import { describe, expect, it } from 'vitest';
import { openCase } from '../../src/judge/case-file.ts';
import { createRun } from '../../src/run/run.ts';
import { scenarioOf } from '../../src/cli/library.ts';

const SEED = '1';

describe(`a rollback that is taken back by putting the new version out again, seed ${SEED}`, () => {
  const groundsOf = (version: string): readonly string[] => {
    const scenario = scenarioOf('gates-green-72h');
    const run = createRun(scenario, { seed: SEED, variant: 'layout' });
    while (run.pageTick === null) run.advance(run.tick + 1);
    run.dispatch({ type: 'rollback' });
    run.advance(run.tick + 24);
    const outcome = run.dispatch({ type: 'shift-traffic', version, share: 1 });
    return openCase(scenario, run.trace()).changes.map(({ ground }) => (outcome.accepted ? ground : 'refused'));
  };

  it('is an undo', () => {
    expect(groundsOf('v18')).toEqual([expect.any(String), 'undo']);
  });

  it('is none where the traffic goes where the rollback had put it', () => {
    expect(groundsOf('v17')[1]).not.toBe('undo');
  });
});
