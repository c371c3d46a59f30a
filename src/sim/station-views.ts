import type { ChartView } from '../domain/chart-view.ts';
import type { Reading } from '../domain/evidence.ts';
import type { StationView } from '../domain/observation.ts';
import { storyClock } from '../domain/time.ts';
import { stationWords } from '../domain/words/stations.ts';
import { reading, statusOf } from './figure-status.ts';
import { chartOf } from './looks.ts';
import type { World } from './plant.ts';

/** The clock at which any of some series last had a figure; null where none ever had. */
function lastHeard({ catalogue, shown: series, setup }: World, keys: readonly string[]): string | null {
  const { startClock, tickSeconds } = setup.scenario.brief;
  const rows = keys
    .filter((key) => catalogue.byKey.has(key))
    .map((key) => series.listed(key, series.length).findLastIndex((value) => Number.isFinite(value)));
  const row = Math.max(-1, ...rows);
  return row < 0 ? null : storyClock(startClock, series.ticks()[row] ?? 0, tickSeconds);
}

/** The stations of the map, each as its opened dashboards show it. */
export function stationViews(world: World): StationView[] {
  const { setup, ledger, state } = world;
  const { plant } = setup;
  return setup.system.stations.map((station): StationView => {
    const charts: ChartView[] = (plant.chartsByPart[station.part ?? ''] ?? []).flatMap((chart) => {
      const seen = ledger.seenCharts[chart];
      if (seen === undefined) return [];
      const states = chartOf(world, chart)?.states ?? [];
      return [{ part: station.part!, chart, state: seen.state, seenTick: seen.tick, states, came: seen.came }];
    });
    const shown = plant.stations[station.part ?? ''];
    const opened = shown === undefined ? undefined : ledger.opened[shown.dashboard];
    if (shown === undefined || opened === undefined) {
      const changesSeen = station.part === 'rollout' ? ledger.changesSeen : null;
      return {
        id: station.id,
        name: station.name,
        status: changesSeen === null ? 'unknown' : 'healthy',
        caption: station.part === null ? stationWords.noInstruments : '',
        seenTick: changesSeen,
        figures: [],
        charts,
      };
    }
    const figures = shown.keys.map((key) => reading(world, key)).filter((figure): figure is Reading => figure !== null);
    const first = figures[0];
    const heard = first === undefined ? lastHeard(world, shown.keys) : null;
    const isDown = charts.some((chart) => chart.state === shown.downIn);
    return {
      id: station.id,
      name: station.name,
      // where the figure that decides has no data, no other is measured by its bound
      status: isDown
        ? 'crit'
        : first === undefined
          ? 'unknown'
          : statusOf(world, first, first.key === shown.keys[0] ? shown.critical : null),
      caption: charts[0] === undefined ? '' : charts.map((chart) => chart.state).join(', '),
      seenTick: state.tick,
      ...(heard === null ? {} : { silentSince: heard }),
      figures,
      charts,
    };
  });
}
