import type { LineView, Observation } from '../../src/domain/observation.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import { mapView, type MapView } from '../../src/game/map-view.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { createRun } from '../../src/run/run.ts';
import type { Size } from '../../src/scene/frame.ts';

const drill = scenarioOf('latency-spike');
const layout = mapLayout(drill.brief.system);

export const DESK: Size = { width: 684, height: 688 };
export const PHONE: Size = { width: 390, height: 290 };

/** What a player who looked at three dashboards knows at a tick of a real run. */
export function seenAt(tick: number, variant = 'feature-store', seed = '11'): Observation {
  const run = createRun(drill, { seed, variant });
  for (const dashboard of ['service', 'saturation', 'feature-store'] as const) run.dispatch({ type: 'look-dashboard', dashboard });
  run.advance(tick);
  return run.observe();
}

export const viewOf = (observation: Observation): MapView => mapView(observation, layout);

export const untouched = (): MapView => viewOf(createRun(drill, { seed: '11', variant: 'feature-store' }).observe());

/** The same view with other figures on one line. */
export const withLine = (view: MapView, id: string, figures: Partial<LineView>): MapView => ({
  ...view,
  lines: view.lines.map((line) => (line.id === id ? { ...line, ...figures } : line)),
});

export const withAllLines = (view: MapView, change: (line: LineView) => Partial<LineView>): MapView => ({
  ...view,
  lines: view.lines.map((line) => ({ ...line, ...change(line) })),
});
