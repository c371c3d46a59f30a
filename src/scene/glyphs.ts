import type { ColumnShape } from '../game/map-evidence.ts';
import { psiBand } from '../game/psi-band.ts';
import { INK, type Ink } from './palette.ts';
import type { PathShape, Shape } from './shape.ts';

/** A small drawing of a figure, from its left top corner. `count` and `sizePx` are what of it is counted or measured. */
export interface Glyph {
  readonly width: number; // px
  readonly height: number;
  readonly count: number | null;
  readonly sizePx: number | null;
  readonly round?: boolean; // a hairline to it ends on its rim
  readonly draw: (x: number, y: number) => readonly Shape[];
}

const PITCH = 9; // px between what is counted
const ROW = 12; // of it in a row
const COINS = 10; // in a row
const RIDGE = { width: 96, height: 30 };
const WIDEST = 96; // px of a bar or bracket

const stroke = (
  points: readonly number[],
  ink: Ink,
  width: number,
  more: { alpha?: number; dash?: readonly number[] } = {},
): PathShape => ({
  kind: 'path',
  points,
  closed: false,
  stroke: { ink, width, cap: 'butt', ...more },
});

/** So many rings, the later the fainter: what falls off a line. */
export function fallingRings(count: number): Glyph {
  const rows = Math.max(1, Math.ceil(count / ROW));
  return {
    width: Math.min(count, ROW) * PITCH,
    height: rows * PITCH,
    count,
    sizePx: null,
    draw: (x, y) =>
      Array.from({ length: count }, (_, i): Shape => ({
        kind: 'circle',
        x: x + ((i % ROW) + 0.5) * PITCH,
        y: y + (Math.floor(i / ROW) + 0.5) * PITCH,
        r: 3,
        stroke: { ink: INK.core, width: 1.5, alpha: 1 - 0.6 * (i / Math.max(1, count)) },
      })),
  };
}

const COIN = { pitch: 7, height: 12, row: 15 }; // px

/** So many coins on edge, each worth the same, ten in a row: what is lost. */
export const coinTicks = (count: number): Glyph => ({
  width: Math.min(count, COINS) * COIN.pitch,
  height: COIN.row * (Math.ceil(count / COINS) - 1) + COIN.height,
  count,
  sizePx: null,
  draw: (x, y) =>
    Array.from({ length: count }, (_, i): Shape => {
      const at = { x: x + ((i % COINS) + 0.5) * COIN.pitch, y: y + Math.floor(i / COINS) * COIN.row + COIN.height / 2 };
      return { kind: 'box', ...at, width: 4, height: COIN.height, round: 2, fill: { ink: INK.warn } };
    }),
});

/** A tick for every ready pod, those beyond the normal number taller; then a bar that fills while more warm up. */
export function platformTicks(count: number, normal: number, warming: number | null): Glyph {
  const bar = warming === null ? 0 : 34;
  return {
    width: count * 6 + (bar === 0 ? 0 : bar + 6),
    height: 14,
    count,
    sizePx: warming === null ? null : warming * 30,
    draw: (x, y) => [
      ...Array.from({ length: count }, (_, i) =>
        stroke([x + 2 + i * 6, i < normal ? y + 5 : y, x + 2 + i * 6, y + 14], i < normal ? INK.bright : INK.core, 3),
      ),
      ...(warming === null
        ? []
        : [
            {
              kind: 'box',
              x: x + count * 6 + 23,
              y: y + 9,
              width: 34,
              height: 9,
              round: 2,
              stroke: { ink: INK.bright, width: 1.5 },
            } as const,
            stroke([x + count * 6 + 8, y + 9, x + count * 6 + 8 + warming * 30, y + 9], INK.core, 5),
          ]),
    ],
  };
}

