import { describe, expect, it } from 'vitest';
import { formatValue } from '../../src/domain/metric.ts';
import { runFacts } from '../../src/game/debrief-analysis.ts';
import { storyRoom } from '../../src/game/story-analysis.ts';
import { createRun } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';

/** A drill some minutes after its page, with the alert rules and a dashboard read. */
function looked(drill: string, seed: string, dashboard: 'saturation' | 'business' | 'model') {
  const scenario = shipped(drill);
  const run = createRun(scenario, { seed, untimed: true });
  while (run.pageTick === null) run.advance(run.tick + 1);
  const looks = [{ type: 'look-alerts' } as const, { type: 'look-dashboard', dashboard } as const];
  for (const look of looks) {
    const outcome = run.dispatch(look);
    if (!outcome.accepted) throw new Error(outcome.reason);
    run.advance(run.busyUntil());
  }
  return { scenario, run, seen: run.observe() };
}

describe('what is yes or no is told in words', () => {
  it('as a figure anywhere', () => {
    expect([formatValue(1, 'yesNo'), formatValue(0, 'yesNo'), formatValue(NaN, 'yesNo')]).toEqual(['yes', 'no', 'no data']);
    expect([formatValue(-8.6, 'spreads'), formatValue(1, 'spreads')]).toEqual(['−8.6 spreads', '1 spread']);
  });

  it('an alert in the debrief and in the story: that it fired', () => {
    const { scenario, run } = looked('latency-spike', '31', 'saturation');
    const trace = run.trace();
    const findings = runFacts(scenario, trace, '').evidence.flatMap((note) => note.findings);
    const facts = storyRoom(scenario, trace, null).facts.map(({ text }) => text);
    const { text } = run.observe().page!;
    expect(findings).toContain(`${text}: fired`);
    expect(findings.filter((finding) => / [01]$/.test(finding) && finding.startsWith(text))).toEqual([]);
    expect(facts.some((fact) => fact.endsWith(': fired'))).toBe(true);
    expect(facts.filter((fact) => fact.startsWith('Alerts') && / [01]$/.test(fact))).toEqual([]);
  });

  it('the autoscaler at its maximum', () => {
    const { scenario, run } = looked('latency-spike', '31', 'saturation');
    const findings = runFacts(scenario, run.trace(), '').evidence.flatMap((note) => note.findings);
    expect(findings).toContain('Autoscaler at its maximum yes (normal no)');
  });

  it('an alert about it has the unit of what it watches, whatever its rule says', () => {
    const { seen } = looked('gates-green-72h', '1', 'business');
    const { run } = looked('gates-green-72h', '1', 'business');
    const all = run.trace().evidence.find(({ body }) => body.kind === 'alerts')!.body;
    const alerts = all.kind === 'alerts' ? all.alerts : [];
    expect(alerts.find(({ id }) => id === 'seasonal-baseline')?.unit).toBe('spreads');
    expect(alerts.filter(({ id }) => id === seen.page!.id).map(({ unit }) => unit)).toEqual([seen.page!.unit]);
  });
});
