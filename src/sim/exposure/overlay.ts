import type { Reading, SeriesView } from '../../domain/evidence.ts';
import { changeLook } from '../../domain/words/look-changes.ts';
import { lastYearAt } from './season.ts';
import type { World } from './world.ts';

const POINTS = 60; // of a curve

/** Last year's curve at the same hours over this year's, and how far last year's has moved since the release. */
export function overlay(world: World): { readonly series: readonly SeriesView[]; readonly readings: readonly Reading[] } {
  const { setup, state, catalogue } = world;
  const metric = catalogue.byKey.get('successes.share');
  if (metric === undefined || state.tick === 0) return { series: [], readings: [] };
  const every = Math.max(1, Math.floor(state.tick / POINTS));
  const ticks = Array.from({ length: Math.floor(state.tick / every) }, (_, i) => (i + 1) * every);
  const last = lastYearAt(world, state.tick);
  const change = last / setup.params.successes.normalShare - 1;
  return {
    series: [
      { metric: { ...metric, title: changeLook.thisYear }, ticks, values: ticks.map((tick) => world.shown.at(metric.key, tick)) },
      { metric: { ...metric, title: changeLook.lastYear }, ticks, values: ticks.map((tick) => lastYearAt(world, tick)) },
    ],
    readings: [{ key: 'calendar.last_year_change', label: changeLook.lastYearChange, value: change, unit: 'share', normal: 0 }],
  };
} // prettier-ignore
