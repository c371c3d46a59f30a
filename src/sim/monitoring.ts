import type { Monitoring, World } from './plant.ts';

/** Reads the instruments of a world and leaves it as it was: figures of the last scrape, and counters since the start. */
export function monitoringOf(world: World): Monitoring {
  const { state, setup, catalogue, shown: series } = world;
  return {
    tick: state.tick,
    gauges: catalogue.metrics.map((metric) => ({ metric, value: series.at(metric.key, state.tick) })),
    ...setup.plant.monitoring(world),
  };
}
