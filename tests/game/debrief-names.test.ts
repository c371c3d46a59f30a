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
    expect(moments.find(({ kind }) => kind === 'look')?.title).toBe(`Opened the “${title}” dashboard`);
  });

  it('calls splits and samples as their tabs did: by no id, and in no small letters', () => {
    const scenario = shipped('slow-fade');
    const run = createRun(scenario, { seed: '8', untimed: true });
    while (run.pageTick === null) run.advance(run.tick + 1);
    const looks = run.menu().looks.filter(({ look }) => ['look-segments', 'look-sample', 'look-dashboard'].includes(look.type));
    expect(new Set(looks.map(({ look }) => look.type)).size).toBe(3);
    for (const { look } of looks) {
      expect(run.dispatch(look).accepted).toBe(true);
      run.advance(run.busyUntil());
    }
    const told = momentsOf(scenario.brief, run.trace()).flatMap(({ kind, title }) => (kind === 'look' ? [title] : []));
    expect(told.length).toBe(looks.length);
    run.observe().evidence.forEach(({ title }, i) => expect(told[i]).toContain(`“${title}”`));
  });

  it('that checked and found no recovery is told from one that found it', () => {
    const { run, moments } = played();
    expect(run.trace().verified.map(({ recovered }) => recovered)).toEqual([false]);
    expect(moments.filter(({ kind }) => kind === 'verify' || kind === 'not-recovered').map(({ kind, title }) => [kind, title])).toEqual([
      ['not-recovered', 'Watched: not recovered yet'],
    ]);
  });
});
