import type { LineView } from '../domain/observation.ts';
import type { System } from '../scenario/system.ts';
import { reading, statusOf } from './figure-status.ts';
import type { LineFigures, World } from './plant.ts';

const bySystem = new WeakMap<System, ReadonlyMap<string, LineFigures>>();

/** Which figures a line shows, by its id, from the parts at its ends. */
function figuresOfLines({ system, plant }: World['setup']): ReadonlyMap<string, LineFigures> {
  const known = bySystem.get(system);
  if (known !== undefined) return known;
  const parts = new Map(system.stations.map((station) => [station.id, station.part ?? '']));
  const figures = new Map<string, LineFigures>();
  for (const line of system.lines) {
    const shown = plant.lines[`${parts.get(line.from)}>${parts.get(line.to)}`];
    if (shown !== undefined) figures.set(line.id, shown);
  }
  bySystem.set(system, figures);
  return figures;
}

/** The lines of the map, each as opened dashboards show it. */
export function lineViews(world: World): LineView[] {
  const { setup, ledger } = world;
  const lineFigures = figuresOfLines(setup);
  const { flow } = setup.plant;
  const rate = flow === null ? null : reading(world, flow.rate);
  const rateSeen = flow === null || ledger.opened[flow.dashboard] === undefined ? null : rate;
  const labelled = new Set(setup.system.stations.filter(({ part }) => part === 'labels').map(({ id }) => id));
  const labelDelayMs = setup.plant.labelDelayMs?.(setup) ?? 0;
  return setup.system.lines.map((line): LineView => {
    const late = line.kind === 'label' && labelled.has(line.to) ? labelDelayMs : 0; // how the system is made, not how it fares
    const base = { id: line.id, from: line.from, to: line.to, kind: line.kind, normalLatencyMs: line.normalLatencyMs || late };
    const figures = lineFigures.get(line.id);
    if (figures === undefined) {
      const flows = line.kind === 'request' && rateSeen !== null;
      return {
        ...base,
        status: flows ? 'healthy' : 'unknown',
        ratePerSecond: flows ? rateSeen.value : null,
        latencyMs: flows ? line.normalLatencyMs : null,
        queued: null,
      };
    }
    const opened = ledger.opened[figures.dashboard] !== undefined;
    const latency = opened && figures.latency !== null ? reading(world, figures.latency) : null;
    if (latency === null) return { ...base, status: 'unknown', ratePerSecond: null, latencyMs: null, queued: null };
    const times = figures.timesRate === null ? 1 : (reading(world, figures.timesRate)?.value ?? 1);
    return {
      ...base,
      status: statusOf(world, latency, figures.critical),
      ratePerSecond: rateSeen === null ? null : rateSeen.value * times,
      latencyMs: latency.value,
      queued: figures.queued && ledger.opened['saturation'] !== undefined ? setup.plant.queued(world) : null,
    };
  });
}
