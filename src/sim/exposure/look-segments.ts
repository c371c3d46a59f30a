import type { IntervalRow, Reading, TableRow } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { segmentLook as words } from '../../domain/words/look-segments.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { dimensionsOf } from '../../parts/audience/cells.ts';
import type { LookContent } from '../plant.ts';
import { ranked, sidesCompared, standingBy, type DimensionStanding, type Standing } from './difference.ts';
import type { World } from './world.ts';

const STANDS_OUT = 0.001; // chance, for all groups of a dimension together, that nothing but chance would do as much

const points = (gap: number): string => formatValue(gap * 100, 'points');
const relative = (change: number): string => formatValue(change, 'share');

function finding(standing: DimensionStanding, bySides: boolean): string {
  const { worst, p } = standing;
  if (worst === null) return words.tooFew;
  if (p > STANDS_OUT) return bySides ? words.noSideStandsOut : words.nobodyMoved;
  return bySides
    ? words.gapStandsOut(worst.name, points(worst.change.change))
    : words.contrastStandsOut(worst.name, relative(worst.change.change));
}

/** Figures by the groups of one dimension, or every dimension ranked by how far its groups lie apart. */
export function lookSegments(world: World, by: string): LookContent | null {
  if (by === 'all') return everyDimension(world);
  const dimension = dimensionsOf(world.setup.params.audience).find((one) => one.id === by);
  if (dimension === undefined) return null;
  const { successes, release } = world.setup.params;
  const bySides = sidesCompared(world) && dimension.id !== 'side';
  const standing = standingBy(world, dimension);
  const told = (group: Standing): boolean => group.trials >= release.leastGroupTrials && Number.isFinite(group.change.change);
  const scale = bySides ? 100 : 1;
  const rows = standing.groups.filter(told).map((group): IntervalRow => ({
    label: group.name,
    rows: Math.round(group.arrivals),
    estimate: group.change.change * scale,
    low: group.change.low * scale,
    high: group.change.high * scale,
    reference: 0,
  }));
  const readings = standing.groups.flatMap((group): Reading[] => {
    const shares: Reading[] = Number.isFinite(group.shareGap)
      ? [{ key: `segments.share_gap_pp{${group.id}}`, label: words.shareGap(group.name), value: group.shareGap * 100, unit: 'percentagePoints', normal: 0 }]
      : [];
    if (!told(group)) return shares;
    const change: Reading = bySides
      ? { key: `segments.gap_pp{${group.id}}`, label: words.gap(successes.name, group.name), value: group.change.change * 100, unit: 'percentagePoints', normal: 0 }
      : { key: `segments.contrast{${group.id}}`, label: words.contrast(successes.name, group.name), value: group.change.change, unit: 'share', normal: 0 };
    const clicks: Reading[] =
      group.clicks === null || bySides
        ? []
        : [{ key: `segments.click_contrast{${group.id}}`, label: words.clickContrast(group.name), value: group.clicks.change, unit: 'share', normal: 0 }];
    return [change, ...clicks, ...shares];
  });
  return {
    title: words.title(successes.name, dimension.title),
    readings,
    body: { kind: 'intervals', unit: bySides ? 'percentagePoints' : 'share', rows, finding: finding(standing, bySides) },
  };
} // prettier-ignore

function everyDimension(world: World): LookContent {
  const all = ranked(world);
  const found = all.filter((one) => one.p <= STANDS_OUT);
  const rows = all.map((one): TableRow => ({
    label: one.title,
    cells: [one.worst?.name ?? null, one.worst?.change.change ?? null, one.p],
    marked: one.p <= STANDS_OUT,
  }));
  const readings: Reading[] = [
    { key: 'difference.found', label: words.difference.found, value: found.length, unit: 'count', normal: 0 },
    ...all
      .filter((one) => one.dimension !== 'random')
      .map((one): Reading => ({
        key: `difference.${one.dimension}`,
        label: words.difference.worst(one.title),
        value: one.p <= STANDS_OUT ? one.worst!.change.change : 0,
        unit: 'share',
        normal: 0,
      })),
  ];
  const first = found[0];
  return {
    title: lookTitles.difference,
    readings,
    body: {
      kind: 'table',
      columns: [
        { title: words.difference.columns.worst, unit: 'text' },
        { title: words.difference.columns.change, unit: 'share' },
        { title: words.difference.columns.chance, unit: 'points' },
      ],
      rows,
      finding:
        first === undefined
          ? words.difference.nothing
          : words.difference.first(first.title, first.worst!.name, relative(first.worst!.change.change)),
    },
  };
}
