import { describe, expect, it } from 'vitest';
import { scenarioOf, shippedIds } from '../../src/cli/library.ts';
import { pageText, unknownPlaceholders } from '../../src/domain/page-text.ts';
import { horizonSeconds } from '../../src/game/action-groups.ts';
import { createSession, paceOf } from '../../src/game/session.ts';
import { createRun, type Run } from '../../src/run/run.ts';
import { dataOf } from '../../src/ui/evidence/series-data.ts';
import { headline, type ChartData } from '../../src/ui/common/chart-model.ts';

const SEED = '5';
const onCall = (id: string): Run => {
  const run = createRun(scenarioOf(id), { seed: SEED });
  while (run.pageTick === null) run.advance(run.tick + 1);
  return run;
};

describe(`drills of days, seed ${SEED}`, () => {
  it.each(shippedIds())('%s: from the page on there is time to play: at 1× the rest takes minutes', (id) => {
    const { brief } = scenarioOf(id);
    const seconds = (brief.ticks - (onCall(id).pageTick ?? 0)) / paceOf(brief);
    expect(seconds).toBeGreaterThan(5 * 60);
  });

  it('a pace below a tick a second lets ticks pass in whole seconds of the player’s', () => {
    const { brief } = scenarioOf('silent-schema');
    const run = onCall('silent-schema');
    const session = createSession(run, { untimed: false, refused: [] });
    session.dispatch({ type: 'acknowledge' });
    const before = run.tick;
    for (let i = 0; i < Math.round(10 / paceOf(brief)) * 20 + 1; i++) session.frame(50);
    expect(run.tick - before).toBe(10);
  });

  it('an expectation is asked for where it can be seen: with late labels only once they have come', () => {
    const run = onCall('slow-fade');
    const { brief } = run.scenario;
    for (const preview of run.menu().changes) expect(horizonSeconds(preview, brief)).toBeGreaterThan(45 * 86_400);
    const spike = onCall('latency-spike');
    for (const preview of spike.menu().changes) expect(horizonSeconds(preview, spike.scenario.brief)).toBeGreaterThanOrEqual(300);
  });

  it('the page says the figure that it was sent for', () => {
    for (const id of shippedIds()) {
      const { brief } = scenarioOf(id);
      const { page } = onCall(id).observe();
      const text = pageText(brief.pager.text, page);
      expect(text).not.toContain('{');
      expect(text).not.toBe(brief.pager.text);
    }
    expect(unknownPlaceholders('{now} and {then}')).toEqual(['{then}']);
  });

  it('before the page nobody counts what it costs', () => {
    const run = createRun(scenarioOf('gates-green-72h'), { seed: SEED });
    run.advance(800);
    expect(run.observe().impact.eur).toBe(0);
    expect(onCall('gates-green-72h').observe().impact.eur).toBeGreaterThan(0);
  });
});

describe('a chart of several series', () => {
  const chart = (direction: ChartData['direction'], ...values: readonly (readonly number[])[]): ChartData => ({
    title: '',
    unit: 'ms',
    direction,
    series: values.map((each, i) => ({ label: String(i), ticks: [0, 1, 2], values: each })),
  });

  it('is headed by the one that is worst off, of those that have data', () => {
    expect(headline(chart('lowerIsBetter', [1, 2, NaN], [3, 4, 5], [1, 1, 1]), 2)).toBe(5);
    expect(headline(chart('higherIsBetter', [9, 9, NaN], [3, 4, 5]), 2)).toBe(5);
    expect(headline(chart('neutral', [NaN, NaN, NaN], [3, 4, 5]), 1)).toBe(4);
    expect(headline(chart('neutral', [NaN, NaN, NaN]), 1)).toBeNaN();
  });

  it('is headed, where neither side is the good one, by the one furthest from its usual', () => {
    const normal = { low: 0.9, high: 1.1, typical: 1 };
    expect(headline({ ...chart('neutral', [1.02], [0.74], [1.2]), normal }, 0)).toBe(0.74);
  });

  it('of counts by version is headed by all of them together, and of several metrics by the first, whose normal it has', () => {
    const run = onCall('latency-spike');
    for (const dashboard of ['service', 'versions', 'saturation'] as const) run.dispatch({ type: 'look-dashboard', dashboard });
    run.advance(run.busyUntil() + 30);
    const panels = run.observe().dashboards.flatMap((dashboard) => dashboard.panels);
    const data = (title: string): ChartData => dataOf(panels.find((panel) => panel.title === title)!)!;
    expect(data('Ready pods').series.map((each) => each.values.at(-1))).toEqual([0, 6, 0]);
    expect(headline(data('Ready pods'), run.tick)).toBe(6);
    expect(headline(data('Ready replicas and maximum'), run.tick)).toBe(6);
    const latency = data('Latency');
    expect(headline(latency, run.tick)).toBe(latency.series[0]!.values.at(-1));
    expect(data('p95 by version').head).toBe('worst');
  });
});
