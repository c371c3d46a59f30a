import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/game/map-view.ts';
import { pictureOf } from '../../src/scene/display-list.ts';
import type { Size } from '../../src/scene/frame.ts';
import type { Box } from '../../src/scene/shape.ts';
import { siteOf } from '../../src/scene/site.ts';
import { squared } from '../../src/scene/square.ts';
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
  { width: 684, height: 588 },
  { width: 540, height: 588 },
  { width: 524, height: 288 },
  PHONE,
  { width: 390, height: 238 },
  { width: 390, height: 225 },
];

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));

describe.each(DRILLS)('what is said on the map of %s', (id) => {
  const looks = ['look-dashboard', 'look-lineage', 'look-distributions', 'look-changes', 'look-experiment', 'look-registry'];
  const views = [0.3, 0.5, 0.8].map((share) => viewOn(id, knownOf(id, share, '5', looks)));

  it.each(SIZES)('lies on nothing else that is said, at $width × $height, text $text', (size) => {
    const low = size.height < 250; // there two names may touch
    const grown = Math.min(1.5, size.text ?? 1) ** 2; // areas are measured in words
    for (const view of views) {
      const picture = pictureOf(view, siteOf(view, size));
      const said = picture.items.flatMap((item) =>
        item.shapes.flatMap((shape) => {
          if (shape.kind !== 'text') return [];
          const { text, x, y, size: px, style, align } = shape;
          return [{ of: item.id, text, box: boxOf(x, y - px / 2, widthOf(text, style, px), px, align) }];
        }),
      );
      expect(said.length).toBeGreaterThan(5);
      const over = said.flatMap((one, i) =>
        said.slice(i + 1).flatMap((other) => {
          const area = one.of === other.of ? 0 : shared(one.box, other.box);
          return area > (low ? 90 : 40) * grown ? [`${one.text} on ${other.text}: ${Math.round(area)}`] : [];
        }),
      );
      expect(over).toEqual([]);
    }
  });

  it.each(SIZES)('stands beside lines at 0, 45 or 90 degrees, at $width × $height, text $text', (size) => {
    const { ground } = siteOf(views[0]!, size);
    expect(ground.ways.length).toBeGreaterThan(3);
    for (const { id: line, flat } of ground.ways) {
      const [x0, y0, x1, y1] = flat.slice(0, 4) as [number, number, number, number];
      const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
      expect(dx < 0.5 || dy < 0.5 || Math.abs(dx - dy) < 0.5, `${line}: ${dx} by ${dy}`).toBe(true);
    }
  });
});

describe('a way that was stretched', () => {
  const way: readonly Point[] = [
    [0, 0],
    [100, 50],
    [160, 50],
  ];

  it('has its slant along the part that runs on', () => {
    expect(squared(way, [])).toEqual([
      [0, 0],
      [50, 50],
      [100, 50],
      [160, 50],
    ]);
  });

  it('keeps away from other stations where it may choose', () => {
    const slant = way.slice(0, 2);
    expect(squared(slant, [[40, 5]])).toEqual([
      [0, 0],
      [50, 50],
      [100, 50],
    ]);
    expect(squared(slant, [[60, 45]])).toEqual([
      [0, 0],
      [50, 0],
      [100, 50],
    ]);
  });

  it('is left alone where it is as it was', () => {
    const square: readonly Point[] = [
      [0, 0],
      [50, 50],
      [50, 90],
    ];
    expect(squared(square, [])).toEqual(square);
  });
});

describe('a caption that is broken into lines', () => {
  const captionIn = (id: string, station: string, looks?: readonly string[]) => {
    const view = viewOn(id, knownOf(id, 0.5, '77', looks));
    return pictureOf(view, siteOf(view, { width: 540, height: 576 }))
      .stations.find((each) => each.id === station)!
      .words.slice(1);
  };

  it('keeps a difference on one line, and says what it comes to', () =>
    expect(captionIn('bad-canary', 'canary', []).slice(0, 3)).toEqual([
      'Guardrail:',
      'candidate\u00a0−\u00a0stable',
      expect.stringMatching(/^=\u00a0−\d\.\d+\u00a0pp$/),
    ]));

  it('keeps its commas', () => expect(captionIn('latency-spike', 'monitors').join(' ')).toContain('Score drift (PSI, 1,000 rows)'));
});
