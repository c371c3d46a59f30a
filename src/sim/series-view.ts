import type { SeriesView } from '../domain/evidence.ts';
import type { World } from './plant.ts';

/** A series up to now, as monitoring has it, copied when it is first read: rows never change, and most observations are read in part. */
class SeriesUpToNow implements SeriesView {
  readonly metric: SeriesView['metric'];
  protected readonly series: World['series'];
  protected readonly rows: number;
  #ticks: readonly number[] | null = null;
  #values: readonly number[] | null = null;

  constructor({ catalogue, shown }: World, key: string) {
    this.metric = catalogue.byKey.get(key)!;
    this.series = shown;
    this.rows = shown.length;
  }

  get ticks(): readonly number[] {
    return (this.#ticks ??= Array.from(this.series.ticks().subarray(0, this.rows)));
  }

  get values(): readonly number[] {
    return (this.#values ??= this.series.listed(this.metric.key, this.rows));
  }
}

/** The same without the copy, to be read before the world goes on: who looks up at every scrape would copy all of it each time. */
class LiveSeries extends SeriesUpToNow {
  override get values(): readonly number[] {
    return this.series.live(this.metric.key);
  }
}

/**
 * How a series is shown: as a class for programs that play, since an object literal with getters gets getters of its own each time and
 * open dashboards have dozens of series; for everyone else as an object that can be copied and printed as it is.
 */
export type ViewOf = (world: World, key: string) => SeriesView;

export const quickView: ViewOf = (world, key) => new LiveSeries(world, key);

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
