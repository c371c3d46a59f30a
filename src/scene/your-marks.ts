import type { StationView, Status } from '../domain/observation.ts';
import type { Point, YourTag } from '../game/map-view.ts';
import type { Frame } from './frame.ts';
import type { PlacedStation } from './ground.ts';
import { INK } from './palette.ts';
import { distance } from './anchor.ts';
import { asWords, freest, type Spot } from './room.ts';
import type { Box, Item, Obstacle } from './shape.ts';
import { around, reach } from './station-marks.ts';
import { boxOf, sizeOf, widthOf } from './words.ts';

const ASTRAY = 12_000; // px²: nearer to another station it would be read as that one's
const CLEAR = 6; // px between a state's drawing and your ring, so that neither is taken for the other

/** The dashed violet ring of what you are about to touch. It says nothing about good or bad. */
export const ringItem = (station: PlacedStation, status: Status): Item => ({
  id: `ring:${station.id}`,
  layer: 'yours',
  state: 'ring',
  shapes: [
    around(station, reach(status) + CLEAR, { stroke: { ink: INK.base, width: 6, alpha: 0.85 } }),
    around(station, reach(status) + CLEAR, { stroke: { ink: INK.you, width: 2.2, dash: [5, 4], cap: 'butt' } }),
  ],
});

/**
 * A violet word beside a station: "+10 pods". It lies beside its name, beside it, or where there is room.
 * @param others where the other stations are
 */
export function tagItem(
  tag: YourTag,
  station: PlacedStation,
  { name: title, status }: StationView,
  words: readonly Box[],
  frame: Frame,
  taken: Obstacle[],
  others: readonly Point[],
): Item | null {
  const name = words[0];
  if (name === undefined) return null;
  const text = tag.text.startsWith(`${title} `) ? tag.text.slice(title.length + 1) : tag.text; // it stands beside the name
  const size = sizeOf('tag', frame);
  const width = widthOf(text, 'tag', size) + 14;
  const height = size * 1.75;
  const [x, y] = station.at;
  const nameY = (name.y0 + name.y1) / 2;
  const out = reach(status) + CLEAR + 6;
  const at = (cx: number, cy: number, dislike: number): Spot<readonly [number, number]> => {
    const box = boxOf(cx, cy - height / 2, width, height, 'middle');
    const astray = others.some((other) => distance(box, other) < distance(box, station.at));
    return { box, value: [cx, cy], dislike: dislike + (astray ? ASTRAY : 0) };
  };
  const right = x + station.rx + out + width / 2;
  const left = x - station.rx - out - width / 2;
  const spots = [
    at(name.x1 + 8 + width / 2, nameY - 3, 0),
    at(name.x0 - 8 - width / 2, nameY - 3, 60),
    at((name.x0 + name.x1) / 2, (words.at(-1)?.y1 ?? name.y1) + height / 2 + 3, 70),
    at(right, y, 80),
    at(left, y, 90),
    at(x, y - station.ry - out - height / 2, 120),
    at(right, y - station.ry - out, 140),
    at(left, y - station.ry - out, 150),
    at(x, y + station.ry + out + height / 2, 160),
    ...[1, -1].flatMap((way) => [
      at(x + (way * (width - station.rx)) / 2, y - station.ry - out - height / 2, 180),
      at(x + (way * (width - station.rx)) / 2, y + station.ry + out + height / 2, 190),
    ]),
    at((name.x0 + name.x1) / 2, name.y0 - height / 2 - 3, 200),
    ...[1, 1.5, 2].flatMap((rows) =>
      [1, -1].map((way) => at(x + way * (station.rx + width / 2), y + station.ry + out + rows * height, 200 + rows * 20)),
    ), // past a hop's label under the station
  ];
  const spot = freest(spots, taken, frame.width, frame.height);
  if (spot === null || spot.dislike >= ASTRAY) return null; // the ring says which station, and the sheet what of it
  taken.push(asWords(spot.box));
  const [cx, cy] = spot.value;
  return {
    id: `tag:${tag.station}`,
    layer: 'hop',
    state: 'tag',
    shapes: [
      { kind: 'box', x: cx, y: cy, width, height, round: 4, fill: { ink: INK.you } },
      { kind: 'text', x: cx, y: cy, text, style: 'tag', size, ink: INK.base, align: 'middle', halo: false },
    ],
  };
}