/** Ten squares on the express line, filled for tenths that it carries, and under them those that take the local one. */
export function expressSquares(share: number): Glyph {
  const filled = Math.round(share * 10);
  const square = (x: number, y: number, full: boolean): Shape => ({
    kind: 'box', x, y, width: 6, height: 6, round: 1, ...(full ? { fill: { ink: INK.core } } : {}), stroke: { ink: INK.unknown, width: 1 },
  }); // prettier-ignore
  return {
    width: 90,
    height: 20,
    count: filled,
    sizePx: null,
    draw: (x, y) =>
      Array.from({ length: 10 }, (_, i) => [square(x + 4 + i * 9, y + 4, i < filled), square(x + 4 + i * 9, y + 15, i >= filled)]).flat(),
  };
}

/** Two upright strokes as far apart as a factor is from 1, with a bracket over them. */
export function bracket(factor: number): Glyph {
  const gap = Math.min(WIDEST, 60 * Math.abs(factor - 1));
  return {
    width: gap + 4,
    height: 20,
    count: null,
    sizePx: gap,
    draw: (x, y) => [
      stroke([x + 2, y + 20, x + 2, y + 8], INK.bright, 2.5, { dash: [3, 2] }),
      stroke([x + 2 + gap, y + 20, x + 2 + gap, y + 8], INK.core, 2.5),
      stroke([x + 2, y + 6, x + 2, y + 1, x + 2 + gap, y + 1, x + 2 + gap, y + 6], INK.bright, 1.5),
    ],
  };
}

/** How values lie now as a filled ridge, and how they lay as a dashed ghost behind it, to one scale. */
export function ridge({ reference, current }: ColumnShape, psi: number): Glyph {
  const most = Math.max(1e-9, ...reference, ...current);
  const bins = Math.max(reference.length, current.length, 2);
  const outline = (shares: readonly number[], x: number, y: number): number[] =>
    shares.flatMap((share, i) => [x + (i * RIDGE.width) / (bins - 1), y + RIDGE.height * (1 - share / most)]);
  const apart = current.reduce((sum, share, i) => sum + Math.abs(share - (reference[i] ?? 0)), 0);
  const ink = psiBand(psi) === 'moved' ? INK.warn : INK.bright;
  return {
    ...RIDGE,
    count: null,
    sizePx: (apart / most) * RIDGE.height, // by which the outlines differ, summed over the bins
    draw: (x, y) => [
      {
        kind: 'path',
        points: [x, y + RIDGE.height, ...outline(current, x, y), x + RIDGE.width, y + RIDGE.height],
        closed: true,
        fill: { ink, alpha: 0.18 },
      },
      stroke(outline(current, x, y), ink, 2),
      stroke(outline(reference, x, y), INK.core, 1.3, { dash: [4, 3] }),
    ],
  };
}

/** A bar from 0 to 1 where only the index of the drift is known. */
export function driftBar(psi: number): Glyph {
  const length = WIDEST * Math.max(0, Math.min(1, psi));
  return {
    width: WIDEST,
    height: 8,
    count: null,
    sizePx: length,
    draw: (x, y) => [
      { kind: 'box', x: x + WIDEST / 2, y: y + 4, width: WIDEST, height: 8, round: 2, stroke: { ink: INK.unknown, width: 1 } },
      stroke([x, y + 4, x + length, y + 4], psiBand(psi) === 'moved' ? INK.warn : INK.bright, 5),
    ],
  };
}

/** A chevron for every deploy, up to five. */
export function chevrons(deploys: number): Glyph {
  const count = Math.min(5, deploys);
  return {
    width: count * 8 + 2,
    height: 12,
    count,
    sizePx: null,
    draw: (x, y) =>
      Array.from({ length: count }, (_, i) => stroke([x + 1 + i * 8, y, x + 7 + i * 8, y + 6, x + 1 + i * 8, y + 12], INK.you, 2.5)),
  };
}

/** Nothing but words: the dots of the line show it. */
export const noGlyph: Glyph = { width: 0, height: 0, count: null, sizePx: null, draw: () => [] };
