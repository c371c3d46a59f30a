import type { Impact } from '../domain/observation.ts';
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

const guessedRate =
  ({ setup, shown: series }: World) =>
  (row: number): number =>
    setup.plant.pagerEstimate(setup, series.cell(series.columnOf(setup.scenario.brief.pager.metric), row));

/** What the pager metric alone makes of the harm in the first rows of the series. */
function guessedEur(world: World, rows: number): number {
  const perRow = (world.scrapeTicks * world.setup.scenario.brief.tickSeconds) / 60; // minutes
  const rate = guessedRate(world);
  let eur = 0;
  for (let i = harmFrom(world, rate); i < rows; i++) eur += rate(i) * perRow;
  return eur;
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
export function shownImpact(world: World): Pick<Impact, 'eur' | 'eurPerMinute' | 'measured'> {
  const { shown: series, ledger } = world;
  const rows = series.length;
  if (rows === 0) return { eur: 0, eurPerMinute: 0, measured: false };
  if (ledger.opened['business'] !== undefined)
    return {
      eur: lastRead(series, 'business.impact_eur'),
      eurPerMinute: lastRead(series, 'business.impact_eur_per_minute'),
      measured: true,
    };
  const rate = guessedRate(world);
  return { eur: guessedEur(world, rows) + world.state.parts.colleagues.paidEur, eurPerMinute: rate(-1), measured: false };
}

/** The estimate that stood when the impact was measured for the first time; null while it is not, and where nothing had been estimated. */
export function replacedEstimate(world: World): number | null {
  const { ledger, shown, setup, state } = world;
  const opened = ledger.opened['business'];
  if (opened === undefined || ledger.pageTick === null || opened < ledger.pageTick) return null;
  const { people } = setup.params.colleagues;
  const paid = state.parts.colleagues.people.map(({ hereTick }, i) => (hereTick >= 0 && hereTick <= opened ? people[i]!.eur : 0));
  return guessedEur(world, shown.countTo(opened)) + paid.reduce((sum, eur) => sum + eur, 0);
}
