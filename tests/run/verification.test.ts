import { describe, expect, it } from 'vitest';
import { createRun } from '../../src/run/run.ts';
import { answerTo } from '../../src/run/verification.ts';
import { aScenario } from '../support/a-scenario.ts';

describe('the answer to watching a metric again as the first answer comes', () => {
  const metric = 'gateway.latency_p95_ms';
  const run = createRun(aScenario(), { seed: '7', variant: 'traffic' });
  run.advance(1000);
  const first = run.dispatch({ type: 'verify', metric });
  const tick = first.accepted ? first.effectTick : NaN;
  run.advance(tick);
  run.dispatch({ type: 'verify', metric });
  const trace = run.trace();

  it('is the second', () => {
    const answers = trace.entries.map((entry) => answerTo(trace, entry)?.tick);
    expect(answers[0]).toBe(tick);
    expect(answers[1]).toBeGreaterThan(tick);
  });
});

describe('the answer to watching a metric', () => {
  const run = createRun(aScenario(), { seed: '7', variant: 'traffic' });
  run.advance(900);
  run.dispatch({ type: 'look-dashboard', dashboard: 'business' });
  run.advance(1000);
  run.dispatch({ type: 'verify', metric: 'gateway.latency_p95_ms' });
  run.advance(1200);
  run.dispatch({ type: 'verify', metric: 'business.unscored_share' });
  run.advance(1400);
  run.dispatch({ type: 'acknowledge' });
  run.advance(run.scenario.brief.ticks - 1);
  run.dispatch({ type: 'verify', metric: 'gateway.latency_p95_ms' });
  run.advance(run.scenario.brief.ticks);
  const trace = run.trace();
  const answers = trace.entries.map((entry) => answerTo(trace, entry));

  it('is the one that comes after it, on the metric that was named', () => {
    expect(answers.slice(1, 3).map((answer) => answer?.metric)).toEqual(['gateway.latency_p95_ms', 'business.unscored_share']);
  });

  it('is none where nothing was watched, or where the drill ended before', () => {
    expect([answers[0], ...answers.slice(3)]).toEqual([null, null, null]);
  });
});
