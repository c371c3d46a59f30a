import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import { mapView } from '../../src/game/map-view.ts';
import { createRun } from '../../src/run/run.ts';

const DRILLS: readonly (readonly [drill: string, station: string])[] = [
  ['latency-spike', 'gateway'],
  ['silent-schema', 'training'],
  ['slow-fade', 'loans'],
  ['gates-green-72h', 'orders'],
  ['prediction-drift-alarm', 'decision'],
  ['bad-canary', 'canary'],
];

describe.each(DRILLS)('the map of %s before anything was looked at', (id, station) => {
  const drill = scenarioOf(id);
  const run = createRun(drill, { seed: '5' });
  const layout = mapLayout(drill.brief.system);
  const known = () => mapView(run.observe(), layout).stations.filter(({ status }) => status !== 'unknown');

  it('hurts nobody before the page, and at the page shows where its metric is, with its figure, and nothing else', () => {
    run.advance(2);
    expect(known().filter(({ status }) => status === 'crit')).toEqual([]);
    while (run.observe().page === null) run.advance(run.observe().tick + 1);
    const { pager } = run.observe();
    expect(known().map((each) => each.id)).toEqual([station]);
    const [shown] = known();
    expect(['warn', 'crit']).toContain(shown!.status);
    expect(shown!.figures.map(({ key, value }) => [key, value])).toEqual([[pager.metric.key, pager.values.at(-1)]]);
  });

  it('carries no dots that no look has counted', () => {
    expect(mapView(run.observe(), layout).lines.every(({ ratePerSecond }) => ratePerSecond === null)).toBe(true);
  });
});

it('the latency that paged stands on its hop', () => {
  const drill = scenarioOf('latency-spike');
  const run = createRun(drill, { seed: '5' });
  while (run.observe().page === null) run.advance(run.observe().tick + 1);
  const { pager } = run.observe();
  const lines = mapView(run.observe(), mapLayout(drill.brief.system)).lines.filter(({ latencyMs }) => latencyMs !== null);
  expect(lines.map(({ from, to, status, latencyMs }) => [from, to, status, latencyMs])).toEqual([
    ['gateway', 'fraud-api', 'crit', pager.values.at(-1)],
  ]);
});
