import type { Glyph } from './glyphs.ts';
import { INK, type Ink } from './palette.ts';
import type { Shape } from './shape.ts';

const R = 34; // px
const RAILS = { before: 8, beyond: 13 }; // px from the middle to a rail
const DOT = 7; // px, half of what stands for a row
const SLEEPER = 6; // px between sleepers
const LONGEST = 4; // characters of a version that there is room for
const MIDDLE = -6; // px from the middle of the lens to that of the track: the versions stand below

const stroke = (points: readonly number[], ink: Ink, width: number, dash?: readonly number[]): Shape => ({
  kind: 'path',
  points,
  closed: false,
  stroke: { ink, width, cap: 'butt', ...(dash === undefined ? {} : { dash }) },
});

/** How far to a side a lens reaches at a height over or under its middle. */
const reachAt = (dy: number): number => Math.sqrt(Math.max(0, (R - 2) ** 2 - dy ** 2));

/** A joint under a lens: the track and a row as they were, the track and a row as they are, with a sleeper for every field that differs. */
export function lens(was: string, now: string, fields: number): Glyph {
  return {
    width: R * 2,
    height: R * 2,
    count: fields,
    sizePx: RAILS.beyond * 2,
    round: true,
    draw: (x, y) => {
      const [cx, cy] = [x + R, y + R];
      const track = cy + MIDDLE;
      const rail = (half: number, side: -1 | 1): Shape[] =>
        [-half, half].map((dy) => stroke([cx, track + dy, cx + side * reachAt(MIDDLE + dy), track + dy], INK.line, 4));
      const sleepers = Array.from({ length: Math.min(3, fields) }, (_, i): Shape => {
        const at = cx + 5 + i * SLEEPER;
        return stroke([at, track - RAILS.beyond, at, track + RAILS.beyond], INK.bright, 1.5);
      });
      const version = (text: string, side: -1 | 1): Shape[] =>
        text.length > LONGEST
          ? []
          : [{ kind: 'text', x: cx + side * 12, y: cy + 20, text, style: 'small', size: 11, ink: INK.t1, align: 'middle', halo: false }];
      const [left, right] = [cx - 17, cx + 18];
      return [
        { kind: 'circle', x: cx, y: cy, r: R - 1, fill: { ink: INK.base }, stroke: { ink: INK.core, width: 2 } },
        ...rail(RAILS.before, -1),
        ...rail(RAILS.beyond, 1),
        ...sleepers,
        {
          kind: 'path',
          points: [left, track - DOT, left + DOT, track + DOT * 0.8, left - DOT, track + DOT * 0.8],
          closed: true,
          fill: { ink: INK.core },
        },
        {
          kind: 'box', x: right, y: track, width: DOT * 2, height: DOT * 2, round: 0, fill: { ink: INK.base }, stroke: { ink: INK.core, width: 1.5 },
        }, // prettier-ignore
        { kind: 'box', x: right - DOT / 2, y: track, width: DOT, height: DOT * 2, round: 0, fill: { ink: INK.core } },
        stroke([cx, track - 19, cx, track + 19], INK.you, 1.5, [3, 2.5]),
        ...version(was, -1),
        ...version(now, 1),
      ];
    },
  };
}
