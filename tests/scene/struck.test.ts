import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/scene/display-list.ts';
import { place } from '../../src/scene/frame.ts';
import type { Box } from '../../src/scene/shape.ts';
import { siteOf } from '../../src/scene/site.ts';
import { knownOf, viewOn } from './drills.ts';
import { saidOn } from './said.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const SIZES = [
  { width: 684, height: 577 }, // of the map on a page of 1440 × 900
  { width: 540, height: 577 },
  { width: 624, height: 475 }, // of 1024 × 768
];
const CROWDED: readonly string[] = ['Joins and checks']; // between two slanting rails on a low map: an end of it touches one
const MOST_LOST = 2; // of a map's districts, where crowded

function runsThrough(flat: readonly number[], { x0, y0, x1, y1 }: Box): boolean {
  for (let i = 2; i < flat.length; i += 2)
    for (let t = 0; t <= 1; t += 0.02) {
      const x = flat[i - 2]! + (flat[i]! - flat[i - 2]!) * t;
      const y = flat[i - 1]! + (flat[i + 1]! - flat[i - 1]!) * t;
      if (x > x0 && x < x1 && y > y0 && y < y1) return true;
    }
  return false;
}

describe.each(DRILLS)('the words on the map of %s', (id) => {
  const view = viewOn(id, knownOf(id, 0.5, '5', ['look-dashboard']));

  it.each(SIZES)('of stations, districts and label lines have no line through them, at $width × $height', (size) => {
    const site = siteOf(view, size);
    const struck = saidOn(pictureOf(view, site))
      .filter(({ of, text }) => /^(name|place|words):/.test(of) && !CROWDED.includes(text))
      .flatMap(({ text, box }) =>
        site.ground.ways
          .filter(({ kind, flat }) => kind !== 'monitor' && runsThrough(flat, box))
          .map(({ id: line }) => `${text} under ${line}`),
      );
    expect(struck).toEqual([]);
  });

  it.each(SIZES)('name most districts, each inside its own or on its edge, at $width × $height', (size) => {
    const site = siteOf(view, size);
    const named = saidOn(pictureOf(view, site)).filter(({ of }) => of.startsWith('place:'));
    const districts = new Set(view.layout.districts.map(({ name }) => name));
    expect(named.length).toBeGreaterThanOrEqual(districts.size - MOST_LOST);
    for (const { of, text, box } of named) {
      const corners = view.layout.districts.find((each) => of === `place:${each.id}`)!.points.map((at) => place(site.ground.frame, at));
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      expect(box.x1 >= Math.min(...xs) && box.x0 <= Math.max(...xs), text).toBe(true);
      expect(box.y1 >= Math.min(...ys) && box.y0 <= Math.max(...ys), text).toBe(true);
    }
  });
});
