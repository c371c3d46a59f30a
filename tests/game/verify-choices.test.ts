import { describe, expect, it } from 'vitest';
import { hasData, verifyShelves } from '../../src/game/verify-choices.ts';
import { DRILLS, lookedAtAll } from './all-looks.ts';

describe('what may be verified', () => {
  it.each(DRILLS)('%s: the metric that pages comes first, each stands once, and none is lost', (drill) => {
    const run = lookedAtAll(drill, '5');
    const [observation, menu] = [run.observe(), run.menu()];
    const choices = verifyShelves(observation, menu).flatMap((shelf) => shelf.choices);
    expect(choices[0]?.metric).toBe(observation.pager.metric.key);
    expect(choices.map(({ metric }) => metric).sort()).toEqual(menu.verifiable.map(({ metric }) => metric).sort());
    expect(new Set(choices.map(({ metric }) => metric)).size).toBe(choices.length);
    for (const choice of choices)
      expect(hasData(choice), choice.label).toBe(choice.series !== null && choice.series.values.some(Number.isFinite));
  });

  it('what has no figure cannot be chosen', () => {
    const run = lookedAtAll('latency-spike', '5');
    const { pager, ...rest } = run.observe();
    const silent = { ...rest, pager: { ...pager, values: pager.values.map(() => NaN) }, dashboards: [] };
    const [choice] = verifyShelves(silent, run.menu()).flatMap((shelf) => shelf.choices);
    expect(hasData(choice!)).toBe(false);
  });
});
