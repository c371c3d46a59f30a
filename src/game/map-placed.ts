import type { SystemBrief } from '../scenario/brief.ts';
import type { District, LabelSide, MapLayout, Point, StationShape } from './map-view.ts';

export const WIDTH = 660; // map units, as system files use them
export const HEIGHT = 600;
const MARGIN = 52; // from a station to the edge of its district
const CUT = 26; // corner of a district, at 45 degrees

type Named = SystemBrief['stations'][number];
type Placed = Named & { readonly at: Point };

/** Where stations lie, and the bends of lines between them; lines that are not named run straight. */
export interface Places {
  readonly at: ReadonlyMap<string, Point>;
  readonly via: ReadonlyMap<string, readonly Point[]>;
}

const SHAPES: Readonly<Record<Named['kind'], StationShape>> = { terminus: 'terminus', station: 'station', dependency: 'shared' };

function cutCorners(x0: number, y0: number, x1: number, y1: number): readonly Point[] {
  const cut = Math.min(CUT, (x1 - x0) / 3, (y1 - y0) / 3);
  return [
    [x0 + cut, y0],
    [x1, y0],
    [x1, y1 - cut],
    [x1 - cut, y1],
    [x0, y1],
    [x0, y0 + cut],
  ];
}

/** What a district of these stations takes up. */
function boundsOf(stations: readonly Placed[]): readonly [x0: number, y0: number, x1: number, y1: number] {
  const xs = stations.map((station) => station.at[0]);
  const ys = stations.map((station) => station.at[1]);
  return [
    Math.max(0, Math.min(...xs) - MARGIN),
    Math.max(0, Math.min(...ys) - MARGIN - 14),
    Math.min(WIDTH, Math.max(...xs) + MARGIN),
    Math.min(HEIGHT, Math.max(...ys) + MARGIN),
  ];
}

function districts(stations: readonly Placed[]): readonly District[] {
  const names = [...new Set(stations.map((station) => station.district))].filter((name) => name !== '');
  return names.flatMap((name) => {
    const inside = stations.filter((station) => station.district === name);
    const [x0, y0, x1, y1] = boundsOf(inside);
    const strangers = stations.some(({ district, at: [x, y] }) => district !== name && x > x0 && x < x1 && y > y0 && y < y1);
    const blocks = strangers ? inside.map((station) => [station]) : [inside]; // apart, where it would take in what is not its own
    return blocks.map((block, i): District => {
      const [left, top, right, bottom] = boundsOf(block);
      return {
        id: i === 0 ? name : `${name} ${i + 1}`,
        name,
        points: cutCorners(left, top, right, bottom),
        nameAt: [left + CUT + 4, top + 18],
      };
    });
  });
}

const SIDES: readonly { readonly side: LabelSide; readonly towards: Point; readonly cost: number }[] = [
  { side: 'below', towards: [0, 1], cost: 0 },
  { side: 'above', towards: [0, -1], cost: 0.3 },
  { side: 'right', towards: [1, 0], cost: 0.4 },
  { side: 'left', towards: [-1, 0], cost: 0.6 },
];

/** A name goes where no line leaves its station, rather below than beside it. */
function labelSide(station: Placed, ways: readonly (readonly Point[])[]): LabelSide {
  const [x, y] = station.at;
  const leaving = ways.flatMap((points) => {
    const ends: [Point | undefined, Point | undefined][] = [
      [points[0], points[1]],
      [points.at(-1), points.at(-2)],
    ];
    return ends.flatMap(([end, next]) => {
      if (end === undefined || next === undefined || end[0] !== x || end[1] !== y) return [];
      const length = Math.sqrt((next[0] - x) * (next[0] - x) + (next[1] - y) * (next[1] - y)) || 1;
      return [[(next[0] - x) / length, (next[1] - y) / length] as Point];
    });
  });
  const costs = SIDES.map(({ side, towards, cost }) => {
    const blocked = leaving.reduce((sum, way) => sum + Math.max(0, way[0] * towards[0] + way[1] * towards[1]), 0);
    const outside = (side === 'right' && x > WIDTH - 110) || (side === 'left' && x < 110) ? 2 : 0;
    return { side, cost: cost + blocked + outside };
  });
  return costs.reduce((best, next) => (next.cost < best.cost ? next : best)).side;
}

/** The map of a system whose stations and bends lie at these places. Stations without a place are left out, and their lines. */
export function layoutAt(system: SystemBrief, { at, via }: Places): MapLayout {
  const stations = system.stations.flatMap((station): Placed[] => {
    const place = at.get(station.id);
    return place === undefined ? [] : [{ ...station, at: place }];
  });
  const lines = system.lines.flatMap((line) => {
    const from = at.get(line.from);
    const to = at.get(line.to);
    return from === undefined || to === undefined ? [] : [{ id: line.id, points: [from, ...(via.get(line.id) ?? []), to] }];
  });
  const ways = lines.map((line) => line.points);
  return {
    width: WIDTH,
    height: HEIGHT,
    stations: stations.map((station) => ({
      id: station.id,
      at: station.at,
      part: station.part,
      shape: SHAPES[station.kind],
      label: labelSide(station, ways),
    })),
    lines,
    districts: districts(stations),
  };
}
