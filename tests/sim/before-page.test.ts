import { expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { createRun } from '../../src/run/run.ts';
import { aScenario } from '../support/a-scenario.ts';

const scenario = aScenario();
const [cause] = scenario.brief.causes;
const { changed, enters, missed } = scenario.brief.board;
const EXPLANATIONS: readonly Action[] = [
  { type: 'hypothesis', cause: cause!.id, confidence: 90, status: 'supported', evidence: ['E1'] },
  { type: 'claim-cause', changed: changed[0]!.id, enters: enters[0]!.id, missed: missed[0]!.id, confidence: 90, evidence: ['E1'] },
  { type: 'leave-alone', evidence: ['E1'] },
];

it('nobody can explain a night in which nothing has paged yet', () => {
  const run = createRun(scenario, { seed: '5', variant: 'deploy' });
  run.advance(60);
  expect(run.dispatch({ type: 'look-changes' }).accepted).toBe(true);
  run.advance(200);
  for (const action of EXPLANATIONS) {
    const outcome = run.dispatch(action);
    expect([action.type, outcome.accepted, outcome.accepted ? '' : outcome.reason]).toEqual([action.type, false, 'nothing has paged yet']);
  }
  while (run.pageTick === null) run.advance(run.tick + 15);
  for (const action of EXPLANATIONS) expect([action.type, run.dispatch(action).accepted]).toEqual([action.type, true]);
});
