import { describe, expect, it } from 'vitest';
import { distance } from '../../src/scene/anchor.ts';
import { pictureOf } from '../../src/scene/display-list.ts';
import type { Size } from '../../src/scene/frame.ts';
import type { Box } from '../../src/scene/shape.ts';
import { siteOf } from '../../src/scene/site.ts';
import { boxOf, widthOf } from '../../src/scene/words.ts';
import { knownOf, viewOn, withFigure } from './drills.ts';
import { DESK } from './night.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const GUIDED: Size = { width: 684, height: 540 }; // under a coach the map is lower
const SIZES = [DESK, GUIDED, { width: 524, height: 560 }, { width: 390, height: 290 }, { width: 390, height: 212 }];

/** The words of a mark as one box; null where it has none. */
function plaqueOf(picture: ReturnType<typeof pictureOf>, id: string): Box | null {
  const boxes = (picture.items.find((item) => item.id.startsWith(id))?.shapes ?? []).flatMap((shape) =>
    shape.kind === 'text'
      ? [boxOf(shape.x, shape.y - shape.size / 2, widthOf(shape.text, shape.style, shape.size), shape.size, shape.align)]
      : [],
  );
  if (boxes.length === 0) return null;
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
}

describe('what is lost', () => {
  it.each([DESK, GUIDED])('stands at the station whose figures tell it, at $width × $height', (size) => {
    const seen = withFigure(knownOf('latency-spike', 0.3, '7', ['look-dashboard']), 'business.impact_eur_per_minute', 48);
    const view = viewOn('latency-spike', { ...seen, dashboards: seen.dashboards.filter(({ id }) => id === 'business') });
    const site = siteOf(view, size);
    const plaque = plaqueOf(pictureOf(view, site), 'mark:coins:')!;
    const by = [...site.ground.stations].sort((a, b) => distance(plaque, a.at) - distance(plaque, b.at));
    expect(by[0]!.id).toBe('paid-orders');
  });
});

describe('what the data that is read has become', () => {
  it.each([DESK, GUIDED, { width: 540, height: 576 }])('finds a place on the map of silent-schema, at $width × $height', (size) => {
    const view = viewOn('silent-schema', knownOf('silent-schema', 0.5, '77'));
    const { marks } = pictureOf(view, siteOf(view, size));
    const skew = marks.find(({ kind }) => kind === 'skew')!;
    expect(skew.items.map(({ id }) => id)).toEqual(['mark:skew:joins-scoring']);
  });
});

describe.each(DRILLS)('a mark of %s', (id) => {
  const views = [0.2, 0.5, 0.8].map((share) => viewOn(id, knownOf(id, share)));

  it.each(SIZES)('says all that it says inside the map, at $width × $height', (size) => {
    for (const view of views) {
      const picture = pictureOf(view, siteOf(view, size));
      for (const { kind, on } of picture.marks) {
        const plaque = plaqueOf(picture, `mark:${kind}:${on}`);
        if (plaque === null) continue;
        expect(Math.min(plaque.x0, plaque.y0, size.width - plaque.x1, size.height - plaque.y1), `${kind} of ${on}`).toBeGreaterThanOrEqual(
          0,
        );
      }
    }
  });

  it.each(SIZES)('is nearer to the station that it is about than to any other, at $width × $height', (size) => {
    for (const view of views) {
      const site = siteOf(view, size);
      const picture = pictureOf(view, site);
      for (const { kind, on } of picture.marks) {
        const own = site.ground.stations.find((at) => at.id === on);
        const plaque = plaqueOf(picture, `mark:${kind}:${on}`);
        if (own === undefined || plaque === null) continue;
        const nearer = site.ground.stations.filter((at) => distance(plaque, at.at) < distance(plaque, own.at) - 6); // its drawing stands over the words
        expect(nearer.map((at) => `${kind} of ${on} at ${at.id}`)).toEqual([]);
      }
    }
  });
});
