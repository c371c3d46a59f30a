import { describe, expect, it } from 'vitest';
import { distance } from '../../src/scene/anchor.ts';
import { displayList, pictureOf } from '../../src/scene/display-list.ts';
import type { Size } from '../../src/scene/frame.ts';
import type { Box } from '../../src/scene/shape.ts';
import { siteOf } from '../../src/scene/site.ts';
import { boxOf, widthOf } from '../../src/scene/words.ts';
import { knownOf, viewOn } from './drills.ts';
import { DESK, PHONE } from './night.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const SIZES: readonly Size[] = [
  DESK,
  { width: 780, height: 415, text: 2 },
  { width: 684, height: 540, text: 1.25 },
  { width: 360, height: 290, text: 2 },
  { width: 390, height: 242, text: 2 },
  { width: 540, height: 590 }, // beside a broad evidence panel
  { width: 524, height: 288 }, // a low window
  { width: 720, height: 242 }, // one at 200 %
  PHONE,
  { width: 412, height: 261 },
  { width: 390, height: 225 }, // above a line that says what is under way
  { width: 360, height: 242 },
];

const APART = 2; // px: nearer, two names in one row read as one
const meet = (a: Box, b: Box): boolean => a.x0 < b.x1 + APART && b.x0 < a.x1 + APART && a.y0 < b.y1 - 1 && b.y0 < a.y1 - 1;

describe.each(DRILLS)('the map of %s', (id) => {
  const view = viewOn(id, knownOf(id, 0.5, '5', []));

  it.each(SIZES)('has no name nearer to another station than to its own at $width × $height, text $text', (size) => {
    const { stations } = siteOf(view, size).ground;
    expect(stations.length).toBeGreaterThan(4);
    const astray = stations.filter((one) =>
      stations.some((other) => other !== one && distance(one.name, other.at) < distance(one.name, one.at)),
    );
    expect(astray.map((one) => one.id)).toEqual([]);
  });

  it.each(SIZES)('has no name over another or right beside it, nor cut off, at $width × $height, text $text', (size) => {
    const { stations, frame } = siteOf(view, size).ground;
    const over = stations.flatMap((one, i) =>
      stations.slice(i + 1).flatMap((other) => (meet(one.name, other.name) ? [`${one.id} ${other.id}`] : [])),
    );
    const cut = stations.filter(({ name }) => name.x0 < 0 || name.x1 > frame.width || name.y0 < 0 || name.y1 > frame.height);
    expect([over, cut.map((one) => one.id)]).toEqual([[], []]);
  });

  it.each(SIZES)('has no name of a district where dots run at $width × $height, text $text', (size) => {
    const seen = viewOn(id, knownOf(id, 0.5, '5', ['look-dashboard']));
    const list = displayList(seen, 0, null, size);
    const names = list.items.filter((item) => item.id.startsWith('place:'));
    expect(list.dots.length).toBeGreaterThan(5);
    if (size.text === undefined) expect(names.length > 0).toBe(!list.frame.phone); // larger words may leave them no room
    const under = names.flatMap(({ id: name, shapes }) =>
      shapes.flatMap((shape) => {
        if (shape.kind !== 'text') return [];
        const box = boxOf(shape.x, shape.y - shape.size / 2, widthOf(shape.text, shape.style, shape.size), shape.size, shape.align);
        return list.dots.some(({ x, y }) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) ? [name] : [];
      }),
    );
    expect(under).toEqual([]);
  });

  it.each(SIZES)('says the name of a district once, in however many parts that lies, at $width × $height, text $text', (size) => {
    const said = siteOf(view, size).places.map(({ item }) =>
      item.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])).join(),
    );
    expect(new Set(said).size).toBe(said.length);
  });

  it.each(SIZES)('has no district without a station at $width × $height, text $text', (size) => {
    const site = siteOf(view, size);
    const drawn = new Set(site.ground.stations.map((one) => one.id));
    const lived = new Set(view.layout.stations.filter((one) => drawn.has(one.id)).map(({ at }) => at.join()));
    const shown = pictureOf(view, site).items.filter((item) => item.id.startsWith('district:'));
    expect(shown.length).toBeGreaterThan(0);
    for (const item of shown) {
      const { points } = view.layout.districts.find((one) => item.id === `district:${one.id}`)!;
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const inside = [...lived].filter((at) => {
        const [x, y] = at.split(',').map(Number) as [number, number];
        return x >= Math.min(...xs) && x <= Math.max(...xs) && y >= Math.min(...ys) && y <= Math.max(...ys);
      });
      expect(inside.length, item.id).toBeGreaterThan(0);
    }
  });
});
