import { expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import { mapView } from '../../src/game/map-view.ts';
import { createRun } from '../../src/run/run.ts';

it('what pauses a test rings the station where the calendar places that test, once it was read', () => {
  const drill = scenarioOf('gates-green-72h');
  const run = createRun(drill, { seed: '1' });
  run.advance(600);
  const rings = (): readonly string[] => {
    const pause = run.menu().changes.find(({ action }) => action.type === 'pause-experiment')!;
    return mapView(run.observe(), mapLayout(drill.brief.system), pause).yourRings;
  };
  expect(rings()).toEqual(['visitors']);
  expect(run.dispatch({ type: 'look-calendar' })).toMatchObject({ accepted: true });
  run.advance(run.busyUntil() + 1);
  expect(rings()).toEqual(['pricing']);
});
