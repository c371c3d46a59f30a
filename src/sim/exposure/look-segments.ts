import type { IntervalRow, Reading, TableRow } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { dimensionsOf } from '../../parts/audience/cells.ts';
import type { LookContent } from '../plant.ts';
import { ranked, sidesCompared, standingBy, type DimensionStanding, type Standing } from './difference.ts';
import type { World } from './world.ts';

const STANDS_OUT = 0.001; // chance, for all groups of a dimension together, that nothing but chance would do as much

const points = (gap: number): string => `${formatValue(gap * 100, 'points')} points`;
const relative = (change: number): string => formatValue(change, 'share');

function finding(standing: DimensionStanding, bySides: boolean): string {
  const { worst, p } = standing;
  if (worst === null) return 'Too few to tell any group apart yet.';
  if (p > STANDS_OUT)
    return bySides ? 'No group stands out: what there is comes of chance as often as not.' : 'No group moved against the rest.';
  return bySides
    ? `${worst.name}: ${points(worst.change.change)} on the candidate, and chance hardly does that.`
    : `${worst.name}: ${relative(worst.change.change)} against the rest, compared with before.`;
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
      ? [{ key: `segments.share_gap_pp{${group.id}}`, label: `${group.name}: share of the candidate’s side − of the other, points`, value: group.shareGap * 100, unit: 'points', normal: 0 }]
      : [];
    if (!told(group)) return shares;
    const change: Reading = bySides
      ? { key: `segments.gap_pp{${group.id}}`, label: `${successes.name}, ${group.name}: candidate − stable, points`, value: group.change.change * 100, unit: 'points', normal: 0 }
      : { key: `segments.contrast{${group.id}}`, label: `${successes.name}, ${group.name}: change against the rest`, value: group.change.change, unit: 'share', normal: 0 };
    const clicks: Reading[] =
      group.clicks === null || bySides
        ? []
        : [{ key: `segments.click_contrast{${group.id}}`, label: `Click rate, ${group.name}: change against the rest`, value: group.clicks.change, unit: 'share', normal: 0 }];
    return [change, ...clicks, ...shares];
  });
  return {
    title: `${successes.name} by ${dimension.title.toLowerCase()}`,
    readings,
    body: { kind: 'intervals', unit: bySides ? 'points' : 'share', rows, finding: finding(standing, bySides) },
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
    { key: 'difference.found', label: 'Dimensions that stand out', value: found.length, unit: 'count', normal: 0 },
    ...all
      .filter((one) => one.dimension !== 'random')
      .map((one): Reading => ({
        key: `difference.${one.dimension}`,
        label: `Worst group by ${one.title.toLowerCase()}: difference`,
        value: one.p <= STANDS_OUT ? one.worst!.change.change : 0,
        unit: 'share',
        normal: 0,
      })),
  ];
  const first = found[0];
  return {
    title: 'What is different?',
    readings,
    body: {
      kind: 'table',
      columns: [
        { title: 'Group that fell furthest', unit: 'text' },
        { title: 'Difference', unit: 'share' },
        { title: 'Chance alone', unit: 'points' },
      ],
      rows,
      finding:
        first === undefined
          ? 'Nothing stands out: no way of splitting the audience does more than halves drawn by chance.'
          : `${first.title} first: ${first.worst!.name} lies ${relative(first.worst!.change.change)} apart.`,
    },
  };
}
