import type { Series } from '../kernel/series.ts';
import type { World } from './plant.ts';

/** The last figure that monitoring has of a metric. */
function lastRead(series: Series, key: string): number {
  const column = series.columnOf(key);
  for (let row = series.length - 1; row >= 0; row--) {
    const value = series.cell(column, row);
    if (Number.isFinite(value)) return value;
  }
  return 0;
}

/**
 * The impact as a player may know it: measured once the business dashboard is open, before that an estimate from the pager
 * metric alone, the same function in every variant.
 */
export function shownImpact(world: World): { eur: number; eurPerMinute: number; measured: boolean } {
  const { setup, shown: series, ledger } = world;
  const rows = series.length;
  if (rows === 0) return { eur: 0, eurPerMinute: 0, measured: false };
  if (ledger.opened['business'] !== undefined)
    return {
      eur: lastRead(series, 'business.impact_eur'),
      eurPerMinute: lastRead(series, 'business.impact_eur_per_minute'),
      measured: true,
    };
  const pager = series.columnOf(setup.scenario.brief.pager.metric);
  const perRow = (world.scrapeTicks * setup.scenario.brief.tickSeconds) / 60; // minutes
  let eur = 0;
  for (let i = 0; i < rows; i++) eur += setup.plant.pagerEstimate(setup, series.cell(pager, i)) * perRow;
  return { eur, eurPerMinute: setup.plant.pagerEstimate(setup, series.cell(pager, -1)), measured: false };
}
