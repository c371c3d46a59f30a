import type { Point } from '../game/map-view.ts';
import type { Frame } from './frame.ts';
import type { Glyph } from './glyphs.ts';
import { leader, roundEnd } from './hairline.ts';
import { INK } from './palette.ts';
import { placeOf, type About, type Surroundings } from './plaque-place.ts';
import { asWords, boxesAlong } from './room.ts';
import type { Item, Obstacle, Shape } from './shape.ts';
import { sizeOf, widthOf } from './words.ts';

const GAP = 4; // px between a drawing and its words
const LEADER_HALF = 1; // px on each side of that hairline

/**
 * A drawing with its words under it, where there is room near what it is about; what it takes is added to `taken`. On a phone only the first
 * line of its words. Null where there is no room: the list says it.
 */
export function plaqueItem(
  id: string,
  glyph: Glyph,
  words: readonly string[],
  about: About,
  frame: Frame,
  surroundings: Surroundings & { readonly taken: Obstacle[] },
): Item | null {
  const size = sizeOf('small', frame);
  const lines = frame.phone ? words.slice(0, 1) : words;
  const width = Math.max(glyph.width, ...lines.map((text) => widthOf(text, 'small', size)));
  const wordsHeight = lines.length * size * 1.3;
  const height = (glyph.height > 0 ? glyph.height + GAP : 0) + wordsHeight;
  const found = placeOf({ width, height, wordsHeight }, about, frame, surroundings);
  if (found === null) return null;
  const { place, lead } = found;
  const { taken } = surroundings;
  taken.push(asWords(place.box));
  if (lead !== null) taken.push(...boxesAlong(lead, LEADER_HALF).map(asWords));
  const [cx, cy] = place.value.centre;
  const top = cy - height / 2;
  const shapes: Shape[] = [];
  const [fx, fy] = place.value.from;
  const middle: Point = [cx, top + glyph.height / 2];
  const drawn = lead === null || glyph.round !== true ? lead : leader([fx, fy], roundEnd([fx, fy], middle, glyph.height / 2), about.rim);
  if (drawn !== null) shapes.push({ kind: 'path', points: drawn, closed: false, stroke: { ink: INK.hairline, width: 1 } });
  shapes.push(...glyph.draw(cx - glyph.width / 2, top));
  const below = top + (glyph.height > 0 ? glyph.height + GAP : 0);
  lines.forEach((text, i) =>
    shapes.push({
      kind: 'text',
      x: cx,
      y: below + size * (0.65 + i * 1.3),
      text,
      style: 'small',
      size,
      ink: i === 0 ? INK.t1 : INK.t2,
      align: 'middle',
      halo: true,
    }),
  );
  return { id: `mark:${id}`, layer: 'hop', state: '', shapes };
}
