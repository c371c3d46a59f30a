import { describe, expect, it } from 'vitest';
import { momentsOf } from '../../src/game/debrief-moments.ts';
import { createRun } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';

function played() {
  const scenario = shipped('latency-spike');
  const run = createRun(scenario, { seed: '6', variant: 'upstream' });
  while (run.pageTick === null) run.advance(run.tick + 15);
  run.dispatch({ type: 'acknowledge' });
  run.dispatch({ type: 'look-dashboard', dashboard: 'upstream' });
  run.advance(run.busyUntil());
  run.dispatch({ type: 'verify', metric: scenario.brief.pager.metric });
  run.advance(run.tick + 400);
  return { run, moments: momentsOf(scenario.brief, run.trace()) };
}

describe('a moment of a debrief', () => {
  it('calls a dashboard as its tab did', () => {
    const { run, moments } = played();
    const title = run.observe().evidence[0]!.title;
    expect(title).toBe('merchant-risk calls');
    expect(moments.find(({ kind }) => kind === 'look')?.title).toBe(`Opened the ${title} dashboard`);
  });

  it('that checked and found no recovery is told from one that found it', () => {
    const { run, moments } = played();
    expect(run.trace().verified.map(({ recovered }) => recovered)).toEqual([false]);
    expect(moments.filter(({ kind }) => kind === 'verify' || kind === 'not-recovered').map(({ kind, title }) => [kind, title])).toEqual([
      ['not-recovered', 'Watched: not recovered yet'],
    ]);
  });
});
