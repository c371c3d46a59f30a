import type { Reading } from '../domain/evidence.ts';
import type { Status } from '../domain/observation.ts';
import { readingOf } from '../domain/reading.ts';
import type { World } from './plant.ts';

/** A metric as monitoring last showed it; null where the system has none of that name. */
export function reading(world: World, key: string): Reading | null {
  const metric = world.catalogue.byKey.get(key);
  return metric === undefined ? null : readingOf(metric, world.shown.latest(key));
}

/**
 * A status by the metric's own direction: beyond its normal band it warns, at the critical figure and beyond it is critical.
 * @param critical null where the metric has none
 */
export function statusOf(world: World, figure: Reading, critical: number | null): Status {
  const { normal, direction } = world.catalogue.byKey.get(figure.key)!;
  if (critical === null) return direction === 'neutral' || (figure.value <= normal.high && figure.value >= normal.low) ? 'healthy' : 'warn';
  const isCritical = direction === 'higherIsBetter' ? figure.value <= critical : figure.value >= critical;
  if (isCritical) return 'crit';
  return figure.value > normal.high || figure.value < normal.low ? 'warn' : 'healthy';
}
