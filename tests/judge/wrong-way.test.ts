import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { createRun } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';

/** What the score says of stopping the harm, in a shift that made some changes right after the page. */
function mitigationOf(variant: string, actions: readonly Action[]): string {
  const scenario = shipped('gates-green-72h');
  const run = createRun(scenario, { seed: '44', variant });
  while (run.observe().pageTick === null) run.advance(run.tick + 1);
  for (const action of [{ type: 'acknowledge' } as const, ...actions])
    expect(run.dispatch(action), JSON.stringify(action)).toMatchObject({ accepted: true });
  run.advance(run.tick + 600);
  run.dispatch({ type: 'resolve' });
  const part = scoreRun(scenario, run.trace()).parts.find(({ id }) => id === 'mitigation')!;
  return part.lines.map(({ text }) => text).join(' ');
}

const unasked: Action = { type: 'pause-experiment', experiment: 'shipping-test', ask: false };

describe('a change of the right kind, made in a harmful way', () => {
  it('is said to be just that, with the reason', () => {
    const says = mitigationOf('shipping', [unasked]);
    expect(says).toMatch(/Stopped shipping-test .*the right kind of change for this cause, but not in this way\. \S/);
    expect(says).toContain('That it worked earns nothing where it is made in that way.');
    expect(says).not.toContain('luck');
  });

  it('is not said of one that another cause calls for, nor of one that was taken back in time', () => {
    for (const says of [mitigationOf('tail', [unasked]), mitigationOf('shipping', [unasked, { type: 'take-back' }])])
      expect(says).toMatch(/No mitigation for this cause was made on evidence.*luck/);
  });
});
