import type { SeriesView } from '../domain/evidence.ts';
import type { World } from './plant.ts';

/**
 * A series up to now, as monitoring has it. It is copied when it is first read: rows never change, and most observations are read in
 * part. A class, because an object literal with getters gets getters of its own each time, and open dashboards have dozens of series.
 */
class SeriesUpToNow implements SeriesView {
  readonly metric: SeriesView['metric'];
  readonly #series: World['series'];
  readonly #rows: number;
  #ticks: readonly number[] | null = null;
  #values: readonly number[] | null = null;

  constructor({ catalogue, shown }: World, key: string) {
    this.metric = catalogue.byKey.get(key)!;
    this.#series = shown;
    this.#rows = shown.length;
  }

  get ticks(): readonly number[] {
    return (this.#ticks ??= Array.from(this.#series.ticks().subarray(0, this.#rows)));
  }

  get values(): readonly number[] {
    return (this.#values ??= this.#series.listed(this.metric.key, this.#rows));
  }
}

/** How a series is shown: as a class for programs that play, for everyone else as an object that can be copied and printed as it is. */
export type ViewOf = (world: World, key: string) => SeriesView;

export const quickView: ViewOf = (world, key) => new SeriesUpToNow(world, key);

export const plainView: ViewOf = (world, key) => {
  const view = new SeriesUpToNow(world, key);
  return {
    metric: view.metric,
    get ticks() {
      return view.ticks;
    },
    get values() {
      return view.values;
    },
  };
};
