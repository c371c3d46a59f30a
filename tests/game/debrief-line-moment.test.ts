import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { runFacts, verdictFacts } from '../../src/game/debrief-analysis.ts';
import { scoreByMoment } from '../../src/game/debrief-marks.ts';
import { judge } from '../../src/judge/verdict.ts';
import { createRun } from '../../src/run/run.ts';
import { playbookOf, playbookSchema } from '../../src/scenario/playbook.ts';
import { parse } from 'yaml';
import { PLAYBOOK, shipped } from '../scenario/shipped.ts';

const SCENARIO = shipped('latency-spike');
const BOOK = playbookOf(playbookSchema.parse(parse(PLAYBOOK.text)));

/** A night without a clock on seed 31: every decision after the looks is made in one and the same tick. */
function judged(): ReadonlyMap<string, readonly string[]> {
  const run = createRun(SCENARIO, { seed: '31', untimed: true });
  while (run.pageTick === null) run.advance(run.tick + 1);
  const looks: readonly Action[] = [
    { type: 'look-dashboard', dashboard: 'business' },
    { type: 'look-dashboard', dashboard: 'service' },
    { type: 'look-changes' },
    { type: 'look-dashboard', dashboard: 'saturation' },
  ];
  const decisions: readonly Action[] = [
    { type: 'message', to: 'checkout-lead', blocks: ['users-see', 'impact', 'next-step', 'next-update'] },
    { type: 'set-breaker', route: 'merchant-risk', mode: 'forced-open' },
    { type: 'hypothesis', cause: 'hot-partition', confidence: 5, status: 'open', evidence: [] },
    { type: 'hypothesis', cause: 'hot-partition', confidence: 5, status: 'excluded', evidence: ['E4'] },
    {
      type: 'claim-cause',
      changed: 'more-payments',
      enters: SCENARIO.brief.board.enters[0]!.id,
      missed: SCENARIO.brief.board.missed[0]!.id,
      confidence: 80,
      evidence: ['E4'],
    },
    { type: 'raise-max-replicas', max: 12, expect: 'lower' },
  ];
  const dispatch = (action: Action): void => {
    const outcome = run.dispatch(action);
    if (!outcome.accepted) throw new Error(outcome.reason);
  };
  dispatch({ type: 'acknowledge' });
  for (const look of looks) {
    dispatch(look);
    run.advance(run.busyUntil());
  }
  for (const decision of decisions) dispatch(decision);
  run.advance(run.tick + 600);
  dispatch({ type: 'resolve' });
  const trace = run.trace();
  const { moments } = runFacts(SCENARIO, trace, '');
  const verdict = verdictFacts(SCENARIO, trace, judge(SCENARIO, run.record()), BOOK, null);
  const of = scoreByMoment(verdict.parts);
  return new Map(moments.map(({ id, title }) => [title, (of.get(id)?.lines ?? []).map(({ part, line }) => `${part}: ${line.text}`)]));
}

describe('the points of a moment', () => {
  const of = judged();
  const linesOf = (title: string): string => (of.get(title) ?? [`no moment "${title}"`]).join(' | ');

  it('are its own where much was decided in one tick', () => {
    expect(linesOf('Acknowledged the page')).toMatch(/^[^|]*Page acknowledged[^|]*$/);
    expect(linesOf('Opened the “Business” dashboard')).toMatch(/^[^|]*Impact read[^|]*$/);
    expect(linesOf('Update to the checkout lead')).toMatch(/^[^|]*First full update[^|]*$/);
    expect(linesOf('Opened the “Saturation” dashboard')).toMatch(/^[^|]*3 of 3 other causes excluded before the first change[^|]*$/);
    expect(linesOf('Resolved the incident').split(' | ').length).toBe(2);
  });

  it('are told apart among changes of one tick, those that name none with those before', () => {
    const limit = linesOf("Raised the autoscaler's limit to 12");
    for (const said of [
      'supported by what was seen',
      'right for this cause',
      'Asked for 4 min after the page',
      'removes the cause',
      'hold to the end',
    ])
      expect(limit).toContain(said);
    const breaker = linesOf('Opened the breaker on merchant-risk');
    expect(breaker).toContain('against what was known');
    expect(breaker).toContain('not singled out');
    expect(breaker).not.toContain('Asked for');
  });

  it('are told apart between the board and the claim', () => {
    const claim = linesOf('Named the cause').split(' | ');
    expect(claim.filter((line) => line.includes('claimed at')).length).toBe(4); // of the slots, and of what was never the cause
    expect(claim.some((line) => line.includes('The evidence named excludes'))).toBe(true);
    expect(linesOf('Considered: One partition of the feature store cannot keep up')).toBe('');
    expect(linesOf('Excluded: One partition of the feature store cannot keep up')).toMatch(/^[^|]*1 other explanation excluded[^|]*$/);
  });
});
