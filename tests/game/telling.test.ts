import { describe, expect, it } from 'vitest';
import { inShort, tellingReadings } from '../../src/game/telling.ts';
import { createRun, type Run } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';
import { DRILLS, lookedAtAll } from './all-looks.ts';

const told = (run: Run) => {
  const observation = run.observe();
  return observation.evidence.map((evidence) => ({
    evidence,
    says: inShort(evidence, observation),
    keys: tellingReadings(evidence, observation).map(({ key }) => key),
  }));
};

describe('what a piece of evidence says in a few words', () => {
  it('names lines that were written, not families without any, and rules that are up', () => {
    const run = lookedAtAll('latency-spike', '5', 'traffic');
    const all = told(run);
    for (const { evidence, says } of all) console.info(`${evidence.title}: ${says}`);
    const logs = all.find(({ evidence }) => evidence.title.includes('Logs of fraud-api'));
    expect(logs?.says).toMatch(/^queue-deadline lines/);
    for (const { evidence, says } of all)
      if (evidence.body.kind === 'logs' && evidence.readings.some(({ value }) => value > 0))
        expect(says).not.toMatch(/ lines( in ten minutes)? 0/);
    const alerts = all.find(({ evidence }) => evidence.body.kind === 'alerts');
    expect(alerts?.says).toMatch(/fraud-api p95 above 500 ms \(firing\)/);
    expect(alerts?.says).not.toMatch(/ms 1\b/);
  });

  it('leaves no doubled load out behind the quantiles of one latency', () => {
    const run = lookedAtAll('latency-spike', '5', 'traffic');
    const service = told(run).find(({ evidence }) => evidence.look.type === 'look-dashboard' && evidence.look.dashboard === 'service');
    expect(service?.says).toContain('Request rate');
    expect(service?.keys.filter((key) => /latency_p\d+/.test(key))).toHaveLength(1);
  });

  it.each(DRILLS)('%s: never names what is as usual before what is not', (drill) => {
    const run = lookedAtAll(drill, '5');
    for (const { evidence, says, keys } of told(run)) {
      expect(says.length, evidence.title).toBeLessThan(400);
      for (const key of keys) {
        const reading = evidence.readings.find((each) => each.key === key)!;
        expect(reading.value === reading.normal, `${evidence.title}: ${key}`).toBe(false);
      }
    }
  });
});

describe('an update', () => {
  it('knows what all requests show before what one does, and quotes the options', () => {
    const run = createRun(shipped('latency-spike'), { seed: '5', variant: 'traffic', checkpoints: false });
    while (run.pageTick === null) run.advance(run.tick + 1);
    run.dispatch({ type: 'acknowledge' });
    for (const look of [
      { type: 'look-dashboard', dashboard: 'service' },
      { type: 'look-trace', pick: 'slow' },
    ] as const) {
      run.dispatch(look);
      run.advance(run.busyUntil());
    }
    while (run.observe().conversation.every(({ options }) => options.length === 0) && run.tick < run.pageTick! + 1200)
      run.advance(run.tick + 15);
    const text = (id: string): string => run.menu().messageBlocks.find((block) => block.id === id)!.text;
    expect(text('known')).not.toContain('Total');
    expect(text('options')).toMatch(/^Options: “.+” or “.+”\.$/);
  });
});
