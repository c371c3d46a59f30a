import { describe, expect, it } from 'vitest';
import { displayList, type DisplayList } from '../../src/scene/display-list.ts';
import type { Size } from '../../src/scene/frame.ts';
import { INK } from '../../src/scene/palette.ts';
import type { Box, TextShape } from '../../src/scene/shape.ts';
import { boxOf, widthOf } from '../../src/scene/words.ts';
import { DESK, PHONE, seenAt, untouched, viewOf } from './night.ts';

const SIZES: readonly Size[] = [DESK, PHONE, { width: 360, height: 290 }, { width: 540, height: 560 }, { width: 1000, height: 900 }];
const views = [untouched(), viewOf(seenAt(300)), viewOf(seenAt(1500)), viewOf(seenAt(1500, 'traffic'))];

const words = (list: DisplayList, prefix: string): { text: string; box: Box }[] =>
  list.items
    .filter(({ id }) => id.startsWith(prefix))
    .flatMap(({ shapes }) => shapes.filter((shape): shape is TextShape => shape.kind === 'text'))
    .map((shape) => ({
      text: shape.text,
      box: boxOf(shape.x, shape.y - shape.size / 2, widthOf(shape.text, shape.style, shape.size), shape.size, shape.align),
    }));
const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) * Math.max(0, Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));

describe('the map can be read', () => {
  it.each(SIZES)('no name lies on another, nor outside, at $width × $height', (size) => {
    for (const view of views) {
      const names = words(displayList(view, 0, null, size), 'name:');
      names.forEach(({ text, box }, i) => {
        expect(box.x0, text).toBeGreaterThanOrEqual(0);
        expect(box.x1, text).toBeLessThanOrEqual(size.width);
        for (const other of names.slice(i + 1)) expect(shared(box, other.box), `${text} on ${other.text}`).toBeLessThan(20);
      });
    }
  });

  it.each(SIZES)('no hop label or queue lies on a name or on another at $width × $height', (size) => {
    for (const view of views) {
      const list = displayList(view, 0, null, size);
      const names = list.items.filter(({ id }) => id.startsWith('name:')).length;
      expect(names).toBeGreaterThan(5);
      const labels = [...words(list, 'hop:'), ...words(list, 'queue:')];
      const firstLines = words({ ...list, items: list.items.map((item) => ({ ...item, shapes: item.shapes.slice(0, 1) })) }, 'name:');
      for (const label of labels)
        for (const other of [...firstLines, ...labels.filter((each) => each !== label)])
          expect(shared(label.box, other.box), `${label.text} on ${other.text}`).toBeLessThan(30);
    }
  });

  it.each(SIZES)('no text is smaller than 12 px at $width × $height', (size) => {
    for (const view of views)
      for (const { shapes } of displayList(view, 0, null, size).items)
        for (const shape of shapes) if (shape.kind === 'text') expect(shape.size, shape.text).toBeGreaterThanOrEqual(12);
  });

  it('a name stays where it is while figures change', () => {
    const at = (list: DisplayList, id: string): unknown => {
      const name = list.items.find((item) => item.id === `name:${id}`)?.shapes[0];
      return name?.kind === 'text' ? { x: name.x, align: name.align } : null;
    };
    const [early, late] = [displayList(views[1]!, 0, null, DESK), displayList(views[2]!, 0, null, DESK)];
    for (const { id } of early.stations) expect(at(late, id)).toEqual(at(early, id));
  });

  it('every stroke and word stands out from the night: 3 to 1 for strokes, 4.5 for words', () => {
    const channel = (hex: string, i: number): number => {
      const c = parseInt(hex.slice(i, i + 2), 16) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    const light = (hex: string): number => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    const contrast = (hex: string): number => (light(hex) + 0.05) / (light(INK.base) + 0.05);
    for (const ink of [INK.line, INK.unknown, INK.core, INK.warn, INK.crit, INK.you]) expect(contrast(ink), ink).toBeGreaterThanOrEqual(3);
    for (const ink of [INK.t1, INK.t2, INK.t3]) expect(contrast(ink), ink).toBeGreaterThanOrEqual(4.5);
  });
});

describe('words on the map', () => {
  const nameSize = (size: Size): number =>
    displayList(views[1]!, 0, null, size)
      .items.filter(({ id }) => id.startsWith('name:'))
      .flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.size] : [])))[0]!;

  it('grow with the reader’s text as far as there is room, and never shrink', () => {
    expect(nameSize({ ...DESK, text: 1.25 }) / nameSize(DESK)).toBeCloseTo(1.25, 2);
    expect(nameSize({ ...DESK, text: 2 }) / nameSize(DESK)).toBeCloseTo(2, 2);
    expect(nameSize({ ...PHONE, text: 2 })).toBeGreaterThan(nameSize(PHONE));
    expect(nameSize({ ...DESK, text: 0.8 })).toBe(nameSize(DESK));
  });
});
