import { describe, expect, it } from 'vitest';
import { shippedIds, scenarioOf } from '../../src/cli/library.ts';
import type { Action } from '../../src/domain/action.ts';
import { actionChoices } from '../../src/game/action-groups.ts';
import { candidates } from '../../src/judge/best/candidates.ts';
import { createRun, type Run } from '../../src/run/run.ts';

const SEED = '5';
const onCall = (id: string): Run => {
  const run = createRun(scenarioOf(id), { seed: SEED });
  while (run.pageTick === null && !run.ended) run.advance(run.tick + 10);
  return run;
};
const keys = (actions: readonly Action[]): string[] => actions.map((action) => JSON.stringify(action)).sort();

describe(`what a player may choose, seed ${SEED}`, () => {
  it.each(shippedIds())('%s: every setting that the search for the best line may try', (id) => {
    const run = onCall(id);
    const chosen = run.wholeMenu().changes.map(({ action }) => action);
    expect(keys([...chosen, { type: 'take-back' }])).toEqual(keys(candidates(run)));
  });

  it('the menu’s own suggestion comes first among the forms of its button, and each form says what it would touch', () => {
    const run = onCall('latency-spike');
    const scale = actionChoices(run.wholeMenu(), 'mitigate').find(({ type }) => type === 'scale')!;
    const suggested = run.menu().changes.find(({ action }) => action.type === 'scale')!;
    expect(scale.forms[0]).toEqual(suggested);
    expect(scale.forms.length).toBeGreaterThan(2);
    expect(new Set(scale.forms.map(({ touches }) => touches.join())).size).toBe(scale.forms.length);
  });

  it('takes a breaker off again that was forced open', () => {
    const run = onCall('latency-spike');
    run.dispatch({ type: 'set-breaker', route: 'feature-store', mode: 'forced-open' });
    run.advance(run.tick + 60);
    const off = run.wholeMenu().changes.find(({ action }) => action.type === 'set-breaker' && action.mode === 'off')!;
    expect(off).toMatchObject({ label: 'Breaker off: Feature store', refusal: null });
    expect(run.dispatch(off.action)).toMatchObject({ accepted: true });
  });
});
