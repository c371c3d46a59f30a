import { describe, expect, it } from 'vitest';
import type { AlertView } from '../../src/domain/evidence.ts';
import { burnRuleText, burnText } from '../../src/game/burn-alert.ts';
import { lookedAtAll } from './all-looks.ts';

const alerts = (variant: string): readonly AlertView[] =>
  lookedAtAll('latency-spike', '5', variant)
    .observe()
    .evidence.flatMap(({ body }) => (body.kind === 'alerts' ? body.alerts : []));

describe('an alert on an error budget', () => {
  it('says of what its figure is a multiple, over which time, and what is normal', () => {
    const burn = alerts('traffic').find((alert) => alert.burn !== undefined)!;
    console.info(burnText(burn, '02:04:00'), burnRuleText(burn));
    expect(burn.state).toBe('firing');
    expect(burnText(burn, '02:04:00')).toMatch(
      /^Firing since 02:04:00: over the last 1 h it burns \d+ times as fast as planned \(normal below 1\)\.$/,
    );
    expect(burnRuleText(burn)).toBe('Threshold 14.4 times as fast as planned, over the last 1 h and the last 5 min alike: opens a ticket');
  });

  it('is not contradicted by its long window once it is resolved', () => {
    const burn = alerts('traffic').find((alert) => alert.burn !== undefined)!;
    expect(burnText({ ...burn, state: 'resolved', value: 467.76 }, '02:20')).toBe(
      'Resolved 02:20: over the last 5 min it burns less than 14.4 times as fast as planned. Over the last 1 h it is still 468 times (normal below 1).',
    );
  });

  it('is told from any other alert', () => {
    for (const alert of alerts('traffic').filter(({ burn }) => burn === undefined)) {
      expect(burnText(alert, '02:04')).toBeNull();
      expect(burnRuleText(alert)).toBeNull();
    }
  });
});
