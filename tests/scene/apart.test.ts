import { describe, expect, it } from 'vitest';
import type { MapMark } from '../../src/game/map-marks.ts';
import { displayList, pictureOf, type DisplayList } from '../../src/scene/display-list.ts';
import type { Size } from '../../src/scene/frame.ts';
import type { Box } from '../../src/scene/shape.ts';
import { siteOf } from '../../src/scene/site.ts';
import { knownOf, viewOn } from './drills.ts';
import { DESK, PHONE } from './night.ts';
import { LOOKS, saidOn } from './said.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const NARROW: Size = { width: 540, height: 588 };
const SIZES = [DESK, NARROW, { width: 684, height: 493 }, PHONE];
const SHARES = [0.2, 0.5, 0.8];

const sameRow = (a: Box, b: Box): boolean => Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 5;
const gap = (a: Box, b: Box): number => Math.max(a.x0 - b.x1, b.x0 - a.x1);

describe.each(DRILLS)('on the map of %s', (id) => {
  const views = SHARES.map((share) => viewOn(id, knownOf(id, share, '5', LOOKS)));

  it.each(SIZES)('no caption runs on into the words of a neighbour, at $width × $height', (size) => {
    for (const view of views) {
      const said = saidOn(pictureOf(view, siteOf(view, size))).filter(({ of }) => of.startsWith('name:'));
      const captions = said.filter(
        ({ of, text }) => !view.stations.some(({ id: each, name }) => of === `name:${each}` && name.includes(text)),
      );
      const close = captions.flatMap((one) =>
        said
          .filter((other) => other.of !== one.of && sameRow(one.box, other.box) && gap(one.box, other.box) < 9)
          .map((other) => `${one.text} | ${other.text}`),
      );
      expect(close).toEqual([]);
    }
  });

  it.each([DESK, NARROW])('no word is said of two lines, at $width × $height', (size) => {
    const said = saidOn(pictureOf(views[0]!, siteOf(views[0]!, size))).filter(({ of }) => of.startsWith('words:'));
    expect(new Set(said.map(({ text }) => text)).size).toBe(said.length);
  });

  it.each([DESK, NARROW])('no plaque lies across a line that something runs on, at $width × $height', (size) => {
    for (const view of views) {
      const site = siteOf(view, size);
      const crowded = new Set(view.marks!.map(onOf).filter((on, _, all) => all.filter((each) => each === on).length > 3)); // no room is left beside these
      const across = saidOn(pictureOf(view, site))
        .filter(({ of }) => of.startsWith('mark:') && !crowded.has(of.split(':')[2]!))
        .flatMap(({ text, box }) =>
          site.ground.ways
            .filter(({ kind, flat }) => kind !== 'monitor' && (kind !== 'label' || size === DESK) && runsThrough(flat, box))
            .map(({ id: line }) => `${text} across ${line}`),
        );
      expect(across).toEqual([]);
    }
  });
});

const onOf = (mark: MapMark): string => ('line' in mark ? mark.line : mark.station);

function runsThrough(flat: readonly number[], box: Box): boolean {
  for (let i = 2; i < flat.length; i += 2)
    for (let t = 0; t <= 1; t += 0.02) {
      const x = flat[i - 2]! + (flat[i]! - flat[i - 2]!) * t;
      const y = flat[i - 1]! + (flat[i + 1]! - flat[i - 1]!) * t;
      if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) return true;
    }
  return false;
}

/** The least distance between two dots of a line, in their radii. */
function crowding(list: DisplayList, line: string): number {
  const dots = list.dots.filter((dot) => dot.line === line);
  return Math.min(...dots.flatMap((a, i) => dots.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y) / Math.max(a.radius, b.radius))));
}

describe.each(['silent-schema', 'slow-fade', 'prediction-drift-alarm'])('rows of a batch in %s', (id) => {
  it.each(SIZES)('stand apart, so that they can be told from each other, at $width × $height', (size) => {
    const view = viewOn(id, knownOf(id, 0.5, '5', LOOKS));
    const list = displayList(view, 0, null, size);
    if (view.dot?.kind !== 'rows') return;
    const close = list.lines.filter((line) => line.dots > 1 && crowding(list, line.id) < 3);
    expect(close.map((line) => `${line.id} ${crowding(list, line.id).toFixed(1)}`)).toEqual([]);
  });
});
