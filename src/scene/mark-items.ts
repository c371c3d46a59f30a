import { lateStepMs, markLabel } from '../game/map-mark-words.ts';
import type { MapMark, MarkKind } from '../game/map-marks.ts';
import type { MapView, Point } from '../game/map-view.ts';
import { gaugeJoint, lateRings, RING, shadowStub, turnedAway, twinLine, type Along } from './beside-line.ts';
import type { Frame } from './frame.ts';
import {
  bracket,
  chevrons,
  coinTicks,
  driftBar,
  expressSquares,
  fallingRings,
  noGlyph,
  platformTicks,
  ridge,
  type Glyph,
} from './glyphs.ts';
import type { Ground, Way } from './ground.ts';
import { lens } from './lens.ts';
import { JOINT } from './odd-dots.ts';
import { ASTRAY } from './plaque-place.ts';
import { plaqueItem } from './plaque.ts';
import { boxesAlong, WORDS } from './room.ts';
import type { Item, Obstacle } from './shape.ts';
import { sideAt } from './side.ts';

/** A mark as it is drawn: what of it is counted or measured, and what it says. */
export interface DrawnMark {
  readonly kind: MarkKind;
  readonly on: string; // a line or a station
  readonly count: number | null;
  readonly sizePx: number | null;
  readonly words: readonly string[];
  readonly items: readonly Item[];
}

const RAIL_HALF = 7; // px of what something runs on: no plaque lies across it
const ASIDE = 150; // dislike of a place astray for what is about a line: its hairline tells which
const MOST_RINGS = 36;
const MOST_COINS = 48;
const SHARE_TURNED = 0.05; // of all requests, for one ring that turns back

function glyphOf(mark: MapMark, frame: Frame): Glyph {
  switch (mark.kind) {
    case 'dropped':
      return fallingRings(Math.min(MOST_RINGS, Math.max(1, Math.round(mark.share * 100))));
    case 'coins':
      return coinTicks(Math.min(MOST_COINS, Math.max(1, Math.round(mark.eur / mark.each))));
    case 'platform':
      return platformTicks(Math.round(mark.replicas), Math.round(mark.normal), mark.warming);
    case 'cache':
      return expressSquares(mark.hitShare);
    case 'skew':
      return bracket(mark.factor);
    case 'drift':
      return mark.shape === null ? driftBar(mark.psi) : ridge(mark.shape, mark.psi);
    case 'flag':
      return chevrons(mark.deploys);
    case 'gauge':
      return frame.phone ? noGlyph : lens(mark.was, mark.now, mark.fields.length); // a phone has no room to look closer
    default:
      return noGlyph;
  }
}

function alongOf(mark: MapMark, way: Way | undefined, view: MapView, frame: Frame): Along | null {
  if (way === undefined) return null;
  switch (mark.kind) {
    case 'gauge':
      return gaugeJoint(way, mark.fields.length, frame.glyph, !frame.phone);
    case 'twin':
      return twinLine(way, mark.share);
    case 'shadow':
      return mark.ratePerSecond === null || view.dot?.kind !== 'rate'
        ? shadowStub(way, 0)
        : shadowStub(way, Math.round(mark.ratePerSecond / view.dot.perSecond));
    case 'refused':
      return turnedAway(way, Math.max(1, Math.round(mark.share / SHARE_TURNED)));
    case 'late':
      return lateRings(way, Math.round(mark.delayMs / lateStepMs(mark.delayMs)));
    default:
      return null;
  }
}

const onLine = (mark: MapMark): string => ('line' in mark ? mark.line : mark.station);

/**
 * All marks of a view. What a plaque takes is added to `taken`, so that none lies on another.
 * @param places names of districts: a plaque lies on one rather than nowhere
 */
export function markItems(
  view: MapView,
  ground: Ground,
  frame: Frame,
  taken: Obstacle[],
  places: readonly Obstacle[],
): readonly DrawnMark[] {
  const rails = frame.phone
    ? []
    : ground.ways.filter(({ kind }) => kind === 'request' || kind === 'feature').flatMap(({ flat }) => boxesAlong(flat, RAIL_HALF));
  const lines = ground.bodies.filter((other) => (other.weight ?? 1) < WORDS);
  return (view.marks ?? []).flatMap((mark): DrawnMark[] => {
    const on = onLine(mark);
    const way = ground.ways.find(({ id }) => id === on);
    const station = ground.stations.find(({ id }) => id === on);
    if (way === undefined && station === undefined) return [];
    const along = alongOf(mark, way, view, frame);
    const glyph = glyphOf(mark, frame);
    const said = mark.kind === 'late' || mark.kind === 'rows' ? [] : markLabel(mark); // those are said beside their line and in the legend
    const anchors: readonly Point[] =
      way !== undefined
        ? (mark.kind === 'gauge' ? [JOINT] : [0.5, 0.35, 0.65, 0.2, 0.8]).map((share): Point => [
            sideAt(way.track, share, 1).x,
            sideAt(way.track, share, 1).y,
          ])
        : [station!.at];
    const others = ground.stations.filter(({ id }) => (way === undefined ? id !== on : id !== way.from.id && id !== way.to.id));
    const spread = station === undefined ? 16 : Math.max(station.rx, station.ry) + 10;
    const plaque =
      said.length === 0
        ? null
        : plaqueItem(
            `${mark.kind}:${on}`,
            glyph,
            said,
            {
              anchors,
              spread,
              rim: mark.kind === 'gauge' && !frame.phone ? RING : station === undefined ? 0 : spread,
              others: others.map(({ at }) => at),
              astray: station === undefined ? ASIDE : ASTRAY,
            },
            frame,
            { taken, places, ways: lines, rails },
          );
    const items: Item[] = along === null ? [] : [{ id: `along:${mark.kind}:${on}`, layer: 'line', state: '', shapes: along.shapes }];
    if (plaque !== null) items.push(plaque);
    return [
      {
        kind: mark.kind,
        on,
        count: along?.count ?? glyph.count,
        sizePx: along?.sizePx ?? glyph.sizePx,
        words: said,
        items,
      },
    ];
  });
}
