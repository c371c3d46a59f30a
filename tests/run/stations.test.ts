import { describe, expect, it } from 'vitest';
import { createRun } from '../../src/run/run.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { aScenario } from '../support/a-scenario.ts';

describe('the status of a station', () => {
  it('is critical while no pod serves, though an idle processor is in no way out of the ordinary', () => {
    const run = createRun(aScenario(), { seed: '5', variant: 'deploy' });
    run.advance(1000);
    run.dispatch({ type: 'look-dashboard', dashboard: 'saturation' });
    run.advance(1100);
    run.dispatch({ type: 'restart' });
    const seen = new Set<string>();
    for (let tick = 1115; tick < 1300; tick += 15) {
      run.advance(tick);
      const pool = run.observe().stations.find(({ id }) => id === 'fraud-api')!;
      if (pool.charts.some(({ state }) => state === 'down')) seen.add(pool.status);
    }
    expect([...seen]).toEqual(['crit']);
  });

  it.each(['silent-schema', 'slow-fade', 'prediction-drift-alarm'])(
    'of those who only measure drift is never that users are hurt: %s',
    (id) => {
      const scenario = scenarioOf(id);
      const run = createRun(scenario, { seed: '5' });
      while (run.pageTick === null) run.advance(run.tick + 1);
      run.dispatch({ type: 'look-dashboard', dashboard: 'drift' });
      run.advance(scenario.brief.ticks);
      const monitors = run.observe().stations.filter(({ figures }) => figures.some(({ key }) => key.startsWith('drift.')));
      expect(monitors.length).toBeGreaterThan(0);
      for (const { status } of monitors) expect(['healthy', 'warn']).toContain(status);
    },
  );
});

it('every station has a room, which stays as it is for the whole night', () => {
  const run = createRun(aScenario(), { seed: '5', variant: 'deploy' });
  const rooms = run.rooms();
  expect(rooms.map(({ station }) => station)).toEqual(run.scenario.brief.system.stations.map(({ id }) => id));
  expect(rooms.find(({ station }) => station === 'fraud-api')!.looks).toContainEqual({ type: 'look-logs', station: 'fraud-api' });
  run.advance(1000);
  expect(run.rooms()).toBe(rooms);
});
