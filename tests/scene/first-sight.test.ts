import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import type { Observation } from '../../src/domain/observation.ts';
import { stationWords } from '../../src/game/map-words.ts';
import { createRun } from '../../src/run/run.ts';
import { displayList, type DisplayList } from '../../src/scene/display-list.ts';
import { viewOn } from './drills.ts';
import { DESK, PHONE } from './night.ts';

/** What is known once the pager rang, and these dashboards were opened. */
function paged(id: string, dashboards: readonly string[] = []): Observation {
  const drill = scenarioOf(id);
  const run = createRun(drill, { seed: '5' });
  while (run.observe().pageTick === null) run.advance(run.observe().tick + 10);
  run.dispatch({ type: 'acknowledge' });
  for (const { look } of run.menu().looks) if (look.type === 'look-dashboard' && dashboards.includes(look.dashboard)) run.dispatch(look);
  run.advance(run.observe().tick + 120);
  return run.observe();
}

const listOf = (id: string, seen: Observation, size = DESK): DisplayList => displayList(viewOn(id, seen), 0, null, size);
const lineOf = (list: DisplayList, id: string) => list.lines.find((line) => line.id === id)!;
const width = (list: DisplayList, id: string): number =>
  Math.max(
    ...list.items.find((item) => item.id === `line:${id}`)!.shapes.map((shape) => (shape.kind === 'path' ? shape.stroke!.width : 0)),
  );

describe('the first sight of a slow hop', () => {
  const seen = paged('latency-spike');

  it('has dots as slow and as many as the pager’s latency makes of usual traffic, and the legend says of what', () => {
    const list = listOf('latency-spike', seen);
    const [latency, normal] = [seen.pager.values.at(-1)!, seen.lines.find(({ id }) => id === 'gateway-api')!.normalLatencyMs];
    expect(lineOf(list, 'gateway-api').exactDots! / 3).toBeCloseTo(latency / normal, 6);
    expect(lineOf(list, 'gateway-api').dots).toBeGreaterThan(10);
    expect(list.dots.every(({ line }) => line === 'gateway-api')).toBe(true);
    expect(list.legend.text).toBe('= 1/3 of usual traffic until it is looked at');
    expect(listOf('latency-spike', seen, PHONE).legend.text).toBe('= 1/3 of usual traffic');
  });

  it('tells no figure that nobody saw', () => {
    const view = viewOn('latency-spike', seen);
    expect(lineOf(listOf('latency-spike', seen), 'gateway-api').perDot).toBeNull();
    expect(view.lines.find(({ id }) => id === 'gateway-api')!.ratePerSecond).toBeNull();
    expect(
      stationWords(
        view.stations.find(({ id }) => id === 'gateway')!,
        view,
      ),
    ).not.toMatch(/\/s/);
  });

  it('gives way to the traffic itself once that is counted', () => {
    const list = listOf('latency-spike', paged('latency-spike', ['service']));
    expect(list.legend.text).toMatch(/^= 300 /);
    expect(lineOf(list, 'gateway-api').perDot).toBeGreaterThan(0);
  });
});

describe('the first sight of a canary', () => {
  it('has a branch that is thin from the start, both in and out of it', () => {
    const list = listOf('bad-canary', paged('bad-canary'));
    for (const [lesser, greater] of [
      ['splitter-canary', 'splitter-stable'],
      ['canary-approvals', 'stable-approvals'],
    ] as const)
      expect(width(list, lesser)).toBeLessThanOrEqual(width(list, greater) * 0.6);
    expect(list.legend.text).toBe('= traffic; not looked at yet');
  });

  it('has dots in their shares of usual traffic once the release was looked at', () => {
    const list = listOf('bad-canary', paged('bad-canary', ['release']));
    const [lesser, greater] = ['splitter-canary', 'splitter-stable'].map((id) => lineOf(list, id));
    expect(greater!.dots).toBeGreaterThan(1);
    const flux = ({ exactDots, crossingSeconds }: NonNullable<typeof lesser>): number => exactDots! / crossingSeconds!;
    expect(flux(lesser!) / (flux(lesser!) + flux(greater!))).toBeCloseTo(0.05, 6);
  });
});
