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

/** The row of the series from which the pager metric has told of harm up to the page; before the page nobody counts. */
function harmFrom({ ledger, shown: series }: World, rate: (row: number) => number): number {
  if (ledger.pageTick === null) return series.length;
  let row = series.countTo(ledger.pageTick);
  while (row > 0 && rate(row - 1) > 0) row -= 1;
  return row;
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
  const rate = (row: number): number => setup.plant.pagerEstimate(setup, series.cell(pager, row));
  let eur = 0;
  for (let i = harmFrom(world, rate); i < rows; i++) eur += rate(i) * perRow;
  return { eur: eur + world.state.parts.colleagues.paidEur, eurPerMinute: rate(-1), measured: false };
}
