import type { World } from './plant.ts';

/**
 * The impact as a player may know it: measured once the business dashboard is open, before that an estimate from the pager
 * metric alone, the same function in every variant.
 */
export function shownImpact(world: World): { eur: number; eurPerMinute: number; measured: boolean } {
  const { setup, series, ledger } = world;
  const rows = series.length;
  if (rows === 0) return { eur: 0, eurPerMinute: 0, measured: false };
  if (ledger.opened['business'] !== undefined)
    return {
      eur: series.latest('business.impact_eur'),
      eurPerMinute: series.latest('business.impact_eur_per_minute'),
      measured: true,
    };
  const pager = series.columnOf(setup.scenario.brief.pager.metric);
  const perRow = (world.scrapeTicks * setup.scenario.brief.tickSeconds) / 60; // minutes
  let eur = 0;
  for (let i = 0; i < rows; i++) eur += setup.plant.pagerEstimate(setup, series.cell(pager, i)) * perRow;
  return { eur, eurPerMinute: setup.plant.pagerEstimate(setup, series.cell(pager, -1)), measured: false };
}
