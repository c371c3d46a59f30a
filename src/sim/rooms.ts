import type { Look } from '../domain/action.ts';
import type { StationRoom } from '../domain/chart-view.ts';
import { stepperOf } from '../kernel/stepper.ts';
import { alertChart } from '../parts/alerts/chart.ts';
import { chartOf } from './looks.ts';
import { glanceAtMenu } from './menu.ts';
import type { World } from './plant.ts';

/** Looks that are about parts, whatever system those stand in; dashboards, logs and the change history say for themselves. */
const ABOUT: Readonly<Partial<Record<Look['type'], readonly string[]>>> = {
  'look-trace': ['gateway', 'model-server', 'feature-store', 'upstream'],
  'look-alerts': ['alerts'],
  'look-lineage': ['pipeline', 'training'],
  'look-distributions': ['population', 'pipeline'],
  'look-segments': ['decisions', 'audience', 'successes'],
  'look-registry': ['rollout', 'scorecard', 'training', 'release'],
  'look-evaluation': ['scorecard', 'training', 'release'],
  'look-backtest': ['scorecard', 'training'],
  'look-experiment': ['experiment', 'release'],
  'look-sample': ['labels', 'decisions', 'successes'],
  'look-calendar': ['population', 'audience', 'gateway'],
  'look-messages': ['population', 'audience', 'upstream', 'pipeline'],
};

/** Whether a look tells of a station's part, by what the plant shows where. */
function tellsOf({ setup }: World, look: Look, station: string, part: string): boolean {
  const { plant } = setup;
  const charts = plant.chartsByPart[part] ?? [];
  const moves = (shown: readonly string[]): boolean => shown.some((chart) => charts.includes(chart));
  switch (look.type) {
    case 'look-dashboard':
      return plant.stations[part]?.dashboard === look.dashboard || moves(plant.chartsByDashboard[look.dashboard] ?? []);
    case 'look-logs':
      return look.station === station;
    case 'look-changes':
      return moves(plant.chartsInChanges);
    default:
      return ABOUT[look.type]?.includes(part) ?? false;
  }
}

/** The machines of a part: of the alerts, the one that each alert is. */
function machinesOf(world: World, part: string): StationRoom['charts'] {
  if (part === 'alerts') return [{ chart: 'alert', outline: stepperOf(alertChart).outline }];
  return (world.setup.plant.chartsByPart[part] ?? []).flatMap((chart) => {
    const machine = chartOf(world, chart);
    return machine === undefined ? [] : [{ chart, outline: machine.outline }];
  });
}

/** What each station of a system has to show. Nothing of it depends on what happens tonight. */
export function roomsOf(world: World): readonly StationRoom[] {
  const looks = glanceAtMenu(world).looks.map((offer) => offer.look);
  return world.setup.system.stations.map(({ id, part }) => ({
    station: id,
    charts: part === null ? [] : machinesOf(world, part),
    looks: part === null ? [] : looks.filter((look) => tellsOf(world, look, id, part)),
  }));
}
