import type { EvidenceBody } from '../../src/domain/evidence.ts';
import type { LineView, Observation } from '../../src/domain/observation.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { coinEurOf } from '../../src/game/map-coins.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import { mapView, type MapView } from '../../src/game/map-view.ts';
import { createRun } from '../../src/run/run.ts';

const drills = new Map<string, ReturnType<typeof scenarioOf>>();

/** A shipped drill, read once. */
function drillOf(id: string): ReturnType<typeof scenarioOf> {
  const drill = drills.get(id) ?? scenarioOf(id);
  drills.set(id, drill);
  return drill;
}

const LOOKS: readonly string[] = ['look-dashboard', 'look-lineage', 'look-distributions', 'look-changes'];

/** What a player who made these kinds of look at once knows at a share of a drill. */
export function knownOf(id: string, share: number, seed = '5', looks: readonly string[] = LOOKS): Observation {
  const drill = drillOf(id);
  const run = createRun(drill, { seed });
  for (const { look, refusal } of run.menu().looks) if (refusal === null && looks.includes(look.type)) run.dispatch(look);
  run.advance(Math.floor(drill.brief.ticks * share));
  return run.observe();
}

export const viewOn = (id: string, observation: Observation, refused = 0): MapView =>
  mapView(observation, mapLayout(drillOf(id).brief.system), null, refused, [], coinEurOf(drillOf(id).brief));

/** The same observation with another newest figure in one series of its open dashboards. */
export const withFigure = (observation: Observation, key: string, value: number): Observation => ({
  ...observation,
  dashboards: observation.dashboards.map((dashboard) => ({
    ...dashboard,
    panels: dashboard.panels.map((panel) => ({
      ...panel,
      series: panel.series.map((series) =>
        series.metric.key === key ? { metric: series.metric, ticks: series.ticks, values: [...series.values.slice(0, -1), value] } : series,
      ),
    })),
  })),
});

/** The same observation with other figures on one line. */
export const withLine = (observation: Observation, id: string, figures: Partial<LineView>): Observation => ({
  ...observation,
  lines: observation.lines.map((each) => (each.id === id ? { ...each, ...figures } : each)),
});

/** The same observation with other evidence of one kind. */
export const withBody = (
  observation: Observation,
  kind: EvidenceBody['kind'],
  change: (body: EvidenceBody) => EvidenceBody,
): Observation => ({
  ...observation,
  evidence: observation.evidence.map((each) => (each.body.kind === kind ? { ...each, body: change(each.body) } : each)),
});
