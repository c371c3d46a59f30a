import { expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { createRun } from '../../src/run/run.ts';

it('an update says that the metric which paged cannot be read while the comparison begins anew', () => {
  const scenario = scenarioOf('bad-canary');
  const run = createRun(scenario, { seed: '5', variant: 'worse', checkpoints: false });
  while (run.pageTick === null) run.advance(run.tick + 6);
  const said = (): string => {
    expect(run.dispatch({ type: 'message', to: scenario.brief.stakeholders[0]!.id, blocks: ['users-see'] })).toMatchObject({
      accepted: true,
    });
    return run.observe().conversation.at(-1)!.text;
  };
  expect(said()).toMatch(/normal/);
  run.dispatch({ type: 'rerandomise' });
  run.advance(run.tick + 18);
  expect(said()).toMatch(/cannot be read now\.$/);
});
